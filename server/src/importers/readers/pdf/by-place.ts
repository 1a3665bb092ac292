import { limits } from '../../limits.ts';
import type { Account } from './account.ts';
import { withoutStart } from './account.ts';
import { Depths } from './depth.ts';
import type { Grid } from './grid.ts';
import { type House, headingStyle, type Levels, type Style } from './headings.ts';
import { type Line, textOf } from './lines.ts';
import { type GridBlock, isBold, isContentsRow, type Paragraph, paragraphsOf } from './paragraphs.ts';
import { joined } from './prose.ts';

export type Piece = Paragraph | GridBlock;

/** A heading among paragraphs, found by its looks. */
export interface Found {
  readonly style: Style;
  readonly text: string;
}

/** The heading of a table of contents. */
export const contentsHeading = /^(?:table of )?contents(?: page)?$|^(?:tabl )?cynnwys$/i;

/** A row of a table of contents without dots: it begins or ends with a number. */
const isContentsEntry = (text: string): boolean =>
  text.length < 300 && /^\d{1,3}\s+\p{L}|\p{L}.*\s\d{1,3}$/u.test(text);

/** The headings among paragraphs. */
export function headingsAmong(pieces: readonly Piece[], house: House): Map<Piece, Found> {
  const found = new Map<Piece, Found>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.type === 'grid') continue;
    const style = headingStyle(piece, house);
    if (!style || (piece.type === 'point' && !isHeadingWithNumber(piece, pieces[index + 1], style, house))) continue;
    found.set(piece, { style, text: wordsOf(piece) });
  }
  return found;
}

/** True for a numbered line that is a heading: larger than the text, or with text below it and no other such line. */
function isHeadingWithNumber(piece: Paragraph, next: Piece | undefined, style: Style, house: House): boolean {
  if (piece.mark?.isSign) return false;
  return style.size > 1.06 * house.size || next === undefined || next.type !== 'point' || next.mark?.isSign === true;
}

/** The words of a paragraph, as they are printed. */
export const wordsOf = (piece: Paragraph): string => piece.lines.map(textOf).join(' ').replace(/\s+/g, ' ').trim();

/** Adds paragraphs, points, headings and tables that were found by their places. */
export function addByPlace(
  pieces: readonly Piece[],
  headings: ReadonlyMap<Piece, Found>,
  levels: Levels,
  house: House,
  account: Account,
): void {
  const depths = new Depths();
  let isInContents = false;
  for (const piece of pieces) {
    if (piece.type === 'grid') {
      if (isInContents && isContentsTable(piece.grid)) removeRows(piece.grid, account);
      else addGrid(piece.grid, account);
      depths.end();
      continue;
    }
    const page = piece.lines[0]?.page ?? 1;
    const words = wordsOf(piece);
    const heading = headings.get(piece);
    if (isContentsRow(words) || (isInContents && isContentsEntry(words))) {
      account.remove('contents', words, page);
      continue;
    }
    isInContents = contentsHeading.test(words);
    if (isInContents) {
      account.remove('contents', words, page);
      depths.end();
      continue;
    }
    if (heading) {
      depths.end();
      const runs = joined(piece.lines, account.joining);
      const text = account.markdown(runs, page, false);
      account.add({ type: 'heading', spot: { page }, text, ...levels.of(heading.style, heading.text) });
    } else addText(piece, page, depths, house, account);
  }
}

function addText(piece: Paragraph, page: number, depths: Depths, house: House, account: Account): void {
  const runs = joined(piece.lines, account.joining);
  if (piece.type === 'point' && piece.mark) {
    const { mark, length } = piece.mark;
    const text = account.markdown(withoutStart(runs, length), page);
    account.add({ type: 'point', spot: { page }, depth: depths.of(piece.indent, house.size), mark, text });
  } else {
    // What stands in as far as the points before it goes on with them; what does not ends the list.
    if (piece.indent < house.size) depths.end();
    account.add({ type: 'paragraph', spot: { page }, text: account.markdown(runs, page) });
  }
  if (piece.isUnsure)
    account.doubt(
      'columns',
      `Words stand beside each other on page ${page}, without lines between them: they are read as columns, one after the other.`,
      page,
    );
}

/** True for a table whose rows each end or begin with a number. */
const isContentsTable = ({ rows }: Grid): boolean =>
  rows.length > 1 &&
  rows.filter((row) => isContentsEntry(row.flatMap((cell) => cell.map(textOf)).join(' '))).length > rows.length * 0.7;

function removeRows({ rows, page }: Grid, account: Account): void {
  for (const row of rows) account.remove('contents', row.flatMap((cell) => cell.map(textOf)).join(' '), page);
}

/** Adds a table. One that goes on from the page before goes on with it. */
function addGrid(grid: Grid, account: Account): void {
  const { page, isRuled } = grid;
  const cells = grid.rows.map((row) => row.map((cell) => cellOf(cell, account, page)));
  if (cells.flat().length > limits.cells) return;
  const isHead = grid.rows.length > 1 && isBoldRow(grid.rows[0]) && !grid.rows.slice(1).every(isBoldRow);
  const last = account.blocks.at(-1);
  const columns = cells[0]?.length ?? 0;
  const lastColumns = last?.type === 'table' ? (last.rows[0] ?? last.head[0])?.length : undefined;
  if (last?.type === 'table' && lastColumns === columns && page === (last.spot.page ?? 0) + spread(account, last)) {
    const isAgain = isHead && JSON.stringify(last.head[0]) === JSON.stringify(cells[0]);
    if (isAgain) account.remove('running head', (cells[0] ?? []).join(' '), page);
    if (isAgain || !isHead) {
      account.blocks.pop();
      account.add({ ...last, rows: [...last.rows, ...cells.slice(isAgain ? 1 : 0)] });
      account.spreads.set(account.blocks.at(-1) as object, spread(account, last) + 1);
      return;
    }
  }
  account.add({
    type: 'table',
    spot: { page },
    head: isHead ? cells.slice(0, 1) : [],
    rows: cells.slice(isHead ? 1 : 0),
  });
  if (!isRuled)
    account.doubt(
      'columns',
      `Words stand in ${columns} columns on page ${page}, without lines between them: they are read as a table, row by row.`,
      page,
    );
}

/** How many pages a table has come over, so that the next page can be told. */
const spread = (account: Account, table: object): number => account.spreads.get(table) ?? 1;

const isBoldRow = (row: Grid['rows'][number] | undefined): boolean =>
  row?.some((cell) => cell.length > 0) === true && row.every((cell) => cell.every(isBold));

/** The words of a cell: its paragraphs, with an empty line between them. */
function cellOf(lines: readonly Line[], account: Account, page: number): string {
  if (lines.length === 0) return '';
  const x0 = Math.min(...lines.map((line) => line.x0));
  const x1 = Math.max(...lines.map((line) => line.x1));
  const pieces = paragraphsOf([{ type: 'column', lines, x0, x1, isUnsure: false }], 1.25);
  // A cell is narrow, and its lines end early: they are one paragraph unless marks or sentences say otherwise.
  const parts: Line[][] = [];
  for (const piece of pieces) {
    if (piece.type === 'grid') continue;
    const isApart =
      piece.type === 'point' || (piece.above ?? 0) > 1.6 || /[.:;?!]$/.test(parts.at(-1)?.map(textOf).at(-1) ?? '');
    if (parts.length === 0 || isApart) parts.push([...piece.lines]);
    else parts.at(-1)?.push(...piece.lines);
  }
  return parts.map((part) => account.markdown(joined(part, account.joining), page)).join('\n\n');
}
