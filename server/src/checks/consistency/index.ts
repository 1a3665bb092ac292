import type { Rule } from '../rule.ts';
import { budgetSum } from './budget-sum.ts';
import { nameVaries } from './name-varies.ts';
import { nearDuplicateTitle } from './near-duplicate-title.ts';
import { termExplainedTwice } from './term-explained-twice.ts';
import { termNotExplained } from './term-not-explained.ts';
import { typedNumber } from './typed-number.ts';
import { wrongCount } from './wrong-count.ts';

/** The rules of the group `consistency`, in the order in which the reference prints them. */
export const consistencyRules: readonly Rule[] = [
  nearDuplicateTitle,
  typedNumber,
  wrongCount,
  termNotExplained,
  termExplainedTwice,
  nameVaries,
  budgetSum,
];
