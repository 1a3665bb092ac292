/** What an indentation is made of. */
export interface Indentation {
  /** The depth in columns: a tab goes to the next even column, any other space is one. */
  column: number;
  /** Where the line's first word stands. */
  at: number;
  hasTab: boolean;
  hasOddSpace: boolean;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** True for spaces that look like one but are another character: no-break, ideographic, thin, zero-width and a byte-order mark. */
export const isOddSpace = (code: number): boolean =>
  code >= 160 &&
  (code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b));

/** Reads the spaces at the start of a line into `into`. */
export function readIndentation(text: string, from: number, end: number, into: Indentation): void {
  let at = from;
  let column = 0;
  into.hasTab = false;
  into.hasOddSpace = false;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) column++;
    else if (code === TAB) {
      column += 2 - (column % 2);
      into.hasTab = true;
    } else if (isOddSpace(code)) {
      if (code === 0xfeff && at === 0) continue;
      column++;
      into.hasOddSpace = true;
    } else break;
  }
  into.column = column;
  into.at = at;
}

/** Finds where lines end in one text: LF, CRLF or a lone CR. Ask for ever greater offsets. */
export class LineEnds {
  private readonly text: string;
  private readonly end: number;
  private nextLF: number;
  private nextCR: number;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.end = end;
    this.nextLF = this.find('\n', start);
    this.nextCR = this.find('\r', start);
  }

  /** The end of the line that holds `from`, before its line end. */
  after(from: number): number {
    if (this.nextLF < from) this.nextLF = this.find('\n', from);
    if (this.nextCR < from) this.nextCR = this.find('\r', from);
    return this.nextLF < this.nextCR ? this.nextLF : this.nextCR;
  }

  /** Makes the next line be found from `to` on, though lines have been found up to `from`. */
  goBack(to: number, from: number): void {
    const passed = this.text.slice(to, from);
    const [lf, cr] = [passed.indexOf('\n'), passed.indexOf('\r')];
    if (lf >= 0) this.nextLF = to + lf;
    if (cr >= 0) this.nextCR = to + cr;
  }

  private find(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    return at < 0 || at > this.end ? this.end : at;
  }
}

/** The end of the line that holds `from`, found step by step: for a look at a single line. */
export function lineEndAfter(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
  return at;
}

/** The start of the next line, given the end of this one. */
export function afterLineEnd(text: string, at: number, end: number): number {
  if (at >= end) return end;
  return text.charCodeAt(at) === CR && at + 1 < end && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** The offset after the last character of a span that is not a space. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset of the first character of a span that is not a space. */
export function trimStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** True for a space, a tab, a line end or a space of another sort. */
export const isSpace = (code: number): boolean =>
  code === SPACE || code === TAB || code === LF || code === CR || isOddSpace(code);
