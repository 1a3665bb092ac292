import type { Rule } from '../rule.ts';
import { figuresDiffer } from './figures-differ.ts';
import { missingTranslation } from './missing-translation.ts';
import { strayLanguage } from './stray-language.ts';

/** The rules of the group `bilingual`, in the order in which the reference prints them. */
export const bilingualRules: readonly Rule[] = [missingTranslation, figuresDiffer, strayLanguage];
