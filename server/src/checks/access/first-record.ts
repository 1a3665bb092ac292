/** How much of a file is read to find its first line, in UTF-16 units. */
const LONGEST_RECORD = 20_000;

/** The cells of the first line of a CSV file, without the spaces and quotation marks around them. */
export function firstRecord(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const unit of text.slice(0, LONGEST_RECORD).replace(/^\uFEFF/, '')) {
    if (unit === '"') isQuoted = !isQuoted;
    else if (isQuoted || !/[,\r\n]/.test(unit)) cell += unit;
    else {
      cells.push(cell.trim());
      cell = '';
      if (unit !== ',') return cells;
    }
  }
  return [...cells, cell.trim()];
}
