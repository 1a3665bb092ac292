import type { Rule } from '../rule.ts';
import { capitals } from './capitals.ts';
import { headingSkipped } from './heading-skipped.ts';
import { imageWithoutAlt } from './image-without-alt.ts';
import { linkText } from './link-text.ts';
import { tableWithoutHeader } from './table-without-header.ts';

/** The rules of the group `access`, in the order in which the reference prints them. */
export const accessRules: readonly Rule[] = [imageWithoutAlt, headingSkipped, linkText, capitals, tableWithoutHeader];
