import type { Item } from '../../model/item.ts';
import type { ItemNames } from '../item-names.ts';
import { plain } from '../plain-words.ts';
import type { Cell, Flow, Inline } from '../tree.ts';
import { counts, type Matrix, type MatrixCell, type MatrixGroup, type MatrixRow } from './cells.ts';
import { type MatrixWords, signOf, signs } from './words.ts';

/** From so many columns on, the headings of the columns are set upright to save room. */
const MANY = 7;

/** The rows as they were written the last time, by their priority, with what they were written from. */
export type WrittenRows = Map<string, { readonly from: string; readonly cells: readonly Cell[] }>;

/** What the tables of one matrix are made with. */
export interface MatrixAsking {
  readonly before: WrittenRows;
  /** The rows that are written now are noted here. */
  readonly written: WrittenRows;
  /** What the columns are, in one text. */
  readonly columns: string;
  readonly matrix: Matrix;
  readonly names: ItemNames;
  readonly words: MatrixWords;
}

const roleOf = ({ side }: Matrix): string => (side.columns.length >= MANY ? 'matrix many' : 'matrix');

/** True where some priorities have outcomes that belong to them alone: these are counted in a column. */
export const hasOwn = ({ rows }: Matrix): boolean => rows.some(({ own }) => own > 0);

/** The table of the priorities of one theme, with their totals; those of the columns below, where there is no other table. */
export function groupTable(asking: MatrixAsking, group: MatrixGroup): Flow {
  const { matrix, names, words } = asking;
  const isOnly = matrix.groups.length === 1;
  const caption = group.theme ? names.words(group.theme) : isOnly ? undefined : [plain(words.noTheme)];
  return {
    type: 'table',
    role: roleOf(matrix),
    ...(caption ? { caption } : {}),
    head: [headOf(asking, words.priority)],
    rows: [
      ...group.rows.map((row) => rowOf(asking, row)),
      ...(isOnly ? [totalsOf(asking, [plain(words.total)], group.rows, 'total')] : []),
    ],
  };
}

/** The table of totals by theme and of all; only where there are several tables. */
export function totalsTable(asking: MatrixAsking): Flow {
  const { matrix, names, words } = asking;
  return {
    type: 'table',
    role: `${roleOf(matrix)} totals`,
    caption: [plain(words.totals)],
    head: [headOf(asking, words.theme)],
    rows: [
      ...matrix.groups.map(({ theme, rows }) =>
        totalsOf(asking, theme ? names.words(theme) : [plain(words.noTheme)], rows, undefined),
      ),
      totalsOf(asking, [plain(words.total)], matrix.rows, 'total'),
    ],
  };
}

function headOf({ matrix, names, words }: MatrixAsking, corner: string): Cell[] {
  const heading = (children: readonly Inline[], role?: string): Cell => ({
    header: 'column',
    children,
    ...(role ? { role } : {}),
  });
  return [
    heading([plain(corner)]),
    ...matrix.side.columns.map((column) => heading([names.mention(column)])),
    ...(hasOwn(matrix) ? [heading([plain(words.own)], 'own')] : []),
    heading([plain(words.total)], 'total'),
  ];
}

/** The cells of a row: those of the last time where they would say the same. */
function rowOf(asking: MatrixAsking, row: MatrixRow): readonly Cell[] {
  const { names, columns, before, written } = asking;
  const ref = names.ref(row.priority);
  const states = row.cells.map(({ on, canChange, because, within }) => {
    const why = because?.item ?? within;
    return `${on ? 1 : 0}${canChange ? 1 : 0}${because?.origin ?? ''}${why ? names.call(why) : ''}`;
  });
  const from = [columns, JSON.stringify(names.words(row.priority)), row.depth, row.own, ...states].join('\n');
  const known = before.get(ref);
  const made = known?.from === from ? known : { from, cells: cellsOf(asking, row) };
  written.set(ref, made);
  return made.cells;
}

function cellsOf(asking: MatrixAsking, row: MatrixRow): Cell[] {
  const { matrix, names } = asking;
  const { priority, depth, cells, own } = row;
  const total = cells.filter(counts).length + own;
  return [
    { header: 'row', children: [names.mention(priority)], depth },
    ...cells.map((cell) => cellOf(asking, priority, cell)),
    ...(hasOwn(matrix) ? [{ role: 'own', children: [plain(String(own))] }] : []),
    { role: total === 0 ? 'total none' : 'total', children: [plain(String(total))] },
  ];
}

function cellOf({ names, words }: MatrixAsking, priority: Item, cell: MatrixCell): Cell {
  const { column, relation, on, canChange } = cell;
  const sign = signOf(cell);
  return {
    role: sign,
    children: [plain(signs[sign])],
    toggle: {
      from: names.ref(priority),
      relation,
      to: names.ref(column),
      on,
      canChange,
      label: [words.does(relation, names.call(priority), names.call(column)), ...whys(cell, names, words)].join(' – '),
    },
  };
}

/** What there is to say of a cell besides that it is on or off. */
function whys({ on, canChange, because, within }: MatrixCell, names: ItemNames, words: MatrixWords): string[] {
  if (because) return [because.origin === 'implied' ? words.implied : words.inherited(names.call(because.item))];
  if (!on && !canChange) return words.fixed ? [words.fixed] : [];
  return within ? [words.within(names.call(within))] : [];
}

/** How many of some rows are linked to each column, and how many links that makes. */
function totalsOf(
  { matrix }: MatrixAsking,
  header: readonly Inline[],
  rows: readonly MatrixRow[],
  role: string | undefined,
): Cell[] {
  const perColumn = matrix.side.columns.map(
    (_, index) => rows.filter(({ cells }) => counts(cells[index] as MatrixCell)).length,
  );
  const own = rows.reduce((sum, row) => sum + row.own, 0);
  const all = perColumn.reduce((sum, count) => sum + count, own);
  const cell = (count: number): Cell => ({
    children: [plain(String(count))],
    role: count === 0 ? 'total none' : 'total',
  });
  return [
    { header: 'row', children: header, ...(role ? { role } : {}) },
    ...perColumn.map(cell),
    ...(hasOwn(matrix) ? [{ role: 'own total', children: [plain(String(own))] }] : []),
    cell(all),
  ];
}
