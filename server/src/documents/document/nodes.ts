import type { Entry, Field, Stray } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { BlockContent } from '../../model/read-block.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';

/** What stands in a plan or in an item, one after another. `until` is where its part of the block ends, all that stands in it included. */
export type Node = Placing &
  (
    | { readonly type: 'item'; readonly item: Item; readonly entry: Entry }
    | { readonly type: 'field'; readonly field: Field; readonly entry: Entry }
    /** A line whose key nobody understands; what stands in it follows as nodes of their own. */
    | { readonly type: 'unknown'; readonly entry: Entry }
    /** A line with no key. */
    | { readonly type: 'stray'; readonly stray: Stray }
  );

interface Placing {
  readonly placed: PlacedBlock;
  /** Offsets in the block. */
  readonly at: number;
  readonly until: number;
}

/** What stands in an item, up to an offset of its block. */
export const nodesIn = (item: Item, until: number): Node[] =>
  read(item.placed, item.entry.children, item.children, item.entry.at + 1, until);

/** What stands in a block at its left margin. */
export const nodesOf = ({ placed, items }: BlockContent): Node[] =>
  read(placed, placed.block.entries, items, 0, placed.block.text.length);

/** `items` are those that the entries stand for, in the order of the text, perhaps with others between them. */
function read(
  placed: PlacedBlock,
  entries: readonly Entry[],
  items: readonly Item[],
  from: number,
  until: number,
): Node[] {
  const nodes: Node[] = [];
  const { strays } = placed.block;
  let stray = firstFrom(strays, from);
  const addStrays = (end: number): void => {
    for (let next = strays[stray]; next && next.at < end; next = strays[++stray])
      nodes.push({ type: 'stray', placed, stray: next, at: next.at, until: next.end });
  };
  let item = 0;
  const waiting: Entry[] = entries.toReversed();
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    addStrays(entry.at);
    const { definition, at } = entry;
    const next = waiting.at(-1)?.at ?? until;
    const end = stray < strays.length ? endOf(entry, next, strays, stray) : next;
    if (definition?.item) {
      while (items[item] && items[item]?.entry !== entry) item++;
      const own = items[item];
      if (own) nodes.push({ type: 'item', placed, item: own, entry, at, until: end });
      // The strays in an item are told with it.
      stray = firstFrom(strays, end);
    } else if (definition) nodes.push({ type: 'field', placed, field: definition, entry, at, until: entry.end });
    else {
      nodes.push({ type: 'unknown', placed, entry, at, until: entry.end });
      for (let index = entry.children.length - 1; index >= 0; index--) waiting.push(entry.children[index] as Entry);
    }
  }
  addStrays(until);
  return nodes;
}

/** Where an item ends: before a line with no key that is no deeper than the item itself, unless more of the item follows. */
function endOf(entry: Entry, next: number, strays: readonly Stray[], from: number): number {
  let last = entry;
  for (let below = last.children.at(-1); below; below = last.children.at(-1)) last = below;
  for (let index = from; index < strays.length; index++) {
    const { at, indent } = strays[index] as Stray;
    if (at >= next) break;
    if (at > last.at && indent <= entry.indent) return at;
  }
  return next;
}

/** The first of some strays that stands at an offset or behind it. */
function firstFrom(strays: readonly Stray[], offset: number): number {
  let low = 0;
  let high = strays.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((strays[middle] as Stray).at < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
