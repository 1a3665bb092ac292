/** Where a line of a file stands on the page: `y` in pixels from the top. */
export interface Point {
  readonly line: number;
  readonly y: number;
}

/** Points in the order of lines in which neither lines nor heights go back: those that do, such as cells beside one another, are left out. */
export function ascending(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.line - b.line || a.y - b.y);
  const kept: Point[] = [];
  for (const point of sorted) {
    const last = kept.at(-1);
    if (last === undefined || (point.line > last.line && point.y >= last.y)) kept.push(point);
  }
  return kept;
}

/** The height at which a line stands, by ascending points: between two of them in proportion. */
export function heightOf(line: number, points: readonly Point[]): number | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (line <= first.line) return first.y;
  if (line >= last.line) return last.y;
  const above = lastWhere(points, (point) => point.line <= line);
  const [from, to] = [points[above], points[above + 1]];
  if (from === undefined || to === undefined) return last.y;
  return from.y + ((line - from.line) / (to.line - from.line)) * (to.y - from.y);
}

/** The line that stands at a height, by ascending points: with a fraction, where it is between two of them. */
export function lineAt(y: number, points: readonly Point[]): number | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (y <= first.y) return first.line;
  if (y >= last.y) return last.line;
  const above = lastWhere(points, (point) => point.y <= y);
  const [from, to] = [points[above], points[above + 1]];
  if (from === undefined || to === undefined) return last.line;
  return to.y === from.y ? to.line : from.line + ((y - from.y) / (to.y - from.y)) * (to.line - from.line);
}

/** The number of the last of the things, sorted so that those for which something holds come first, for which it holds; -1 for none. */
export function lastWhere<T>(things: readonly T[], holds: (thing: T) => boolean): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(things[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
