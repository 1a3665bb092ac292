import { fieldOn, isReferenceShaped } from '@goldthread/grammar';
import type { Item, Link } from '../model/item.ts';
import { linked } from '../model/links.ts';
import type { Model } from '../model/model.ts';

/** How a link between two items stands, and whether writing at the first of them could change that. */
export interface LinkState {
  /** True where the first is linked to the second, however it comes to be so. */
  readonly on: boolean;
  /** True where it depends on nothing but what the field of the first item says. */
  readonly canChange: boolean;
  /** The places that name the second item. */
  readonly written: readonly Link[];
  /** Where the link comes from besides, or instead: one stands in the other, or an item hands it down. */
  readonly because?: { readonly origin: 'implied' | 'inherited'; readonly item: Item } | undefined;
}

/** How a link stands that a field of one item makes to another. */
export const linkState = (model: Model, from: Item, relation: string, to: Item): LinkState =>
  linkStates(model, from, relation)(to, () => canBeMade(model, from, relation, to));

/** A link that is not there, and can be made or not. */
const off: Readonly<Record<'can' | 'cannot', LinkState>> = {
  can: { on: false, canChange: true, written: [] },
  cannot: { on: false, canChange: false, written: [] },
};

/** How the links stand that a field of an item makes: asked once for the item, then for each other item and whether that could be named. */
export function linkStates(
  model: Model,
  from: Item,
  relation: string,
): (to: Item, canBeMade: () => boolean) => LinkState {
  const written = writtenLinks(model, from, relation);
  const handed = handedDown(model, from, relation);
  const implied = fieldOn(from.key, relation)?.impliedBy;
  return (to, canBe) => {
    const links = written.get(to);
    const isImplied = implied === to.key && (from.parent === to || to.parent === from);
    const giver = isImplied ? undefined : handed.get(to);
    const because = isImplied
      ? ({ origin: 'implied', item: to } as const)
      : giver && ({ origin: 'inherited', item: giver } as const);
    if (because) return { on: true, canChange: false, written: links ?? [], because };
    if (links) return { on: true, canChange: from.plan?.shipped === false, written: links };
    return canBe() ? off.can : off.cannot;
  };
}

/** The places at which a field of an item names others, by those. */
function writtenLinks(model: Model, from: Item, relation: string): Map<Item, Link[]> {
  const found = new Map<Item, Link[]>();
  const kinds = fieldOn(from.key, relation)?.to;
  for (const link of from.links) {
    const target = link.relation === relation ? model.target(link) : undefined;
    if (!target || !kinds?.includes(target.key)) continue;
    const links = found.get(target);
    if (links) links.push(link);
    else found.set(target, [link]);
  }
  return found;
}

/** What is handed down to an item by the priorities next to it, and by which of them. */
function handedDown(model: Model, from: Item, relation: string): Map<Item, Item> {
  const found = new Map<Item, Item>();
  for (const giver of giversOf(model, from))
    for (const { item } of linked(model, giver, relation)) if (!found.has(item)) found.set(item, giver);
  return found;
}

/** The priorities next to one that hand their links down to it: the one above, and those of the plan that its plan delivers. */
function giversOf(model: Model, { key, parent, plan, links }: Item): Item[] {
  if (key !== 'priority') return [];
  const above = parent?.key === 'priority' ? [parent] : [];
  const delivered = links.flatMap((link) => (link.relation === 'priorities' ? (model.target(link) ?? []) : []));
  return [...above, ...delivered.filter((one) => one.key === 'priority' && one.plan !== plan)];
}

/** True where a link could be written: its field may name such an item, and the item has a name, or can be given one. */
export function canBeMade(model: Model, from: Item, relation: string, to: Item): boolean {
  const field = fieldOn(from.key, relation);
  if (!field?.to?.includes(to.key) || from === to || !from.plan || from.plan.shipped) return false;
  return to.id === undefined ? to.plan?.shipped === false : nameFrom(model, from, to) !== undefined;
}

/**
 * What an item is called where another one names it: its id, with the plan or library before a dot where it stands in another one.
 * Undefined where that would name nothing, or something else.
 */
export function nameFrom(model: Model, from: Item, to: Item): string | undefined {
  if (to.id === undefined || !from.plan || !to.plan) return undefined;
  const isOwn = from.plan === to.plan;
  const name = isOwn ? to.id : `${to.plan.id}.${to.id}`;
  const home = isOwn ? to.plan : model.library(from.plan, to.plan.id);
  return isReferenceShaped(name) && home === to.plan && model.withId(home, to.id)[0] === to ? name : undefined;
}
