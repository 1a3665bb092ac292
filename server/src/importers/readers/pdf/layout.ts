import { bounds } from './bounds.ts';
import { type Edges, type Grid, gridOf } from './grid.ts';
import { type Line, textOf } from './lines.ts';
import { isMarkAlone, pointMark } from './marks.ts';
import { withRuledTables } from './ruled.ts';

/** A part of a page that is read from top to bottom. */
export interface Column {
  readonly type: 'column';
  readonly lines: readonly Line[];
  readonly x0: number;
  readonly x1: number;
  /** True where words stand beside each other in a way that could be read across too. */
  readonly isUnsure: boolean;
}

/** A part of a page in which words stand in rows and columns. */
export interface GridPart extends Grid {
  readonly type: 'grid';
}

export type Part = Column | GridPart;

/** Space between columns that no line crosses. */
interface Gutter {
  readonly x0: number;
  readonly x1: number;
}

/** The least width of a gutter, and how far a mark may stand before its words, in the size of the letters. */
const widths = { gutter: 0.8, mark: 5 };

/** How often parts are parted again. */
const depthOfParts = 12;

/** The parts of a page in the order of reading. */
export function partsOf(lines: readonly Line[], edges: Edges): Part[] {
  if (lines.length > bounds.linesOfPage) return [columnOf(lines, true)];
  return part(withRuledTables(withMarks(lines), edges), edges, 0, false);
}

/** Marks of points stand apart from their words: they are one line. So are words that end in dots and a number. */
function withMarks(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of [...lines].sort((one, other) => one.y - other.y || one.x0 - other.x0)) {
    const before = joined.findLastIndex(
      (other) => Math.abs(other.y - line.y) < 0.3 * line.size && other.x1 <= line.x0 + 0.2 * line.size,
    );
    const mark = joined[before];
    const isNear = mark && line.x0 - mark.x1 < widths.mark * line.size;
    const isEnd = mark && /(?:\.\s?){4}$|…$/.test(textOf(mark)) && /^\d{1,4}$|^[ivx]{1,5}$/.test(textOf(line));
    if (mark && ((isNear && isMarkAlone(textOf(mark))) || isEnd)) joined[before] = beside(mark, line);
    else joined.push(line);
  }
  return joined;
}

/** Two lines on the same baseline as one. */
export function beside(left: Line, right: Line): Line {
  const last = left.runs.at(-1);
  const runs = last ? [...left.runs.slice(0, -1), { ...last, text: `${last.text} ` }, ...right.runs] : right.runs;
  const isMark = isMarkAlone(textOf(left));
  return {
    ...right,
    x0: left.x0,
    runs,
    second: isMark ? right.x0 : (left.second ?? right.x0),
    first: left.second === undefined ? left.x1 - left.x0 : left.first,
  };
}

function part(lines: readonly Line[], edges: Edges, depth: number, isUnsure: boolean): Part[] {
  if (depth > depthOfParts || !(lines.length > 1 || lines[0]?.grid))
    return lines.length > 0 ? [columnOf(lines, isUnsure)] : [];
  const groups = groupsOf(lines);
  const parts: Part[] = [];
  let alone: Line[] = [];
  const flush = (): void => {
    if (alone.length > 0) parts.push(columnOf(alone, isUnsure));
    alone = [];
  };
  for (const group of groups) {
    const gutters = guttersOf(group);
    const [{ grid }] = group as [Line];
    if (grid && group.length === 1) {
      flush();
      parts.push({ type: 'grid', ...grid });
    } else if (gutters.length === 0) alone.push(...group);
    else {
      flush();
      const bins = binsOf(group, gutters);
      const across = bins.length * depth > depthOfParts * 4 ? undefined : gridOf(bins, edges);
      if (across?.isGrid) parts.push({ type: 'grid', ...across.grid });
      else for (const bin of bins) parts.push(...part(bin, edges, depth + 1, across?.isUnsure ?? false));
    }
  }
  flush();
  return parts;
}

function columnOf(lines: readonly Line[], isUnsure: boolean): Column {
  const rows: Line[] = [];
  for (const line of [...lines].sort((one, other) => one.y - other.y || one.x0 - other.x0)) {
    const last = rows.at(-1);
    if (
      last &&
      Math.abs(last.y - line.y) < 0.3 * Math.min(last.size, line.size) &&
      line.x0 >= last.x1 - 0.2 * line.size
    )
      rows[rows.length - 1] = { ...beside(last, line), x1: Math.max(last.x1, line.x1) };
    else rows.push(line);
  }
  const x0 = rows.reduce((least, line) => Math.min(least, line.x0), Number.POSITIVE_INFINITY);
  const x1 = rows.reduce((most, line) => Math.max(most, line.x1), Number.NEGATIVE_INFINITY);
  return { type: 'column', lines: rows, x0, x1, isUnsure };
}

/** Lines in groups from the top: a group with columns begins where lines stand beside each other, and ends with a line that goes across. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const sorted = [...lines].sort((one, other) => one.y - other.y || one.x0 - other.x0);
  const groups: Line[][] = [];
  let alone: Line[] = [];
  const flush = (): void => {
    if (alone.length > 0) groups.push(alone);
    alone = [];
  };
  for (let at = 0; at < sorted.length; ) {
    const line = sorted[at] as Line;
    const group = line.grid ? [line] : columnsFrom(sorted, at);
    if (group.length > 1) {
      const gutter = guttersOf(group).at(-1);
      const right = alone.findLastIndex((one) => !isRightOf(one, line, gutter)) + 1;
      const started = alone.splice(Math.max(right, alone.length - 3));
      flush();
      groups.push(...withoutTail([...started, ...group]));
    } else if (line.grid) {
      flush();
      groups.push(group);
    } else alone.push(line);
    at += group.length || 1;
  }
  flush();
  return groups;
}

/** True for a line above columns that stands over the last of them alone: that column begins higher than those before it. */
const isRightOf = (line: Line, first: Line, gutter: Gutter | undefined): boolean =>
  !line.grid && gutter !== undefined && line.x0 >= gutter.x1 - 1 && first.y - line.y < 6 * line.size;

/** The lines from one on that leave room for gutters which that one and those beside it have. None where nothing stands beside it. */
function columnsFrom(sorted: readonly Line[], from: number): Line[] {
  const first = sorted[from] as Line;
  const row = [first];
  for (let at = from + 1; at < sorted.length; at++) {
    const line = sorted[at] as Line;
    if (line.y - first.y > 1.1 * first.size || line.grid) break;
    row.push(line);
  }
  let free = between(row, widths.gutter * first.size);
  if (free.length === 0) return [];
  let to = from + row.length;
  for (; to < sorted.length; to++) {
    const line = sorted[to] as Line;
    const least = widths.gutter * line.size;
    const next = without(free, line).filter(({ x0, x1 }) => x1 - x0 >= least);
    if (next.length === 0 || line.grid) break;
    free = next;
  }
  const group = sorted.slice(from, to);
  return guttersOf(group).length > 0 ? group : [];
}

/** The room between lines of a row. */
function between(row: readonly Line[], least: number): Gutter[] {
  const found: Gutter[] = [];
  let reach: number | undefined;
  for (const { x0, x1 } of [...row].sort((one, other) => one.x0 - other.x0)) {
    if (reach !== undefined && x0 - reach >= least) found.push({ x0: reach, x1: x0 });
    reach = Math.max(reach ?? x1, x1);
  }
  return found;
}

const without = (free: readonly Gutter[], { x0, x1 }: Line): Gutter[] =>
  free.flatMap((gap) => {
    if (x1 <= gap.x0 || x0 >= gap.x1) return [gap];
    return [
      { x0: gap.x0, x1: Math.min(gap.x1, x0) },
      { x0: Math.max(gap.x0, x1), x1: gap.x1 },
    ].filter((rest) => rest.x1 > rest.x0);
  });

/** The gutters of a group: what no line crosses, with at least two lines on each side that stand beside each other. */
function guttersOf(group: readonly Line[]): Gutter[] {
  if (group.length < 4) return [];
  const size = middle(group.map((line) => line.size));
  const spans = [...group].sort((one, other) => one.x0 - other.x0);
  const found: Gutter[] = [];
  let reach = Number.POSITIVE_INFINITY;
  for (const [index, line] of spans.entries()) {
    if (index > 0 && line.x0 - reach >= widths.gutter * size) {
      const [before, after] = [spans.slice(0, index), spans.slice(index)];
      if (before.length >= 2 && after.length >= 2 && areBeside(before, after)) found.push({ x0: reach, x1: line.x0 });
    }
    reach = index === 0 ? line.x1 : Math.max(reach, line.x1);
  }
  return found;
}

/** True where lines stand at the same height as others, at least two of the fewer. */
function areBeside(some: readonly Line[], others: readonly Line[]): boolean {
  const [top, bottom] = [Math.min(...some.map(({ y }) => y)), Math.max(...some.map(({ y }) => y))];
  const [from, to] = [Math.min(...others.map(({ y }) => y)), Math.max(...others.map(({ y }) => y))];
  const size = some[0]?.size ?? 0;
  return Math.min(bottom, to) - Math.max(top, from) > 0.8 * size;
}

function binsOf(group: readonly Line[], gutters: readonly Gutter[]): Line[][] {
  const bins: Line[][] = Array.from({ length: gutters.length + 1 }, () => []);
  for (const line of group) {
    const at = gutters.filter((gutter) => line.x0 >= (gutter.x0 + gutter.x1) / 2).length;
    bins[at]?.push(line);
  }
  return bins;
}

/** Words below columns that begin something new, such as the heading of what follows, are not the end of one of the columns. */
function withoutTail(group: readonly Line[]): Line[][] {
  const gutters = guttersOf(group);
  if (gutters.length === 0) return [[...group]];
  const bins = binsOf(group, gutters);
  const bottoms = bins.map((bin) => Math.max(...bin.map(({ y }) => y)));
  const lowest = bottoms.toSorted((one, other) => one - other)[bottoms.length - 2] ?? 0;
  const longest = bins[bottoms.indexOf(Math.max(...bottoms))] ?? [];
  const steps = longest.slice(1).map((line, index) => line.y - (longest[index]?.y ?? 0));
  const step = middle(steps);
  const at = longest.findIndex((line, index) => {
    const before = longest[index - 1];
    if (!before || line.y <= lowest + 0.5 * line.size) return false;
    return line.y - before.y > 1.6 * step || line.size > 1.12 * before.size;
  });
  if (at < 0) return [[...group]];
  const out = new Set(longest.slice(at));
  return [group.filter((line) => !out.has(line)), [...out]];
}

/** The figure in the middle. */
export function middle(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** True for lines of which some begin with the mark of a point. */
export const havePoints = (lines: readonly Line[]): boolean =>
  lines.filter((line) => pointMark(textOf(line)) !== undefined).length >= 2;
