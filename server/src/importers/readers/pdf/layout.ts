import { bounds } from './bounds.ts';
import { type Edges, type Grid, gridOf } from './grid.ts';
import { between, binsOf, type Gutter, guttersOf, gutterWidth, middle, without } from './gutters.ts';
import { type Line, textOf } from './lines.ts';
import { isMarkAlone } from './marks.ts';
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

/** How far a mark may stand before its words, and how far lines are apart that need not go on with each other, in the size of the letters. */
const widths = { mark: 5, band: 1.9 };

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
  const groups = groupsOf(lines, edges);
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
function groupsOf(lines: readonly Line[], edges: Edges): Line[][] {
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
      const gutters = guttersOf(group);
      const isTable = gridOf(binsOf(group, gutters), edges).isGrid;
      const isTheirs = (one: Line): boolean => isRightOf(one, line, gutters.at(-1));
      let begin = alone.findLastIndex((one) => !isTheirs(one)) + 1;
      // What stands right above columns of text, in one of them, is of that column.
      while (!isTable && begin > 0 && isAbove(alone[begin - 1] as Line, alone[begin] ?? line, gutters)) begin--;
      const started = alone.splice(Math.max(begin, alone.length - mostAbove));
      flush();
      const [kept = group, tail = []] = withoutTail(group);
      groups.push([...started, ...kept]);
      // What follows below is looked at anew.
      at -= tail.length;
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

/** The most lines above columns that are taken to them. */
const mostAbove = 40;

/** True for a line that the next goes on from, in a column. */
const isAbove = (line: Line, next: Line, gutters: readonly Gutter[]): boolean =>
  !line.grid &&
  next.y - line.y < 1.6 * line.size &&
  Math.abs(next.size - line.size) < 0.1 * line.size &&
  gutters.every(({ x0, x1 }) => line.x1 <= x0 + 1 || line.x0 >= x1 - 1);

/** The lines from one on that leave room for gutters which that one and those beside it have. None where nothing stands beside it. */
function columnsFrom(sorted: readonly Line[], from: number): Line[] {
  const first = sorted[from] as Line;
  const row = [first];
  for (let at = from + 1; at < sorted.length; at++) {
    const line = sorted[at] as Line;
    if (line.y - first.y > 1.1 * first.size || line.grid) break;
    row.push(line);
  }
  let free = between(row, gutterWidth * first.size);
  if (free.length === 0) return [];
  let to = from + row.length;
  for (; to < sorted.length; to++) {
    const line = sorted[to] as Line;
    const least = gutterWidth * line.size;
    const next = without(free, line).filter(({ x0, x1 }) => x1 - x0 >= least);
    const before = sorted[to - 1] as Line;
    if (next.length === 0 || line.grid) break;
    if (line.y - before.y > widths.band * line.size && hasOthers(sorted, from, to)) break;
    if (beginsAnew(line, before) && crosses(line, sorted.slice(from, to))) break;
    free = next;
  }
  const group = sorted.slice(from, to);
  return guttersOf(group).length > 0 ? group : [];
}

/** True for a line with some room above it, or in larger letters. */
const beginsAnew = (line: Line, before: Line): boolean =>
  line.y - before.y > 1.5 * line.size || line.size > 1.12 * before.size;

/** True for a line that goes over one of the gutters of those above it. */
const crosses = (line: Line, above: readonly Line[]): boolean =>
  guttersOf(above).some(({ x0, x1 }) => line.x0 < x0 && line.x1 > x1);

/** The most lines that are looked at below some room for columns of their own. */
const linesOfBand = 24;

/** True where the lines below some room stand in columns too, and in others than those above it. */
function hasOthers(sorted: readonly Line[], from: number, at: number): boolean {
  const above = guttersOf(sorted.slice(from, at));
  const band: Line[] = [];
  const room = (sorted[at] as Line).y - (sorted[at - 1] as Line).y;
  for (const line of sorted.slice(at, at + linesOfBand)) {
    const last = band.at(-1);
    if (last && line.y - last.y > 0.75 * room) break;
    band.push(line);
  }
  const below = guttersOf(band);
  if (above.length === 0 || below.length === 0) return false;
  const isAmong = (gutters: readonly Gutter[]) => (one: Gutter) =>
    gutters.some(({ x0, x1 }) => Math.min(x1, one.x1) - Math.max(x0, one.x0) > 0);
  return above.length !== below.length || !above.every(isAmong(below));
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
