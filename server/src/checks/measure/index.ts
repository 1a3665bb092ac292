import type { Rule } from '../rule.ts';

/** The rules of the group `measure`, in the order in which the reference prints them. */
export const measureRules: readonly Rule[] = [];
