import type { Rule } from '../rule.ts';
import { closedQuestion } from './closed-question.ts';
import { notAQuestion } from './not-a-question.ts';

/** The rules of the group `kpq`, in the order in which the reference prints them. */
export const kpqRules: readonly Rule[] = [notAQuestion, closedQuestion];
