import { type Indentation, readIndentation } from '../lines.ts';
import { type Block, type Entry, entriesOf } from '../tree.ts';

/** How many spaces deeper a line stands than the entry that it belongs to. */
const STEP = 2;

const TAB = 9;
const LF = 10;
const CR = 13;
const HASH = 35;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * One line of a block, and what it is there: nothing, a comment, the line of an entry's key, a further line of a value,
 * or prose (blank lines inside prose are prose). Offsets are UTF-16 units from the start of the block.
 */
export interface BlockLine {
  role: 'blank' | 'comment' | 'key' | 'value' | 'prose';
  /** Where the line starts, after a byte-order mark, and where the next one does. */
  readonly start: number;
  readonly next: number;
  /** Where it ends, before its line end. */
  readonly stop: number;
  /** Where its words begin; in prose, where the indentation that all of the prose has in common ends. */
  at: number;
  /** How deep it stands, in columns. */
  readonly column: number;
  /** How deep it ought to stand, in columns. */
  depth: number;
  /** Columns of a tab at `at` that belong to the prose, because the tab reaches over the common indentation. */
  pad: number;
  /** The entry whose key stands here. */
  entry: Entry | undefined;
}

/** The lines of a block that has no fault of structure, in order, each with what it is and how deep it ought to stand. */
export function linesOf(block: Block): BlockLine[] {
  const lines = measure(block);
  const above: Entry[] = [];
  let row = 0;
  for (const entry of entriesOf(block)) {
    while (above.length > 0 && above.at(-1) !== entry.parent) above.pop();
    const depth = above.length * STEP;
    for (; row < entry.line; row++) readComment(lines[row] as BlockLine, depth);
    const key = lines[row++] as BlockLine;
    key.role = 'key';
    key.depth = depth;
    key.entry = entry;
    const first = row;
    while (row < lines.length && (lines[row] as BlockLine).start < entry.end) row++;
    const own = lines.slice(first, row);
    if (isProse(entry)) readProse(block, entry, own, depth);
    else readValue(block, own, depth);
    above.push(entry);
  }
  for (; row < lines.length; row++) {
    const line = lines[row] as BlockLine;
    readComment(line, depthBelow(above, line.column));
  }
  return lines;
}

/** True for a field whose block is prose. */
const isProse = (entry: Entry): boolean =>
  entry.definition !== undefined && !entry.definition.item && entry.definition.type === 'prose';

/** True where prose begins on the line of the key and has more lines: two spaces at the end of that one break it. */
export const goesOnAsProse = (entry: Entry): boolean =>
  isProse(entry) && entry.valueEnd > entry.valueStart && entry.blockStart > 0;

/** Measures the lines; all count as blank at first. */
function measure({ text, lines }: Block): BlockLine[] {
  const indentation: Indentation = { column: 0, at: 0, hasTab: false, hasOddSpace: false };
  return lines.map((offset, row) => {
    const start = offset === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : offset;
    const next = lines[row + 1] ?? text.length;
    const stop = beforeLineEnd(text, start, next);
    readIndentation(text, start, stop, indentation);
    const { at, column } = indentation;
    return { role: 'blank', start, next, stop, at, column, depth: 0, pad: 0, entry: undefined };
  });
}

function beforeLineEnd(text: string, start: number, next: number): number {
  if (next === start) return next;
  const last = text.charCodeAt(next - 1);
  if (last === CR) return next - 1;
  if (last !== LF) return next;
  return next - 2 >= start && text.charCodeAt(next - 2) === CR ? next - 2 : next - 1;
}

/** A line between entries: a comment or blank. */
function readComment(line: BlockLine, depth: number): void {
  if (line.at === line.stop) return;
  line.role = 'comment';
  line.depth = depth;
}

function readValue({ text }: Block, lines: readonly BlockLine[], depth: number): void {
  for (const line of lines) {
    readComment(line, depth + STEP);
    if (line.role === 'comment' && text.charCodeAt(line.at) !== HASH) line.role = 'value';
  }
}

/** Prose is moved as one piece: what its lines have in common is its indentation, the rest is the writer's. */
function readProse({ text }: Block, entry: Entry, lines: readonly BlockLine[], depth: number): void {
  let common = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const blank = line.at === line.stop;
    const below = line.start >= entry.blockStart;
    if (blank && (below || goesOnAsProse(entry))) line.role = 'prose';
    else if (below && !(text.charCodeAt(line.at) === HASH && line.column < entry.proseIndent)) {
      line.role = 'prose';
      common = Math.min(common, line.column);
    } else readComment(line, depth);
  }
  for (const line of lines) if (line.role === 'prose') cutIndentation(text, line, common, depth + STEP);
}

/** Takes the indentation that prose has in common off one of its lines. */
function cutIndentation(text: string, line: BlockLine, common: number, depth: number): void {
  if (line.at === line.stop && line.column <= common) return;
  let column = 0;
  let at = line.start;
  for (; column < common; at++) column += text.charCodeAt(at) === TAB ? 2 - (column % 2) : 1;
  line.at = at;
  line.pad = column - common;
  line.depth = depth;
}

/**
 * How deep a comment below the last entry of a block ought to stand: as deep as the entry on the way to that last one
 * that it does not reach under, or as what that one may hold. One at column 0 stays there, and one that is deeper stays
 * deeper, since that decides whether it goes with the block below.
 */
function depthBelow(above: readonly Entry[], column: number): number {
  if (column === 0 || above.length === 0) return 0;
  let level = above.length - 1;
  while (level > 0 && (above[level] as Entry).indent > column) level--;
  const entry = above[level] as Entry;
  const inside = level === above.length - 1 && entry.definition?.item && column > entry.indent;
  return Math.max(STEP, (inside ? level + 1 : level) * STEP);
}
