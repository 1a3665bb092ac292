import { plain, wordsOf } from '../plain-words.ts';
import type { Cell, Flow, Inline } from '../tree.ts';
import type { SheetCell, SheetFlow } from './data.ts';
import { lineOf } from './inlines.ts';
import type { Place, Scribe } from './scribe.ts';
import { length, spoken } from './text.ts';

type PlanTable = Flow & { type: 'table' };

/** From so many columns on the words of a table are small, then tiny; with more nobody can read it on a page. */
const SMALL = 7;
const TINY = 14;
const MOST = 40;

/** The width of a letter and the space around the words of a cell, in points of print, by the size of the words. */
const letters = {
  usual: { letter: 5, around: 12 },
  small: { letter: 4.4, around: 9 },
  tiny: { letter: 3.7, around: 6 },
} as const;

/** A table; one that no page holds is told row by row. */
export function tableFlows(table: PlanTable, scribe: Scribe, place: Place): readonly SheetFlow[] {
  const { head, rows, caption, role } = table;
  const count = [...head, ...rows].reduce((most, row) => Math.max(most, row.length), 0);
  const language = spoken(table.lang);
  const title = caption && lineOf(caption, scribe, { ...place, isRepeated: true });
  if (count === 0 || count > MOST || place.isInNote) {
    const told = [...head, ...rows].filter((row) => row.length > 0).map((row) => toldRow(row, scribe, place));
    return [...(title ? [{ t: 'par', ...language, role: 'caption', c: title } as const] : []), ...told];
  }
  const size = count >= TINY ? 'tiny' : count >= SMALL ? 'small' : 'usual';
  const isSquare = isMatrix(role);
  const isSteep = isSquare && count > SMALL + 1;
  const row = (cells: readonly Cell[], isHead: boolean): SheetCell[] =>
    Array.from({ length: count }, (_, index) =>
      cellOf(cells[index] ?? { children: [] }, isHead, scribe, isHead ? { ...place, isRepeated: true } : place),
    );
  const printed = [...head.map((cells) => row(cells, true)), ...rows.map((cells) => row(cells, false))];
  return [
    {
      t: 'table',
      ...language,
      ...(staysWhole(printed) ? {} : { isLong: true }),
      caption: title,
      role,
      columns: isSquare ? squares(count, place.width, isSteep) : widthsOf([...head, ...rows], count, place.width, size),
      align: Array.from(
        { length: count },
        (_, index) => alignments[table.align?.[index] ?? (isSquare && index > 0 ? 'centre' : 'left')],
      ),
      isSquare,
      isSteep,
      size,
      head: printed.slice(0, head.length),
      rows: printed.slice(head.length),
    },
  ];
}

/** A table of so many rows with few words stays on one page. */
const FEW = 12;

const staysWhole = (rows: readonly (readonly SheetCell[])[]): boolean =>
  rows.length <= FEW && length(rows).isLong === undefined && !JSON.stringify(rows).includes('"br"');

const alignments = { left: 'left', right: 'right', centre: 'center' } as const;

const isMatrix = (role: string | undefined): boolean => /\bmatrix\b/.test(role ?? '');

const toldRow = (row: readonly Cell[], scribe: Scribe, place: Place): SheetFlow => ({
  t: 'par',
  role: 'row',
  c: row.flatMap((cell, index) => [...(index > 0 ? [' · '] : []), ...lineOf(shown(cell), scribe, place)]),
});

/** What is printed of a cell. */
const shown = ({ children, toggle }: Cell): readonly Inline[] =>
  toggle && !wordsOf(children) ? [plain(toggle.on ? '●' : '○')] : children;

function cellOf(cell: Cell, isHead: boolean, scribe: Scribe, place: Place): SheetCell {
  const c = lineOf(shown(cell), scribe, place);
  return {
    ...spoken(cell.lang),
    ...length(c),
    id: isHead ? undefined : scribe.begin(cell.anchor),
    c,
    role: cell.role,
    isHead: cell.header === 'row' ? true : undefined,
    depth: cell.depth ? Math.min(cell.depth, 4) : undefined,
  };
}

/** The least share of the first column of a matrix, and how wide the others are where their headings stand upright, in points of print. */
const FIRST = 0.28;
const STEEP = 28;

/** The shares of the columns of a matrix: the first has names, all others the same room. */
function squares(count: number, width: number, isSteep: boolean): number[] {
  const others = Math.max(1, count - 1);
  const each = isSteep ? Math.min(STEEP, (width * (1 - FIRST)) / others) : (width * (1 - FIRST)) / others;
  return [width - each * others, ...Array.from({ length: count - 1 }, () => each)].map(Math.round);
}

/** The shares of the columns: so that the longest word of each has room, and the rest by how much stands in it. */
function widthsOf(
  rows: readonly (readonly Cell[])[],
  count: number,
  width: number,
  size: keyof typeof letters,
): number[] {
  const longest = Array.from({ length: count }, () => 0);
  const most = Array.from({ length: count }, () => 0);
  for (const row of rows)
    for (const [index, cell] of row.entries()) {
      const words = wordsOf(shown(cell));
      most[index] = Math.max(most[index] ?? 0, Math.min(words.length, 160));
      for (const word of words.split(/\s+/)) longest[index] = Math.max(longest[index] ?? 0, Math.min(word.length, 24));
    }
  const { letter, around } = letters[size];
  const least = longest.map((one) => Math.max(16, one * letter + around));
  const needed = least.reduce((sum, one) => sum + one, 0);
  if (needed >= width) return least.map(Math.round);
  const wanted = most.map((one, index) => Math.max(0, one * letter + around - (least[index] ?? 0)));
  const all = wanted.reduce((sum, one) => sum + one, 0) || 1;
  const share = Math.min(1, (width - needed) / all);
  return least.map((one, index) => Math.round(one + (wanted[index] ?? 0) * share));
}
