import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { RuleContext } from '../rule.ts';

/** The first entries of the plans and libraries that a plan uses and that are there. */
export function usedBy(plan: Plan, context: RuleContext): readonly Item[] {
  const found: Item[] = [];
  for (const name of context.facts(plan).uses) {
    const used = context.model.library(plan, name);
    const root = used && used !== plan ? context.model.root(used) : undefined;
    if (root) found.push(root);
  }
  return found;
}
