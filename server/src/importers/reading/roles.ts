/** What stands in fixed blocks: tables. */
import type { Role } from './phrases.ts';

/** The kinds of item that the points of a block are, where they are items. */
export const itemsOfRole: Partial<Record<Role | 'facts', string>> = {
  actions: 'action',
  outcomes: 'outcome',
  kpqs: 'kpq',
  measures: 'measure',
  values: 'value',
  principles: 'principle',
  duties: 'duty',
  aims: 'aim',
  milestones: 'milestone',
  partners: 'partner',
  glossary: 'term',
  vision: 'vision',
  mission: 'mission',
};

/** Blocks whose items stand at the margin of a plan under a heading that the plan prints. Others are chapters there. */
export const standsAlone: ReadonlySet<Role> = new Set([
  'outcomes',
  'kpqs',
  'measures',
  'vision',
  'mission',
  'values',
  'principles',
  'aims',
  'milestones',
]);

/** Kinds that stand at the margin of a plan wherever the document has them. */
export const atMargin: ReadonlySet<string> = new Set(['kpq', 'partner', 'term', 'milestone']);

/** The label that a block's heading is printed by. */
export const labelOfRole: Partial<Record<Role, string>> = {
  why: 'why',
  actions: 'actions',
  outcomes: 'outcomes',
  kpqs: 'kpqs',
  measures: 'measures',
  vision: 'vision',
  mission: 'mission',
  values: 'values',
  principles: 'principles',
  aims: 'aims',
  milestones: 'milestones',
};
