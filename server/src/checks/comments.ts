import { type Block, type Entry, entriesOf, type Stray } from '@goldthread/grammar';

/** What a comment stands right above: an entry, or text without a key. The lines are those of all that is in it. */
export interface Over {
  readonly entry: Entry | undefined;
  readonly from: number;
  readonly to: number;
}

/** A comment on a line of its own, from its `#` to its end. Offsets are those of the block. */
export interface CommentLine {
  readonly words: string;
  readonly at: number;
  /** Undefined where a blank line stands below the comment, or nothing. */
  readonly over: Over | undefined;
}

/** The comments of a block: those of one entry together, the lowest first. */
export function* commentLines(block: Block): Generator<CommentLine> {
  for (const entry of entriesOf(block)) {
    const over = { entry, from: block.lines[entry.line] ?? entry.at, to: endOf(entry) };
    yield* linesAbove(block, entry.start, entry.line, over);
  }
  for (const stray of block.strays) yield* linesAbove(block, stray.start, block.lineAt(stray.at), overStray(stray));
  yield* linesAbove(block, block.trailing, block.lines.length, undefined);
}

/** The comments from an offset to the line, counted in the block, that they stand over. */
function* linesAbove(
  { text, lines }: Block,
  start: number,
  below: number,
  over: Over | undefined,
): Generator<CommentLine> {
  let nearest = over;
  for (let line = below - 1; line >= 0 && (lines[line] as number) >= start; line--) {
    const lineStart = lines[line] as number;
    const words = text.slice(lineStart, lines[line + 1] ?? text.length).trim();
    if (words === '') nearest = undefined;
    else if (words.startsWith('#')) yield { words, at: text.indexOf('#', lineStart), over: nearest };
  }
}

const overStray = ({ at, end }: Stray): Over => ({ entry: undefined, from: at, to: end });

/** Where an entry ends, with all that is in it. */
function endOf(entry: Entry): number {
  let last = entry;
  for (let child = last.children.at(-1); child; child = last.children.at(-1)) last = child;
  return last.end;
}
