import type { Rule } from '../rule.ts';
import { unknownKey } from './unknown-key.ts';

/** The rules of the group `syntax`, in the order in which the reference prints them. */
export const syntaxRules: readonly Rule[] = [unknownKey];
