import type { Rule } from '../rule.ts';
import { unsure } from './unsure.ts';

/** The rules of the group `import`. */
export const importRules: readonly Rule[] = [unsure];
