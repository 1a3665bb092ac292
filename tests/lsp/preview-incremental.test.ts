import { expect, test } from 'vitest';
import { county } from '../helpers/changes.ts';
import { filesOfSample, sampleNames } from '../helpers/samples.ts';
import { pageDifferenceAfter } from './preview-edits.ts';

/** Part of what `npm run fuzz` tries. */
const EDITS = 100;
const plans = [
  ['several small files', county] as const,
  ...sampleNames.map((name) => [name, filesOfSample(name)] as const),
];
const seed = Number(process.env.SEED ?? 2026);

test.each(plans)(
  'a page that was kept up to date is that of a panel that has just come: %s',
  { timeout: 300_000 },
  async (_, files) => {
    const difference = await pageDifferenceAfter(files, seed, EDITS);
    expect(difference?.kept, `step ${difference?.step}, ${difference?.view}: ${difference?.what}`).toEqual(
      difference?.fresh,
    );
    expect(difference).toBeUndefined();
  },
);
