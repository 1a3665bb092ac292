import { standingOf } from '../features/thread/standing.ts';
import type { Item } from '../model/item.ts';
import type { LooseEnd, PlanDifference, ThreadState } from './change.ts';
import type { Known } from './known.ts';
import { itemsOf, type Side } from './side.ts';

/** The kinds that the golden thread is made of. */
const kinds: ReadonlySet<string> = new Set(['outcome', 'priority', 'action', 'kpq', 'measure']);

/** A loose end: an item, and the kind of which it has none. */
interface Loose {
  readonly item: Item;
  readonly without: string;
}

/** How the thread of a plan stood and stands; a plan that is new or gone has none of it in one state. */
export function threadChanges(
  before: Side | undefined,
  after: Side | undefined,
  { before: beforeOf, after: afterOf, faces }: Known,
): PlanDifference['thread'] {
  const old = threadOf(before);
  const young = threadOf(after);
  const wasLoose = withoutBy(old.ends);
  const isLoose = withoutBy(young.ends);
  const loosened = young.ends.filter(({ item, without }) => !wasLoose.get(beforeOf(item))?.has(without));
  // An end that is gone is not tied.
  const tied = old.ends.flatMap(({ item, without }): LooseEnd[] => {
    const now = afterOf(item);
    return now && !isLoose.get(now)?.has(without) ? [{ item: faces.after.of(now), without }] : [];
  });
  return {
    before: old.state,
    after: young.state,
    loosened: loosened.map(({ item, without }) => ({ item: faces.after.of(item), without })),
    tied,
  };
}

function threadOf(side: Side | undefined): { readonly state: ThreadState; readonly ends: readonly Loose[] } {
  const items: Record<string, number> = {};
  const loose: Record<string, number> = {};
  const ends: Loose[] = [];
  for (const item of side ? itemsOf(side) : []) {
    if (!side || !kinds.has(item.key)) continue;
    items[item.key] = (items[item.key] ?? 0) + 1;
    for (const { key } of standingOf(side.snapshot.model, item).lacks) {
      const name = `${item.key} without ${key}`;
      loose[name] = (loose[name] ?? 0) + 1;
      ends.push({ item, without: key });
    }
  }
  return { state: { items, loose }, ends };
}

/** The kinds of which items have none, by item. */
function withoutBy(ends: readonly Loose[]): ReadonlyMap<Item | undefined, ReadonlySet<string>> {
  const found = new Map<Item, Set<string>>();
  for (const { item, without } of ends) {
    const known = found.get(item);
    if (known) known.add(without);
    else found.set(item, new Set([without]));
  }
  return found;
}
