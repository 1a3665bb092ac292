import { kindOfPlural } from '@goldthread/grammar';
import type { Plan } from '../workspace/plan.ts';
import type { Item } from './item.ts';
import type { Model } from './model.ts';

/** Kinds that only gather others: what they hold is counted on from one to the next. */
const gathering = new Set(['theme', 'group']);

/**
 * The printed numbers of a plan, as its `numbering` asks. Items of a kind are counted in the item that holds them: the
 * plan, a section, a priority; an item inside one of its own kind takes that one's number first (“2.1”).
 */
export function numbers(model: Model, plan: Plan): Map<Item, string> {
  const found = new Map<Item, string>();
  const asked = model.root(plan)?.value('numbering') ?? '';
  const kinds = new Set(asked.split(',').map((plural) => kindOfPlural(plural.trim())?.key));
  const counts = new Map<Item | Plan, Map<string, number>>();
  for (const item of model.items(plan)) {
    if (!kinds.has(item.key)) continue;
    let holder = item.parent;
    while (holder && gathering.has(holder.key)) holder = holder.parent;
    const counted = counts.get(holder ?? plan) ?? new Map<string, number>();
    counts.set(holder ?? plan, counted);
    const count = (counted.get(item.key) ?? 0) + 1;
    counted.set(item.key, count);
    const above = holder?.key === item.key ? found.get(holder) : undefined;
    found.set(item, above ? `${above}.${count}` : String(count));
  }
  return found;
}
