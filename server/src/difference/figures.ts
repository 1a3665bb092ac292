import { readCsv } from '../workspace/csv.ts';
import type { FigureChange } from './change.ts';

/**
 * What changed in a table of figures, row by row, a row known by what stands in its first column. Undefined where that cannot be said: it
 * is no table, its headings are others, two rows begin alike, or only their order is another.
 */
export function figureChanges(before: string | undefined, after: string | undefined): FigureChange[] | undefined {
  const [old, young] = [rowsOf(before), rowsOf(after)];
  if (!old || !young || old.headings !== young.headings) return undefined;
  const changes = [...new Set([...old.rows.keys(), ...young.rows.keys()])].flatMap((row): FigureChange[] => {
    const [from, to] = [old.rows.get(row) ?? null, young.rows.get(row) ?? null];
    return from === to ? [] : [{ row, from, to }];
  });
  const isReordered = changes.length === 0 && [...old.rows.keys()].join('\n') !== [...young.rows.keys()].join('\n');
  return isReordered ? undefined : changes;
}

interface Rows {
  readonly headings: string;
  /** What stands behind the first cell of each row, by that. */
  readonly rows: ReadonlyMap<string, string>;
}

function rowsOf(text: string | undefined): Rows | undefined {
  const [headings, ...rows] = (text === undefined ? undefined : readCsv(text).rows) ?? [];
  if (!headings) return undefined;
  const cells = rows.map((row) => row.cells.map((cell) => cell.trim()));
  const found = new Map(cells.map(([first = '', ...others]) => [first, others.join(', ')]));
  return found.size === rows.length
    ? { headings: headings.cells.map((cell) => cell.trim()).join(), rows: found }
    : undefined;
}
