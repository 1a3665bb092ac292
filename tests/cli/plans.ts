import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The small plan that comes with the program: nothing is wrong in it. */
export const firstPlan = readFileSync(join(root, 'server/templates/first-plan.plan'), 'utf8');

/** A plan with one error, on its third line. */
export const misspelt = 'plan small: Small Plan\n\noutcom safe: Communities are safe\n';

/** A plan that is published, and of which a warning says that its outcome has no priority. */
export const published = `plan small: Small Plan
  organisation: Our Council
  period: 2026 to 2030
  status: published
  date: 2026-01
  approved-by: Full Council
  review-due: 2027

outcome safe: Communities are safe
`;
