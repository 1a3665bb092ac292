import { type Edge, type Edges, rowsByEdges, type Side, sameEdge } from './grid.ts';
import type { Line } from './lines.ts';

/** A strip of the page from one drawn line to the next of the same width. */
interface Strip {
  readonly x0: number;
  readonly x1: number;
  /** Heights of the lines, from the top. */
  readonly heights: number[];
}

/** How far ends of lines may differ that part the rows of one table. */
const sameEnd = 4;

/** The most height of a row, in points: lines farther apart are not of one table. */
const highestRow = 420;

/** The height of a row of three lines of words, in points. */
const usualRow = 40;

/** Lines, with each table whose rows are drawn in the place of its first line. */
export function withRuledTables(lines: readonly Line[], edges: Edges): Line[] {
  let rest = [...lines];
  for (const strip of strips(edges)) {
    const { x0, x1, heights } = strip;
    const [top = 0, bottom = 0] = [heights[0], heights.at(-1)];
    const isIn = (line: Line): boolean =>
      !line.grid && line.x0 >= x0 - 2 && line.x1 <= x1 + 2 && line.y > top && line.y - line.size * 0.3 < bottom;
    const inside = rest.filter(isIn);
    const bins = columnsOf(inside, sidesOf(strip, edges));
    const [first] = inside;
    if (bins.length < 2 || !first) continue;
    const rows = rowsByEdges(bins, heights.slice(1, -1));
    if (rows.length < 2 || rows.every((row) => row.filter((cell) => cell.length > 0).length < 2)) continue;
    const grid = { page: first.page, rows, isRuled: true };
    const taken = new Set(inside);
    rest = rest.filter((line) => !taken.has(line));
    rest.push({ ...first, x0, x1, y: Math.min(...inside.map(({ y }) => y)), runs: [], grid });
  }
  return rest;
}

/** Where words of one cell end and those of the next begin, on the whole height of each table whose rows are drawn. */
export const cellSides = (edges: Edges): Side[] =>
  strips(edges).flatMap((strip) => {
    const [y0 = 0, y1 = 0] = [strip.heights[0], strip.heights.at(-1)];
    return sidesOf(strip, edges).map((x) => ({ x, y0, y1 }));
  });

/** Where lines are drawn one below the other, of the same width: three or more. */
function strips({ across, down }: Edges): Strip[] {
  const strips: Strip[] = [];
  for (const { x0, x1, y } of spans(across)) {
    const strip = strips.findLast(
      (one) =>
        Math.abs(one.x0 - x0) < sameEnd &&
        Math.abs(one.x1 - x1) < sameEnd &&
        y - (one.heights.at(-1) ?? 0) < highestRow,
    );
    const heights = strip?.heights ?? [];
    const last = heights.at(-1) ?? y;
    const highest = Math.max(...heights.slice(1).map((height, index) => height - (heights[index] ?? 0)), usualRow);
    // A row that is far higher than those before it is what stands between two tables, unless lines are drawn down its sides.
    const isHeld = (side: Side): boolean =>
      side.x >= x0 - sameEnd && side.x <= x1 + sameEnd && side.y0 <= last + sameEnd && side.y1 >= y - sameEnd;
    const goesOn = y - last <= 2 * highest || down.some(isHeld);
    if (strip && goesOn) strip.heights.push(y);
    else strips.push({ x0, x1, heights: [y] });
  }
  return strips.flatMap((strip) => tablesApart(strip, down)).filter(({ heights }) => heights.length >= 3);
}

/** A strip parted where a row begins whose cells have other sides than those above: the head of another table. */
function tablesApart({ x0, x1, heights }: Strip, down: readonly Side[]): Strip[] {
  const apart: Strip[] = [];
  let known = '';
  let begin = 0;
  for (const [index, top] of heights.entries()) {
    const bottom = heights[index + 1];
    if (bottom === undefined) break;
    const isOfRow = ({ x, y0, y1 }: Side): boolean =>
      x > x0 + 8 && x < x1 - 8 && Math.abs(y0 - top) < sameEnd && Math.abs(y1 - bottom) < sameEnd;
    const sides = new Set(down.filter(isOfRow).map(({ x }) => Math.round(x / sameEnd)));
    const key = [...sides].sort((one, other) => one - other).join(' ');
    if (key !== '' && known !== '' && key !== known) {
      // What stands right above that head is between the tables.
      apart.push({ x0, x1, heights: heights.slice(begin, index) });
      begin = index;
    }
    known = key || known;
  }
  return [...apart, { x0, x1, heights: heights.slice(begin) }].map((strip) => withoutEnds(strip, down));
}

/** A table without what is above the first row with sides; and without what is below the last, where all rows have sides. */
function withoutEnds({ x0, x1, heights }: Strip, down: readonly Side[]): Strip {
  const rows = heights.slice(1).map((bottom, index) => {
    const top = heights[index] ?? 0;
    const isHeld = ({ x, y0, y1 }: Side): boolean =>
      x > x0 - sameEnd && x < x1 + sameEnd && y0 <= top + sameEnd && y1 >= bottom - sameEnd && y1 - y0 < highestRow * 2;
    return down.some(isHeld);
  });
  const first = Math.max(0, rows.indexOf(true));
  const last = rows.lastIndexOf(true);
  const areAll = last > first && rows.slice(first, last + 1).every(Boolean);
  return { x0, x1, heights: heights.slice(first, areAll ? last + 2 : undefined) };
}

/** Edges at the same height that touch, as one. */
function spans(across: readonly Edge[]): Edge[] {
  const heights: Edge[][] = [];
  for (const edge of across) {
    const last = heights.at(-1);
    if (last?.[0] && edge.y - last[0].y <= sameEdge) last.push(edge);
    else heights.push([edge]);
  }
  return heights.flatMap((height) => {
    const joined: { x0: number; x1: number; y: number }[] = [];
    for (const { x0, x1, y } of height.sort((one, other) => one.x0 - other.x0)) {
      const last = joined.at(-1);
      if (last && x0 - last.x1 <= sameEnd) last.x1 = Math.max(last.x1, x1);
      else joined.push({ x0, x1, y });
    }
    return joined;
  });
}

/** Where sides of cells are drawn in a table: along most of it, or along its first row. */
function sidesOf({ x0, x1, heights }: Strip, { down }: Edges): number[] {
  const [top = 0, second = 0, bottom = 0] = [heights[0], heights[1], heights.at(-1)];
  const drawn = new Map<number, { length: number; isInHead: boolean }>();
  for (const { x, y0, y1 } of down) {
    if (x < x0 + 8 || x > x1 - 8 || y1 < top - 2 || y0 > bottom + 2) continue;
    const at = [...drawn.keys()].find((other) => Math.abs(other - x) < sameEnd) ?? x;
    const before = drawn.get(at);
    const length = (before?.length ?? 0) + Math.min(y1, bottom) - Math.max(y0, top);
    const isInHead = before?.isInHead === true || (y0 <= top + sameEnd && y1 >= second - sameEnd);
    drawn.set(at, { length, isInHead });
  }
  return [...drawn].flatMap(([x, { length, isInHead }]) => (isInHead || length > 0.45 * (bottom - top) ? [x] : []));
}

/** The lines of a table by column: by what is drawn between the columns, or else by the room between them. */
function columnsOf(lines: readonly Line[], sides: readonly number[]): Line[][] {
  const parting = sides.length > 0 ? sides : roomsBetween(lines);
  const bins: Line[][] = Array.from({ length: parting.length + 1 }, () => []);
  for (const line of lines)
    bins[parting.filter((x) => x <= line.x0 + Math.min(line.x1 - line.x0, line.size) / 2).length]?.push(line);
  return sides.length > 0 ? bins : bins.filter((bin) => bin.length > 0);
}

/** Where no line of the table stands, between two that do. */
function roomsBetween(lines: readonly Line[]): number[] {
  const found: number[] = [];
  let reach: number | undefined;
  for (const { x0, x1, size } of [...lines].sort((one, other) => one.x0 - other.x0)) {
    if (reach !== undefined && x0 - reach > 0.5 * size) found.push((x0 + reach) / 2);
    reach = Math.max(reach ?? x1, x1);
  }
  return found;
}
