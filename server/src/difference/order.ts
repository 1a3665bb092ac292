/**
 * The places of those that were moved, in a list of the places at which they stood before: all but a longest run that still
 * stands in the old order. As few as can be are said to have been moved.
 */
export function movedIn(places: readonly number[]): ReadonlySet<number> {
  // Patience sorting (Schensted, 1961): the end of the best run of each length, and what comes before each place in its run.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, place] of places.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] as number] as number) < place) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (ends[low - 1] as number) : -1);
    ends[low] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) kept.add(at);
  return new Set([...places.keys()].filter((at) => !kept.has(at)));
}
