import { trimEnd } from '../lines.ts';
import { type Block, keyOf, nameOf } from '../tree.ts';
import { type BlockLine, goesOnAsProse, linesOf } from './block-lines.ts';

/** What a block says, line by line, without its layout: two blocks that say the same have the same outline. */
export function outlineOf(block: Block, lines: readonly BlockLine[] = linesOf(block)): string[] {
  return lines.filter((line) => line.role !== 'blank').map((line) => wordsOf(block, line));
}

function wordsOf(block: Block, line: BlockLine): string {
  const { text } = block;
  const { role, entry, at, stop } = line;
  if (role === 'prose') return `${role} ${' '.repeat(line.pad)}${text.slice(at, stop)}`;
  if (!entry) return `${role} ${text.slice(at, trimEnd(text, at, stop))}`;
  const value = text.slice(
    entry.valueStart,
    goesOnAsProse(entry) ? stop : Math.max(entry.valueStart, trimEnd(text, at, stop)),
  );
  return `${role} ${line.depth} ${keyOf(block, entry)}|${nameOf(block, entry)}|${value}`;
}
