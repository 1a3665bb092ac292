import type { DataTable } from '../data/tables.ts';
import type { Metadata } from '../edition/metadata.ts';
import { UniqueNames } from '../edition/unique-names.ts';
import { FormatFault } from '../format-fault.ts';
import { address, fitting, LONGEST, Texts } from './cells.ts';
import { sheetXml } from './sheet.ts';
import { type WrittenSheet, workbookBytes } from './workbook.ts';

/** The most rows and columns of a sheet, and the longest name of one, in Excel and the programs that follow it. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const LONGEST_NAME = 31;

/** Tables as a workbook, and what those who open it should know. A table that no sheet can hold is a fault. */
export function writeWorkbook(
  tables: readonly DataTable[],
  metadata: Metadata,
): { readonly bytes: Uint8Array; readonly remarks: readonly string[] } {
  const texts = new Texts();
  const names = new UniqueNames(LONGEST_NAME);
  const remarks: string[] = [];
  const sheets = tables.map((table, index): WrittenSheet => {
    const name = names.of(table.name);
    const { columns, rows } = table;
    if (rows.length >= MOST_ROWS)
      throw new FormatFault(
        `The table “${table.name}” has ${inWords(rows.length)} rows, and a sheet takes ${inWords(MOST_ROWS - 1)} below its headings. Build it as csv.`,
      );
    if (columns.length > MOST_COLUMNS)
      throw new FormatFault(
        `The table “${table.name}” has ${inWords(columns.length)} columns, and a sheet takes ${inWords(MOST_COLUMNS)}. Build it as csv.`,
      );
    const { fitted, cut } = fittedTable(table);
    if (cut > 0) remarks.push(remarkOf(name, cut));
    const last = address(columns.length - 1, rows.length).replace(/(?=\d)/, '$');
    return { name, xml: sheetXml(fitted, texts, index === 0), area: `$A$1:$${last}` };
  });
  return { bytes: workbookBytes(sheets, texts, metadata), remarks };
}

/** A table whose cells all fit, and how many had to be cut for it. */
function fittedTable(table: DataTable): { readonly fitted: DataTable; readonly cut: number } {
  let cut = 0;
  const fit = (cell: string): string => {
    const { text, isCut } = fitting(cell);
    if (isCut) cut++;
    return text;
  };
  const columns = table.columns.map((column) => ({ ...column, name: fit(column.name) }));
  const rows = table.rows.map((row) => row.map(fit));
  return { fitted: { ...table, columns, rows }, cut };
}

const remarkOf = (sheet: string, cut: number): string =>
  `In the sheet “${sheet}”, ${cut === 1 ? '1 cell is' : `${inWords(cut)} cells are`} cut after ${inWords(LONGEST)} characters, since Excel takes no more. The same table as csv has all of it.`;

const inWords = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
