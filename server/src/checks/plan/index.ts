import type { Rule } from '../rule.ts';

/** The rules of the group `plan`, in the order in which the reference prints them. */
export const planRules: readonly Rule[] = [];
