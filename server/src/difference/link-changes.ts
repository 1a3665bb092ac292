import type { Item } from '../model/item.ts';
import type { Change } from './change.ts';
import type { Known } from './known.ts';
import { linksIn, type PlanLink } from './links.ts';
import type { Side } from './side.ts';

/** The links that were made and broken between two states of a plan. */
export class LinkChanges {
  private readonly byItem = new Map<Item, Change[]>();

  /** `isMoved` says of an item after whether it stands elsewhere than before. */
  constructor(before: Side, after: Side, known: Known, isMoved: (item: Item) => boolean) {
    const numbers = new Map<Item | string, number>();
    const numberOf = (one: Item | string): number => {
      const number = numbers.get(one) ?? numbers.size;
      numbers.set(one, number);
      return number;
    };
    // An item is known by the one it became; one of another plan by its name there.
    const nameBefore = (item: Item): number => numberOf(known.after(item) ?? elsewhere(item, before) ?? item);
    const nameAfter = (item: Item): number => numberOf(elsewhere(item, after, known.before(item)) ?? item);
    const name = ({ from, relation, to }: PlanLink, of: (item: Item) => number): string =>
      `${of(from)} ${relation} ${of(to)}`;
    const old = new Map(linksIn(before).map((link) => [name(link, nameBefore), link]));
    const young = new Map(linksIn(after).map((link) => [name(link, nameAfter), link]));
    for (const [key, { from, relation, to, origin }] of young) {
      if (old.has(key)) continue;
      const isNew = (item: Item): boolean => item.plan === after.plan && !known.before(item);
      const isImplied = origin === 'implied';
      note(this.byItem, from, {
        type: 'link',
        item: known.faces.after.of(from),
        isMade: true,
        relation,
        other: known.faces.after.of(to),
        because:
          isImplied && (isMoved(from) || isMoved(to))
            ? 'moved'
            : isNew(from) || (isImplied && isNew(to))
              ? 'added'
              : null,
      });
    }
    for (const [key, { from, relation, to, origin }] of old) {
      if (young.has(key)) continue;
      const now = { from: known.after(from), to: known.after(to) };
      const isGone = [from, to].some((item) => item.plan === before.plan && !known.after(item));
      if (!now.from && !now.to && from.plan === to.plan) continue;
      const follows = origin === 'implied' && [now.from, now.to].some((item) => item && isMoved(item));
      const change: Change = {
        type: 'link',
        item: now.from ? known.faces.after.of(now.from) : known.faces.before.of(from),
        isMade: false,
        relation,
        other: now.to ? known.faces.after.of(now.to) : known.faces.before.of(to),
        because: follows ? 'moved' : isGone ? 'removed' : null,
      };
      note(this.byItem, now.from ?? from, change);
    }
  }

  /** What changed in the links that an item makes: one after, or one before that is gone. */
  of(item: Item): readonly Change[] {
    return this.byItem.get(item) ?? [];
  }
}

/** What an item of another plan is known by in both states; undefined for one of the plan itself, or that has no name. */
function elsewhere(item: Item, { plan }: Side, same?: Item): string | undefined {
  if (item.plan === plan || !item.plan || same) return undefined;
  return item.id === undefined ? undefined : `${item.plan.id}.${item.id}`;
}

function note(changes: Map<Item, Change[]>, item: Item, change: Change): void {
  const known = changes.get(item);
  if (known) known.push(change);
  else changes.set(item, [change]);
}
