import type { Rule } from '../rule.ts';
import { duplicateId } from './duplicate-id.ts';

/** The rules of the group `reference`, in the order in which the reference prints them. */
export const referenceRules: readonly Rule[] = [duplicateId];
