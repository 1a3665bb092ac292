/** Tables: which hold rows of words, and which only set out a page. */
import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import type { Block, Table } from '../../source.ts';
import { marksOf } from '../text/marks.ts';
import { type Cell, type Grid, type Item, type Line, linesOf, textOfLine } from './lines.ts';
import { lookOf } from './looks.ts';
import { markdownOf } from './markdown.ts';

/** Words that a label beside a cell may have at most. */
const longestLabel = 60;
/** Paragraphs in a cell that are more than an entry of a table. */
const manyLines = 3;

/** What a table that only sets out a page holds, one after the other; undefined for a table of rows. */
export function unwrapped(grid: Grid): { line: Item; isLabel: boolean }[] | undefined {
  if (!isLayout(grid)) return undefined;
  return grid.rows.flatMap((row) => {
    const filled = row.filter(isFilled);
    return filled.flatMap((cell, index) => {
      const isLabel = index === 0 && filled.length === 2 && label(cell) !== undefined;
      return cell.items.map((line) => ({ line, isLabel }));
    });
  });
}

/** A table of rows as a block, and what stands in its cells that a cell can't hold: pictures, notes, remarks. */
export function tableOf(grid: Grid): { table: Table; rest: Block[] } {
  const width = grid.rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const head = headOf(grid);
  const rows = grid.rows.map((row) => {
    const cells = row.flatMap(({ items, columns }) => [cellText(items), ...Array<string>(columns - 1).fill('')]);
    return [...cells, ...Array<string>(width - cells.length).fill('')];
  });
  const rest = grid.rows.flat().flatMap(({ items }) => restOf(items));
  const table: Table = {
    type: 'table',
    spot: grid.spot,
    caption: grid.caption,
    head: rows.slice(0, head),
    rows: rows.slice(head),
  };
  return { table, rest };
}

/**
 * The rows of a table as they are read.
 *
 * @throws {ImportFault} where they have more cells than the limit when each has its columns.
 */
export function bounded(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const width = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  if (rows.length * width <= limits.cells) return rows;
  const most = limits.cells.toLocaleString('en-GB');
  throw new ImportFault(`A table in this document has more than ${most} cells. Take it out, or divide it.`);
}

const widthOf = (row: readonly Cell[]): number => row.reduce((sum, { columns }) => sum + columns, 0);

const isFilled = ({ items }: Cell): boolean => items.some((item) => item.type !== 'line' || !isBlank(item));

const isBlank = (line: Line): boolean => line.spans.every(({ text, note }) => text.trim() === '' && note === undefined);

function isLayout(grid: Grid): boolean {
  const columns = grid.rows.reduce((most, row) => Math.max(most, row.filter(isFilled).length), 0);
  if (columns <= 1) return true;
  if (headOf(grid) > 0) return false;
  const cells = grid.rows.flat();
  if (cells.some(({ items }) => [...linesOf(items)].some(({ part }) => part === 'heading'))) return true;
  return columns === 2 && cells.some(({ items }) => isRich(items)) && grid.rows.every(isLabelled);
}

/** A row of a label and what belongs to it, or of one cell. */
const isLabelled = (row: readonly Cell[]): boolean => {
  const filled = row.filter(isFilled);
  return filled.length < 2 || label(filled[0]!) !== undefined;
};

function label({ items }: Cell): string | undefined {
  const lines = items.filter((item) => item.type !== 'line' || !isBlank(item));
  const [line] = lines;
  if (lines.length !== 1 || line?.type !== 'line' || line.listed) return undefined;
  const text = textOfLine(line).trim();
  return text.length <= longestLabel ? text : undefined;
}

/** More in a cell than an entry of a table: a list, a table, or several paragraphs. */
const isRich = (items: readonly Item[]): boolean => {
  const lines = items.filter((item) => item.type === 'line' && !isBlank(item)) as Line[];
  const isPoint = (line: Line): boolean => line.listed !== undefined || marksOf(textOfLine(line).trim()).length > 0;
  return lines.filter(isPoint).length > 1 || lines.length >= manyLines || items.some(({ type }) => type === 'grid');
};

/** How many rows are headings of columns: those that the document marks, or else a first row in bold above rows that are not. */
function headOf({ head = 0, rows }: Grid): number {
  if (head > 0 || rows.length < 2) return Math.min(head, rows.length);
  const isBold = (row: readonly Cell[]): boolean =>
    row.filter(isFilled).length > 1 &&
    row
      .filter(isFilled)
      .every(({ items }) => items.every((item) => item.type === 'line' && (isBlank(item) || lookOf(item).bold)));
  return isBold(rows[0]!) && !rows.slice(1).some(isBold) ? 1 : 0;
}

/** The words of a cell: its paragraphs with an empty line between them. Emphasis that all of a paragraph has says nothing in a cell. */
function cellText(items: readonly Item[]): string {
  return items
    .flatMap((item) => (item.type === 'ready' ? [] : item.type === 'line' ? lineText(item) : nestedText(item)))
    .filter(Boolean)
    .join('\n\n');
}

function lineText(line: Line): string {
  const text = markdownOf(line.spans, { bare: lookOf(line).bold });
  const mark = line.number ?? line.listed?.mark;
  return mark && text !== '' ? `${mark} ${text}` : text;
}

/** A table in a cell: its rows as paragraphs. */
const nestedText = (grid: Grid): string[] =>
  grid.rows.map((row) =>
    row
      .map(({ items }) => cellText(items).replaceAll('\n\n', ' '))
      .filter(Boolean)
      .join(' – '),
  );

const restOf = (items: readonly Item[]): Block[] =>
  items.flatMap((item) =>
    item.type === 'ready'
      ? [item.block]
      : item.type === 'grid'
        ? item.rows.flat().flatMap((cell) => restOf(cell.items))
        : [],
  );
