import {
  applyChanges,
  type Block,
  type Entry,
  edit,
  entriesOf,
  format,
  type Problem,
  parse,
  print,
  proseOf,
  readProseReferences,
  type SyntaxTree,
  textOf,
  validate,
  valueSpan,
} from '@goldthread/grammar';
import { reading } from '../grammar/reading.ts';
import type { Input } from './inputs.ts';

/** A promise of the grammar that was not kept. */
export class BrokenPromise extends Error {}

function promise(kept: boolean, what: string): void {
  if (!kept) throw new BrokenPromise(what);
}

/** Checks all that the grammar promises of any text whatever. Throws where something is not so. */
export function checkPromises({ text, changes }: Input): void {
  const tree = parse(text);
  checkTree(tree, text);
  checkFormat(tree);
  let before = tree;
  for (const change of changes) {
    const after = edit(before, change);
    const whole = before.text.slice(0, change.start) + change.text + before.text.slice(change.end);
    promise(after.text === whole, 'an edit gives the changed text');
    checkSame(after, parse(whole));
    before = after;
  }
}

/** Checks that a tree is the text, and that everything in it stands where it says. */
export function checkTree(tree: SyntaxTree, text: string): void {
  promise(tree.text === text, 'a tree keeps its text');
  promise(print(tree) === text, 'a tree is printed as its text');
  promise(tree.blocks.length > 0, 'a tree has a block');
  const starts = lineStarts(text);
  let offset = 0;
  let line = 0;
  tree.blocks.forEach((block, index) => {
    promise(tree.offsets[index] === offset, 'a block begins where the one above ends');
    promise(tree.lines[index] === line, 'a block counts its lines from the one above');
    for (const start of block.lines) promise(start + offset === starts[line++], 'lines begin where lines end');
    checkBlock(block);
    for (const problem of [...block.problems, ...validate(block, tree.language)]) checkSpan(block, problem);
    offset += block.text.length;
  });
  promise(offset === text.length, 'blocks cover the text');
  promise(line === starts.length, 'all lines are counted');
}

/** Where lines begin, by another way than that of the grammar. What follows the last line end is a line if there is any. */
function lineStarts(text: string): number[] {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  if (starts.at(-1) === text.length) starts.pop();
  return starts;
}

function checkSpan({ text }: Block, { start, end, code }: Problem): void {
  promise(start >= 0 && start <= end && end <= text.length, `the problem ${code} stands in its block`);
}

function checkBlock(block: Block): void {
  const pieces = [...entriesOf(block), ...block.strays].sort((a, b) => a.start - b.start);
  let covered = 0;
  for (const piece of pieces) {
    promise(piece.start === covered && piece.at >= piece.start && piece.end > piece.at, 'pieces follow each other');
    covered = piece.end;
  }
  promise(covered === block.trailing && covered <= block.text.length, 'what trails is what is left');
  for (const entry of entriesOf(block)) checkEntry(block, entry);
}

function checkEntry(block: Block, entry: Entry): void {
  const { start, at, keyEnd, nameStart, nameEnd, valueStart, valueEnd, end, blockStart, proseIndent } = entry;
  const inOrder = [start, at, keyEnd, nameStart, nameEnd, valueStart, valueEnd, end];
  promise(
    inOrder.every((one, index) => index === 0 || one >= (inOrder[index - 1] as number)),
    `the parts of an entry stand in order: ${inOrder}`,
  );
  promise(keyEnd > at && end <= block.text.length, 'an entry has a key and stands in its block');
  promise(
    block.lines[entry.line] === lineStartOf(block, at) && block.lineAt(at) === entry.line,
    'an entry knows its line',
  );
  promise(
    blockStart === 0 || (blockStart > at && blockStart < end && block.lines.includes(blockStart)),
    'a block begins a line',
  );
  promise(proseIndent === 0 || (proseIndent > entry.indent && blockStart > 0), 'prose is deeper than its key');
  promise(!/[\r\n]/.test(block.text.slice(at, valueStart).trimEnd()), 'a head stands on one line');
  for (const child of entry.children)
    promise(child.parent === entry && child.indent > entry.indent && child.start >= end, 'children stand below');
  const colon = block.text.slice(Math.max(keyEnd, nameEnd), valueStart);
  promise(/^[^\S\r\n]*:?\s*$/.test(colon.replace(/\u200B|\uFEFF/g, ' ')), 'a colon stands between head and value');
  promise(!/[\r\n]/.test(textOf(block, entry)), 'a value is one line');
  proseOf(block, entry);
  const span = valueSpan(block, entry);
  promise(span.start <= span.end && span.end <= end && span.start >= keyEnd, 'words stand behind their key');
  readProseReferences(block.text, span.start, span.end);
}

const lineStartOf = ({ text }: Block, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

function checkFormat(tree: SyntaxTree): void {
  const changes = format(tree);
  let last = 0;
  for (const { start, end } of changes) {
    promise(start >= last && end >= start && end <= tree.text.length, 'changes of layout stand in order');
    last = end;
  }
  if (changes.length === 0) return;
  const tidy = parse(applyChanges(tree.text, changes));
  promise(format(tidy).length === 0, 'what is laid out stays as it is');
  promise(JSON.stringify(reading(tidy)) === JSON.stringify(reading(tree)), 'layout changes no words');
}

/** Checks that two trees are the same in all but identity. */
export function checkSame(found: SyntaxTree, expected: SyntaxTree): void {
  const { language, root, content } = expected;
  promise(
    found.language === language && found.root === root && found.content === content,
    'an edit reads the head again',
  );
  const blocks = expected.blocks.map((block) => block.text);
  promise(
    blocks.length === found.blocks.length && blocks.every((text, index) => text === found.blocks[index]?.text),
    `an edit gives the blocks of the whole: ${JSON.stringify(found.blocks.map((block) => block.text))} for ${JSON.stringify(blocks)}`,
  );
  promise(String(found.offsets) === String(expected.offsets), 'an edit gives the same offsets');
  promise(String(found.lines) === String(expected.lines), 'an edit gives the same lines');
  expected.blocks.forEach((block, index) => {
    const one = outline(found.blocks[index] as Block);
    const other = outline(block);
    promise(one === other, `an edit reads blocks as the whole does: ${one} for ${other}`);
  });
}

/** All that was found in a block, as text. */
function outline(block: Block): string {
  const entries = [...entriesOf(block)];
  const rows = entries.map((entry) => [
    entry.definition?.key,
    entry.definition?.item,
    entry.line,
    entry.start,
    entry.at,
    entry.keyEnd,
    entry.nameStart,
    entry.nameEnd,
    entry.valueStart,
    entry.valueEnd,
    entry.end,
    entry.indent,
    entry.proseIndent,
    entry.blockStart,
    entry.parent?.at,
  ]);
  const problems = block.problems.map(({ definition, ...problem }) => ({ ...problem, about: definition?.key }));
  return JSON.stringify([rows, block.strays, problems, block.lines, block.trailing]);
}
