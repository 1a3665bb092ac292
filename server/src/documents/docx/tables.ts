import { AlignmentType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { plain, wordsOf } from '../plain-words.ts';
import type { Cell, Flow, Inline } from '../tree.ts';
import { asPlace, placeRun } from './content-control.ts';
import { lineRuns } from './inlines.ts';
import { type Place, type Scribe, step } from './scribe.ts';

type PlanTable = Flow & { type: 'table' };

/** From so many columns on the words of a table are smaller. */
const wide = 7;

/** Word has no tables of more columns. */
const MOST = 63;

/** True for a table that Word can’t hold. */
export const isTooWide = (table: PlanTable): boolean => columnsOf(table) > MOST;

/** The rows of a table as lines of words, for places that take no table. */
export const toldRows = ({ head, rows }: PlanTable): (readonly Inline[])[] =>
  [...head, ...rows].map((row) =>
    row.flatMap((cell, index) => (index > 0 ? [plain(' · '), ...cell.children] : cell.children)),
  );

const columnsOf = ({ head, rows }: PlanTable): number =>
  [...head, ...rows].reduce((most, row) => Math.max(most, row.length), 0);

/** Rows that stand in others are set in by so much, in twentieths of a point. */
const INNER = 170;

/** A table of Word; undefined for one without cells. Its caption stands before it. */
export function tableOf(table: PlanTable, scribe: Scribe, place: Place): Table | undefined {
  const { head, rows } = table;
  const columns = columnsOf(table);
  if (columns === 0) return undefined;
  const inset = step * place.inLists;
  const columnWidths = widthsOf([...head, ...rows], columns, place.width - inset);
  const inside: Place = { ...place, lang: table.lang ?? place.lang, width: Math.max(...columnWidths) };
  const row = (cells: readonly Cell[], isHead: boolean): TableRow =>
    new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: columnWidths.map((size, index) =>
        cellOf(cells[index] ?? empty, isHead, { table, column: index, size, isWide: columns >= wide }, scribe, inside),
      ),
    });
  return new Table({
    style: 'PlanTable',
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, size) => sum + size, 0), type: WidthType.DXA },
    ...(inset > 0 ? { indent: { size: inset, type: WidthType.DXA } } : {}),
    columnWidths,
    tableLook: {
      firstRow: head.length > 0,
      firstColumn: rows.some(([first]) => first?.header === 'row'),
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [...head.map((cells) => row(cells, true)), ...rows.map((cells) => row(cells, false))],
  });
}

const empty: Cell = { children: [] };

/** Where a cell stands. */
interface Column {
  readonly table: PlanTable;
  readonly column: number;
  readonly size: number;
  readonly isWide: boolean;
}

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, centre: AlignmentType.CENTER } as const;

function cellOf(
  cell: Cell,
  isHead: boolean,
  { table, column, size, isWide }: Column,
  scribe: Scribe,
  place: Place,
): TableCell {
  const align = table.align?.[column];
  const isPlace = cell.role === 'place';
  const isTotal = cell.role?.includes('total') === true;
  const isHeading = isHead || cell.header !== undefined;
  const inside = { ...place, lang: cell.lang ?? place.lang, width: size };
  scribe.begin(cell.anchor);
  const children =
    wordsOf(cell.children) || !cell.toggle ? cell.children : [{ type: 'text', text: signOf(cell) } as const];
  const runs = lineRuns(children, scribe, inside, isPlace ? placeRun : isTotal ? { bold: true } : {});
  const paragraph = scribe.paragraph(
    {
      style: `${isWide ? 'Small' : ''}${isHeading ? 'TableHeading' : 'TableText'}`,
      ...(isHead ? { keepNext: true } : {}),
      ...(align ? { alignment: alignments[align] } : {}),
      ...(cell.depth ? { indent: { left: INNER * Math.min(cell.depth, 4) } } : {}),
      children: isPlace ? [asPlace(runs)] : runs,
    },
    inside,
  );
  return new TableCell({ children: [paragraph], width: { size, type: WidthType.DXA } });
}

const signOf = ({ toggle }: Cell): string => (toggle?.on ? '●' : '○');

/** About the width of a letter, of one in a wide table, and the space around words in a cell, in twentieths of a point. */
const LETTER = 118;
const SMALL_LETTER = 95;
const AROUND = 200;

/** No column is narrower than this, in twentieths of a point, if there is room. */
const NARROWEST = 620;

/** The widths of columns: so that the longest word has room, and the rest by how much stands in each. */
function widthsOf(rows: readonly (readonly Cell[])[], columns: number, width: number): number[] {
  const longest = Array.from({ length: columns }, () => 0);
  const most = Array.from({ length: columns }, () => 0);
  for (const row of rows)
    for (const [index, { children }] of row.entries()) {
      const words = wordsOf(children);
      most[index] = Math.max(most[index] ?? 0, Math.min(words.length, 160));
      for (const word of words.split(/\s+/)) longest[index] = Math.max(longest[index] ?? 0, Math.min(word.length, 24));
    }
  const letter = columns >= wide ? SMALL_LETTER : LETTER;
  const least = longest.map((letters) => Math.max(NARROWEST, letters * letter + AROUND));
  const needed = least.reduce((sum, one) => sum + one, 0);
  if (needed >= width) return least.map((one) => Math.floor((one * width) / needed));
  const wanted = most.map((letters, index) => Math.max(0, letters * letter + AROUND - (least[index] ?? 0)));
  const all = wanted.reduce((sum, one) => sum + one, 0) || 1;
  const share = Math.min(1, (width - needed) / all);
  const grown = least.map((one, index) => one + (wanted[index] ?? 0) * share);
  const total = grown.reduce((sum, one) => sum + one, 0);
  // What is left over goes to all: tables are as wide as the text.
  return grown.map((one) => Math.floor((one * width) / total));
}
