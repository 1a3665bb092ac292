import { type Head, readHead } from './head.ts';
import { afterLineEnd, type Indentation, LineEnds, readIndentation, trimEnd, trimStart } from './lines.ts';
import { BlockStart, EntryLine, LineToken, Prose, StrayText } from './tokens.ts';
import { Block, Entry, type Problem, type ProblemCode, type Stray } from './tree.ts';
import { type Context, contextOf, type Definition, meaningAnywhere, nearestWord } from './vocabulary/index.ts';

const HASH = 35;

/** An entry that lines below may belong to. */
interface Frame {
  readonly indent: number;
  readonly context: Context;
  /** The depth of its children; -1 before the first. */
  childIndent: number;
  /** Where its first child stands, in case that turns out to be the odd one. */
  firstChild: number;
  /** Depths that have been reported already. */
  odd: number[];
}

/**
 * Cuts a text into blocks and lines. It decides all that indentation decides: which lines are prose, which continue
 * a value, how deep an entry stands, and what its key means there. What is wrong becomes a problem of the block, never
 * an exception; every line ends up in one token, or belongs to the token after it.
 */
class LineLexer {
  readonly tokens: LineToken[] = [];
  private readonly text: string;
  private readonly end: number;
  private readonly base: Frame;
  private readonly frames: Frame[];
  private readonly indentation: Indentation = { column: 0, at: 0, hasTab: false, hasOddSpace: false };
  private readonly head: Head = { at: 0, keyEnd: 0, nameStart: 0, nameEnd: 0, colon: -1, words: 0 };

  /** Where each line starts, in the text; and where the block being read begins among them. */
  private readonly lineStarts: number[] = [];
  private firstLine = 0;
  private origin = 0;
  private nextFirstLine = 0;
  private blockStart!: LineToken;
  private problems: Problem[] = [];
  /** Where the last token ended, in the text: what follows belongs to the next one. */
  private covered = 0;
  /** The field that deeper lines belong to, and whether they are prose. */
  private open: Entry | undefined;
  private openIsProse = false;
  private stray: Stray | undefined;

  constructor(text: string, end: number, content: Context) {
    this.text = text;
    this.end = end;
    this.base = { indent: -1, context: content, childIndent: 0, firstChild: 0, odd: [] };
    this.frames = [this.base];
  }

  /** Reads from `start`, which is the start of a line, to the end. */
  read(start: number): void {
    const { text, end, indentation, lineStarts } = this;
    const lineEnds = new LineEnds(text, start, end);
    let begun = false;
    let comments = -1;
    this.beginBlock(start);
    for (let lineStart = start; lineStart < end; ) {
      const stop = lineEnds.after(lineStart);
      const next = afterLineEnd(text, stop, end);
      readIndentation(text, lineStart, stop, indentation);
      const { at, column } = indentation;
      if (at === stop) {
        comments = -1;
        this.stray = undefined;
      } else if (text.charCodeAt(at) === HASH && !this.isProse(column)) {
        this.stray = undefined;
        if (column > 0) comments = -1;
        else if (comments < 0) comments = lineStarts.length;
      } else {
        if (column === 0) {
          this.open = undefined;
          this.frames.length = 1;
          readHead(text, at, stop, this.head);
          if (begun && !(this.stray && this.isStray(stop))) {
            if (comments < 0) comments = lineStarts.length;
            const blockEnd = comments < lineStarts.length ? (lineStarts[comments] as number) : lineStart;
            this.endBlock(comments, blockEnd);
            this.beginBlock(blockEnd);
          }
          begun = true;
        }
        comments = -1;
        lineStarts.push(lineStart);
        this.readLine(lineStart, stop, next);
        lineStart = next;
        continue;
      }
      lineStarts.push(lineStart);
      lineStart = next;
    }
    this.endBlock(lineStarts.length, end);
  }

  private beginBlock(start: number): void {
    this.firstLine = this.nextFirstLine;
    this.origin = this.covered = start;
    this.problems = [];
    this.stray = undefined;
    this.base.odd = [];
    this.blockStart = new LineToken(BlockStart, 0, 0);
    this.tokens.push(this.blockStart);
  }

  /** Ends the block before a line, given by its number and its start. */
  private endBlock(line: number, end: number): void {
    const { origin } = this;
    const lines = this.lineStarts.slice(this.firstLine, line);
    for (let index = 0; index < lines.length; index++) lines[index] = (lines[index] as number) - origin;
    this.blockStart.payload = new Block(this.text.slice(origin, end), lines, this.problems, this.covered - origin);
    this.nextFirstLine = line;
  }

  /** True where a line this deep is prose of the open field. */
  private isProse(column: number): boolean {
    const { open } = this;
    if (!open || !this.openIsProse) return false;
    return column >= (open.proseIndent || open.indent + 1);
  }

  /** Reads a line that is neither blank nor a comment. Its indentation has been read. */
  private readLine(lineStart: number, stop: number, next: number): void {
    const { column, at } = this.indentation;
    const open = this.open;
    if (open && column > open.indent) {
      if (!this.leavesField(stop)) {
        this.continueField(open, lineStart, stop, next);
        return;
      }
    } else if (column > 0) readHead(this.text, at, stop, this.head);
    this.open = undefined;
    this.checkSpaces(lineStart);
    while ((this.frames.at(-1) as Frame).indent >= column) this.frames.pop();
    const frame = this.frames.at(-1) as Frame;
    if (this.isStray(stop)) this.readStray(stop, next);
    else this.readEntry(frame, lineStart, stop, next);
  }

  /** Prose, or a further line of a value. */
  private continueField(open: Entry, lineStart: number, stop: number, next: number): void {
    const start = lineStart - this.origin;
    if (open.blockStart === 0) {
      open.blockStart = start;
      if (this.openIsProse) {
        open.proseIndent = this.indentation.column;
        this.tokens.push(new LineToken(Prose, start, 0, open));
      }
    }
    if (!this.openIsProse) {
      this.checkSpaces(lineStart);
      open.valueEnd = trimEnd(this.text, this.indentation.at, stop) - this.origin;
    }
    open.end = next - this.origin;
    this.covered = next;
  }

  /**
   * Whether a line below a field is an entry of its own that is only indented too far. Below prose, which may hold
   * any words, that takes a kind with an id and a title.
   */
  private leavesField(stop: number): boolean {
    const { text, head } = this;
    readHead(text, this.indentation.at, stop, head);
    if (head.colon < 0) return false;
    if (head.words > 1) return false;
    const named = head.words === 1;
    const word = text.slice(head.at, head.keyEnd);
    const titled = trimStart(text, head.colon + 1, stop) < stop;
    for (let index = this.frames.length - 1; index >= 0; index--) {
      const definition = (this.frames[index] as Frame).context.words.get(word);
      if (!definition || (this.openIsProse && !(definition.item && titled))) continue;
      if (this.openIsProse && !named) {
        if (index === this.frames.length - 1)
          this.report('item-in-prose', head.at, head.keyEnd, { found: word, definition });
        return false;
      }
      const code = this.openIsProse ? 'item-in-prose' : 'indented-too-far';
      this.report(code, head.at, head.keyEnd, { found: word, definition });
      this.frames.length = index + 1;
      (this.frames[index] as Frame).odd.push(this.indentation.column);
      return true;
    }
    return false;
  }

  /** Whether the line is text rather than an entry: no key, or a sentence that happens to hold a colon. */
  private isStray(stop: number): boolean {
    const { text, head } = this;
    if (head.keyEnd === head.at) return true;
    const words = (this.frames.at(-1) as Frame).context.words;
    const word = text.slice(head.at, head.keyEnd);
    const here = words.get(word);
    if (head.colon < 0) {
      const rest = trimStart(text, head.keyEnd, stop);
      if (!here) return true;
      return rest < stop && !(here.item && isIdShaped(text.slice(rest, trimEnd(text, rest, stop))));
    }
    if (here) return false;
    if (head.words > 1) return true;
    if (text.charCodeAt(head.colon + 1) === 47) return true;
    const lower = word.toLowerCase();
    return lower !== word && !words.has(lower) && !meaningAnywhere(lower, this.base.context.language);
  }

  private readStray(stop: number, next: number): void {
    const { at, column } = this.indentation;
    const origin = this.origin;
    if (this.stray) this.stray.end = next - origin;
    else {
      this.stray = { start: this.covered - origin, at: at - origin, end: next - origin, indent: column };
      this.tokens.push(new LineToken(StrayText, at - origin, this.frames.length - 1, this.stray));
      this.report('no-key', at, trimEnd(this.text, at, stop), { place: (this.frames.at(-1) as Frame).context.place });
    }
    this.covered = next;
  }

  private readEntry(frame: Frame, lineStart: number, stop: number, next: number): void {
    const { text, head, origin, indentation } = this;
    this.stray = undefined;
    this.checkDepth(frame, lineStart);
    const definition = this.resolve(frame.context);
    const bare = head.colon < 0;
    if (bare) {
      head.nameStart = trimStart(text, head.keyEnd, stop);
      head.nameEnd = trimEnd(text, head.nameStart, stop);
      this.report('missing-colon', head.at, head.nameEnd, { definition });
    }
    const valueStart = bare ? trimEnd(text, head.at, stop) : trimStart(text, head.colon + 1, stop);
    const entry = new Entry(
      definition,
      this.lineStarts.length - 1 - this.firstLine,
      this.covered - origin,
      head.at - origin,
      head.keyEnd - origin,
      head.nameStart - origin,
      head.nameEnd - origin,
      valueStart - origin,
      trimEnd(text, valueStart, stop) - origin,
      next - origin,
      indentation.column,
    );
    this.covered = next;
    this.tokens.push(new LineToken(EntryLine, head.at - origin, this.frames.length - 1, entry));
    if (definition && !definition.item) {
      this.open = entry;
      this.openIsProse = definition.type === 'prose';
      return;
    }
    const context = definition ? contextOf(definition.key, frame.context.language) : frame.context;
    this.frames.push({ indent: indentation.column, context, childIndent: -1, firstChild: 0, odd: [] });
  }

  /** What the key means in this place; if nothing, what it means elsewhere, or what was probably meant. */
  private resolve(context: Context): Definition | undefined {
    const { at, keyEnd } = this.head;
    const found = this.text.slice(at, keyEnd);
    const here = context.words.get(found);
    if (here) return here;
    const lower = found.toLowerCase();
    const inSmallLetters = context.words.get(lower);
    if (inSmallLetters) {
      this.report('capital-key', at, keyEnd, { found, meant: lower, definition: inSmallLetters });
      return inSmallLetters;
    }
    const elsewhere = meaningAnywhere(lower, context.language);
    if (elsewhere) {
      this.report('wrong-place', at, keyEnd, { found, definition: elsewhere, place: context.place });
      return elsewhere;
    }
    const meant = nearestWord(found, context);
    const definition =
      meant === undefined ? undefined : (context.words.get(meant) ?? meaningAnywhere(meant, context.language));
    this.report('unknown-key', at, keyEnd, { found, meant, definition, place: context.place });
    return definition;
  }

  /** Reports an entry that is neither as deep as its siblings nor the first. */
  private checkDepth(frame: Frame, lineStart: number): void {
    const { column } = this.indentation;
    if (frame.childIndent === column) return;
    if (frame.childIndent < 0) {
      frame.childIndent = column;
      frame.firstChild = lineStart;
      return;
    }
    if (frame.odd.includes(column)) return;
    const usual = frame.indent + 2;
    const firstIsOdd = column === usual && frame !== this.base;
    const at = firstIsOdd ? frame.firstChild : lineStart;
    frame.odd.push(firstIsOdd ? frame.childIndent : column);
    if (firstIsOdd) frame.childIndent = column;
    const wordAt = trimStart(this.text, at, this.end);
    this.report('indentation', at, wordAt, {
      found: this.text.slice(at, wordAt),
      meant: ' '.repeat(frame.childIndent),
    });
  }

  /** Reports tabs and look-alike spaces in an indentation, once for each line. */
  private checkSpaces(lineStart: number): void {
    const { hasTab, hasOddSpace, at, column } = this.indentation;
    if (!hasTab && !hasOddSpace) return;
    this.report(hasTab ? 'tab' : 'odd-space', lineStart, at, {
      found: this.text.slice(lineStart, at),
      meant: ' '.repeat(column),
    });
  }

  private report(code: ProblemCode, start: number, end: number, details: Partial<Problem>): void {
    const { origin } = this;
    const found = details.found ?? this.text.slice(start, end);
    this.problems.push({ code, start: start - origin, end: end - origin, ...details, found });
  }
}

/** True for text that could be an id: letters, digits and hyphens, no capital. */
export const isIdShaped = (text: string): boolean => idShape.test(text) && text === text.toLowerCase();
const idShape = /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u;

/** The tokens of a text from one line start to another; each block begins with a BlockStart token that carries it. */
export function lex(text: string, start: number, end: number, content: Context): LineToken[] {
  const lexer = new LineLexer(text, end, content);
  lexer.read(start);
  return lexer.tokens;
}
