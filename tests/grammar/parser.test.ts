import { expect, test } from 'vitest';
import { PlanParser } from '../../grammar/src/parser.ts';

test('the grammar is sound: nothing ambiguous, nothing that calls itself from its left', () => {
  expect(() => new PlanParser(true)).not.toThrow();
});
