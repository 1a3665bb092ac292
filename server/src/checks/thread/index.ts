import type { Rule } from '../rule.ts';
import { kpqOutsideOutcomes } from './kpq-outside-outcomes.ts';
import { kpqWithoutMeasure } from './kpq-without-measure.ts';
import { kpqWithoutOutcome } from './kpq-without-outcome.ts';
import { kpqWithoutPriority } from './kpq-without-priority.ts';
import { kpqsTooMany } from './kpqs-too-many.ts';
import { measureWithoutKpq } from './measure-without-kpq.ts';
import { outcomeNotAsked } from './outcome-not-asked.ts';
import { outcomeWithoutKpq } from './outcome-without-kpq.ts';
import { outcomeWithoutPriority } from './outcome-without-priority.ts';
import { priorityWithoutAction } from './priority-without-action.ts';
import { priorityWithoutKpq } from './priority-without-kpq.ts';
import { priorityWithoutOutcome } from './priority-without-outcome.ts';
import { priorityWithoutWhy } from './priority-without-why.ts';

/** The rules of the group `thread`, in the order in which the reference prints them. */
export const threadRules: readonly Rule[] = [
  priorityWithoutOutcome,
  priorityWithoutKpq,
  outcomeWithoutPriority,
  outcomeWithoutKpq,
  kpqWithoutOutcome,
  kpqWithoutPriority,
  kpqWithoutMeasure,
  measureWithoutKpq,
  priorityWithoutAction,
  priorityWithoutWhy,
  kpqOutsideOutcomes,
  outcomeNotAsked,
  kpqsTooMany,
];
