/** The map that is kept in a map under a key; a new one where there is none. */
export function nested<Outer, Inner, Value>(map: Map<Outer, Map<Inner, Value>>, key: Outer): Map<Inner, Value> {
  let found = map.get(key);
  if (!found) {
    found = new Map<Inner, Value>();
    map.set(key, found);
  }
  return found;
}
