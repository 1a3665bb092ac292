import type { Rule } from './glyphs.ts';
import { middle } from './gutters.ts';
import { type Line, textOf } from './lines.ts';
import { pointMark } from './marks.ts';

/** Words in rows and columns. */
export interface Grid {
  readonly page: number;
  /** By row, by column: the lines of a cell from the top. */
  readonly rows: readonly (readonly (readonly Line[])[])[];
  /** True where lines are drawn between the rows. */
  readonly isRuled: boolean;
}

/** Where a line is drawn from left to right, or a box has its upper or lower side. */
export interface Edge {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

/** Where a line is drawn from top to bottom, or a box has its left or right side. */
export interface Side {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
}

/** What is drawn on a page. */
export interface Edges {
  readonly across: readonly Edge[];
  readonly down: readonly Side[];
}

/** The least length of a line that parts rows or columns, and the most width of it: what is wider is a box. */
const lengths = { across: 12, down: 6, wide: 3 };

/** What is drawn on a page that may part rows and columns. */
export function edgesOf(rules: readonly Rule[]): Edges {
  const across = rules.flatMap(({ x0, x1, y0, y1 }) => {
    if (x1 - x0 < lengths.across) return [];
    return (y1 - y0 < lengths.wide ? [(y0 + y1) / 2] : [y0, y1]).map((y) => ({ x0, x1, y }));
  });
  const down = rules.flatMap(({ x0, x1, y0, y1 }) => {
    if (y1 - y0 < lengths.down) return [];
    return (x1 - x0 < lengths.wide ? [(x0 + x1) / 2] : [x0, x1]).map((x) => ({ x, y0, y1 }));
  });
  return { across: across.sort((one, other) => one.y - other.y), down };
}

/** How far edges may lie apart that are the same. */
export const sameEdge = 2.5;

/** Words that stand beside each other: as a grid, and whether they are more likely one than columns of running text. */
export function gridOf(
  bins: readonly (readonly Line[])[],
  edges: Edges,
): { readonly isGrid: boolean; readonly isUnsure: boolean; readonly grid: Grid } {
  const lines = bins.flat();
  const top = Math.min(...lines.map(({ y }) => y));
  const bottom = Math.max(...lines.map(({ y }) => y));
  const drawn = commonEdges(bins, edges.across).filter((y) => y > top && y < bottom);
  const isRuled = drawn.length >= 2 || (drawn.length === 1 && lines.length <= bins.length * 3);
  const fill = Math.min(...bins.map(fillOf));
  const aligned = alignment(bins);
  const pointed = bins.slice(1).some(havePoints);
  const isNarrow = bins.some((bin) => middle(bin.map(({ x1, x0, size }) => (x1 - x0) / size)) < 6);
  const looksLike =
    !pointed && !areTiles(bins) && aligned >= 0.7 && (bins.length > 2 ? fill < 0.85 : fill < 0.6 || isNarrow);
  const rows = isRuled ? rowsByEdges(bins, drawn) : rowsByLines(bins);
  return {
    isGrid: isRuled || looksLike,
    isUnsure: !isRuled && aligned >= 0.7 && fill < 0.7,
    grid: { page: lines[0]?.page ?? 1, rows, isRuled },
  };
}

/** True for large words with small ones below them, beside others of the same sort: figures with what they count. */
const areTiles = (bins: readonly (readonly Line[])[]): boolean =>
  bins.every((bin) => {
    const [first, ...rest] = [...bin].sort((one, other) => one.y - other.y);
    return first !== undefined && rest.length > 0 && rest.every((line) => line.size < 0.85 * first.size);
  });

/** The heights at which something is drawn across more than one of the columns, each once. */
function commonEdges(bins: readonly (readonly Line[])[], edges: readonly Edge[]): number[] {
  const spans = bins.map((bin) => ({
    x0: Math.min(...bin.map(({ x0 }) => x0)),
    x1: Math.max(...bin.map(({ x1 }) => x1)),
  }));
  const heights: { y: number; over: Set<number> }[] = [];
  for (const edge of edges) {
    const last = heights.at(-1);
    const height = last && edge.y - last.y <= sameEdge ? last : { y: edge.y, over: new Set<number>() };
    if (height !== last) heights.push(height);
    for (const [index, span] of spans.entries())
      if (Math.min(edge.x1, span.x1) - Math.max(edge.x0, span.x0) > 0.5 * (span.x1 - span.x0)) height.over.add(index);
  }
  return heights.filter(({ over }) => over.size > bins.length / 2 && over.size > 1).map(({ y }) => y);
}

/** How much of the width of a column its lines take. */
function fillOf(bin: readonly Line[]): number {
  const width = Math.max(...bin.map(({ x1 }) => x1)) - Math.min(...bin.map(({ x0 }) => x0));
  return width <= 0 ? 1 : middle(bin.map(({ x0, x1 }) => (x1 - x0) / width));
}

/** How many lines have one beside them on the same baseline, of the column that has the fewest. */
function alignment(bins: readonly (readonly Line[])[]): number {
  const shares = bins.map((bin) => {
    const others = bins.filter((other) => other !== bin).flat();
    const met = bin.filter((line) => others.some((other) => Math.abs(other.y - line.y) < 0.3 * line.size));
    return met.length / bin.length;
  });
  return Math.max(...shares);
}

/** Rows between the lines that are drawn. */
export function rowsByEdges(bins: readonly (readonly Line[])[], edges: readonly number[]): Line[][][] {
  const rows: Line[][][] = Array.from({ length: edges.length + 1 }, () => bins.map(() => []));
  for (const [column, bin] of bins.entries())
    for (const line of bin) rows[edges.filter((y) => y < line.y - 0.25 * line.size).length]?.[column]?.push(line);
  return rows.filter((row) => row.some((cell) => cell.length > 0)).map((row) => row.map(fromTop));
}

/** Rows where nothing is drawn: one begins at a wider gap where there are such, or else with words in the first column. */
function rowsByLines(bins: readonly (readonly Line[])[]): Line[][][] {
  const lines = bins.flatMap((bin, column) => bin.map((line) => ({ line, column })));
  lines.sort((one, other) => one.line.y - other.line.y);
  const heights: { line: Line; column: number }[][] = [];
  for (const one of lines) {
    const last = heights.at(-1);
    if (last?.[0] && one.line.y - last[0].line.y < 0.4 * one.line.size) last.push(one);
    else heights.push([one]);
  }
  const gaps = heights.slice(1).map((height, index) => (height[0]?.line.y ?? 0) - (heights[index]?.[0]?.line.y ?? 0));
  const least = Math.min(...gaps);
  const isWide = (gap: number): boolean => gap > least * 1.3;
  const byGap = gaps.some(isWide) && gaps.some((gap) => !isWide(gap));
  const rows: Line[][][] = [];
  for (const [index, height] of heights.entries()) {
    const hasFirst = height.some(({ column }) => column === 0);
    const begins = index === 0 || (byGap ? isWide(gaps[index - 1] ?? 0) : hasFirst);
    if (begins) rows.push(bins.map(() => []));
    for (const { line, column } of height) rows.at(-1)?.[column]?.push(line);
  }
  return rows;
}

const fromTop = (lines: Line[]): Line[] => lines.sort((one, other) => one.y - other.y || one.x0 - other.x0);

/** True for lines of which some begin with the mark of a point. */
const havePoints = (lines: readonly Line[]): boolean =>
  lines.filter((line) => pointMark(textOf(line)) !== undefined).length >= 2;
