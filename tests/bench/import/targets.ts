import type { Compared } from '../../importers/imported.ts';
import { precision, recall } from '../../importers/score.ts';

/** The least that is asked of an import: parts from 0 to 1. */
export interface Targets {
  /** The part that has to be found, by the kinds that are taken together. */
  readonly found: Readonly<Record<string, number>>;
  /** The most of all that is claimed that may be wrong. */
  readonly wrong: number;
}

const wellMade: Targets = { found: { priority: 0.95, action: 0.9 }, wrong: 0.05 };
const damaged: Targets = { found: { priority: 0.8, action: 0.8 }, wrong: 0.05 };

/** What is asked of the published plans, by the names of their expectations. */
export const targets: Readonly<Record<string, Targets>> = {
  wiltshire: wellMade,
  'south-wales': wellMade,
  gwent: wellMade,
  leicestershire: damaged,
  'north-wales': {
    found: { ...damaged.found, outcome: 1, kpq: 1, 'priority → outcomes, priority → kpqs': 0.8 },
    wrong: 0.05,
  },
};

/** What is asked of plans of other bodies. */
export const unseen: Targets = { found: { priority: 0.8, action: 0.8, outcome: 0.8, measure: 0.7 }, wrong: 0.1 };

/** What is below its target, in sentences. Everywhere the plan must be free of errors, and no word may be lost. */
export function shortfalls({ tallies, claims, kept }: Compared, { found, wrong }: Targets): string[] {
  const falls: string[] = [];
  for (const [kinds, least] of Object.entries(found)) {
    const rows = tallies.filter(({ kind }) => kinds.split(', ').includes(kind));
    const expected = rows.reduce((sum, row) => sum + row.expected, 0);
    const part = recall({ expected, found: rows.reduce((sum, row) => sum + row.found, 0) });
    if (part < least) falls.push(`${kinds}: ${(100 * part).toFixed(1)} % found of ${expected}, not ${100 * least} %`);
  }
  const claimed = tallies.reduce((sum, row) => sum + (row.claimed ?? 0), 0);
  const part = 1 - precision({ claimed, wrong: tallies.reduce((sum, row) => sum + row.wrong, 0) });
  if (part > wrong)
    falls.push(`${(100 * part).toFixed(1)} % of ${claimed} that are claimed are wrong, more than ${100 * wrong} %`);
  if (claims.errors.length > 0) falls.push(`${claims.errors.length} errors in the plan`);
  if (kept.lost.length > 0) falls.push(`${kept.lost.length} words of ${kept.words} are lost`);
  return falls;
}
