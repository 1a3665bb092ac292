import { type Block, type Entry, entriesOf, type Stray } from '@goldthread/grammar';

/** What a comment stands above: an entry, or text without a key. The lines are those of all that is in it. */
export interface Over {
  readonly entry: Entry | undefined;
  readonly from: number;
  readonly to: number;
}

/** A comment on a line of its own, from its `#` to its end. Offsets are those of the block. */
export interface CommentLine {
  readonly words: string;
  readonly at: number;
  /** Undefined where nothing stands below the comment, or a blank line and then a line that is more or less deep. */
  readonly over: Over | undefined;
}

/** The comments of a block: those of one entry together, the lowest first. */
export function* commentLines(block: Block): Generator<CommentLine> {
  for (const entry of entriesOf(block)) {
    yield* linesAbove(block, entry.start, entry.line, overEntry(block, entry));
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
  let isRight = true;
  const depth = below < lines.length ? depthAt(text, lines[below] as number) : 0;
  for (let line = below - 1; line >= 0 && (lines[line] as number) >= start; line--) {
    const lineStart = lines[line] as number;
    const words = text.slice(lineStart, lines[line + 1] ?? text.length).trim();
    if (words === '') isRight = false;
    else if (words.startsWith('#')) {
      const at = text.indexOf('#', lineStart);
      yield { words, at, over: isRight || depthAt(text, lineStart) === depth ? over : undefined };
    }
  }
}

/** How many spaces and tabs a line begins with. */
const depthAt = (text: string, lineStart: number): number =>
  /^\uFEFF?([ \t]*)/.exec(text.slice(lineStart, lineStart + DEEPEST))?.[1]?.length ?? 0;

/** How much of the beginning of a line is looked at for its indentation, in UTF-16 units. */
const DEEPEST = 400;

/** An entry that comments stand over. */
export const overEntry = (block: Block, entry: Entry): Over => ({
  entry,
  from: block.lines[entry.line] ?? entry.at,
  to: endOf(entry),
});

const overStray = ({ at, end }: Stray): Over => ({ entry: undefined, from: at, to: end });

/** Where an entry ends, with all that is in it. */
function endOf(entry: Entry): number {
  let last = entry;
  for (let child = last.children.at(-1); child; child = last.children.at(-1)) last = child;
  return last.end;
}
