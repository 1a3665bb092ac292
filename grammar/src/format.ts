import { blockAt, parse, type TextChange } from './document.ts';
import { linesOf } from './format/block-lines.ts';
import { layOut } from './format/layout.ts';
import { outlineOf } from './format/outline.ts';
import { parseBlocks } from './parser.ts';
import type { Block, ProblemCode, SyntaxTree } from './tree.ts';

/** A part of a text, in UTF-16 units; `end` is exclusive. */
type Stretch = Pick<TextChange, 'start' | 'end'>;

/** Faults that leave open what the writer meant a line to belong to: a block with one is not touched. */
const unsettling: ReadonlySet<ProblemCode> = new Set([
  'unknown-key',
  'wrong-place',
  'no-key',
  'missing-colon',
  'item-in-prose',
  'indented-too-far',
  'indentation',
]);

const isSettled = (block: Block): boolean => block.problems.every((problem) => !unsettling.has(problem.code));

/**
 * The changes that lay a plan out, and nothing but its layout: two spaces of indentation a level, `key name: value`,
 * no spaces at the end of a line, no more than one blank line in a row, one line end at the end of the file. Prose is
 * moved as one piece and otherwise left alone, its tabs and the spaces at the end of its lines included: they mean
 * something in Markdown. Comments keep their words, and every line keeps its kind of line end.
 *
 * A block with a fault of structure stays as it is, and so does one that would not read the same afterwards.
 * Given a range, only the lines that it touches change; where they cannot change alone (because the lines around them
 * would belong to something else, or be laid out otherwise later), the whole block does.
 *
 * The changes are in order and apart from each other; their offsets, and those of `range`, are UTF-16 units in the text.
 */
export function format(tree: SyntaxTree, range?: Stretch): TextChange[] {
  const last = tree.blocks.length - 1;
  const from = range ? blockAt(tree, range.start) : 0;
  const to = range ? blockAt(tree, Math.max(range.start, range.end - 1)) : last;
  const changes: TextChange[] = [];
  for (let index = from; index <= to; index++) {
    const offset = tree.offsets[index] as number;
    const part = range && { start: range.start - offset, end: range.end - offset };
    for (const { start, end, text } of formatBlock(tree, index, part))
      changes.push({ start: start + offset, end: end + offset, text });
  }
  return changes;
}

/** A text after changes to it, which are in order and do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const change of changes) {
    pieces.push(text.slice(at, change.start), change.text);
    at = change.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** A plan file, laid out. */
export const formatted = (text: string): string => applyChanges(text, format(parse(text)));

/** The changes to one block; offsets from the start of the block. */
function formatBlock(tree: SyntaxTree, index: number, range: Stretch | undefined): readonly TextChange[] {
  const block = tree.blocks[index] as Block;
  if (!isSettled(block)) return [];
  const isLast = index === tree.blocks.length - 1;
  const place = { first: index === 0, lineEnd: isLast ? commonestLineEnd(tree.text) : undefined };
  const lines = linesOf(block);
  const whole = layOut(block, lines, place);
  if (whole.length === 0) return whole;
  const outline = outlineOf(block, lines);
  const tidy = applyChanges(block.text, whole);
  if (!readAgain(tree, index, outline, tidy)) return [];
  if (!range) return whole;
  const part = within(block, whole, range);
  const again = readAgain(tree, index, outline, applyChanges(block.text, part));
  return again && applyChanges(again.text, layOut(again, linesOf(again), place)) === tidy ? part : whole;
}

/** Those changes to a block that fall on lines that a range touches. */
function within(block: Block, changes: readonly TextChange[], { start, end }: Stretch): TextChange[] {
  const first = block.lines[block.lineAt(start)] ?? 0;
  const next = block.lines[block.lineAt(Math.max(start, end - 1)) + 1] ?? block.text.length;
  return changes.filter((change) => change.start >= first && change.end <= next);
}

/** A block read from its changed text; undefined where it would no longer say the same. */
function readAgain(tree: SyntaxTree, index: number, outline: readonly string[], text: string): Block | undefined {
  const file = index === 0 ? parse(text) : undefined;
  if (file && (file.language !== tree.language || file.root !== tree.root)) return undefined;
  const [block, ...others] = file?.blocks ?? parseBlocks(text, 0, text.length, tree.content);
  if (!block || others.length > 0 || !isSettled(block)) return undefined;
  const again = outlineOf(block);
  return again.length === outline.length && again.every((line, row) => line === outline[row]) ? block : undefined;
}

/** The line end that a text has most of; a line feed where it has none. */
function commonestLineEnd(text: string): string {
  const counts = new Map([
    ['\n', 0],
    ['\r\n', 0],
    ['\r', 0],
  ]);
  for (const [lineEnd] of text.matchAll(/\r\n?|\n/g)) counts.set(lineEnd, (counts.get(lineEnd) ?? 0) + 1);
  let commonest = '\n';
  for (const [lineEnd, count] of counts) if (count > (counts.get(commonest) ?? 0)) commonest = lineEnd;
  return commonest;
}
