import type { Item } from '../model/item.ts';
import { type Bag, bagOfWords, inCommon } from './bag.ts';
import { isProse } from './said.ts';

/** So much of an item is looked at, in UTF-16 units: what is alike so far is alike. */
const ENOUGH = 4000;
/** With so many others at most each item is compared: those that have most of its rarer words. */
const CLOSEST = 10;
/** A word that so many items have says nothing of any of them. */
const COMMON = 40;

/** What items say, for finding the ones most alike. */
export class Likeness {
  private readonly bags = new WeakMap<Item, { readonly title: Bag; readonly all: Bag }>();

  /** How alike two items are, from 0 to 1: by their titles first, then by all that they say themselves. */
  of(one: Item, other: Item): number {
    const [a, b] = [this.bagsOf(one), this.bagsOf(other)];
    const all = inCommon(a.all, b.all);
    if (a.title.size === 0 || b.title.size === 0) return all;
    return 0.7 * inCommon(a.title, b.title) + 0.3 * all;
  }

  /** The pairs of items of a kind that are worth comparing: those that share words which few items have. */
  candidates(before: readonly Item[], after: readonly Item[]): (readonly [before: Item, after: Item])[] {
    const ofKind = Map.groupBy(after, ({ key }) => key);
    return [...Map.groupBy(before, ({ key }) => key)].flatMap(([key, items]) => {
      const others = ofKind.get(key) ?? [];
      const found = new Map<Item, Set<Item>>(items.map((item) => [item, new Set()]));
      // The closest of an item need not have it among their own closest: those of both sides count.
      for (const [item, other] of this.closest(items, others)) found.get(item)?.add(other);
      for (const [other, item] of this.closest(others, items)) found.get(item)?.add(other);
      return [...found].flatMap(([item, close]) => [...close].map((other) => [item, other] as const));
    });
  }

  /** Items, each with some of others that are closest to it. */
  private closest(items: readonly Item[], among: readonly Item[]): (readonly [item: Item, other: Item])[] {
    const withWord = new Map<string, Item[]>();
    for (const item of among)
      for (const word of this.bagsOf(item).all.counts.keys()) {
        const others = withWord.get(word);
        if (others) others.push(item);
        else withWord.set(word, [item]);
      }
    return items.flatMap((item) => {
      const shared = new Map<Item, number>();
      for (const word of this.bagsOf(item).all.counts.keys()) {
        const others = withWord.get(word) ?? [];
        if (others.length > COMMON && among.length > CLOSEST) continue;
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1 / others.length);
      }
      const closest = [...shared].sort(([, a], [, b]) => b - a).slice(0, CLOSEST);
      return closest.map(([other]) => [item, other] as const);
    });
  }

  private bagsOf(item: Item): { readonly title: Bag; readonly all: Bag } {
    let bags = this.bags.get(item);
    if (!bags) {
      bags = { title: bagOfWords(item.title), all: bagOfWords(saidBy(item).slice(0, ENOUGH)) };
      this.bags.set(item, bags);
    }
    return bags;
  }
}

/** All that an item says itself: its title and its fields. */
export const saidBy = (item: Item): string =>
  [item.title, ...item.fields.map((entry) => (isProse(entry) ? item.proseOf(entry) : item.valueOf(entry)))].join('\n');
