import { limits } from '../../limits.ts';
import type { Spot } from '../../source.ts';
import { tidy } from '../../words.ts';
import type { Cell, Grid, Item } from '../office/lines.ts';
import { markdownOf } from '../office/markdown.ts';
import { headings } from './elements.ts';
import { attributeOf, elementsIn, type HtmlElement, type HtmlNode, textIn } from './tree.ts';

/** Columns that a cell may stand over. */
const widest = 100;
/** Words that what a term means may have where terms are a table, in characters. */
const longestMeaning = 600;

const format = { strong: false, emphasised: false, bold: false, capitals: false, size: 11 };

/** True for a table, or terms with their meanings, that hold more than entries: what stands in them is read piece by piece. */
export function isFlow(element: HtmlElement): boolean {
  if (element.name === 'dl') return isLongList(element);
  const role = attributeOf(element, 'role');
  if (role === 'presentation' || role === 'none') return true;
  let [cells, rows, row, width] = [0, 0, 0, 0];
  let hasHeads = false;
  let isRich = false;
  for (const one of elementsIn(element)) {
    if (one !== element && one.name === 'table') isRich = true;
    if (one.name === 'tr') [rows, row] = [rows + 1, 0];
    if (one.name === 'td' || one.name === 'th') {
      cells++;
      row += spanOf(one, 'colspan', widest);
      width = Math.max(width, row);
    }
    if (one.name === 'th' || one.name === 'caption') hasHeads = true;
    if (headings.has(one.name)) isRich = true;
  }
  // No table: rows as wide as the widest would be far more than all that it holds.
  if (cells === 0 || cells > limits.cells || rows * width > 10 * limits.cells) return true;
  return isRich && !hasHeads;
}

const longer = new Set(['table', 'ul', 'ol', 'details', 'dl', ...headings.keys()]);

const isLongList = (list: HtmlElement): boolean => {
  if (isLoose(list)) return true;
  for (const one of elementsIn(list)) if (one !== list && longer.has(one.name)) return true;
  return termsIn(list).some(
    (one) => one.name === 'dd' && (tidy(textIn(one)).length > longestMeaning || paragraphsIn(one) > 1),
  );
};

/** True where words stand between terms. */
const isLoose = (list: HtmlElement): boolean =>
  list.children.some((child) =>
    typeof child === 'string' ? /\S/.test(child) : child.name === 'div' ? isLoose(child) : !isTerm(child),
  );

/** The terms of a list and what they mean, in order. They may stand in boxes. */
const termsIn = (list: HtmlElement): HtmlElement[] =>
  list.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'div') return termsIn(child);
    return isTerm(child) ? [child] : [];
  });

const isTerm = (node: HtmlNode): node is HtmlElement =>
  typeof node !== 'string' && (node.name === 'dt' || node.name === 'dd');

const paragraphsIn = (element: HtmlElement): number =>
  [...elementsIn(element)].filter(({ name }) => name === 'p').length;

/** A table as a grid of cells. What a cell holds is read by `read`. */
export function gridOf(element: HtmlElement, spot: Spot, read: (cell: HtmlElement) => Item[]): Grid {
  const rows = element.name === 'dl' ? definitionRows(element) : rowsOf(element);
  const caption = captionOf(element);
  const grid: Cell[][] = [];
  const width = rows.reduce((most, { cells }) => Math.max(most, columnsOf(cells)), 0);
  /** For each column, how many rows the cell above goes on. */
  const going: number[] = [];
  for (const row of rows) {
    const cells: Cell[] = [];
    let column = 0;
    const passOver = (): void => {
      while (column < width && (going[column] ?? 0) > 0) {
        going[column] = (going[column] as number) - 1;
        cells.push({ items: [], columns: 1 });
        column++;
      }
    };
    for (const cell of row.cells) {
      passOver();
      const columns = spanOf(cell, 'colspan', widest);
      const down = spanOf(cell, 'rowspan', rows.length) - 1;
      cells.push({ items: read(cell), columns });
      for (let next = column; next < Math.min(width, column + columns); next++) going[next] = down;
      column += columns;
    }
    passOver();
    if (cells.length > 0) grid.push(cells);
  }
  const head = rows.findIndex(({ isHead }) => !isHead);
  return { type: 'grid', spot, rows: grid, head: head < 0 ? 0 : head, caption };
}

const columnsOf = (cells: readonly HtmlElement[]): number =>
  cells.reduce((sum, cell) => sum + spanOf(cell, 'colspan', widest), 0);

interface Row {
  readonly cells: readonly HtmlElement[];
  readonly isHead: boolean;
}

/** The rows of a table itself, those of its head first. */
function rowsOf(table: HtmlElement): Row[] {
  const found: Row[] = [];
  const take = (row: HtmlElement, isInHead: boolean): void => {
    const cells = row.children.filter(
      (node): node is HtmlElement => typeof node !== 'string' && (node.name === 'td' || node.name === 'th'),
    );
    if (cells.length === 0) return;
    const isHead = isInHead || (cells.length > 1 && cells.every(({ name }) => name === 'th'));
    found.push({ cells, isHead });
  };
  const parts = table.children.filter((node): node is HtmlElement => typeof node !== 'string');
  for (const part of parts) {
    if (part.name === 'tr') take(part, false);
    else if (/^t(?:head|body|foot)$/.test(part.name))
      for (const row of part.children)
        if (typeof row !== 'string' && row.name === 'tr') take(row, part.name === 'thead');
  }
  return found;
}

function definitionRows(list: HtmlElement): Row[] {
  const rows: HtmlElement[][] = [];
  for (const one of termsIn(list)) {
    if (one.name === 'dt') rows.push([one]);
    else {
      const last = rows.at(-1);
      if (last && last.length < 2) last.push(one);
      // A second meaning stands in a row of its own, with nothing before it.
      else rows.push([emptyCell, one]);
    }
  }
  return rows.map((cells) => ({ cells, isHead: false }));
}

const emptyCell: HtmlElement = { name: 'dt', attributes: new Map(), children: [], parent: undefined, line: undefined };

function captionOf(table: HtmlElement): string | undefined {
  const captions = table.children.filter((node) => typeof node !== 'string' && node.name === 'caption');
  const text = tidy(captions.map(textIn).join(' ')).trim();
  return text === '' ? undefined : markdownOf([{ text, format }]);
}

function spanOf(cell: HtmlElement, name: string, most: number): number {
  const written = /^\d{1,6}$/.exec(attributeOf(cell, name));
  return Math.max(1, Math.min(most, written ? Number(written[0]) : 1));
}
