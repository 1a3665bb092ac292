import { wordsFor } from '../words.ts';
import type { Action, Asking } from './action.ts';

const table = {
  en: { explain: (rule: string) => `Explain this check (${rule})` },
  cy: { explain: (rule: string) => `Esbonio’r gwiriad hwn (${rule})` },
};

/** How many rules are explained at a time. */
const MOST = 5;

/** Shows the page of a rule that finds something here: what it checks, why, and how a plan looks without the fault. */
export function explain({ found, can, language }: Asking): Action[] {
  if (!can.explains) return [];
  const rules = [...new Set(found.map(({ rule }) => rule))].slice(0, MOST);
  return rules.map((rule) => ({
    title: wordsFor(table, language).explain(rule),
    kind: 'quickfix',
    mends: found.filter((diagnostic) => diagnostic.rule === rule),
    explains: rule,
  }));
}
