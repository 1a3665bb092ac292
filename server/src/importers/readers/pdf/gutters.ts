import type { Line } from './lines.ts';

/** The least width of a gutter, in the size of the letters. */
export const gutterWidth = 0.8;

/** Space between columns that no line crosses. */
export interface Gutter {
  readonly x0: number;
  readonly x1: number;
}

/** The room between lines of a row. */
export function between(row: readonly Line[], least: number): Gutter[] {
  const found: Gutter[] = [];
  let reach: number | undefined;
  for (const { x0, x1 } of [...row].sort((one, other) => one.x0 - other.x0)) {
    if (reach !== undefined && x0 - reach >= least) found.push({ x0: reach, x1: x0 });
    reach = Math.max(reach ?? x1, x1);
  }
  return found;
}

/** What is left of free room beside a line. */
export const without = (free: readonly Gutter[], { x0, x1 }: Line): Gutter[] =>
  free.flatMap((gap) => {
    if (x1 <= gap.x0 || x0 >= gap.x1) return [gap];
    return [
      { x0: gap.x0, x1: Math.min(gap.x1, x0) },
      { x0: Math.max(gap.x0, x1), x1: gap.x1 },
    ].filter((rest) => rest.x1 > rest.x0);
  });

/** The gutters of a group: what no line crosses, with at least two lines on each side that stand beside each other. */
export function guttersOf(group: readonly Line[]): Gutter[] {
  if (group.length < 4) return [];
  const size = middle(group.map((line) => line.size));
  const spans = [...group].sort((one, other) => one.x0 - other.x0);
  const found: Gutter[] = [];
  let reach = Number.POSITIVE_INFINITY;
  for (const [index, line] of spans.entries()) {
    if (index > 0 && line.x0 - reach >= gutterWidth * size) {
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
  return Math.min(bottom, to) - Math.max(top, from) > 0.6 * size;
}

/** Lines by the column that they stand in. */
export function binsOf(group: readonly Line[], gutters: readonly Gutter[]): Line[][] {
  const bins: Line[][] = Array.from({ length: gutters.length + 1 }, () => []);
  for (const line of group) {
    const at = gutters.filter((gutter) => line.x0 >= (gutter.x0 + gutter.x1) / 2).length;
    bins[at]?.push(line);
  }
  return bins;
}

/** The figure in the middle. */
export function middle(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
