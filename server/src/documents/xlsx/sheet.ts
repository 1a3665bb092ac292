import type { Column } from '../data/columns.ts';
import type { DataTable } from '../data/tables.ts';
import { Markup, markup, noMarkup } from '../markup.ts';
import { textWidth } from '../text-width.ts';
import { address, cellStyles, cellXml, type Texts, textXml } from './cells.ts';

/** How wide columns may be, in figures of the usual letters; wider texts have several lines. */
const NARROWEST = 8;
const WIDEST = 44;

/** The rows from which the widths of columns are taken: all of a long table would say little more. */
const MEASURED = 500;

/** The height of a line, and the tallest row that there may be, in points. */
const LINE = 15;
const TALLEST = 409;

/** A sheet (ECMA-376, part 1, 18.3): its first row says what the columns are, and stays in sight. */
export function sheetXml({ columns, rows }: DataTable, texts: Texts, isFirst: boolean): string {
  const last = address(columns.length - 1, rows.length);
  const widths = columns.map((column, index) => columnWidth(column, index, rows));
  const names = columns.map(({ name }) => name);
  const head = names.map((name, index) => (name ? textXml(address(index, 0), cellStyles.head, name, texts) : ''));
  const body = rows.map((row, index) => rowXml(row, index + 1, columns, widths, texts));
  return markup`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView${isFirst ? markup` tabSelected="1"` : noMarkup} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE}"/><cols>${widths.map((width, index) => markup`<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)}</cols><sheetData>${new Markup([`<row r="1"${heightOf(names, widths)}>`, ...head, '</row>', ...body].join(''))}</sheetData><autoFilter ref="A1:${last}"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors></worksheet>
`.text;
}

function rowXml(
  row: readonly string[],
  at: number,
  columns: readonly Column[],
  widths: readonly number[],
  texts: Texts,
): string {
  const cells = row.map((value, index) => cellXml(value, address(index, at), columns[index] as Column, texts));
  return `<row r="${at + 1}"${heightOf(row, widths)}>${cells.join('')}</row>`;
}

/** How high a row is where its words take several lines. Programs that open the file don’t all work it out. */
function heightOf(row: readonly string[], widths: readonly number[]): string {
  let lines = 1;
  for (const [index, text] of row.entries()) lines = Math.max(lines, linesOf(text, widths[index] as number));
  return lines > 1 ? ` ht="${Math.min(TALLEST, lines * LINE)}" customHeight="1"` : '';
}

/** How many lines a text takes in a column. */
function linesOf(text: string, width: number): number {
  if (text.length * WIDEST_LETTER < width && !text.includes('\n')) return 1;
  if (text.length > (TALLEST / LINE) * WIDEST * 2) return TALLEST;
  const room = width - 1;
  let lines = 0;
  for (const line of text.split('\n')) {
    const needed = widthOf(line);
    // Lines end between words: a little of each is left over.
    lines += needed <= room ? 1 : Math.ceil((needed * 1.1) / room);
  }
  return lines;
}

/** The width of a column: as wide as what stands in it, within reason. */
function columnWidth({ name, holds }: Column, index: number, rows: readonly (readonly string[])[]): number {
  let width = widthOf(name) + 3;
  for (const row of rows.slice(0, MEASURED)) width = Math.max(width, widthOf((row[index] ?? '').slice(0, 200)) + 1.2);
  const most = holds === 'figure' ? 24 : WIDEST;
  return Math.round(Math.min(most, Math.max(NARROWEST, width)) * 10) / 10;
}

/** The width of the longest line of a text, in figures. */
function widthOf(text: string): number {
  let widest = 0;
  for (const line of text.split('\n')) widest = Math.max(widest, textWidth(line, 1));
  return widest / FIGURE;
}

/** The width of a figure, in ems; that of the widest letter, in figures. */
const FIGURE = textWidth('0', 1);
const WIDEST_LETTER = textWidth('W', 1) / FIGURE;
