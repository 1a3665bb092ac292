import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { RuleContext } from '../rule.ts';

/** The first entries of the libraries that a plan uses and that are there. What another plan says is for its own readers. */
export function librariesOf(plan: Plan, context: RuleContext): readonly Item[] {
  const found: Item[] = [];
  for (const name of context.facts(plan).uses) {
    const used = context.model.library(plan, name);
    const root = used?.kind === 'library' && used !== plan ? context.model.root(used) : undefined;
    if (root) found.push(root);
  }
  return found;
}

/** True where a plan uses another plan. */
export const usesPlan = (plan: Plan, context: RuleContext): boolean =>
  context.facts(plan).uses.some((name) => context.model.library(plan, name)?.kind === 'plan');
