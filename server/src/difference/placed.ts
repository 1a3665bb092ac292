import type { Item } from '../model/item.ts';
import type { Change, Face } from './change.ts';
import { handedChanges } from './handed.ts';
import type { Known } from './known.ts';
import type { Match } from './match.ts';
import { movedIn } from './order.ts';
import { itemsOf, type Side } from './side.ts';

/** The place of an item: the item that it stands in; undefined for the plan itself. */
export type Place = Item | undefined;

/** What an item stands in. What is set in below the first entry of a file stands in the plan. */
export const placeOf = ({ parent }: Item): Place => (parent?.kind.root ? undefined : parent);

/** Where items came, went and were moved. */
export class Placements {
  private readonly byPlace = new Map<Place, Change[]>();
  private readonly moved = new Set<Item>();
  private readonly known: Known;

  constructor(before: Side, after: Side, { removed, added }: Match, known: Known) {
    this.known = known;
    const old = itemsOf(before);
    const young = itemsOf(after);
    this.tellGone(old, new Set(removed));
    this.tellCome(young, new Set(added));
    this.tellMoved(before, after, young);
    this.tellReordered(old, young);
  }

  /** What came, went and was moved in a place, that of an item after or of the plan itself. */
  in(place: Place): readonly Change[] {
    return this.byPlace.get(place) ?? [];
  }

  /** True for an item after that stands in another one than before, or in none. */
  isMoved(item: Item): boolean {
    return this.moved.has(item);
  }

  private tellGone(old: readonly Item[], gone: ReadonlySet<Item>): void {
    const { known } = this;
    for (const item of old) {
      const stood = placeOf(item);
      if (!gone.has(item) || (stood && gone.has(stood))) continue;
      const place = stood && known.after(stood);
      this.note(place, {
        type: 'removed',
        item: known.faces.before.of(item),
        in: this.faceOf(place),
        with: countBelow(item, gone),
      });
    }
  }

  private tellCome(young: readonly Item[], come: ReadonlySet<Item>): void {
    for (const item of young) {
      const place = placeOf(item);
      if (!come.has(item) || (place && come.has(place))) continue;
      this.note(place, {
        type: 'added',
        item: this.known.faces.after.of(item),
        in: this.faceOf(place),
        with: countBelow(item, come),
      });
    }
  }

  private tellMoved(before: Side, after: Side, young: readonly Item[]): void {
    const { known } = this;
    for (const item of young) {
      const old = known.before(item);
      if (!old) continue;
      const [from, to] = [placeOf(old), placeOf(item)];
      if (areTogether(from, to, known)) continue;
      this.moved.add(item);
      const place = this.placeOfMove(from, to);
      this.note(place, {
        type: 'moved',
        item: known.faces.after.of(item),
        from: from ? known.faces.before.of(from) : null,
        to: this.faceOf(to),
        handed: handedChanges(before, after, old, item, known),
        in: this.faceOf(place),
      });
    }
  }

  /** Where a move is told: where the item stood; where that is gone, where it stands; where that is new, in what that stands. */
  private placeOfMove(from: Place, to: Place): Place {
    if (!from) return undefined;
    const left = this.known.after(from);
    if (left) return left;
    let place = to;
    while (place && !this.known.before(place)) place = placeOf(place);
    return place;
  }

  private tellReordered(old: readonly Item[], young: readonly Item[]): void {
    const { known } = this;
    const rank = new Map(old.map((item, index) => [item, index]));
    const stayed = Map.groupBy(
      young.filter((item) => known.before(item) && !this.moved.has(item)),
      placeOf,
    );
    for (const [place, items] of stayed) {
      const moved = movedIn(items.map((item) => rank.get(known.before(item) as Item) ?? 0));
      for (const at of moved) {
        const behind = items[at - 1];
        this.note(place, {
          type: 'reordered',
          item: known.faces.after.of(items[at] as Item),
          in: this.faceOf(place),
          behind: behind ? known.faces.after.of(behind) : null,
        });
      }
    }
  }

  private faceOf(place: Place): Face | null {
    return place ? this.known.faces.after.of(place) : null;
  }

  private note(place: Place, change: Change): void {
    const changes = this.byPlace.get(place);
    if (changes) changes.push(change);
    else this.byPlace.set(place, [change]);
  }
}

/** True where a place before is the one after. */
export const areTogether = (before: Place, after: Place, known: Pick<Known, 'after'>): boolean =>
  before ? known.after(before) === after && after !== undefined : after === undefined;

/** How many of some items stand in one, by kind. */
function countBelow(item: Item, some: ReadonlySet<Item>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of item.withBelow()) if (one !== item && some.has(one)) counts[one.key] = (counts[one.key] ?? 0) + 1;
  return counts;
}
