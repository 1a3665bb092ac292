import type { Rule } from '../rule.ts';
import { dataMalformed } from './data-malformed.ts';
import { dataMissing } from './data-missing.ts';
import { directionInTitle } from './direction-in-title.ts';
import { noBaseline } from './no-baseline.ts';
import { noFrequency } from './no-frequency.ts';
import { noOwner } from './no-owner.ts';
import { noSource } from './no-source.ts';
import { noTarget } from './no-target.ts';
import { noUnit } from './no-unit.ts';
import { targetAgainstDirection } from './target-against-direction.ts';

/** The rules of the group `measure`, in the order in which the reference prints them. */
export const measureRules: readonly Rule[] = [
  noBaseline,
  noTarget,
  noUnit,
  noSource,
  noFrequency,
  noOwner,
  targetAgainstDirection,
  directionInTitle,
  dataMissing,
  dataMalformed,
];
