import type { Rule } from '../rule.ts';

/** The rules of the group `kpq`, in the order in which the reference prints them. */
export const kpqRules: readonly Rule[] = [];
