import { type Head, readHead } from './head.ts';
import { afterLineEnd, type Indentation, lineEndAfter, readIndentation } from './lines.ts';
import { type Context, contextOf, type Definition, type Kind, kindOf, meaningAnywhere } from './vocabulary/index.ts';

/** A depth that is not that of an entry's other children, and the number of the problem that says so; -1 for none. */
interface OddDepth {
  readonly column: number;
  readonly report: number;
}

const nothing: readonly never[] = [];

/** An entry that lines below may belong to; the outermost stands for column 0. */
export class Frame {
  readonly indent: number;
  readonly context: Context;
  /** True below a line that nobody understands: what stands there is not judged by its place. */
  readonly isUnknown: boolean;
  /** The depth of its children; -1 before the first. */
  childIndent = -1;
  /** Where its first child stands, in case that turns out to be the odd one. */
  firstChild = 0;
  /** Such depths. */
  odd: readonly OddDepth[] = nothing;
  /** What has been reported as standing in the wrong place. */
  private misplaced: readonly (Definition | undefined)[] = nothing;

  constructor(indent: number, context: Context, isUnknown: boolean) {
    this.indent = indent;
    this.context = context;
    this.isUnknown = isUnknown;
  }

  /** True for column 0. */
  get isOutermost(): boolean {
    return this.indent < 0;
  }

  /** Forgets its children. */
  clear(): void {
    this.childIndent = 0;
    this.odd = this.misplaced = nothing;
  }

  /** Whether a depth has been seen already and is not that of the children. */
  isOdd(column: number): boolean {
    return this.odd.some((odd) => odd.column === column);
  }

  /** Takes such a depth down, with the number of the problem that says so; -1 for none. */
  addOdd(column: number, report: number): void {
    if (!this.isOdd(column)) this.odd = [...this.odd, { column, report }];
  }

  /**
   * Whether something stands in the wrong place for the first time here: one finding for each key, one for all items of
   * column 0 that are indented below the first line of the file, and one for all lines that belong to nothing.
   */
  isFirstMisplaced(definition: Definition | undefined, isOrphan: boolean): boolean {
    const belongsAtMargin = definition?.item && kindOf(this.context.place)?.root;
    const what = belongsAtMargin || isOrphan ? undefined : definition;
    if (this.misplaced.includes(what)) return false;
    this.misplaced = [...this.misplaced, what];
    return true;
  }
}

/** A look at the line below the one that is being read. */
export class LineBelow {
  private readonly text: string;
  private readonly end: number;
  private readonly indentation: Indentation = { column: 0, at: 0, hasTab: false, hasOddSpace: false };
  private readonly head: Head = { at: 0, keyEnd: 0, nameStart: 0, nameEnd: 0, colon: -1, words: 0 };

  constructor(text: string, end: number) {
    this.text = text;
    this.end = end;
  }

  /**
   * Whether it can only belong to an item of this kind, or to any item at all if none is given. `start` is its start,
   * `column` the depth of the line above it; blank lines between are passed over where `overBlank` is true.
   */
  belongsTo(kind: Kind | undefined, start: number, column: number, overBlank: boolean, { language }: Context): boolean {
    const { text, end, indentation, head } = this;
    let stop = lineEndAfter(text, start, end);
    readIndentation(text, start, stop, indentation);
    while (overBlank && indentation.at === stop && stop < end) {
      const next = afterLineEnd(text, stop, end);
      stop = lineEndAfter(text, next, end);
      readIndentation(text, next, stop, indentation);
    }
    if (indentation.at === stop || indentation.column <= column) return false;
    readHead(text, indentation.at, stop, head);
    if (head.colon < 0 || head.words > 1) return false;
    const word = text.slice(head.at, head.keyEnd).toLowerCase();
    return kind ? contextOf(kind.key, language).words.has(word) : meaningAnywhere(word, language) !== undefined;
  }
}
