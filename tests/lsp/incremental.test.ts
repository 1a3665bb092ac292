import { expect, test } from 'vitest';
import { differenceAfter } from './edits.ts';

/** A tenth of what `npm run fuzz` tries. */
const EDITS = 1_000;

test('after any edits the server finds what is found from scratch', { timeout: 300_000 }, async () => {
  const difference = await differenceAfter(2026, EDITS);
  expect(difference?.served, `step ${difference?.step}: ${difference?.what}`).toEqual(difference?.expected);
  expect(difference).toBeUndefined();
});
