/** What a reader gives of a document: its blocks in order, with nothing decided yet about what they are in a plan. */

/** Where a piece stands in the document that is brought in, as a person would find it. All from 1; a reader gives what its format knows. */
export interface Spot {
  readonly page?: number | undefined;
  /** A line of a text file. */
  readonly line?: number | undefined;
  /** A paragraph of a document that has neither pages nor lines of its own, counted from its beginning. */
  readonly paragraph?: number | undefined;
}

/** Words with where they stand. */
export interface Piece {
  readonly spot: Spot;
  /**
   * The words as Markdown in a line: emphasis and links kept, raw HTML never, characters that would be taken for marks escaped. A line
   * break that was meant is a backslash and a line feed.
   */
  readonly text: string;
  /** The language of the words (BCP 47), where the document says so. */
  readonly lang?: string | undefined;
  /** The names by which links in the document reach it: bookmarks, ids. */
  readonly anchors?: readonly string[] | undefined;
  /** The style that the document gives it, by its name: “Key action”. */
  readonly style?: string | undefined;
}

/** A heading. */
export interface Heading extends Piece {
  readonly type: 'heading';
  /** 1 for the title of the document or its widest division. */
  readonly level: number;
  /** False where it is a heading by its looks alone: bold, in capitals, in larger letters. */
  readonly isMarked: boolean;
}

/** A paragraph. */
export interface Paragraph extends Piece {
  readonly type: 'paragraph';
}

/** A point of a list. */
export interface ListPoint extends Piece {
  readonly type: 'point';
  /** 0 at the outermost. */
  readonly depth: number;
  /** The sign or number before it, as printed: `•`, `1.`, `a)`, `iv.`; `•` where the format does not say. */
  readonly mark: string;
}

/** A table. Cells are Markdown as in `Piece`, with a paragraph break as an empty line. */
export interface Table {
  readonly type: 'table';
  readonly spot: Spot;
  readonly caption?: string | undefined;
  /** Rows of column headings; none where the document marks none. */
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture: `text` is its alternative text, empty where there is none. */
export interface Picture extends Piece {
  readonly type: 'picture';
  /** Its name among the pictures of the source; undefined where its bytes could not be had. */
  readonly file?: string | undefined;
}

/** Words set apart as somebody's own. */
export interface Quotation extends Piece {
  readonly type: 'quotation';
  /** Who said it, as printed. */
  readonly by?: string | undefined;
}

/** A footnote or endnote. Its mark stands in the text as `[^label]`. */
export interface Footnote extends Piece {
  readonly type: 'footnote';
  readonly label: string;
}

/** What somebody said in the margin of the document about the block before it. */
export interface Remark extends Piece {
  readonly type: 'remark';
  readonly by?: string | undefined;
  /** Where the block is that it is about, if others stand between. */
  readonly behind?: Spot | undefined;
}

/** A piece of a document. */
export type Block = Heading | Paragraph | ListPoint | Table | Picture | Quotation | Footnote | Remark;

/** What the document says of itself: its properties, not its words. */
export interface Properties {
  readonly title?: string | undefined;
  readonly subject?: string | undefined;
  readonly author?: string | undefined;
  readonly organisation?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** ISO 8601, a day. */
  readonly modified?: string | undefined;
}

/** Words that are not brought in, or stand in the plan once where they stood often: each is listed in the report. */
export interface Removal {
  readonly why: 'running head' | 'page number' | 'contents' | 'deleted' | 'furniture';
  readonly words: string;
  /** Where it stood first. */
  readonly spot: Spot;
  readonly times: number;
}

/** Damage to the text that was put right: words that a tool had run together, or parted at the end of a line. */
export interface Mend {
  readonly was: string;
  readonly now: string;
  readonly times: number;
  /** Where it stood first. */
  readonly spot: Spot;
}

/** A document as it was read. */
export interface Source {
  readonly properties: Properties;
  readonly blocks: readonly Block[];
  readonly removed: readonly Removal[];
  readonly doubts: readonly Doubt[];
  /** Damage to the text that was put right. */
  readonly mends?: readonly Mend[] | undefined;
  /** The pictures by the names that blocks have for them: `image1.png`. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Something that a person should look at, because the document does not say it for sure. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** A sentence or two: what was done, and what to look at. */
  readonly message: string;
  readonly spot: Spot;
}

/** The kinds of doubt: each is explained in docs/import.md. `doubts.ts` has their titles and how much they matter. */
export type DoubtKind =
  | 'structure'
  | 'wording'
  | 'link'
  | 'number'
  | 'split'
  | 'glued'
  | 'columns'
  | 'value'
  | 'remark'
  | 'lost'
  | 'edited';
