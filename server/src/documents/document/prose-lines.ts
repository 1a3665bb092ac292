import { type Block, type Entry, trimEnd } from '@goldthread/grammar';
import type { Flow } from '../tree.ts';

/**
 * How many lines of comments stand in a piece of prose before each of its lines: they are no prose, so that what follows them stands
 * further down than it seems. Undefined where there are none.
 */
function commentsBefore(block: Block, entry: Entry): number[] | undefined {
  const { text } = block;
  if (entry.blockStart === 0) return undefined;
  const end = trimEnd(text, entry.blockStart, entry.end);
  const below = text.slice(entry.blockStart, end);
  if (!below.includes('#')) return undefined;
  const first = entry.valueEnd > entry.valueStart ? block.lineAt(entry.blockStart) - block.lineAt(entry.valueStart) : 0;
  const before: number[] = new Array<number>(first).fill(0);
  let comments = 0;
  for (const line of below.split(/\r\n|\r|\n/)) {
    const column = line.length - line.trimStart().length;
    if (line.trimStart().startsWith('#') && column < entry.proseIndent) comments++;
    else before.push(comments);
  }
  return comments > 0 ? before : undefined;
}

/** Prose with the lines that it has in the text; `first` is the one at which it begins. */
export function inItsLines(flow: Flow[], first: number, block: Block, entry: Entry): Flow[] {
  const before = commentsBefore(block, entry);
  if (!before) return flow;
  const waiting: unknown[] = [...flow];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if (typeof piece !== 'object' || piece === null) continue;
    const placed = piece as { line?: number };
    if (typeof placed.line === 'number') placed.line += before[Math.max(0, placed.line - first)] ?? before.at(-1) ?? 0;
    waiting.push(...Object.values(piece));
  }
  return flow;
}
