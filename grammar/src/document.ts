import { byAlphabet } from './alphabet.ts';
import { isSpace, trimEnd } from './lines.ts';
import { parseBlocks } from './parser.ts';
import { noPlaces, placesAfter } from './places.ts';
import { type Block, SyntaxTree } from './tree.ts';
import { contentOf, type KeyLanguage, kinds } from './vocabulary/index.ts';

/** A change to a text: what stands from `start` to `end` becomes `text`. Offsets in UTF-16 units. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the first lines of a file say about how to read the rest. */
interface Preamble {
  readonly language: KeyLanguage;
  readonly root: string | undefined;
}

const HASH = 35;
const languageLine = /^\uFEFF?#[ \t]*language:[ \t]*cy\b/;
const word = byAlphabet(/^[A-Za-z\d-]*/, () => /^[\p{L}\p{N}-]*/u);
/** No word that names a root is longer, in UTF-16 units. */
const LONGEST_ROOT = 40;

/** The first word of a text that is not in a comment. */
function firstWord(text: string): string {
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== HASH) break;
    while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  }
  const start = text.slice(at, at + LONGEST_ROOT);
  return word(start).exec(start)?.[0] ?? '';
}

/** Reads the language from the first line and the root from the first entry. */
function readPreamble(text: string): Preamble {
  const language: KeyLanguage = languageLine.test(text) ? 'cy' : 'en';
  const first = firstWord(text).toLowerCase();
  const root = kinds.find((kind) => kind.root && (kind.key === first || kind.cy === first));
  return { language, root: root?.key };
}

/** Reads a plan file. Any text at all gives a tree; what is wrong with it stands in the problems of its blocks. */
export function parse(text: string): SyntaxTree {
  const { language, root } = readPreamble(text);
  const content = contentOf(root, language);
  const blocks = parseBlocks(text, 0, text.length, content);
  return new SyntaxTree({ language, root, content }, blocks, placesAfter(noPlaces, 0, [], blocks), text);
}

/** The number of the block that an offset falls into; the last one for the end of the text. */
export function blockAt(tree: SyntaxTree, offset: number): number {
  let low = 0;
  let high = tree.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tree.offsets[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The tree after a change. Only the blocks that the change touches are read again; the others are the same objects as
 * before. Offsets beyond the text are taken as its end.
 */
export function edit(tree: SyntaxTree, change: TextChange): SyntaxTree {
  const { blocks, offsets, language, root, content } = tree;
  const start = Math.max(0, Math.min(change.start, tree.length));
  const end = Math.max(start, Math.min(change.end, tree.length));
  let first = blockAt(tree, start > 0 ? start - 1 : 0);
  let last = blockAt(tree, end);
  const begins = blocks.findIndex((block) => !isEmpty(block));
  if (begins < 0 || begins >= first) {
    const text = tree.text.slice(0, start) + change.text + tree.text.slice(end);
    const preamble = readPreamble(text);
    if (preamble.language !== language || preamble.root !== root || blocks.length === 0) return parse(text);
  }
  for (;;) {
    const from = offsets[first] as number;
    const old = blocks.slice(first, last + 1).map((block) => block.text);
    const text = old.join('');
    const changed = detach(text.slice(0, start - from) + change.text + text.slice(end - from));
    const read = parseBlocks(changed, 0, changed.length, content);
    const before = blocks[first - 1];
    const after = blocks[last + 1];
    if (before && joins(before, read[0])) first--;
    else if (after && joins(read.at(-1), after)) last++;
    else return tree.with(first, last + 1 - first, read);
  }
}

/** A copy of a text that does not keep the text it was cut out of in memory. */
export const detach = (text: string): string => ` ${text}`.slice(1);

/** Whether two pieces of text that were read apart would be read otherwise together. */
const joins = (above: Block | undefined, below: Block | undefined): boolean =>
  !above || !below || !beginsBlock(below) || isEmpty(above) || endsInComment(above);

/** Whether a block would begin where it does whatever stood above it: with an entry at column 0 and comments right over it. */
function beginsBlock({ entries, text, lines }: Block): boolean {
  const [entry] = entries;
  if (!entry || entry.indent > 0) return false;
  for (let line = 0; line < entry.line; line++) if (text.charCodeAt(lines[line] as number) !== HASH) return false;
  return true;
}

/** Whether a block holds comments and blank lines only: these go with what stands below them. */
const isEmpty = ({ entries, strays }: Block): boolean => entries.length === 0 && strays.length === 0;

/** Whether the last line of a block is a comment at column 0, which goes with what stands below it. */
function endsInComment(block: Block): boolean {
  const { text, lines } = block;
  const last = lines.at(-1);
  return (
    last !== undefined &&
    last >= block.trailing &&
    text.charCodeAt(last) === HASH &&
    trimEnd(text, 0, text.length) > last
  );
}
