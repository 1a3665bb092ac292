import type { Item } from '../model/item.ts';
import { inOneLine } from './layout.ts';
import { Likeness, saidBy } from './likeness.ts';
import { areTogether, placeOf } from './placed.ts';
import { itemsOf, type Side } from './side.ts';

/** Which item of the one state is which of the other. */
export interface Match {
  /** The items after, by those before. */
  readonly after: ReadonlyMap<Item, Item>;
  /** The items before, by those after. */
  readonly before: ReadonlyMap<Item, Item>;
  /** Items that are in one state only, in the printed order. */
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Items that are less alike than this are two, not one that was changed; nearer each other where they stand in the same item. */
const enough = { near: 0.5, far: 0.7 };

/**
 * Says which items of two states of a plan are the same: those with the same id; those that say the same, where they stand in the
 * same item first; those that hold the same items; then those most alike. Two items of different kinds are the same only where they
 * have the same id and are alike.
 */
export function match(before: Side, after: Side): Match {
  const old = itemsOf(before);
  const young = itemsOf(after);
  const likeness = new Likeness();
  const pairs = new Pairs(old, young);
  const [rootBefore, rootAfter] = [before, after].map(({ snapshot, plan }) => snapshot.model.root(plan));
  if (rootBefore && rootAfter) pairs.join(rootBefore, rootAfter);
  pairs.joinBy((item) => item.id && `${item.key} ${item.id}`);
  pairs.joinBy(
    ({ id }) => id,
    (one, other) => likeness.of(one, other) >= enough.far,
  );
  const said = (item: Item): string => `${item.key}\n${inOneLine(saidBy(item))}`;
  // What stands higher is told apart first: what stands in it is looked for there.
  pairs.joinBy(said, (one, other) => pairs.areNear(one, other));
  pairs.joinBy((item) => (item.title === '' ? undefined : said(item)));
  joinByContent(pairs);
  joinByLikeness(pairs, likeness);
  return {
    after: pairs.after,
    before: pairs.before,
    removed: pairs.left.before,
    added: pairs.left.after,
  };
}

/** Of items with the same key so many are looked at, the first that are left. */
const MOST = 200;

class Pairs {
  readonly after = new Map<Item, Item>();
  readonly before = new Map<Item, Item>();
  private readonly old: readonly Item[];
  private readonly young: readonly Item[];

  constructor(old: readonly Item[], young: readonly Item[]) {
    this.old = old;
    this.young = young;
  }

  /** Those of which nobody knows yet which they are in the other state, in the printed order. */
  get left(): { readonly before: readonly Item[]; readonly after: readonly Item[] } {
    return {
      before: this.old.filter((item) => !this.after.has(item)),
      after: this.young.filter((item) => !this.before.has(item)),
    };
  }

  join(before: Item, after: Item): void {
    this.after.set(before, after);
    this.before.set(after, before);
  }

  /** True where neither of two is known to be another one. */
  areFree(before: Item, after: Item): boolean {
    return !this.after.has(before) && !this.before.has(after);
  }

  /** True where two items stand in the same one, or both in none. */
  areNear(before: Item, after: Item): boolean {
    return areTogether(placeOf(before), placeOf(after), { after: (item) => this.after.get(item) });
  }

  /** Joins items with the same key that may be the same: the first with the first, the second with the second. */
  joinBy(keyOf: (item: Item) => string | undefined, mayBe: (before: Item, after: Item) => boolean = () => true): void {
    const { before, after } = this.left;
    const waiting = Map.groupBy(after, keyOf);
    for (const item of before) {
      const key = keyOf(item);
      const others = key === undefined ? undefined : waiting.get(key);
      const index = others?.slice(0, MOST).findIndex((other) => mayBe(item, other)) ?? -1;
      const found = index < 0 ? undefined : others?.splice(index, 1)[0];
      if (found) this.join(item, found);
    }
  }
}

/** Joins items of a kind that hold the same items: of what stands in either, more than half is what stands in the other. */
function joinByContent(pairs: Pairs): void {
  // Those that stand deepest first, so that what they are says what those above them are.
  for (const item of pairs.left.before.toReversed()) {
    const votes = new Map<Item, number>();
    for (const child of item.children) {
      const holder = pairs.after.get(child)?.parent;
      if (holder) votes.set(holder, (votes.get(holder) ?? 0) + 1);
    }
    for (const [other, count] of votes) {
      const most = Math.max(item.children.length, other.children.length);
      if (other.key === item.key && 2 * count > most && pairs.areFree(item, other)) pairs.join(item, other);
    }
  }
}

/** A pair of items that could be the same. */
interface Candidate {
  readonly before: Item;
  readonly after: Item;
  readonly score: number;
  /** How far apart they stand among those that are left, and where. */
  readonly apart: number;
  readonly place: number;
}

/** Joins what is left: the two that are most alike first; of equal ones those that stand at the same place, then the first. */
function joinByLikeness(pairs: Pairs, likeness: Likeness): void {
  const { before, after } = pairs.left;
  const rank = new Map([...before.entries(), ...after.entries()].map(([index, item]) => [item, index]));
  const candidates = likeness
    .candidates(before, after)
    .map(([one, other]): Candidate => {
      const [from, to] = [rank.get(one) ?? 0, rank.get(other) ?? 0];
      return {
        before: one,
        after: other,
        score: likeness.of(one, other),
        apart: Math.abs(from - to),
        place: from + to,
      };
    })
    .filter(({ score }) => score >= enough.near)
    .sort((a, b) => b.score - a.score || a.apart - b.apart || a.place - b.place);
  // What stands in an item is near only where that item is known, so those that stand higher come first.
  const levels = [...Map.groupBy(candidates, (candidate) => depthOf(candidate.before))].sort(([a], [b]) => a - b);
  const joinNear = (): void => {
    for (const [, level] of levels)
      for (const { before: one, after: other } of level)
        if (pairs.areFree(one, other) && pairs.areNear(one, other)) pairs.join(one, other);
  };
  joinNear();
  for (const { before: one, after: other, score } of candidates) {
    if (score < enough.far) break;
    if (pairs.areFree(one, other)) pairs.join(one, other);
  }
  joinNear();
}

/** In how many items an item stands. */
function depthOf(item: Item): number {
  let depth = 0;
  for (let above = item.parent; above; above = above.parent) depth++;
  return depth;
}
