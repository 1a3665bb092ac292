import type { Block, Entry } from '@goldthread/grammar';
import { type ProseLine, proseLines } from './prose.ts';

/** A table in Markdown: its first line, and the line of hyphens below it, if there is one. */
export interface MarkdownTable {
  readonly first: ProseLine;
  readonly cells: readonly string[];
  readonly hyphens: ProseLine | undefined;
  /** The first row below the hyphens, or below the first line where there are none. */
  readonly next: ProseLine | undefined;
}

const isHyphens = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-+:?$/.test(cell));

/** The tables of a text: lines with upright strokes, one of them made of hyphens; or several that begin with a stroke. */
export function tablesOf(block: Block, entry: Entry): MarkdownTable[] {
  const found: MarkdownTable[] = [];
  let rows: ProseLine[] = [];
  for (const line of proseLines(block, entry)) {
    if (line.text.includes('|')) rows.push(line);
    else {
      found.push(...tableOf(rows));
      rows = [];
    }
  }
  return [...found, ...tableOf(rows)];
}

/** The table that some lines with upright strokes make; none where they only happen to hold a stroke. */
function tableOf(rows: readonly ProseLine[]): MarkdownTable[] {
  if (rows.length < 2) return [];
  const at = rows.findIndex(({ text }) => isHyphens(cellsOf(text)));
  const first = rows[Math.max(0, at - 1)];
  if (!first) return [];
  if (at > 0) return [{ first, cells: cellsOf(first.text), hyphens: rows[at], next: rows[at + 1] }];
  if (at === 0) return [{ first, cells: [], hyphens: first, next: undefined }];
  const areRows = rows.every(({ text }) => text.trimStart().startsWith('|'));
  return areRows ? [{ first, cells: cellsOf(first.text), hyphens: undefined, next: rows[1] }] : [];
}

/** The cells of a row, without the spaces around them. */
export function cellsOf(row: string): string[] {
  const cells = row.trim().replaceAll('\\|', '\u0000').split('|');
  if (cells.length > 1 && cells[0] === '') cells.shift();
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((cell) => cell.trim());
}
