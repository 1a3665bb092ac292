/** Signs that nobody sees, which programs for writing leave behind: soft hyphens, spaces without width, marks of byte order. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/** A value in one line, with single spaces: how it is laid out does not matter. */
export const inOneLine = (text: string): string => text.replace(unseen, '').replace(/\s+/g, ' ').trim();

/** A line that begins something of its own in Markdown: a point of a list, a row, a quote, a heading, a note, a rule, HTML. */
const beginning = /^\s*(?:[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|[|>#<]|\[\^|={3,}\s*$|-{3,}\s*$)/;
/** A line that goes on with nothing: a heading, a rule. */
const ending = /^\s*(?:#{1,6}\s|[-*_]{3,}\s*$|={3,}\s*$|\|)/;
const row = /^\s*\|.*\|$/;
/** The line below the head of a table, and a cell of it. */
const ruler = /^\|(?: :?-+:? \|)+$/;
const rulerCell = /:?-+(:?)/g;
const fence = /^\s*(`{3,}|~{3,})/;

/** Prose without what is only layout: lines that are broken elsewhere, spaces at their ends, how lines end, how many are empty. */
export function withoutLayout(markdown: string): string {
  const lines: string[] = [];
  let open: string | undefined;
  let joins = false;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const mark = fence.exec(line)?.[1];
    if (open !== undefined || mark !== undefined) {
      lines.push(line);
      if (open === undefined) open = mark;
      else if (mark?.startsWith(open)) open = undefined;
      joins = false;
      continue;
    }
    const text = withoutPadding(plainly(line).trimEnd());
    const last = lines.length - 1;
    if (text === '') {
      if (lines[last] !== '') lines.push('');
    } else if (joins && !beginning.test(text)) lines[last] += ` ${text.trimStart()}`;
    else lines.push(text);
    // Two spaces or a backslash at its end break a line.
    const isBroken = / {2}$|\\$/.test(line);
    if (text !== '' && isBroken && !text.endsWith('\\')) lines[lines.length - 1] += '\\';
    joins = text !== '' && !isBroken && !ending.test(text);
  }
  return lines.join('\n').trim();
}

/** A line with plain spaces alone, one between words, and nothing that cannot be seen. */
const plainly = (line: string): string =>
  line
    .replace(unseen, '')
    .replace(/[^\S\t ]/g, ' ')
    .replace(/(?<=\S) {2,}(?=\S)/g, ' ');

/** A row of a table with one space around its cells; other lines as they are. Which way a column is set stays, how it is filled up does not. */
function withoutPadding(line: string): string {
  if (!row.test(line)) return line;
  const cells = line.replace(/(?<!\\)\s*\|\s*/g, ' | ').trim();
  if (!ruler.test(cells)) return cells;
  return cells.replace(rulerCell, (cell, end: string) => `${cell.startsWith(':') && end ? ':' : ''}---${end}`);
}
