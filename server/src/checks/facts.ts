import { fieldOn, kindOfPlural, readChoice } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { Plan } from '../workspace/plan.ts';

/** What a plan says of itself in its head, read once for all rules. */
export interface PlanFacts {
  /** What sort of document it is, in English: `plan`, `delivery plan`, `summary` …; empty where it does not say. */
  readonly kind: string;
  readonly period: string;
  /** The language of its words; `en` where it does not say. */
  readonly language: string;
  readonly translations: readonly string[];
  /** How far it has come, in English: `draft`, `approved` …; empty where it does not say. */
  readonly status: string;
  /** The names of the plans and libraries that it uses. */
  readonly uses: readonly string[];
  /** The kinds that it numbers, in the singular and in English: `priority`. */
  readonly numbering: readonly string[];
}

const words = (value: string): string[] =>
  value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** The English word for what a plan's head chooses from a list; the word as written where the list does not have it. */
function chosen(root: Item | undefined, key: string): string {
  const written = root?.value(key) ?? '';
  if (!written) return '';
  const { choices = [], choicesCy = [] } = fieldOn('plan', key) ?? {};
  return readChoice(written, choices, choicesCy, 'cy').value ?? written.toLowerCase();
}

/** Reads the head of a plan. */
export function readFacts(model: Model, plan: Plan | undefined): PlanFacts {
  const root = plan && model.root(plan);
  return {
    kind: chosen(root, 'kind'),
    period: root?.value('period') ?? '',
    language: root?.value('language') || 'en',
    translations: words(root?.value('translations') ?? ''),
    status: chosen(root, 'status'),
    uses: words(root?.value('uses') ?? ''),
    numbering: words(root?.value('numbering') ?? '').flatMap((plural) => kindOfPlural(plural)?.key ?? []),
  };
}

/** True where two readings of a head say the same. */
export const sameFacts = (a: PlanFacts, b: PlanFacts): boolean => JSON.stringify(a) === JSON.stringify(b);
