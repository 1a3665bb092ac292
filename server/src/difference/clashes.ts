import type { Item } from '../model/item.ts';
import type { Clash } from './change.ts';
import { pairsOf, type State } from './compare.ts';
import { Faces } from './faces.ts';
import { Likeness } from './likeness.ts';
import { match } from './match.ts';
import type { Side } from './side.ts';

/** Items of one kind that are as alike as this are one, which both lines of work took over from somewhere. */
const SAME = 0.8;

/** The ids that two lines of work gave to two different items since they parted. */
export function clashes(parted: State, theirs: State, ours: State): Clash[] {
  const likeness = new Likeness();
  const faces = { ours: new Faces(ours.snapshot, ours.show), theirs: new Faces(theirs.snapshot, theirs.show) };
  const taken = takenIn(parted, theirs);
  return takenIn(parted, ours).flatMap(({ plan, name, items }) => {
    const root = plan.snapshot.model.root(plan.plan);
    const others = taken.find((one) => one.name === name)?.items;
    return [...items].flatMap(([id, item]): Clash[] => {
      const other = others?.get(id);
      if (!root || !other || (other.key === item.key && likeness.of(item, other) >= SAME)) return [];
      return [{ id, plan: faces.ours.of(root), ours: faces.ours.of(item), theirs: faces.theirs.of(other) }];
    });
  });
}

/** A plan and its items that have an id which they had not before. */
interface Taken {
  readonly plan: Side;
  readonly name: string;
  readonly items: ReadonlyMap<string, Item>;
}

function takenIn(parted: State, now: State): Taken[] {
  return pairsOf(parted, now).flatMap(([before, after]): Taken[] => {
    if (!after) return [];
    const same = before ? match(before, after).before : new Map<Item, Item>();
    const items = new Map<string, Item>();
    for (const id of after.snapshot.model.ids(after.plan))
      for (const item of after.snapshot.model.withId(after.plan, id))
        if (same.get(item)?.id !== id) items.set(id, item);
    return [{ plan: after, name: after.plan.id || now.show(after.plan.root.path), items }];
  });
}
