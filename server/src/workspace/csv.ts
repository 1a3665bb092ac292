/** One row of a CSV text: its cells, and the line of the text on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where a CSV text stops being one: the line and the cell in its row, both from 1. */
export interface CsvFault {
  /** What is wrong there, as the end of a sentence that names the place. */
  readonly why: string;
  readonly line: number;
  readonly column: number;
}

/** The rows of a CSV text, or the first place that can't be read. */
export type CsvResult =
  | { readonly rows: readonly CsvRow[]; readonly fault?: undefined }
  | { readonly fault: CsvFault; readonly rows?: undefined };

/** What stands in a cell without quotation marks. */
const plainCell = /[^",\r\n]*/y;
const lineEnd = /\r\n|\r|\n/y;
const lineEnds = /\r\n|\r|\n/g;

/**
 * Reads comma-separated values as RFC 4180 describes them: cells between commas, rows between line ends of any sort, quotation
 * marks around cells that hold a comma, a line end or a quotation mark, which is then doubled. Lines with nothing on them are passed
 * over. Takes time in proportion to the text's length.
 */
export function readCsv(text: string): CsvResult {
  const rows: CsvRow[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    for (let more = true; more; ) {
      const fault = (why: string): CsvResult => ({ fault: { why, line, column: cells.length + 1 } });
      if (text[at] === '"') {
        const end = closingMark(text, at + 1);
        if (end < 0) return fault('there is a cell whose closing quotation mark is missing');
        const cell = text.slice(at + 1, end);
        cells.push(cell.replaceAll('""', '"'));
        line += cell.match(lineEnds)?.length ?? 0;
        at = end + 1;
      } else {
        const end = endOf(plainCell, text, at);
        if (text[end] === '"') return fault('a quotation mark stands inside a cell that does not begin with one');
        cells.push(text.slice(at, end));
        at = end;
      }
      more = text[at] === ',';
      if (more) at++;
      else if (at < text.length) {
        const end = endOf(lineEnd, text, at);
        if (end === at)
          return { fault: { why: 'something stands behind a closing quotation mark', line, column: cells.length } };
        at = end;
        line++;
      }
    }
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: first, cells });
  }
  return { rows };
}

/** Where a pattern that is tried at one place ends; that place itself where it does not fit. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The quotation mark that closes a cell: the first one that is not doubled. -1 where there is none. */
function closingMark(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
