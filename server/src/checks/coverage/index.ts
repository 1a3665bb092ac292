import type { Rule } from '../rule.ts';
import { goalNotServed } from './goal-not-served.ts';
import { requirementNotMet } from './requirement-not-met.ts';

/** The rules of the group `coverage`, in the order in which the reference prints them. */
export const coverageRules: readonly Rule[] = [requirementNotMet, goalNotServed];
