import type { Grid } from './grid.ts';
import type { Column, Part } from './layout.ts';
import { type Line, textOf } from './lines.ts';
import { type PointMark, pointMark } from './marks.ts';

/** Lines that are one paragraph or point. */
export interface Paragraph {
  readonly type: 'text' | 'point';
  readonly lines: Line[];
  readonly mark: PointMark | undefined;
  /** Where its first line begins, from the left of its column. */
  readonly indent: number;
  /** The room above it, in its size; undefined where nothing stands above it in the column. */
  readonly above: number | undefined;
  readonly isUnsure: boolean;
}

/** A table, as it stands. */
export interface GridBlock {
  readonly type: 'grid';
  readonly grid: Grid;
}

/** The distance of lines of a paragraph, in their size, where the document does not show another. */
const usualLeading = 1.2;

/** How much farther apart than the lines of a paragraph others are, in their size. */
const looseness = 0.22;

/** Ends of lines after which a paragraph may end. */
const isEnd = (text: string): boolean => /[.!?:;…]["”’')\]]{0,4}\s?\d{0,2}$/u.test(text.trimEnd());

const goesOn = (text: string): boolean => /^[\p{Ll}(]/u.test(text);

/** The end of a row of a table of contents. */
export const isContentsRow = (text: string): boolean =>
  /(?:[.…·_]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})$/i.test(text.slice(-300));

/** The distance of lines in running text, in their size: the commonest of those after which the next begins with a small letter. */
export function leadingOf(parts: readonly Part[]): number {
  const counts = new Map<number, number>();
  for (const part of parts)
    if (part.type === 'column')
      for (const [index, line] of part.lines.entries()) {
        const before = part.lines[index - 1];
        if (!before || before.size !== line.size || !/^\p{Ll}/u.test(textOf(line))) continue;
        const step = Math.round(((line.y - before.y) / line.size) * 20) / 20;
        if (step > 0.8 && step < 2.6) counts.set(step, (counts.get(step) ?? 0) + 1);
      }
  const [commonest] = [...counts].sort((one, other) => other[1] - one[1]);
  return commonest?.[0] ?? usualLeading;
}

/** The paragraphs of parts one after the other: one that ends in the middle of a sentence goes on in the next column or on the next page. */
export function paragraphsOf(parts: Iterable<Part>, leading: number): (Paragraph | GridBlock)[] {
  const found: (Paragraph | GridBlock)[] = [];
  for (const part of parts) {
    if (part.type === 'grid') found.push({ type: 'grid', grid: part });
    else found.push(...goingOn(found.at(-1), paragraphsOfColumn(part, leading)));
  }
  return found;
}

/** The paragraphs of a column, without the first where it is the end of the last paragraph before. */
function goingOn(last: Paragraph | GridBlock | undefined, paragraphs: Paragraph[]): Paragraph[] {
  const [first, ...rest] = paragraphs;
  const [end] = last?.type === 'grid' ? [] : (last?.lines.slice(-1) ?? []);
  const [begin] = first?.lines ?? [];
  if (!last || last.type === 'grid' || !first || !end || !begin || first.type === 'point') return paragraphs;
  const isSame = Math.abs(end.size - begin.size) < 0.08 * end.size && isBold(end) === isBold(begin);
  const isParted = /[\p{L}]-$/u.test(textOf(end)) && /^\p{L}/u.test(textOf(begin));
  if (!isSame || (isEnd(textOf(end)) && !isParted) || !/^[\p{Ll}]/u.test(textOf(begin))) return paragraphs;
  last.lines.push(...first.lines);
  return rest;
}

function paragraphsOfColumn(column: Column, leading: number): Paragraph[] {
  const found: Paragraph[] = [];
  for (const [index, line] of column.lines.entries()) {
    const before = column.lines[index - 1];
    const last = found.at(-1);
    const above = before ? (line.y - before.y) / Math.max(line.size, before.size) : undefined;
    const mark = last && before ? markAt(line, last, before, above ?? 0, leading) : pointMark(textOf(line));
    if (last && before && !mark && belongs(line, last, before, above ?? 0, column, leading)) last.lines.push(line);
    else
      found.push({
        type: mark ? 'point' : 'text',
        lines: [line],
        mark,
        indent: line.x0 - column.x0,
        above,
        isUnsure: column.isUnsure,
      });
  }
  return found;
}

/** The mark of a point at the beginning of a line. Within a paragraph a number or a dash may be just the next word. */
function markAt(line: Line, last: Paragraph, before: Line, above: number, leading: number): PointMark | undefined {
  const mark = pointMark(textOf(line));
  if (!mark || '•●○◦▪■□➢►✓'.includes(mark.mark)) return mark;
  const isApart = above > leading + looseness || isEnd(textOf(before)) || last.type === 'point';
  const isHung = line.second !== undefined && line.second - line.x0 - line.first > 0.45 * line.size;
  if (last.type === 'point' && above <= leading + looseness && !isEnd(textOf(before)) && !isHung) {
    // What stands under the words of a point goes on with them; what stands under its mark is the next.
    const [first] = last.lines;
    return first && line.x0 > first.x0 + 0.5 * line.size && line.x0 < (first.second ?? 0) + line.size
      ? undefined
      : mark;
  }
  return isApart || isHung ? mark : undefined;
}

/** True for a line that goes on with a paragraph. */
function belongs(line: Line, last: Paragraph, before: Line, above: number, column: Column, leading: number): boolean {
  const text = textOf(line);
  const end = textOf(before);
  if (isContentsRow(end)) return false;
  const size = Math.max(line.size, before.size);
  if (Math.abs(line.size - before.size) > 0.08 * size) return false;
  const largest = line.size > 1.25 * 11 ? 0.12 : looseness;
  if (above > Math.max(leading, line.size > 13 ? 1.3 : 0) + largest) return false;
  const flows = goesOn(text) && !isEnd(end);
  if (isBold(before) !== isBold(line) && !(flows && !isBold(before))) return false;
  // Links have another colour than the words around them.
  const isFull = column.x1 - before.x1 < line.first + 0.3 * size;
  if (colourOf(before) !== colourOf(line) && !flows && !(isFull && !isEnd(end) && line.size < 13)) return false;
  if (isCapitals(end) && !isCapitals(text) && text.length > 3) return false;
  if (flows) return true;
  const [first] = last.lines;
  if (!first) return false;
  if (last.type === 'point') {
    const hang = first.second ?? first.x0;
    const isUnderMark = line.x0 < first.x0 + 0.3 * size;
    if (isUnderMark && hang > first.x0 + 0.5 * size && (isEnd(end) || last.lines.length > 1)) return false;
  } else if (isIndented(line, last, size) && isEnd(end)) return false;
  if (isCentred(line, before, column)) return true;
  // A word that would have had room in the line above begins a paragraph.
  const room = column.x1 - before.x1 - 0.3 * size;
  const slack = isEnd(end) ? 0.4 : 1.2;
  return line.first + slack * size > room;
}

/** True for a line that stands farther in than the lines of its paragraph. */
const isIndented = (line: Line, { lines }: Paragraph, size: number): boolean => {
  const at = lines.length > 1 ? (lines.at(-1)?.x0 ?? 0) : (lines[0]?.x0 ?? 0);
  return line.x0 > at + 0.8 * size && line.x0 < at + 6 * size;
};

const isCentred = (line: Line, before: Line, { x0, x1 }: Column): boolean => {
  const middle = (one: Line): number => (one.x0 + one.x1) / 2;
  const isIn = (one: Line): boolean => one.x0 > x0 + one.size && one.x1 < x1 - one.size;
  return Math.abs(middle(line) - middle(before)) < 0.5 * line.size && isIn(line) && isIn(before);
};

/** True for a line of bold letters alone. */
export const isBold = ({ runs }: Line): boolean =>
  runs.every(({ look, text, raised }) => look.isBold || raised > 0 || !/[^\p{P}\s]|%/u.test(text));

/** The colour of most letters of a line. */
function colourOf({ runs }: Line): string {
  const [longest] = [...runs]
    .filter(({ link }) => link === undefined)
    .sort((one, other) => other.text.length - one.text.length);
  return longest?.look.colour ?? '';
}

/** True for words in capitals: at least four of them, and no small letter. */
export const isCapitals = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
