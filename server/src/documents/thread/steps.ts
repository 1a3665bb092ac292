import type { Layout, PlacedBox } from './layout.ts';

/** Where the arrow keys lead from an item: refs; undefined where there is nothing further on. */
export interface Steps {
  readonly up: string | undefined;
  readonly down: string | undefined;
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/**
 * Where the arrow keys lead: up and down to the next item of the column, left and right along the thread to the item in the nearest column on
 * that side that is linked to this one, the one at nearly the same height. By ref.
 */
export function stepsOf(layout: Layout): ReadonlyMap<string, Steps> {
  const items = layout.boxes.filter(({ box }) => box.shape !== 'missing' && box.shape !== 'unknown');
  const byRef = new Map(items.map((placed) => [placed.box.key, placed]));
  const linked = new Map<string, PlacedBox[]>();
  const note = (at: string, other: string): void => {
    const placed = byRef.get(other);
    if (!placed) return;
    const known = linked.get(at);
    if (known) known.push(placed);
    else linked.set(at, [placed]);
  };
  for (const { edge } of layout.routes) {
    note(edge.from, edge.to);
    note(edge.to, edge.from);
  }
  const sideways = (from: PlacedBox, side: -1 | 1): string | undefined => {
    let best: PlacedBox | undefined;
    let distance = Number.POSITIVE_INFINITY;
    for (const other of linked.get(from.box.key) ?? []) {
      const columns = (other.column - from.column) * side;
      if (columns <= 0) continue;
      const away = columns * 1e6 + Math.abs(middleOf(other) - middleOf(from));
      if (away < distance) [best, distance] = [other, away];
    }
    return best?.box.key;
  };
  const beside = (index: number, by: -1 | 1): string | undefined => {
    const other = items[index + by];
    return other?.column === items[index]?.column ? other?.box.key : undefined;
  };
  return new Map(
    items.map((placed, index) => [
      placed.box.key,
      { up: beside(index, -1), down: beside(index, 1), left: sideways(placed, -1), right: sideways(placed, 1) },
    ]),
  );
}

const middleOf = ({ y, box }: PlacedBox): number => y + box.height / 2;
