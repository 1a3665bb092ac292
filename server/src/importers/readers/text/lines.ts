/** A line of a text that has words, with where it stands. */
export interface Line {
  /** Its words without spaces at either end. Tabs within stay: they part the cells of a row. */
  readonly text: string;
  /** How far it is set in, in spaces; a tab counts four. */
  readonly indent: number;
  /** From 1, in the text. */
  readonly number: number;
  /** From 1, by form feeds; undefined in a text that has none. */
  readonly page: number | undefined;
  /** How many empty lines stand before it; a new page counts one. */
  readonly gap: number;
  /** True where it ends with the two spaces or the backslash by which Markdown breaks a line. */
  readonly isBroken: boolean;
}

/** What parts lines. A form feed is looked at apart. */
const lineEnd = /\r\n|[\n\r\u2028\u2029\v\u0085]/;

/** Spaces of any width, and what nobody sees, as PDF tools leave them in empty lines. */
const space = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/;

/** The lines of a text that have words. */
export function linesOf(text: string): Line[] {
  const found: Line[] = [];
  const hasPages = text.includes('\f');
  let page = 1;
  let gap = 0;
  for (const [index, whole] of text.split(lineEnd).entries()) {
    for (const [part, raw] of whole.split('\f').entries()) {
      if (part > 0) {
        page++;
        gap = Math.max(gap, 1);
      }
      const { content, indent } = trimmed(raw);
      if (content === '') {
        if (part === 0) gap++;
        continue;
      }
      const isBroken = / {2}$/.test(raw) || (content.length > 1 && content.endsWith('\\'));
      found.push({ text: content, indent, number: index + 1, page: hasPages ? page : undefined, gap, isBroken });
      gap = 0;
    }
  }
  return withInnerSigns(withSigns(found)).map((line, index, found) =>
    line.text.endsWith('\t') ? withoutLastTab(line, found[index - 1], found[index + 1]) : line,
  );
}

/** The sign or number of a point, on a line of its own. */
const signAlone = /^(?:[•●▪◦‣·∙➢►▶✓✔❖■□◆○\uf0b7\uf0a7\uf0fc\uf0d8]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)])$/u;

/** Signs that stand on lines of their own put before the words that follow them. */
function withSigns(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && line.gap <= 1 && last.page === line.page && signAlone.test(last.text) && !signAlone.test(line.text)) {
      found[found.length - 1] = { ...last, text: `${last.text} ${line.text}`, isBroken: line.isBroken };
    } else found.push(line);
  }
  return found;
}

/** How near another point of the same list stands, in lines. */
const near = 6;

/** The small o that Word puts before points of points, as a sign, where another stands under it: alone it may be a word, of Welsh for one. */
function withInnerSigns(lines: readonly Line[]): Line[] {
  const isInner = ({ text, indent }: Line): boolean => indent > 0 && /^o\s+\p{L}/u.test(text);
  return lines.map((line, index) => {
    if (!isInner(line)) return line;
    const others = lines.slice(Math.max(0, index - near), index + near + 1);
    const isList = others.some((other) => other !== line && isInner(other) && Math.abs(other.indent - line.indent) < 2);
    return isList ? { ...line, text: line.text.replace(/^o\s+/u, '◦ ') } : line;
  });
}

/** A tab at the end of a line is an empty cell where the lines beside it are rows; otherwise it is nothing. */
function withoutLastTab(line: Line, before: Line | undefined, after: Line | undefined): Line {
  const isBesideRow = [before, after].some((other) => other !== undefined && /\t./.test(other.text));
  return isBesideRow ? line : { ...line, text: line.text.trimEnd() };
}

/** The words of a line, and how far they are set in. A tab at the start of a row that has more of them is an empty cell. */
function trimmed(raw: string): { content: string; indent: number } {
  let start = 0;
  let indent = 0;
  let end = raw.length;
  for (; start < end && space.test(raw[start] as string); start++) indent += raw[start] === '\t' ? 4 : 1;
  while (end > start && space.test(raw[end - 1] as string)) end--;
  const words = raw.slice(start, end);
  const content = words !== '' && raw.indexOf('\t', end) >= 0 ? `${words}\t` : words;
  const isPoint = /^(?:[^\p{L}\p{N}\s]|o|\(?[\da-z]{1,3}[.)])\t[^\t]*$/u.test(content.slice(0, 400));
  const isRow = content.includes('\t') && raw.startsWith('\t') && !isPoint;
  return isRow ? { content: `\t${content}`, indent: 0 } : { content, indent };
}

/** Lines in a row, as one that stands where the first does. */
export const withText = (line: Line, text: string): Line => ({ ...line, text });
