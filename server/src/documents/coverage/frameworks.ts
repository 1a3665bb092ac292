import { covered } from '../../checks/coverage/covered.ts';
import type { Item } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';

/** The fields by which items say that they serve a goal or meet a requirement. */
export const servingFields: Readonly<Record<string, string>> = { goal: 'goals', requirement: 'requirements' };

/**
 * The frameworks that a plan with some items answers to, each once: those that it says it covers, its own, those of the libraries that it uses, and
 * those of which it names something.
 */
export function frameworksOf(model: Model, plan: Plan, items: readonly Item[]): Item[] {
  const found = new Set<Item>(covered(model, plan).map(({ framework }) => framework));
  const root = model.root(plan);
  addFrameworks(found, items);
  for (const link of root?.links ?? []) {
    const used = link.relation === 'uses' ? model.target(link)?.plan : undefined;
    if (used && used !== plan) addFrameworks(found, model.items(used));
  }
  const relations = new Set(Object.values(servingFields));
  for (const item of items)
    for (const link of item.links) {
      const target = relations.has(link.relation) ? model.target(link) : undefined;
      const framework = target && servingFields[target.key] !== undefined ? target.above('framework') : undefined;
      if (framework) found.add(framework);
    }
  return [...found];
}

/** Puts the frameworks among some items that ask for anything to those that are found. */
function addFrameworks(found: Set<Item>, items: Iterable<Item>): void {
  for (const item of items) if (item.key === 'framework' && pointsOf(item).length > 0) found.add(item);
}

/** The goals and requirements of a framework, outermost first, in the order of the text. */
export const pointsOf = (framework: Item): Item[] =>
  [...framework.withBelow()].filter(({ key }) => servingFields[key] !== undefined);
