import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import { type Column, date, figure, text } from '../../server/src/documents/data/columns.ts';
import { type DataTable, dataTables } from '../../server/src/documents/data/tables.ts';
import { Edition } from '../../server/src/documents/edition/edition.ts';
import { metadataOf } from '../../server/src/documents/edition/metadata.ts';
import { FormatFault } from '../../server/src/documents/format-fault.ts';
import { xlsxFiles } from '../../server/src/documents/xlsx/files.ts';
import { writeWorkbook } from '../../server/src/documents/xlsx/xlsx.ts';
import { editionOf, hostileEditions, sampleEditions } from './editions.ts';

const metadata = metadataOf(editionOf('plan p: Plan\n'));

const bytesOf = async (edition: Edition): Promise<Uint8Array> => (await xlsxFiles(edition))[0]?.content as Uint8Array;

/** The cells of all sheets, as another program reads them. */
const read = async (bytes: Uint8Array) =>
  (await readXlsxFile(new Blob([Uint8Array.from(bytes)]), { trim: false })).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map((cell) => shown(cell))),
  }));

/** A cell as the tables have it. A character that stands for itself is coded in the file. */
function shown(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null ? '' : String(cell).replaceAll(/_x005F_/g, '_');
}

const tableOf = (columns: readonly Column[], ...rows: readonly (readonly string[])[]): DataTable => ({
  name: 'table',
  columns,
  rows,
});

/** The rows of a table as a sheet has them: what XML does not know is told as “�”, and a new line is one character. */
const rowsOf = ({ columns, rows }: DataTable): string[][] =>
  [columns.map(({ name }) => name), ...rows].map((row) =>
    row.map((cell) =>
      cell
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, '\ufffd'),
    ),
  );

/** Empty cells at the end of a row are not in a file. */
const filled = (rows: readonly (readonly string[])[]): string[] =>
  rows.map((row) => row.join('\u241f').replace(/\u241f+$/, ''));

describe.each([...sampleEditions, ...hostileEditions])('%s', (_, edition) => {
  test('has each table in a sheet, as it is', async () => {
    const sheets = await read(await bytesOf(edition));
    const tables = dataTables(edition);
    expect(sheets).toHaveLength(tables.length);
    tables.forEach((table, index) => {
      expect(filled(sheets[index]?.rows ?? []), table.name).toEqual(filled(rowsOf(table)));
    });
    for (const { name } of sheets) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
  });
});

test('figures are numbers and days are days; what is neither stays words', async () => {
  const { bytes } = writeWorkbook(
    [
      tableOf(
        [text('t'), figure('f'), date('d')],
        ['12', '-3.5', '2030-03-31'],
        ['2030-03-31', '1e+21', '1899-12-31'],
        ['=1+1', '=1+1', 'by spring'],
        ['', '', '2026-02-30'],
      ),
    ],
    metadata,
  );
  const [sheet] = await readXlsxFile(new Blob([Uint8Array.from(bytes)]), { trim: false });
  expect(sheet?.data).toEqual([
    ['t', 'f', 'd'],
    ['12', -3.5, new Date('2030-03-31')],
    ['2030-03-31', 1e21, '1899-12-31'],
    ['=1+1', '=1+1', 'by spring'],
    [null, null, '2026-02-30'],
  ]);
});

test('words stay words, whatever they look like', async () => {
  const words = [
    '=HYPERLINK("http://evil.example")',
    '_x000D_',
    'constructor',
    '__proto__',
    '  a\nb  ',
    ' ',
    '<v>&amp;</v>',
  ];
  const { bytes } = writeWorkbook([tableOf([text('t')], ...words.map((word) => [word]))], metadata);
  expect((await read(bytes))[0]?.rows.flat()).toEqual(['t', ...words]);
  const files = unzipSync(bytes);
  expect(strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array)).not.toMatch(/<f[ >]/);
  expect(strFromU8(files['xl/sharedStrings.xml'] as Uint8Array)).toContain('>_x005F_x000D_<');
});

test('a cell that is too long is cut, and that is said', async () => {
  const long = `${'a'.repeat(32_765)}😀 and more`;
  const { bytes, remarks } = writeWorkbook([tableOf([text('t')], [long], ['b'.repeat(32_767)])], metadata);
  const [, cut, whole] = (await read(bytes))[0]?.rows.flat() ?? [];
  expect(cut).toBe(`${'a'.repeat(32_765)}…`);
  expect(whole).toHaveLength(32_767);
  expect(remarks).toEqual([
    'In the sheet “table”, 1 cell is cut after 32,767 characters, since Excel takes no more. The same table as csv has all of it.',
  ]);
});

test('a table that no sheet holds is refused', () => {
  const many = { ...tableOf([text('t')]), rows: Array.from({ length: 1_048_576 }, () => ['a']) };
  expect(() => writeWorkbook([many], metadata)).toThrow(FormatFault);
  expect(() => writeWorkbook([many], metadata)).toThrow('has 1,048,576 rows, and a sheet takes 1,048,575');
  const wide = tableOf(Array.from({ length: 16_385 }, () => figure('f')));
  expect(() => writeWorkbook([wide], metadata)).toThrow('has 16,385 columns');
});

test('sheets that would be called the same have names of their own', async () => {
  const named = (name: string): DataTable => ({ ...tableOf([text('t')], ['a']), name });
  const long = 'matrix-the-duties-of-all-public-bodies';
  const { bytes } = writeWorkbook([long, long.toUpperCase(), "a'b[c]:d*e?/\\f"].map(named), metadata);
  expect((await read(bytes)).map(({ name }) => name)).toEqual([
    'matrix-the-duties-of-all-public',
    'MATRIX-THE-DUTIES-OF-ALL-PUBL-2',
    'a-b-c-d-e-f',
  ]);
});

test('the file says what it is, and is the same each time', async () => {
  const [, first] = sampleEditions.find(([name]) => name === 'first-plan') ?? [];
  if (!first) throw new Error('The sample is not there.');
  const bytes = await bytesOf(first);
  expect(Buffer.from(await bytesOf(new Edition(first.source))).equals(bytes)).toBe(true);
  const core = strFromU8(unzipSync(bytes)['docProps/core.xml'] as Uint8Array);
  expect(core).toContain('<dc:title>Our Borough Plan 2026–2030</dc:title>');
  expect(core).toContain('2026-03-09T00:00:00Z');
});

test('the first row stays in sight and on each printed page, and can be filtered by', () => {
  const { bytes } = writeWorkbook([tableOf([text('a'), figure('b')], ['one', '1'])], metadata);
  const files = unzipSync(bytes);
  expect(strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array)).toContain('<pane ySplit="1"');
  const workbook = strFromU8(files['xl/workbook.xml'] as Uint8Array);
  expect(workbook).toContain('&#39;table&#39;!$A$1:$B$2</definedName>');
  expect(workbook).toContain('&#39;table&#39;!$1:$1</definedName>');
});
