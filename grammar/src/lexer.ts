import { Frame, LineBelow } from './frame.ts';
import { type Head, readHead } from './head.ts';
import { afterLineEnd, type Indentation, LineEnds, readIndentation, trimEnd, trimStart } from './lines.ts';
import { type Bare, bareEntry, dashedKey, guess, joinedKey } from './meaning.ts';
import { Reports } from './reports.ts';
import { BlockStart, EntryLine, LineToken, Prose, StrayText } from './tokens.ts';
import { Block, Entry, type Stray } from './tree.ts';
import { type Context, contextOf, type Definition, type Kind, meaningAnywhere } from './vocabulary/index.ts';

const HASH = 35;
const SLASH = 47;

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
  private readonly lineBelow: LineBelow;
  /** The start of the next line. */
  private next = 0;

  /** Where each line starts, in the text; and where the block being read begins among them. */
  private readonly lineStarts: number[] = [];
  private firstLine = 0;
  private origin = 0;
  private nextFirstLine = 0;
  private blockStart!: LineToken;
  private readonly reports: Reports;
  /** Where the last token ended, in the text: what follows belongs to the next one. */
  private covered = 0;
  /** The field that deeper lines belong to, and whether they are prose. */
  private open: Entry | undefined;
  private openIsProse = false;
  /** Whether a line of the open field has been reported already that looks like an item. */
  private openHasItem = false;
  private stray: Stray | undefined;
  /** What the key of the line means in the place that it was looked at for. */
  private here: Definition | undefined;
  /** Whether a Welsh word of this block has been reported already. */
  private hasWelsh = false;

  constructor(text: string, end: number, content: Context) {
    this.text = text;
    this.end = end;
    this.base = new Frame(-1, content, false);
    this.lineBelow = new LineBelow(text, end);
    this.reports = new Reports(text);
    this.frames = [this.base];
  }

  /**
   * Reads from `start`, which is the start of a line, to the end, or to the end of a block when it has read much. Gives where it
   * stopped.
   */
  read(start: number, lineEnds: LineEnds): number {
    const { text, end, indentation, lineStarts } = this;
    let begun = false;
    let comments = -1;
    this.beginBlock(start);
    for (let lineStart = start; lineStart < end; lineStart = this.next) {
      const stop = lineEnds.after(lineStart);
      this.next = afterLineEnd(text, stop, end);
      readIndentation(text, lineStart, stop, indentation);
      const { at, column } = indentation;
      if (at === stop) comments = -1;
      else if (text.charCodeAt(at) === HASH && !this.isProse(column)) {
        this.stray = undefined;
        if (column > 0) comments = -1;
        else if (comments < 0) comments = lineStarts.length;
      } else {
        if (column === 0) {
          this.open = undefined;
          readHead(text, at, stop, this.head);
          if (begun && !this.isStray(this.base, stop)) {
            if (comments < 0) comments = lineStarts.length;
            const blockEnd = comments < lineStarts.length ? (lineStarts[comments] as number) : lineStart;
            this.endBlock(comments, blockEnd);
            if (blockEnd - start > MUCH) {
              // The comments over the next block are read once more, with it.
              lineEnds.goBack(blockEnd, lineStart);
              return blockEnd;
            }
            this.beginBlock(blockEnd);
          }
        }
        begun = true;
        comments = -1;
        lineStarts.push(lineStart);
        this.readLine(lineStart, stop);
        continue;
      }
      lineStarts.push(lineStart);
    }
    this.endBlock(lineStarts.length, end);
    return end;
  }

  private beginBlock(start: number): void {
    this.firstLine = this.nextFirstLine;
    this.origin = this.covered = start;
    this.reports.begin(start);
    this.stray = undefined;
    this.hasWelsh = false;
    this.frames.length = 1;
    this.base.clear();
    this.blockStart = new LineToken(BlockStart, 0, 0);
    this.tokens.push(this.blockStart);
  }

  /** Ends the block before a line, given by its number and its start. */
  private endBlock(line: number, end: number): void {
    const { origin } = this;
    const lines = this.lineStarts.slice(this.firstLine, line);
    for (let index = 0; index < lines.length; index++) lines[index] = (lines[index] as number) - origin;
    this.blockStart.payload = new Block(
      this.text.slice(origin, end),
      lines,
      this.reports.problems,
      this.covered - origin,
    );
    this.nextFirstLine = line;
  }

  /** True where a line this deep is prose of the open field. */
  private isProse(column: number): boolean {
    const { open } = this;
    if (!open || !this.openIsProse) return false;
    return column >= (open.proseIndent || open.indent + 1);
  }

  /** Reads a line that is neither blank nor a comment. Its indentation has been read. */
  private readLine(lineStart: number, stop: number): void {
    const { frames } = this;
    const { column, at } = this.indentation;
    const open = this.open;
    if (open && column > open.indent) {
      if (!this.leavesField(open, stop)) {
        this.continueField(open, lineStart, stop);
        return;
      }
    } else if (column > 0) readHead(this.text, at, stop, this.head);
    this.open = undefined;
    this.reports.checkSpaces(lineStart, this.indentation);
    let depth = frames.length;
    while ((frames[depth - 1] as Frame).indent >= column) depth--;
    const frame = frames[depth - 1] as Frame;
    if (this.isStray(frame, stop)) {
      this.readStray(frame, stop);
      return;
    }
    frames.length = depth;
    this.readEntry(frame, lineStart, stop);
  }

  /** Prose, or a further line of a value. */
  private continueField(open: Entry, lineStart: number, stop: number): void {
    const start = lineStart - this.origin;
    if (open.blockStart === 0) {
      open.blockStart = start;
      if (this.openIsProse) {
        open.proseIndent = this.indentation.column;
        this.tokens.push(new LineToken(Prose, start, 0, open));
      }
    }
    if (!this.openIsProse) {
      this.reports.checkSpaces(lineStart, this.indentation);
      open.valueEnd = trimEnd(this.text, this.indentation.at, stop) - this.origin;
    }
    open.end = this.next - this.origin;
    this.covered = this.next;
  }

  /**
   * Whether a line below a field is an entry of its own that is only indented too far. Below prose, which may hold
   * any words, that takes a kind with a title, and an id or a line below that can only belong to such an item; or a
   * depth that no prose has.
   */
  private leavesField(open: Entry, stop: number): boolean {
    const { text, head, frames, openIsProse } = this;
    const { column, at } = this.indentation;
    readHead(text, at, stop, head);
    if (head.colon < 0 || head.words > 1) return false;
    const word = text.slice(head.at, head.keyEnd);
    const isTitled = trimStart(text, head.colon + 1, stop) < stop;
    const isAlmostLevel = column === open.indent + 1 && column !== open.proseIndent;
    for (let index = frames.length - 1; index >= 0; index--) {
      const frame = frames[index] as Frame;
      const definition = frame.context.words.get(word);
      if (!definition) continue;
      const isInnermost = index === frames.length - 1;
      const hasSlipped = isInnermost && isAlmostLevel && open.indent - frame.indent > 1;
      if (openIsProse && !hasSlipped) {
        if (!definition.item || !isTitled) continue;
        if (head.words === 0 && !this.holdsNext(definition)) {
          if (isInnermost && !this.openHasItem) this.reports.add('item-in-prose', head.at, head.keyEnd, { definition });
          this.openHasItem ||= isInnermost;
          return false;
        }
      }
      const code = openIsProse && !hasSlipped ? 'item-in-prose' : 'indented-too-far';
      this.reports.add(code, head.at, head.keyEnd, { definition });
      frames.length = index + 1;
      frame.addOdd(column, -1);
      return true;
    }
    if (openIsProse || !meaningAnywhere(word, this.base.context.language)) return false;
    frames.at(-1)?.addOdd(column, -1);
    return true;
  }

  /** Whether the line below can only belong to an item of this kind; if no kind is given, to any item at all. */
  private holdsNext(kind: Kind | undefined, overBlank = false): boolean {
    const { lineBelow, next, indentation, base } = this;
    return lineBelow.belongsTo(kind, next, indentation.column, overBlank, base.context);
  }

  private bareEntry(frame: Frame, stop: number): Bare | undefined {
    return bareEntry(this.text, this.head, stop, frame.context, (kind, overBlank) => this.holdsNext(kind, overBlank));
  }

  /** Whether the line is text rather than an entry: no key, or a sentence that happens to hold a colon. */
  private isStray(frame: Frame, stop: number): boolean {
    const { text, head } = this;
    if (head.keyEnd === head.at) return true;
    if (head.colon < 0) return this.bareEntry(frame, stop) === undefined;
    const { context } = frame;
    const word = text.slice(head.at, head.keyEnd);
    this.here = context.words.get(word);
    if (this.here) return false;
    if (joinedKey(text, head, context) || dashedKey(text, head, stop, context)) return false;
    if (head.words > 1) return true;
    if (text.charCodeAt(head.colon + 1) === SLASH) return true;
    const lower = word.toLowerCase();
    if (lower !== word) return !context.words.has(lower) && !meaningAnywhere(lower, context.language);
    return this.goesOnAsText() && !guess(text, head, stop, context).definition;
  }

  /** Whether the line above is text, and this one is no deeper than other lines of an item. */
  private goesOnAsText(): boolean {
    return this.stray !== undefined && this.indentation.column > 0 && this.covered === this.lineStarts.at(-1);
  }

  /** Text goes on over blank lines; it ends no entry, so that what is indented below it belongs to the entry above. */
  private readStray(frame: Frame, stop: number): void {
    const { at, column } = this.indentation;
    const { origin, next } = this;
    if (this.stray) this.stray.end = next - origin;
    else {
      this.stray = { start: this.covered - origin, at: at - origin, end: next - origin, indent: column };
      this.tokens.push(new LineToken(StrayText, at - origin, this.frames.length - 1, this.stray));
      if (!frame.isUnknown)
        this.reports.add('no-key', at, trimEnd(this.text, at, stop), { place: frame.context.place });
    }
    this.covered = next;
  }

  private readEntry(frame: Frame, lineStart: number, stop: number): void {
    const { text, head, origin, indentation, next } = this;
    this.stray = undefined;
    const isBare = head.colon < 0;
    const definition = isBare ? this.readBare(frame, stop) : this.resolve(frame, stop);
    if (frame.childIndent !== indentation.column && !(frame.isOutermost && isElsewhere(definition, frame.context)))
      this.reports.checkDepth(frame, lineStart, indentation.column);
    const valueStart = trimStart(
      text,
      isBare ? head.nameEnd : head.colon + 1,
      isBare ? trimEnd(text, head.at, stop) : stop,
    );
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
      this.openHasItem = false;
      return;
    }
    const context = definition ? contextOf(definition.key, frame.context.language) : frame.context;
    this.frames.push(new Frame(indentation.column, context, !definition));
  }

  /** What a line without a colon is about; its name and value are put apart in the head. */
  private readBare(frame: Frame, stop: number): Definition | undefined {
    const { text, head } = this;
    const { definition, idLength = 0 } = this.bareEntry(frame, stop) ?? {};
    const end = trimEnd(text, head.at, stop);
    head.nameStart = idLength > 0 ? trimStart(text, head.keyEnd, stop) : head.keyEnd;
    head.nameEnd = head.nameStart + idLength;
    if (definition) this.reports.add('missing-colon', head.at, head.nameEnd, { definition });
    else this.reports.add('no-key', head.at, end, { place: frame.context.place });
    return definition;
  }

  /** What the key means in this place; if nothing, what it means elsewhere, or what was probably meant. */
  private resolve(frame: Frame, stop: number): Definition | undefined {
    const { text, head } = this;
    const { context } = frame;
    if (this.here) return this.here;
    const meaning = guess(text, head, stop, context);
    const { code, meant } = meaning;
    let { definition } = meaning;
    if (code === 'wrong-place' && (frame.isUnknown || !this.isFirstMisplaced(frame, definition))) return definition;
    if (meaning.welsh && this.hasWelsh) return definition;
    if (meaning.welsh) this.hasWelsh = true;
    const { at, keyEnd } = head;
    if (meaning.head) Object.assign(head, meaning.head);
    else if (code === 'unknown-key' && definition?.item === false && this.holdsNext(undefined)) definition = undefined;
    const end = meaning.end ?? keyEnd;
    this.reports.add(code, at, end, { meant: definition && meant, definition, place: context.place });
    return definition;
  }

  /** Whether such a line is the first one that stands in the wrong place here. Each line at column 0 is. */
  private isFirstMisplaced(frame: Frame, definition: Definition | undefined): boolean {
    const isOrphan = frame.isOutermost && this.indentation.column > 0;
    return (frame.isOutermost && !isOrphan) || frame.isFirstMisplaced(definition, isOrphan);
  }
}

/** Whether something stands where it cannot stand; that has been reported then, and its depth says nothing. */
const isElsewhere = (definition: Definition | undefined, { words }: Context): boolean =>
  definition === undefined || words.get(definition.key) !== definition;

/** How much is read before what was read is handed on, in UTF-16 units: tokens that go soon cost little. */
const MUCH = 50_000;

/**
 * The tokens of a text from one line start to another, some blocks at a time; each block begins with a BlockStart token that carries
 * it.
 */
export function* lex(text: string, start: number, end: number, content: Context): Generator<LineToken[]> {
  const lineEnds = new LineEnds(text, start, end);
  let at = start;
  do {
    const lexer = new LineLexer(text, end, content);
    at = lexer.read(at, lineEnds);
    yield lexer.tokens;
  } while (at < end);
}
