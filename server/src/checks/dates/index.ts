import type { Rule } from '../rule.ts';

/** The rules of the group `dates`, in the order in which the reference prints them. */
export const datesRules: readonly Rule[] = [];
