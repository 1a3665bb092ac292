import type { Slot, Unit } from './slots.ts';

/** How often lines between neighbouring columns cross, with the units in their present order. */
export function crossings(units: readonly (readonly Unit[])[]): number {
  const ranks = new Map<Slot, number>();
  let rank = 0;
  for (const column of units) for (const { slots } of column) for (const slot of slots) ranks.set(slot, rank++);
  const sums = new Int32Array(rank + 2);
  let count = 0;
  for (const column of units) {
    const ends: number[] = [];
    for (const { slots } of column)
      for (const slot of slots) {
        const further: number[] = [];
        for (const other of slot.links) if (other.column > slot.column) further.push(ranks.get(other) as number);
        for (const end of further.sort((a, b) => a - b)) ends.push(end);
      }
    count += inversions(ends, sums);
  }
  return count;
}

/** How many pairs of a list are the wrong way round. Counted with a tree of sums (Fenwick), so that long lists take little time. */
function inversions(values: readonly number[], sums: Int32Array): number {
  sums.fill(0);
  let count = 0;
  values.forEach((value, before) => {
    let notLarger = 0;
    for (let at = value + 1; at > 0; at -= at & -at) notLarger += sums[at] as number;
    count += before - notLarger;
    for (let at = value + 1; at < sums.length; at += at & -at) sums[at] = (sums[at] as number) + 1;
  });
  return count;
}
