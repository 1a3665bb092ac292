import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The small plan that comes with the program: nothing is wrong in it. */
export const firstPlan = readFileSync(join(root, 'server/templates/first-plan.plan'), 'utf8');

/** A plan with one error, on its third line. */
export const misspelt = 'plan small: Small Plan\n\noutcom safe: Communities are safe\n';

/** A plan with nothing but hints: it is a draft whose outcome stands alone. */
export const draft = 'plan small: Small Plan\n  status: draft\n\noutcome safe: Communities are safe\n';

/** A plan with warnings and no error: of its one outcome nothing is asked, and nobody works for it. */
export const published = draft.replace('draft', 'published');

/** A plan with much that is wrong, and with letters of every width. */
export const broken = `plan broken: Our Borough Plan 🌱
  period: 2026-04-01 to 2030-03-31
  status: published
  date: 28/08/19

vision: Everyone lives well in Łódź, 東京 and Llanfair­pwll

outcom safe: People feel safe on our streets

outcome safe: People feel safe at home
outcome safe: People feel safe at work

priority streets: 日本語 👩‍👩‍👧 é streets
  outcomes: saef, safe
\taction: Put new lamps along every walking route in the borough, from the station to the harbour and from the harbour to the market place
    due: 03/04/2031
  This line has no key
`;
