import { type Block, type Entry, entriesOf, keyOf, nameOf, type SyntaxTree } from '../../grammar/src/tree.ts';

const structure = [
  'unknown-key',
  'wrong-place',
  'no-key',
  'missing-colon',
  'item-in-prose',
  'indented-too-far',
  'indentation',
];

/** True for a block with a fault of structure: nobody can know what its lines belong to. */
export const isUnsettled = (block: Block): boolean =>
  block.problems.some((problem) => structure.includes(problem.code));

/** The line end of every line that has words. */
export const lineEndsOf = (text: string): string[] =>
  [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n)/g)]
    .filter(([, line]) => !isBlank(line ?? ''))
    .map(([, , end]) => end ?? '');

const margin = /^[\t \xA0\u1680\u2000-\u200B\u202F\u205F\u3000\uFEFF]*/;
const marginEnd = /[\t \xA0\u1680\u2000-\u200B\u202F\u205F\u3000\uFEFF]*$/;

/** A line without the spaces of all sorts around it. */
const trimmed = (line: string): string => line.replace(margin, '').replace(marginEnd, '');

const isBlank = (line: string): boolean => trimmed(line) === '';

/** What a plan says, without its layout: two texts with the same reading are the same plan. */
export function reading(tree: SyntaxTree): unknown {
  const blocks = tree.blocks.map((block) => ({
    entries: [...entriesOf(block)].map((entry) => readingOf(block, entry)),
    strays: block.strays.map((stray) => block.text.slice(stray.at, stray.end)),
    comments: commentsOf(block),
  }));
  return { language: tree.language, root: tree.root, blocks };
}

function depthOf(entry: Entry): number {
  let depth = 0;
  for (let above = entry.parent; above; above = above.parent) depth++;
  return depth;
}

/** How deep the entries of a block stand, and how deep they ought to, in columns. */
export const indentsOf = (block: Block): number[] => [...entriesOf(block)].map((entry) => entry.indent);
export const tidyIndentsOf = (block: Block): number[] => [...entriesOf(block)].map((entry) => 2 * depthOf(entry));

function readingOf(block: Block, entry: Entry): unknown {
  const value = block.text.slice(entry.valueStart, entry.valueEnd).split(/\r\n|\r|\n/);
  const words = value.map(trimmed).filter((line) => line !== '');
  return {
    depth: depthOf(entry),
    key: keyOf(block, entry),
    name: nameOf(block, entry),
    words,
    prose: proseOf(block, entry),
  };
}

function proseOf(block: Block, entry: Entry): string[] {
  if (!entry.proseIndent) return [];
  const lines = block.text.slice(entry.blockStart, entry.end).split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const prose = lines.filter((line) => !isCommentIn(entry, line));
  const common = Math.min(...prose.filter((line) => !isBlank(line)).map((line) => columnsOf(line)));
  return prose.map((line) => withoutColumns(line, common));
}

/** How many columns of spaces a line begins with. */
function columnsOf(line: string): number {
  let column = 0;
  for (const space of margin.exec(line)?.[0] ?? '') column += space === '\t' ? 2 - (column % 2) : 1;
  return column;
}

function withoutColumns(line: string, count: number): string {
  let at = 0;
  while (at < line.length && columnsOf(line.slice(0, at)) < count) at++;
  return ' '.repeat(Math.max(0, columnsOf(line.slice(0, at)) - count)) + line.slice(at);
}

const isNote = (line: string): boolean => trimmed(line).startsWith('#');

const isCommentIn = (entry: Entry, line: string): boolean =>
  isNote(line) && columnsOf(line) < (entry.proseIndent || entry.indent + 1);

/** The comments of a block, each with how many entries stand above it. */
function commentsOf(block: Block): string[] {
  const entries = [...entriesOf(block)];
  return block.lines.flatMap((start, row) => {
    const line = block.text.slice(start, block.lines[row + 1]).replace(/[\r\n]+$/, '');
    if (!isNote(line)) return [];
    const above = entries.filter((entry) => entry.at <= start);
    const prose = above.find((entry) => entry.proseIndent && entry.blockStart <= start && start < entry.end);
    return prose && !isCommentIn(prose, line) ? [] : [`${above.length} ${trimmed(line)}`];
  });
}
