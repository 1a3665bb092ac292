import type { Model } from '../model/model.ts';
import type { Plan } from '../workspace/plan.ts';

/** What a plan says of itself in its head, read once for all rules. */
export interface PlanFacts {
  readonly period: string;
  /** The language of its words; `en` where it does not say. */
  readonly language: string;
  readonly translations: readonly string[];
  readonly status: string;
  /** The names of the plans and libraries that it uses. */
  readonly uses: readonly string[];
}

const words = (value: string): string[] =>
  value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** Reads the head of a plan. */
export function readFacts(model: Model, plan: Plan | undefined): PlanFacts {
  const root = plan && model.root(plan);
  return {
    period: root?.value('period') ?? '',
    language: root?.value('language') || 'en',
    translations: words(root?.value('translations') ?? ''),
    status: root?.value('status').toLowerCase() ?? '',
    uses: words(root?.value('uses') ?? ''),
  };
}

/** True where two readings of a head say the same. */
export const sameFacts = (a: PlanFacts, b: PlanFacts): boolean => JSON.stringify(a) === JSON.stringify(b);
