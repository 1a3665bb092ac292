import type { Rule } from '../rule.ts';
import { chartWithoutData } from './chart-without-data.ts';
import { figureWithoutImage } from './figure-without-image.ts';
import { leadInWithoutItems } from './lead-in-without-items.ts';
import { roleWithoutHolder } from './role-without-holder.ts';
import { statisticWithoutPeriod } from './statistic-without-period.ts';
import { statisticWithoutSource } from './statistic-without-source.ts';

/** The rules of the group `evidence`, in the order in which the reference prints them. */
export const evidenceRules: readonly Rule[] = [
  statisticWithoutSource,
  statisticWithoutPeriod,
  roleWithoutHolder,
  chartWithoutData,
  figureWithoutImage,
  leadInWithoutItems,
];
