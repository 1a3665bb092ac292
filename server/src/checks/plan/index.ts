import type { Rule } from '../rule.ts';
import { noOrganisation } from './no-organisation.ts';
import { noPeriod } from './no-period.ts';

/** The rules of the group `plan`, in the order in which the reference prints them. */
export const planRules: readonly Rule[] = [noPeriod, noOrganisation];
