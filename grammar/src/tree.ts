import { type Places, placesAfter } from './places.ts';
import type { Context, Definition, KeyLanguage } from './vocabulary/index.ts';
import { wordFor } from './vocabulary/index.ts';

/** What can be wrong with the layout of a text. Each has a rule of the same name in the group `syntax`. */
export type ProblemCode =
  | 'unknown-key'
  | 'capital-key'
  | 'wrong-place'
  | 'no-key'
  | 'missing-colon'
  | 'item-in-prose'
  | 'indented-too-far'
  | 'indentation'
  | 'tab'
  | 'odd-space'
  | 'no-root'
  | 'second-root'
  | 'missing-title'
  | 'missing-id'
  | 'bad-id'
  | 'unexpected-name'
  | 'missing-name'
  | 'empty-field'
  | 'repeated-field'
  | 'wrong-value'
  | 'ambiguous-date'
  | 'start-after-end';

/** A fault in one block. Offsets are UTF-16 units from the start of the block; `end` is exclusive. */
export interface Problem {
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
  /** The word or value as written. */
  readonly found: string;
  /** What was probably meant: a word, an id, spaces, a value. */
  readonly meant?: string | undefined;
  /** The row of the vocabulary that the fault is about. */
  readonly definition?: Definition | undefined;
  /** The place it stands in, as the key of a kind or `plan-content`, `library-content`. */
  readonly place?: string | undefined;
  /** For a value: what is wrong with it, in a sentence. */
  readonly why?: string | undefined;
}

/**
 * One entry of a plan: `key name: value` with what is indented below it. All offsets are UTF-16 units from the
 * start of its block, and all lines count from the first line of the block, so that an entry stays as it is when
 * text above its block changes.
 */
export class Entry {
  /** What the key means here; undefined for a key that nothing resembles. */
  readonly definition: Definition | undefined;
  /** The line of the key. */
  readonly line: number;
  /** Where the entry begins, with the blank lines and comments above it. */
  readonly start: number;
  /** The key, and the end of it. */
  readonly at: number;
  readonly keyEnd: number;
  /** The name between key and colon; both equal where there is none. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The value on the line and on deeper lines, without the spaces around it; prose excluded where it is a block. */
  readonly valueStart: number;
  valueEnd: number;
  /** Where the entry's own lines end, its prose and continued lines included, its children not. */
  end: number;
  /** The depth of the line in columns. */
  readonly indent: number;
  /** How deep the prose below it is indented; 0 where no prose block stands below. */
  proseIndent = 0;
  /** The offset of the first line of the prose below, or of the first continued line; 0 where there is none. */
  blockStart = 0;
  parent: Entry | undefined = undefined;
  children: Entry[] = none;

  constructor(
    definition: Definition | undefined,
    line: number,
    start: number,
    at: number,
    keyEnd: number,
    nameStart: number,
    nameEnd: number,
    valueStart: number,
    valueEnd: number,
    end: number,
    indent: number,
  ) {
    this.definition = definition;
    this.line = line;
    this.start = start;
    this.at = at;
    this.keyEnd = keyEnd;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
    this.end = end;
    this.indent = indent;
  }
}

/** The children of an entry that has none: one list for all, never written to. */
export const none: Entry[] = [];

const noStrays: readonly Stray[] = [];

/** Text that is no entry: a line with no key. Offsets as in Entry; `start` takes in what stands above it. */
export interface Stray {
  readonly start: number;
  readonly at: number;
  end: number;
  readonly indent: number;
}

/**
 * What stands from one entry at column 0 to the next; text with no key, even at column 0, is part of the block it stands
 * in. Blocks are re-read one by one and shared between versions of
 * a text; nothing in the language spans two of them.
 */
export class Block {
  /** The text of the block, every byte of it. */
  readonly text: string;
  /** The offset of each line's first unit. */
  readonly lines: readonly number[];
  /** The outermost entries: one, or none where the block holds stray text or comments only. */
  entries: readonly Entry[] = none;
  strays: readonly Stray[] = noStrays;
  readonly problems: readonly Problem[];
  /** Where the last entry or stray ends; comments and blank lines may follow. */
  readonly trailing: number;

  constructor(text: string, lines: readonly number[], problems: readonly Problem[], trailing: number) {
    this.text = text;
    this.lines = lines;
    this.problems = problems;
    this.trailing = trailing;
  }

  /** The line of an offset, counted from the first of the block. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A plan file as a tree. Never changed: an edit makes another tree that shares the blocks it did not touch. */
export class SyntaxTree implements Places {
  /** The language of the keys, from `# language: cy` on the first line. */
  readonly language: KeyLanguage;
  /** The kind of the first entry where it is plan, part or library. */
  readonly root: string | undefined;
  readonly content: Context;
  readonly blocks: readonly Block[];
  /** The offset and the line at which each block begins. */
  readonly offsets: Int32Array;
  readonly lines: Int32Array;
  /** The length of the text in UTF-16 units. */
  readonly length: number;
  private joined: string | undefined;

  /** `text` may be left out: it is put together from the blocks when it is asked for. */
  constructor(
    { language, root, content }: Pick<SyntaxTree, 'language' | 'root' | 'content'>,
    blocks: readonly Block[],
    { offsets, lines, length }: Places,
    text: string | undefined,
  ) {
    this.language = language;
    this.root = root;
    this.content = content;
    this.blocks = blocks;
    this.offsets = offsets;
    this.lines = lines;
    this.length = length;
    this.joined = text;
  }

  /** The tree with other blocks in the place of `count` of its own, from number `first`. */
  with(first: number, count: number, came: readonly Block[]): SyntaxTree {
    const gone = this.blocks.slice(first, first + count);
    const blocks = this.blocks.slice(0, first).concat(came, this.blocks.slice(first + count));
    return new SyntaxTree(this, blocks, placesAfter(this, first, gone, came), undefined);
  }

  get text(): string {
    this.joined ??= this.blocks.map((block) => block.text).join('');
    return this.joined;
  }
}

/** The key of an entry as written. */
export const keyOf = (block: Block, entry: Entry): string => block.text.slice(entry.at, entry.keyEnd);

/** The name of an entry as written, or an empty string. */
export const nameOf = (block: Block, entry: Entry): string => block.text.slice(entry.nameStart, entry.nameEnd);

/** The word for an entry's key in the language of the file, or the key as written where it is not known. */
export const wordOf = (block: Block, entry: Entry, language: KeyLanguage): string =>
  entry.definition ? wordFor(entry.definition, language) : keyOf(block, entry);

/** All entries of a block, outermost first, in the order of the text. */
export function entriesOf(block: Block): readonly Entry[] {
  const found: Entry[] = [];
  const waiting = block.entries.toReversed();
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    found.push(entry);
    for (let index = entry.children.length - 1; index >= 0; index--) waiting.push(entry.children[index] as Entry);
  }
  return found;
}

/** The tree as text, put together from its pieces: byte for byte what was read. */
export function print(tree: SyntaxTree): string {
  return tree.blocks.map(printBlock).join('');
}

/** One block as text, from its entries, strays and what stands between them. */
export function printBlock(block: Block): string {
  const pieces: { start: number; end: number }[] = [...entriesOf(block), ...block.strays];
  pieces.sort((a, b) => a.start - b.start);
  return pieces.map((piece) => block.text.slice(piece.start, piece.end)).join('') + block.text.slice(block.trailing);
}
