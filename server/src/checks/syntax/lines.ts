import { type Block, type Entry, type Stray, trimStart } from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import type { Edit, Fix } from '../rule.ts';

/** How many lines a mend moves at most: further ones are for the formatter. */
export const MOST_LINES = 2_000;

/** The innermost entry of a block whose key stands at an offset or above it; undefined where none does. */
export function entryUpTo(block: Block, offset: number): Entry | undefined {
  let found: Entry | undefined;
  for (let entries = block.entries; entries.length > 0; entries = found?.children ?? []) {
    const entry = entries[lastUpTo(entries, offset)];
    if (!entry || entry.at > offset) break;
    found = entry;
  }
  return found;
}

/** The lines without a key in a block that begin at an offset, or the last ones above it. */
export const strayUpTo = ({ strays }: Block, offset: number): Stray | undefined => strays[lastUpTo(strays, offset)];

/** The index of the last of these that begins at an offset or above it; 0 where none does. */
function lastUpTo(pieces: readonly { readonly at: number }[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as { at: number }).at <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Entries that stand one after the other in the same block and are equally deep. */
export interface Run {
  readonly first: Entry;
  readonly last: Entry;
}

/** An entry with the siblings below it that are as deep as it is. */
export function runFrom(block: Block, first: Entry): Run {
  const siblings = first.parent?.children ?? block.entries;
  let to = lastUpTo(siblings, first.at);
  while (siblings[to + 1]?.indent === first.indent) to++;
  return { first, last: siblings[to] ?? first };
}

/** A mend that makes an entry, and those below it that are as deep, as deep as their siblings above are, if those agree. */
export function movingToSiblings(placed: PlacedBlock, entry: Entry): Fix | undefined {
  const { block } = placed;
  const siblings = entry.parent?.children ?? block.entries;
  const above = siblings[lastUpTo(siblings, entry.at) - 1];
  if (!above || above.indent !== siblings[0]?.indent) return undefined;
  return movingRun(titlesFor(placed).moveLeft, placed, runFrom(block, entry), above.indent);
}

/** A mend that makes a run, with all that is in it, as deep as `indent` columns; undefined where that can't be done safely. */
export function movingRun(title: string, placed: PlacedBlock, { first, last }: Run, indent: number): Fix | undefined {
  const { block } = placed;
  let end = last;
  for (let child = end.children.at(-1); child; child = end.children.at(-1)) end = child;
  return movingLines(title, placed, first.line, block.lineAt(Math.max(end.at, end.end - 1)), indent - first.indent);
}

/**
 * A mend that moves lines to the right by some columns, or to the left where `by` is below zero; lines as counted in the
 * block, the last included. Undefined where a line is not indented with spaces, or where there are very many.
 */
export function movingLines(title: string, placed: PlacedBlock, from: number, to: number, by: number): Fix | undefined {
  const { text, lines } = placed.block;
  if (by === 0 || to - from >= MOST_LINES) return undefined;
  const edits: Edit[] = [];
  for (let line = from; line <= to; line++) {
    const start = lines[line] as number;
    if (isBlank(placed, line)) continue;
    const indentation = text.slice(start, wordsAt(placed, line));
    if (/[^ ]/.test(indentation)) return undefined;
    if (by > 0) edits.push({ placed, start, end: start, text: ' '.repeat(by) });
    else if (indentation) edits.push({ placed, start, end: start + Math.min(indentation.length, -by), text: '' });
  }
  return { title, edits };
}

/** True for a line with nothing on it. Lines are counted in the block. */
export function isBlank(placed: PlacedBlock, line: number): boolean {
  return wordsAt(placed, line) === endOfLine(placed, line);
}

/** How many spaces stand before the words of a line; undefined where there are others than ordinary ones. */
export function depthOf(placed: PlacedBlock, line: number): number | undefined {
  const start = placed.block.lines[line] as number;
  const words = wordsAt(placed, line);
  for (let at = start; at < words; at++) if (placed.block.text[at] !== ' ') return undefined;
  return words - start;
}

/** The next line that is neither blank nor a comment; undefined at the end of the block. */
export function nextLine(placed: PlacedBlock, line: number): number | undefined {
  const { text, lines } = placed.block;
  for (let next = line + 1; next < lines.length; next++)
    if (!isBlank(placed, next) && text[wordsAt(placed, next)] !== '#') return next;
  return undefined;
}

/** Where the words of a line begin. */
export const wordsAt = (placed: PlacedBlock, line: number): number =>
  trimStart(placed.block.text, placed.block.lines[line] as number, endOfLine(placed, line));

const endOfLine = ({ block: { text, lines } }: PlacedBlock, line: number): number => lines[line + 1] ?? text.length;

/** A list of the mends that there are. */
export const those = (...fixes: readonly (Fix | undefined)[]): readonly Fix[] =>
  fixes.filter((fix) => fix !== undefined);
