import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { readExpectations } from './expectation.ts';
import { compare } from './imported.ts';
import { recall } from './score.ts';

/** The least that is found, in parts of a hundred, and the most that is wrong or lost. */
interface Floor {
  readonly priority: number;
  readonly action: number;
  readonly outcome: number;
  readonly measure: number;
  /** In parts of a hundred of what is claimed. */
  readonly wrong: number;
  /** Words. */
  readonly lost: number;
}

/** What holds for each plan: a change of the importer may raise it, and never lower it without a good reason. */
const floors: Readonly<Record<string, Floor>> = {
  'cyngor-bryncastell': { priority: 100, action: 92, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'department-of-coasts': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'dunmere-museum': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'eastmere-police': { priority: 100, action: 89, outcome: 100, measure: 100, wrong: 4, lost: 0 },
  'glanaeron-psb': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'harbour-city': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'inishdara-lecp': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'kelderwick-college': { priority: 100, action: 18, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'lochanside-service-plan': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'moorland-fire': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'north-fells-park': { priority: 0, action: 100, outcome: 80, measure: 100, wrong: 0, lost: 0 },
  'penmynydd-health': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'riverbank-council': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'st-brannoc-nhs': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
  'strathgarve-loip': { priority: 100, action: 77, outcome: 100, measure: 0, wrong: 5, lost: 0 },
  'tai-cwm-ceulan': { priority: 100, action: 100, outcome: 100, measure: 67, wrong: 8, lost: 0 },
  'tarnside-wold-growth': { priority: 100, action: 100, outcome: 0, measure: 100, wrong: 14, lost: 0 },
  'westhaven-university': { priority: 100, action: 100, outcome: 100, measure: 100, wrong: 0, lost: 0 },
};

const folder = join(import.meta.dirname, 'plans');
const plans = globSync('{expected,held-out/expected}/*.txt', { cwd: folder }).sort();

test('every plan has a floor', () => {
  expect(Object.keys(floors).sort()).toEqual(plans.map((path) => basename(path, '.txt')).sort());
});

test.each(plans)('%s', async (path) => {
  const expectations = readExpectations(readFileSync(join(folder, path), 'utf8'));
  const { tallies, claims, kept } = await compare(join(folder, path, '../..', expectations.source), expectations);
  const floor = floors[basename(path, '.txt')];
  expect(claims.errors.map(({ message }) => message)).toEqual([]);
  for (const kind of ['priority', 'action', 'outcome', 'measure'] as const) {
    const tally = tallies.find((one) => one.kind === kind);
    if (tally) expect(Math.round(100 * recall(tally)), `${kind} found`).toBeGreaterThanOrEqual(floor?.[kind] ?? 100);
  }
  const [claimed, wrong] = (['claimed', 'wrong'] as const).map((figure) =>
    tallies.reduce((sum, tally) => sum + (tally[figure] ?? 0), 0),
  );
  expect(Math.round((100 * (wrong ?? 0)) / Math.max(1, claimed ?? 0)), 'wrong').toBeLessThanOrEqual(floor?.wrong ?? 0);
  expect(kept.lost.length, 'words lost').toBeLessThanOrEqual(floor?.lost ?? 0);
});
