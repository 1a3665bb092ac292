import { type Indentation, readIndentation, trimEnd, trimStart } from './lines.ts';
import type { Block, Entry } from './tree.ts';

const HASH = 35;
const lineEnds = /\r\n|\r|\n/;

/** A line below an entry: its depth in columns and what follows the indentation. */
interface LineBelow {
  readonly column: number;
  readonly words: string;
}

/** The lines below an entry that belong to its value, without comments. */
function linesBelow(block: Block, entry: Entry): LineBelow[] {
  const end = trimEnd(block.text, entry.blockStart, entry.end);
  const indentation: Indentation = { column: 0, at: 0, hasTab: false, hasOddSpace: false };
  const lines: LineBelow[] = [];
  for (const line of block.text.slice(entry.blockStart, end).split(lineEnds)) {
    readIndentation(line, 0, line.length, indentation);
    const { column, at } = indentation;
    const isProse = entry.proseIndent > 0 && column >= entry.proseIndent;
    if (line.charCodeAt(at) !== HASH || isProse) lines.push({ column, words: line.slice(at) });
  }
  return lines;
}

/** The value of an entry in one line: further lines are joined with a space. Empty where there is none. */
export function textOf(block: Block, entry: Entry): string {
  if (entry.blockStart === 0) return block.text.slice(entry.valueStart, entry.valueEnd);
  const lineEnd = firstLineEnd(block, entry);
  const first = block.text.slice(entry.valueStart, Math.max(entry.valueStart, lineEnd)).trim();
  return [first, ...linesBelow(block, entry).map((line) => line.words.trim())].filter(Boolean).join(' ');
}

/** Where the key's own line ends, without what follows its last word. */
function firstLineEnd(block: Block, entry: Entry): number {
  const next = block.lines[entry.line + 1] ?? block.text.length;
  return trimEnd(block.text, entry.keyEnd, Math.min(next, entry.valueEnd));
}

/**
 * The prose of an entry as Markdown: what stands on its line, then the block below it without its indentation and
 * without comments.
 */
export function proseOf(block: Block, entry: Entry): string {
  const first = block.text.slice(entry.valueStart, entry.valueEnd);
  if (entry.blockStart === 0) return first;
  const below = linesBelow(block, entry).map(
    ({ column, words }) => ' '.repeat(words ? Math.max(0, column - entry.proseIndent) : 0) + words,
  );
  if (!first) return below.join('\n');
  const between = block.text.slice(entry.valueEnd, entry.blockStart).split(lineEnds).length - 2;
  return first + '\n'.repeat(Math.max(1, between + 1)) + below.join('\n');
}

/** False for a line on which the colon is missing, so that what follows its key is taken as its id, title or value. */
export function hasColon(block: Block, entry: Entry): boolean {
  const end = Math.max(entry.keyEnd, entry.nameEnd);
  return trimStart(block.text, end, entry.valueStart) < entry.valueStart;
}

/** True where an entry has a value, on its line or below. */
export const hasValue = (entry: Entry): boolean => entry.valueEnd > entry.valueStart || entry.blockStart > 0;

/** The span of an entry's words, its prose block included; offsets in the block. */
export function valueSpan(block: Block, entry: Entry): { start: number; end: number } {
  const end = entry.blockStart > 0 ? trimEnd(block.text, entry.blockStart, entry.end) : entry.valueEnd;
  return { start: entry.valueEnd > entry.valueStart ? entry.valueStart : entry.blockStart || entry.valueStart, end };
}
