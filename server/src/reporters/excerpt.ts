import { graphemes, printable } from './display-width.ts';

/** A line of a plan as it is shown, and the marks that stand below the part at fault. */
export interface Excerpt {
  readonly text: string;
  readonly marks: string;
}

/** A tab is shown as spaces up to the next even column, as the language reads it. */
const TAB_STOP = 2;
const ELLIPSIS = '…';
/** Stands for a character at fault that takes no room, such as a zero-width space. */
const UNSEEN = '·';
/** How many UTF-16 units one column may take on either side of a fault, accents and joined emoji included. */
const UNITS_PER_COLUMN = 8;

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly faulty: boolean;
}

/**
 * Shows one line with the part from `start` to `end` (UTF-16 units) marked, in at most `width` columns: a long line is
 * cut on both sides, so that the fault is seen with something around it. A fault of no length gets one mark.
 */
export function excerpt(line: string, start: number, end: number, width: number): Excerpt {
  const reach = width * UNITS_PER_COLUMN;
  const first = beforeSurrogate(line, Math.max(0, start - reach));
  const last = beforeSurrogate(line, Math.min(line.length, start + reach));
  const cells = cellsOf(printable(line.slice(first, last)), start - first, Math.max(end, start + 1) - first);
  const fault = cells.findIndex((cell) => cell.faulty);
  const [from, to] = cut(cells, fault, width);
  const shown = cells.slice(from, to);
  const before = first > 0 || from > 0 ? ELLIPSIS : '';
  const after = last < line.length || to < cells.length ? ELLIPSIS : '';
  const marks = shown.map((cell) => (cell.faulty ? '^' : ' ').repeat(cell.width)).join('');
  return {
    text: (before + shown.map((cell) => cell.text).join('') + after).trimEnd(),
    marks: (' '.repeat(before.length) + marks).trimEnd(),
  };
}

/** The offset itself, or one less where it would cut a character in two. */
const beforeSurrogate = (line: string, at: number): number => ((line.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at);

/** The characters of a line; one more, empty, where the fault stands behind the last. */
function cellsOf(line: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { text, index, width } of graphemes(line)) {
    const faulty = index < end && index + text.length > start;
    const isTab = text === '\t';
    const isUnseen = faulty && width === 0;
    const columns = isTab ? TAB_STOP - (column % TAB_STOP) : isUnseen ? 1 : width;
    cells.push({ text: isTab ? ' '.repeat(columns) : isUnseen ? UNSEEN : text, width: columns, faulty });
    column += columns;
  }
  if (start >= line.length) cells.push({ text: '', width: 1, faulty: true });
  return cells;
}

/** Which cells to show: all where they fit, otherwise as many as fit around the fault, with room for an ellipsis on each side. */
function cut(cells: readonly Cell[], fault: number, width: number): [number, number] {
  const widthOf = (index: number): number => cells[index]?.width ?? 0;
  let total = 0;
  for (const cell of cells) total += cell.width;
  if (total <= width) return [0, cells.length];
  const room = width - 2 * ELLIPSIS.length;
  const lead = Math.floor(room / 3);
  let from = fault;
  let used = 0;
  while (from > 0 && used + widthOf(from - 1) <= lead) used += widthOf(--from);
  let to = fault;
  while (to < cells.length && used + widthOf(to) <= room) used += widthOf(to++);
  while (from > 0 && used + widthOf(from - 1) <= room) used += widthOf(--from);
  return [from, to];
}
