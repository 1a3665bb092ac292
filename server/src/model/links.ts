import { fieldOn } from '@goldthread/grammar';
import type { Item, Link } from './item.ts';
import type { Model } from './model.ts';
import { nested } from './nested.ts';

/** How an item comes to be linked: the field names it, one is written in the other's block, or an item above has it. */
export type LinkOrigin = 'written' | 'implied' | 'inherited';

/** A link that has been followed to its end. */
export interface Linked {
  readonly item: Item;
  readonly origin: LinkOrigin;
  /** The place that names it, for written links. */
  readonly link?: Link;
}

/** The items of one that has no links: one list for all, never written to. */
const none: Linked[] = [];

/** Some items and one more, unless it is among them: the same list, if there are any. */
function withOne(found: Linked[], one: Linked): Linked[] {
  if (found.length === 0) return [one];
  if (!found.some((known) => known.item === one.item)) found.push(one);
  return found;
}

/** The item that one stands in. A section only gathers: what stands in it stands in what the section stands in. */
function holding(item: Item): Item | undefined {
  let holder = item.parent;
  while (holder?.key === 'section') holder = holder.parent;
  return holder;
}

/** The items that stand in one, those in its sections among them. */
function heldBy({ children }: Item): readonly Item[] {
  if (!children.some(isSection)) return children;
  const held: Item[] = [];
  const waiting = children.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    held.push(next);
    if (isSection(next)) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return held;
}

const isSection = (item: Item): boolean => item.key === 'section';

/** The items that an item is linked to by a field, as written or as implied by where they stand; each once. */
export function direct(model: Model, item: Item, relation: string): Linked[] {
  let found = none;
  const field = fieldOn(item.key, relation);
  for (const link of item.links) {
    if (link.relation !== relation) continue;
    const target = model.target(link);
    if (target && field?.to?.includes(target.key)) found = withOne(found, { item: target, origin: 'written', link });
  }
  const implied = field?.impliedBy;
  if (implied) {
    const holder = holding(item);
    if (holder?.key === implied) found = withOne(found, { item: holder, origin: 'implied' });
    for (const child of heldBy(item))
      if (child.key === implied) found = withOne(found, { item: child, origin: 'implied' });
  }
  return found;
}

/**
 * The items that an item is linked to, those included that it has from the priority above it, and, where it names
 * priorities of the plan that its plan delivers, those that they have.
 */
export const linked = (model: Model, item: Item, relation: string): readonly Linked[] =>
  model.remembered(relation, item, () => {
    let found = direct(model, item, relation);
    if (item.key === 'priority')
      for (const giver of giversOf(model, item))
        for (const one of direct(model, giver, relation))
          found = withOne(found, { item: one.item, origin: 'inherited' });
    return found;
  });

/**
 * True where an item is linked by a field, or names something in it that is not there: that is a mistake of its own, and not also
 * a link that is missing.
 */
export const isLinked = (model: Model, item: Item, relation: string): boolean =>
  linked(model, item, relation).length > 0 ||
  item.links.some((link) => link.relation === relation && model.target(link) === undefined);

/** The priorities whose links a priority has too: those above it, and those of the plan that its plan delivers. */
function giversOf(model: Model, priority: Item): Iterable<Item> {
  if (priority.parent?.key !== 'priority' && !priority.links.some(({ relation }) => relation === 'priorities'))
    return [];
  const givers = new Set<Item>();
  const waiting = [priority];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const givenBy = direct(model, next, 'priorities').flatMap((one) => (one.item.plan === next.plan ? [] : [one.item]));
    if (next.parent?.key === 'priority') givenBy.push(next.parent);
    for (const giver of givenBy) {
      if (giver === priority || givers.has(giver)) continue;
      givers.add(giver);
      waiting.push(giver);
    }
  }
  return givers;
}

/** The items that are linked to this one by a field, as written or implied, of one kind if given; each once. */
export const linking = (model: Model, item: Item, relation: string, kind?: string): readonly Item[] =>
  model.remembered(backwards(relation, kind ?? ''), item, () => followBack(model, item, relation, kind));

/** True where any item of a kind is linked to this one by a field. However many there are, it takes no longer than to find the first. */
export const isLinkedFrom = (model: Model, item: Item, relation: string, kind: string): boolean =>
  followBack(model, item, relation, kind, 1).length > 0;

/** Under what the items that are linked by a field are remembered. */
function backwards(relation: string, kind: string): string {
  const byKind = nested(questions, relation);
  let question = byKind.get(kind);
  if (question === undefined) {
    question = `← ${relation} ${kind}`;
    byKind.set(kind, question);
  }
  return question;
}
const questions = new Map<string, Map<string, string>>();

/** The items that are linked to one by a field; where there are more than `most`, some of them. */
function followBack(
  model: Model,
  item: Item,
  relation: string,
  kind?: string,
  most = Number.POSITIVE_INFINITY,
): Item[] {
  const found = new Set<Item>();
  const counts = (other: Item): boolean => kind === undefined || other.key === kind;
  for (const link of model.naming(item)) {
    if (found.size >= most) break;
    if (link.relation === relation && counts(link.from) && model.target(link) === item) found.add(link.from);
  }
  const holder = holding(item);
  for (const near of holder ? [holder, ...heldBy(item)] : heldBy(item))
    if (counts(near) && fieldOn(near.key, relation)?.impliedBy === item.key) found.add(near);
  return [...found];
}

/** The measures that answer a question: those it names or holds, and those that name it. */
export function measuresOf(model: Model, kpq: Item): Item[] {
  return together(direct(model, kpq, 'measures'), linking(model, kpq, 'kpqs', 'measure'));
}

/** The questions that a measure answers: those it names or stands in, and those that name it. */
export function questionsOf(model: Model, measure: Item): Item[] {
  return together(direct(model, measure, 'kpqs'), linking(model, measure, 'measures', 'kpq'));
}

/** The items that links lead to, and others; each once. */
function together(links: readonly Linked[], others: readonly Item[]): Item[] {
  const own = links.map((one) => one.item);
  return others.length === 0 ? own : [...new Set([...own, ...others])];
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
