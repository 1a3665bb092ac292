import type { Rule } from '../rule.ts';

/** The rules of the group `access`, in the order in which the reference prints them. */
export const accessRules: readonly Rule[] = [];
