/** What a spreadsheet program would take for a formula, or for the start of one after what it passes over; in wide letters too. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** A figure, which stays one: `-3.5`, `+12%`. */
const figure = /^[-+]?\d[\d.,]*\s?%?$/;

/** A cell that shows its words, whatever these are. What could be a formula has an apostrophe before it, as spreadsheet programs have it. */
const harmless = (cell: string): string => (formula.test(cell) && !figure.test(cell) ? `'${cell}` : cell);

const BOM = '\uFEFF';

/**
 * Rows as comma-separated values after RFC 4180, with the mark by which Excel knows UTF-8. Nothing in a cell is a formula when a spreadsheet
 * program opens it.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const safe = harmless(text.toWellFormed());
    return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
