import type { Rule } from '../rule.ts';

/** The rules of the group `evidence`, in the order in which the reference prints them. */
export const evidenceRules: readonly Rule[] = [];
