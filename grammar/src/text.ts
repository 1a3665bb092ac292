import { trimEnd } from './lines.ts';
import type { Block, Entry } from './tree.ts';

const HASH = '#';
const lineEnds = /\r\n|\r|\n/;

/** The lines below an entry that belong to its value, without comments; each with its indentation. */
function linesBelow(block: Block, entry: Entry): string[] {
  if (entry.blockStart === 0) return [];
  const end = trimEnd(block.text, entry.blockStart, entry.end);
  const lines = block.text.slice(entry.blockStart, end).split(lineEnds);
  return lines.filter((line) => {
    const words = line.trimStart();
    if (!words.startsWith(HASH)) return true;
    return entry.proseIndent > 0 && line.length - words.length >= entry.proseIndent;
  });
}

/** The value of an entry in one line: further lines are joined with a space. Empty where there is none. */
export function valueOf(block: Block, entry: Entry): string {
  if (entry.blockStart === 0) return block.text.slice(entry.valueStart, entry.valueEnd);
  const first = block.text.slice(entry.valueStart, Math.min(entry.valueEnd, entry.blockStart)).trim();
  return [first, ...linesBelow(block, entry).map((line) => line.trim())].filter(Boolean).join(' ');
}

/**
 * The prose of an entry as Markdown: what stands on its line, then the block below it without its indentation and
 * without comments.
 */
export function proseOf(block: Block, entry: Entry): string {
  const first = block.text.slice(entry.valueStart, entry.valueEnd);
  if (entry.blockStart === 0) return first;
  const below = linesBelow(block, entry).map((line) => {
    const indent = line.length - line.trimStart().length;
    return line.slice(Math.min(indent, entry.proseIndent));
  });
  return first ? [first, ...below].join('\n') : below.join('\n');
}

/** True where an entry has a value, on its line or below. */
export const hasValue = (entry: Entry): boolean => entry.valueEnd > entry.valueStart || entry.blockStart > 0;

/** The span of an entry's words, its prose block included; offsets in the block. */
export function valueSpan(block: Block, entry: Entry): { start: number; end: number } {
  const end = entry.blockStart > 0 ? trimEnd(block.text, entry.blockStart, entry.end) : entry.valueEnd;
  return { start: entry.valueEnd > entry.valueStart ? entry.valueStart : entry.blockStart || entry.valueStart, end };
}
