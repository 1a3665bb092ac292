import { expect, test } from 'vitest';
import type { Input } from './inputs.ts';
import { run } from './run.ts';
import { shrink } from './shrink.ts';

/** A tenth of what `npm run fuzz` tries. */
const INPUTS = 20_000;

test('no text breaks a promise of the grammar', { timeout: 300_000 }, () => {
  expect(run(2026, INPUTS).failure).toBeUndefined();
});

test('a failing input is made smaller', () => {
  const input = { text: 'one two three: four', changes: [{ start: 3, end: 8, text: 'more words' }] };
  const fails = ({ text, changes }: Input): boolean =>
    text.includes(':') && changes.some((one) => one.text.includes('w'));
  expect(shrink(input, fails)).toEqual({ text: ':', changes: [{ start: 0, end: 0, text: 'w' }] });
});
