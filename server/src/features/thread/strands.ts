import type { Item } from '../../model/item.ts';
import { direct, type LinkOrigin, linked, linking } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';

/** One piece of the golden thread: an item, and another that it serves. */
export interface Strand {
  /** The item that serves. */
  readonly from: Item;
  /** The item that is served. */
  readonly to: Item;
  /** Whether it is written, comes of one standing in the other, or is handed down from an item above. */
  readonly origin: LinkOrigin;
}

/** The fields by which an item names what it serves. */
const serving = ['outcomes', 'kpqs', 'priorities', 'goals', 'requirements'];
/** The field by which an item names what serves it: a measure answers the question, and shows the effect of the action, that names it. */
const servedByField = 'measures';

/** The kinds that the golden thread runs through: inside each other, the inner one serves the outer one. */
const onThread = new Set([
  'outcome',
  'kpq',
  'measure',
  'theme',
  'priority',
  'action',
  'milestone',
  'framework',
  'goal',
  'requirement',
]);
/** Kinds that only gather others, which serve what they name and what they stand in. */
const gathering = new Set(['group', 'section']);

/** What an item serves, each once: what it names, what it stands in, and what is handed down to it. */
export const served = (model: Model, item: Item): readonly Strand[] =>
  model.remembered('what it serves', item, () => {
    const strands = new Map<Item, Strand>();
    const add = (to: Item, origin: LinkOrigin): void => {
      if (to !== item && !strands.has(to)) strands.set(to, { from: item, to, origin });
    };
    if (item.key === 'duty') return [];
    for (const relation of serving) for (const one of linked(model, item, relation)) add(one.item, one.origin);
    for (const asker of linking(model, item, servedByField))
      if (onThread.has(asker.key)) add(asker, originOf(item, asker));
    let above = item.parent;
    for (; above && gathering.has(above.key); above = above.parent)
      if (item.key === 'action') for (const one of direct(model, above, 'priorities')) add(one.item, 'inherited');
    if (above && servesWhereItStands(item, above)) add(above, 'implied');
    return [...strands.values()];
  });

/** What serves an item, each once, by file and by where they stand: who names it, what it holds, and what stands under a heading that names it. */
export const servants = (model: Model, item: Item): readonly Strand[] =>
  model.remembered('what serves it', item, () => {
    const strands = new Map<Item, Strand>();
    const add = (from: Item, origin: LinkOrigin): void => {
      if (from !== item && !strands.has(from)) strands.set(from, { from, to: item, origin });
    };
    for (const relation of serving)
      for (const from of linking(model, item, relation))
        if (gathering.has(from.key)) for (const action of gathered(from, 'action')) add(action, 'inherited');
        else if (from.key !== 'duty') add(from, originOf(from, item));
    if (item.key !== 'chart') for (const one of direct(model, item, servedByField)) add(one.item, one.origin);
    for (const below of held(item)) if (servesWhereItStands(below, item)) add(below, 'implied');
    return [...strands.values()].sort((a, b) => compareItems(a.from, b.from, item));
  });

const originOf = (a: Item, b: Item): LinkOrigin => (a.parent === b || b.parent === a ? 'implied' : 'written');

/** An outcome that stands in a priority is what that priority is for; all else serves what it stands in. */
const servesWhereItStands = (inner: Item, outer: Item): boolean =>
  onThread.has(inner.key) && onThread.has(outer.key) && inner.key !== 'outcome';

/** The items that stand in one, or under a heading in it that only gathers them. */
function* held(item: Item): Generator<Item> {
  const waiting = item.children.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop())
    if (gathering.has(next.key)) waiting.push(...next.children.toReversed());
    else yield next;
}

/** The items of a kind under a heading. */
export const gathered = (heading: Item, kind: string): Item[] => [...held(heading)].filter(({ key }) => key === kind);

/** Compares two items by where they stand; those of the plan of an item come before others. */
function compareItems(a: Item, b: Item, item: Item): number {
  if (a.plan === b.plan) return (a.plan?.compareBlocks(a.placed, b.placed) ?? 0) || a.entry.at - b.entry.at;
  if (a.plan === item.plan) return -1;
  if (b.plan === item.plan) return 1;
  return (a.plan?.root.path ?? '') < (b.plan?.root.path ?? '') ? -1 : 1;
}
