import { type Block, type Entry, trimEnd, trimStart, valueSpan } from '@goldthread/grammar';
import type { Span } from '../checks/rule.ts';
import type { PlacedBlock, PlanFile, Position, Range } from '../workspace/plan-file.ts';
import { endOf } from './places.ts';

/** More ranges around a place than this are not offered. */
const MOST = 100;

const word = /[\p{L}\p{N}\p{M}]+(?:[-'’][\p{L}\p{N}\p{M}]+)*/gu;
const listed: ReadonlySet<string> = new Set(['reference', 'words', 'languages', 'kinds']);

/**
 * The ranges around a place that a writer may want to select, from the smallest: the word, one of several in a list or what stands
 * between brackets, the line, the paragraph, the value, the entry, the entry with all that stands in it, what it stands in, and so on
 * up to the file. Each holds the one before it and is longer.
 */
export function selectionRanges(file: PlanFile, position: Position): readonly Range[] {
  const whole: Range = { start: { line: 0, character: 0 }, end: file.positionAt(file.tree.length) };
  const at = file.locate(position);
  if (!at) return [whole];
  const { placed, offset } = at;
  const ranges: Range[] = [];
  let last: Span = { start: offset, end: offset };
  for (const { start, end } of spansAround(placed, offset)) {
    if (start > last.start || end < last.end || end - start <= last.end - last.start) continue;
    last = { start, end };
    ranges.push(placed.range(start, end));
    if (ranges.length === MOST) break;
  }
  const isWhole = placed.offset(last.start) === 0 && placed.offset(last.end) === file.tree.length;
  return isWhole && ranges.length > 0 ? ranges : [...ranges, whole];
}

/** Spans that may be around an offset of a block, roughly from the smallest; not all hold it. */
function* spansAround(placed: PlacedBlock, offset: number): Generator<Span> {
  const { block } = placed;
  const line = lineAround(block, offset);
  yield* wordsAround(block.text, line, offset);
  const above = entriesAround(placed, offset);
  const inner = above.at(-1);
  if (inner && offset >= inner.valueStart) {
    const { start, end } = valueSpan(block, inner);
    const value = { start: trimStart(block.text, start, end), end };
    const type = inner.definition?.item === false ? inner.definition.type : '';
    if (listed.has(type)) yield between(block.text, value, offset, ',');
    if (inner.blockStart > 0 || offset < inner.end) {
      yield* bracketsAround(block.text, line, offset);
      const isBelow = inner.blockStart > 0 && line.start >= inner.blockStart;
      if (isBelow) yield line;
      if (isBelow && type === 'prose') yield paragraphAround(block, line, inner);
      yield value;
    }
  }
  if (!inner || offset < inner.end) yield line;
  if (inner) yield { start: inner.at, end: trimEnd(block.text, inner.at, inner.end) };
  for (const entry of above.toReversed()) yield { start: entry.at, end: endOf(placed, entry) };
}

/** The entries that an offset is in, with what stands in them, the outermost first. */
function entriesAround(placed: PlacedBlock, offset: number): readonly Entry[] {
  const found: Entry[] = [];
  let entries = placed.block.entries;
  while (entries.length > 0) {
    const next = entries.findLast(({ at }) => at <= offset);
    if (!next || endOf(placed, next) < offset) break;
    found.push(next);
    entries = next.children;
  }
  return found;
}

/** The words of the line that holds an offset. */
function lineAround(block: Block, offset: number): Span {
  const line = block.lineAt(offset);
  const end = block.lines[line + 1] ?? block.text.length;
  const start = trimStart(block.text, block.lines[line] ?? 0, end);
  return { start, end: trimEnd(block.text, start, end) };
}

/** The word at an offset, or that ends there. */
function* wordsAround(text: string, { start, end }: Span, offset: number): Generator<Span> {
  for (const { 0: found, index } of text.slice(start, end).matchAll(word)) {
    const from = start + index;
    if (from > offset) break;
    if (from + found.length >= offset) yield { start: from, end: from + found.length };
  }
}

/** What stands between two signs such as commas around an offset. */
function between(text: string, { start, end }: Span, offset: number, sign: string): Span {
  const from = Math.max(start, text.lastIndexOf(sign, offset - 1) + 1);
  const next = text.indexOf(sign, offset);
  const to = next < 0 ? end : Math.min(next, end);
  const first = trimStart(text, from, to);
  return { start: first, end: trimEnd(text, first, to) };
}

/** A name between double brackets around an offset, without them and with them. */
function* bracketsAround(text: string, { start, end }: Span, offset: number): Generator<Span> {
  const open = text.lastIndexOf('[[', offset);
  const close = text.indexOf(']]', Math.max(open, offset - 1));
  if (open < start || close < 0 || close > end) return;
  yield { start: open + 2, end: close };
  yield { start: open, end: close + 2 };
}

/** The lines of prose around one, up to blank ones. */
function paragraphAround(block: Block, line: Span, { blockStart, end }: Entry): Span {
  const { text, lines } = block;
  const isBlank = (at: number): boolean =>
    trimStart(text, lines[at] ?? 0, lines[at + 1] ?? text.length) >= (lines[at + 1] ?? text.length);
  let first = block.lineAt(line.start);
  let last = first;
  while (first > block.lineAt(blockStart) && !isBlank(first - 1)) first--;
  while ((lines[last + 1] ?? end) < end && !isBlank(last + 1)) last++;
  const start = trimStart(text, lines[first] ?? 0, line.start);
  return { start, end: trimEnd(text, start, Math.min(end, lines[last + 1] ?? text.length)) };
}
