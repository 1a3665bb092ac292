import {
  type Block,
  blockAt,
  type Entry,
  edit,
  nameOf,
  parse,
  type SyntaxTree,
  type TextChange,
  textOf,
} from '@goldthread/grammar';
import { resolvePath } from './host.ts';
import type { Plan } from './plan.ts';

/** A position as editors count: line and UTF-16 unit in it, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range of positions; the end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A block in its file. The block is shared between versions of the text; its place moves. */
export class PlacedBlock {
  readonly block: Block;
  readonly file: PlanFile;
  /** The number of the block in its file. */
  index: number;

  constructor(block: Block, file: PlanFile, index: number) {
    this.block = block;
    this.file = file;
    this.index = index;
  }

  /** The position of an offset of the block in its file. */
  position(offset: number): Position {
    const { text, lines } = this.block;
    const first = this.file.tree.lines[this.index] as number;
    // Behind the last line end begins the line of the next block, or the empty last one of the file.
    if (offset >= text.length && isLineEnd(text.charCodeAt(text.length - 1)))
      return { line: first + lines.length, character: 0 };
    const line = this.block.lineAt(offset);
    return { line: first + line, character: offset - (lines[line] ?? 0) };
  }

  /** The range of a span of the block in its file. */
  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The offset in the file of an offset of the block. */
  offset(offset: number): number {
    return (this.file.tree.offsets[this.index] as number) + offset;
  }
}

/** What a change of text did to a file: the blocks that went and those that came in their place. */
export interface BlockChange {
  readonly removed: readonly PlacedBlock[];
  readonly added: readonly PlacedBlock[];
  /** True where the first entry, its id or the list of included files is another than before. */
  readonly headChanged: boolean;
}

/** One plan file: its text as a tree, and the plan or library that it belongs to. */
export class PlanFile {
  readonly path: string;
  tree: SyntaxTree;
  blocks: PlacedBlock[];
  /** The plan or library that the file is, or is a part of; undefined until it is known. */
  plan: Plan | undefined = undefined;
  private headKey = '';

  constructor(path: string, text: string) {
    this.path = path;
    this.tree = parse(text);
    this.blocks = this.tree.blocks.map((block, index) => new PlacedBlock(block, this, index));
    this.headKey = this.readHeadKey();
  }

  /** The first entry of the file. */
  get firstEntry(): Entry | undefined {
    return this.tree.blocks.find((block) => block.entries.length > 0)?.entries[0];
  }

  /** The block that holds the first entry. */
  get firstBlock(): PlacedBlock | undefined {
    return this.blocks.find((placed) => placed.block.entries.length > 0);
  }

  /** The id in the first line, in NFC: of the plan, of the library, or of the plan that this is a part of; else empty. */
  get rootId(): string {
    const placed = this.firstBlock;
    const entry = placed?.block.entries[0];
    const isRoot = entry?.definition?.item === true && entry.definition.root === true;
    return placed && entry && isRoot ? nameOf(placed.block, entry).normalize('NFC') : '';
  }

  /** The files that this one includes, where each stands. */
  *includes(): Generator<{ placed: PlacedBlock; path: string }> {
    for (const placed of this.blocks) {
      const path = this.includePath(placed);
      if (path !== undefined) yield { placed, path };
    }
  }

  /** The path that a block of this file includes; undefined where it includes nothing. */
  includePath({ block }: PlacedBlock): string | undefined {
    const entry = block.entries[0];
    if (entry?.definition?.key !== 'include') return undefined;
    const written = textOf(block, entry);
    return written ? resolvePath(this.path, written) : undefined;
  }

  /** Takes one change of the text in. Only the blocks that it touches are other objects afterwards. */
  change(change: TextChange): BlockChange {
    return this.take(edit(this.tree, change));
  }

  /** Takes another text for the whole file in. */
  replace(text: string): BlockChange {
    return this.take(parse(text));
  }

  /** The block at a position, and the offset in it; a position beyond the end of a line is its end, one beyond the file the file’s. */
  locate({ line, character }: Position): { placed: PlacedBlock; offset: number } | undefined {
    const { lines } = this.tree;
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] as number) <= line) low = middle;
      else high = middle - 1;
    }
    const placed = this.blocks[low];
    if (!placed) return undefined;
    const { text, lines: starts } = placed.block;
    const start = starts[line - (lines[low] as number)];
    if (start === undefined) return { placed, offset: text.length };
    let end = starts[line - (lines[low] as number) + 1] ?? text.length;
    while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
    return { placed, offset: Math.min(start + Math.max(0, character), end) };
  }

  /** The offset of a position in the file. */
  offsetAt(position: Position): number {
    const at = this.locate(position);
    return at ? at.placed.offset(at.offset) : 0;
  }

  /** The position of an offset of the file. */
  positionAt(offset: number): Position {
    const placed = this.blockAt(offset);
    return placed ? placed.position(offset - placed.offset(0)) : { line: 0, character: 0 };
  }

  /** The block at an offset of the file. */
  blockAt(offset: number): PlacedBlock | undefined {
    return this.blocks[blockAt(this.tree, offset)];
  }

  /** Puts other objects in the place of some blocks, so that they are checked again though their text is the same. */
  reread(which: (placed: PlacedBlock) => boolean): BlockChange {
    const removed = this.blocks.filter(which);
    const added = removed.map((placed) => new PlacedBlock(placed.block, this, placed.index));
    for (const again of added) this.blocks[again.index] = again;
    return { removed, added, headChanged: false };
  }

  /**
   * Puts another tree in the place of this one. A block that is the first no more, or is it now, counts as read again: what is
   * wrong with it depends on that.
   */
  private take(tree: SyntaxTree): BlockChange {
    const { blocks } = tree;
    const { blocks: before } = this.tree;
    let first = 0;
    while (first < blocks.length && before[first] === blocks[first]) first++;
    let end = blocks.length;
    let endBefore = before.length;
    while (Math.min(end, endBefore) > first && before[endBefore - 1] === blocks[end - 1]) {
      end--;
      endBefore--;
    }
    const added = blocks.slice(first, end).map((block, index) => new PlacedBlock(block, this, first + index));
    const removed = this.blocks.slice(first, endBefore);
    const firstBefore = this.firstBlock;
    const rootBefore = this.tree.root;
    this.blocks = this.blocks.slice(0, first).concat(added, this.blocks.slice(endBefore));
    if (added.length !== removed.length)
      for (let index = first + added.length; index < this.blocks.length; index++)
        (this.blocks[index] as PlacedBlock).index = index;
    this.tree = tree;
    const firstAfter = this.firstBlock;
    if (firstBefore !== firstAfter)
      for (const placed of [firstBefore, firstAfter])
        if (placed && this.blocks[placed.index] === placed && !added.includes(placed)) {
          const again = new PlacedBlock(placed.block, this, placed.index);
          this.blocks[placed.index] = again;
          removed.push(placed);
          added.push(again);
        }
    // What a file is may be guessed from a line that is not right.
    const touchesHead =
      rootBefore !== tree.root || [...removed, ...added].some(({ block }) => isHead(block.entries[0]));
    if (!touchesHead) return { removed, added, headChanged: false };
    const headKey = this.readHeadKey();
    const headChanged = headKey !== this.headKey;
    this.headKey = headKey;
    return { removed, added, headChanged };
  }

  private readHeadKey(): string {
    const includes = [...this.includes()].map((include) => include.path);
    return [this.tree.root, this.rootId, ...includes].join('\n');
  }
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/** True for the entries that say what a file is and what it includes. */
const isHead = (entry: Entry | undefined): boolean =>
  entry?.definition !== undefined &&
  (entry.definition.item ? entry.definition.root === true : entry.definition.key === 'include');
