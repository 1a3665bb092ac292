import type { Rule } from '../rule.ts';

/** The rules of the group `consistency`, in the order in which the reference prints them. */
export const consistencyRules: readonly Rule[] = [];
