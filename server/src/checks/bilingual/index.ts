import type { Rule } from '../rule.ts';

/** The rules of the group `bilingual`, in the order in which the reference prints them. */
export const bilingualRules: readonly Rule[] = [];
