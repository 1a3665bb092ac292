import { fieldOn } from '@goldthread/grammar';
import type { Item, Link } from './item.ts';
import type { Model } from './model.ts';

/** How an item comes to be linked: the field names it, one is written in the other's block, or an item above has it. */
export type LinkOrigin = 'written' | 'implied' | 'inherited';

/** A link that has been followed to its end. */
export interface Linked {
  readonly item: Item;
  readonly origin: LinkOrigin;
  /** The place that names it, for written links. */
  readonly link?: Link;
}

/** The items that an item is linked to by a field, as written or as implied by where they stand; each once. */
export function direct(model: Model, item: Item, relation: string): Linked[] {
  const found = new Map<Item, Linked>();
  const field = fieldOn(item.key, relation);
  for (const link of item.links) {
    if (link.relation !== relation) continue;
    const target = model.target(link);
    if (target && !found.has(target) && field?.to?.includes(target.key)) found.set(target, { item: target, origin: 'written', link });
  }
  const implied = field?.impliedBy;
  if (implied) {
    if (item.parent?.key === implied) add(found, item.parent, 'implied');
    for (const child of item.children) if (child.key === implied) add(found, child, 'implied');
  }
  return [...found.values()];
}

/**
 * The items that an item is linked to, those included that it has from the priority above it, and, where it names
 * priorities of the plan that its plan delivers, those that they have.
 */
export function linked(model: Model, item: Item, relation: string): Linked[] {
  const found = new Map<Item, Linked>();
  const waiting = [item];
  const seen = new Set<Item>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const one of direct(model, next, relation))
      if (next === item) found.set(one.item, one);
      else add(found, one.item, 'inherited');
    if (next.key !== 'priority') continue;
    if (next.parent?.key === 'priority') waiting.push(next.parent);
    for (const delivered of direct(model, next, 'priorities')) if (delivered.item.plan !== next.plan) waiting.push(delivered.item);
  }
  return [...found.values()];
}

/** The items that are linked to this one by a field, as written or implied, of one kind if given; each once. */
export function linking(model: Model, item: Item, relation: string, kind?: string): Item[] {
  const found = new Set<Item>();
  for (const link of model.naming(item))
    if (link.relation === relation && (!kind || link.from.key === kind) && model.target(link) === item) found.add(link.from);
  for (const near of item.parent ? [item.parent, ...item.children] : item.children)
    if ((!kind || near.key === kind) && fieldOn(near.key, relation)?.impliedBy === item.key) found.add(near);
  return [...found];
}

/** The measures that answer a question: those it names or holds, and those that name it. */
export function measuresOf(model: Model, kpq: Item): Item[] {
  const own = direct(model, kpq, 'measures').map((one) => one.item);
  return [...new Set([...own, ...linking(model, kpq, 'kpqs', 'measure')])];
}

/** The questions that a measure answers: those it names or stands in, and those that name it. */
export function questionsOf(model: Model, measure: Item): Item[] {
  const own = direct(model, measure, 'kpqs').map((one) => one.item);
  return [...new Set([...own, ...linking(model, measure, 'measures', 'kpq')])];
}

/**
 * The priorities that an action serves: the one it stands in and those above that, and those that it, its group or its
 * section names.
 */
export function prioritiesServed(model: Model, action: Item): Item[] {
  const found = new Set<Item>();
  for (let item: Item | undefined = action; item; item = item.parent) {
    if (item.key === 'priority') found.add(item);
    else for (const named of direct(model, item, 'priorities')) found.add(named.item);
  }
  return [...found];
}

/** The value of a field that a priority, group or section hands down to the actions in it: the nearest that has it. */
export function holderOf(item: Item, field: string): Item | undefined {
  for (let at: Item | undefined = item; at; at = at.parent) if (at.has(field)) return at;
  return undefined;
}

/** True for an outcome that belongs to one priority or to narrative: it stands in another item. No thread is asked of it. */
export const isLocal = (outcome: Item): boolean => outcome.parent !== undefined;

function add(found: Map<Item, Linked>, item: Item, origin: LinkOrigin): void {
  if (!found.has(item)) found.set(item, { item, origin });
}
