import { readDate, readPath, readQuantity, valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { type CsvFault, type CsvRow, readCsv } from '../../workspace/csv.ts';
import { resolvePath } from '../../workspace/host.ts';
import type { RuleContext, Span } from '../rule.ts';

/** The CSV file that an item names, and where the item names it. */
export interface DataFile {
  readonly written: string;
  readonly span: Span;
  readonly exists: boolean;
  /** Its text; undefined where there is none or it can't be read. */
  readonly text: string | undefined;
}

/** What is wrong with a file of figures, in Welsh too. */
interface FiguresFault extends CsvFault {
  readonly whyCy: () => string;
}

/** What is wrong with a text that is no CSV, in Welsh by the English. */
const csvWhysCy: Readonly<Record<string, string>> = {
  'there is a cell whose closing quotation mark is missing': 'mae cell heb ei dyfynnod cau',
  'a quotation mark stands inside a cell that does not begin with one':
    'mae dyfynnod y tu mewn i gell nad yw’n dechrau ag un',
  'something stands behind a closing quotation mark': 'mae rhywbeth ar ôl dyfynnod cau',
};

const leavesFolders = /(?:^|\/)\.\.(?:\/|$)/;

/**
 * The CSV file that an item names. Undefined where it names none, or where the path is no path or leads out of the folders that the
 * program sees, which have checks of their own.
 */
export function dataOf(item: Item, context: Pick<RuleContext, 'model'>): DataFile | undefined {
  const entry = item.field('data');
  const written = entry ? item.valueOf(entry) : '';
  if (!entry || !written || readPath(written).fault) return undefined;
  const path = resolvePath(item.placed.file.path, written);
  if (leavesFolders.test(path)) return undefined;
  const { host } = context.model.workspace;
  const span = valueSpan(item.placed.block, entry);
  return { written, span, exists: host.exists(path), text: host.read(path) };
}

/** The rows of figures in a CSV text, below its headings; or what is wrong with it. A measure's figures are a date and a number in each row. */
export function figuresIn(
  text: string,
  isMeasure: boolean,
): { readonly rows: readonly CsvRow[] } | { readonly fault: FiguresFault } {
  const { rows, fault } = readCsv(text);
  if (fault) return { fault: { ...fault, whyCy: () => csvWhysCy[fault.why] ?? 'ni ellir darllen yr hyn sydd yno' } };
  const [headings, ...figures] = rows;
  if (!headings) return { rows: [] };
  const wrong = isMeasure ? wrongFigures(headings, figures) : wrongShape(headings, figures);
  return wrong ? { fault: wrong } : { rows: figures };
}

/** A row with more or fewer cells than there are headings. */
function wrongShape(headings: CsvRow, figures: readonly CsvRow[]): FiguresFault | undefined {
  const count = headings.cells.length;
  for (const { cells, line } of figures) {
    if (cells.length === count) continue;
    const column = Math.min(cells.length, count) + 1;
    return {
      line,
      column,
      why: `this row has ${counted(cells.length)}, and there are ${counted(count)} with headings`,
      whyCy: () => `nifer y celloedd yn y rhes hon yw ${cells.length}, a nifer y celloedd â phenawdau yw ${count}`,
    };
  }
  return undefined;
}

const counted = (cells: number): string => `${cells} ${cells === 1 ? 'cell' : 'cells'}`;

/** A row of a measure's figures that is not a date and a number. A number that is not known yet may be left out. */
function wrongFigures(headings: CsvRow, figures: readonly CsvRow[]): FiguresFault | undefined {
  const separator = headings.cells.length === 1 ? /[;\t|]/.exec(headings.cells[0] ?? '')?.[0] : undefined;
  if (separator)
    return {
      line: headings.line,
      column: 1,
      why: 'the columns are not separated by commas; save it as “CSV (comma separated)”',
      whyCy: () => 'nid comas sydd rhwng y colofnau; cadwch y ffeil fel “CSV (comma separated)”',
    };
  const [first = '', second = ''] = headings.cells.map((cell) => cell.trim());
  if (readDate(first).value && readQuantity(second).value)
    return {
      line: headings.line,
      column: 1,
      why: 'the first row should hold the headings, such as “period,number”',
      whyCy: () => 'dylai’r rhes gyntaf gynnwys y penawdau, er enghraifft “cyfnod,nifer”',
    };
  const lines = new Map<string, number>();
  for (const { cells, line } of figures) {
    const [period = '', number = ''] = cells.map((cell) => cell.trim());
    const date = readDate(period);
    if (date.fault)
      return {
        line,
        column: 1,
        why: `${quoted(period)} is not a date${meant(date.fault.meant)}`,
        whyCy: () => `nid yw ${quoted(period)} yn ddyddiad${meantCy(date.fault.meant)}`,
      };
    if (cells.length < 2) return { line, column: 2, why: 'the number is missing', whyCy: () => 'mae’r rhif ar goll' };
    const quantity = number === '' ? undefined : readQuantity(number);
    if (quantity?.fault)
      return {
        line,
        column: 2,
        why: `${quoted(number)} is not a number${meant(quantity.fault.meant)}`,
        whyCy: () => `nid yw ${quoted(number)} yn rhif${meantCy(quantity.fault.meant)}`,
      };
    const before = lines.get(period);
    if (before !== undefined)
      return {
        line,
        column: 1,
        why: `${quoted(period)} stands on line ${before} already`,
        whyCy: () => `mae ${quoted(period)} ar linell ${before} eisoes`,
      };
    lines.set(period, line);
  }
  return undefined;
}

const meant = (text: string | undefined): string => (text === undefined ? ' that a plan can read' : `: write ${text}`);

const meantCy = (text: string | undefined): string =>
  text === undefined ? ' y gall cynllun ei ddarllen' : `: ysgrifennwch ${text}`;

/** A cell in quotation marks, shortened where it is long. */
const quoted = (cell: string): string => `‘${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell.replace(/\s+/g, ' ')}’`;
