/**
 * The document as a tree that knows no format: what HTML, and every other format, is written from. Nothing in it is markup. What
 * came from a plan is text and stays text; whoever writes a format escapes it.
 */

/** What every piece of the tree may say of itself. */
interface Piece {
  /** The language of the words in it (BCP 47), where it is not that of what it stands in. */
  readonly lang?: string | undefined;
}

/** A piece that may stand on lines of its own. */
interface Placed extends Piece {
  /** Where its source begins: lines below the first line of the block that it is in. */
  readonly line?: number | undefined;
}

/** Words in a line. */
export type Inline =
  | (Piece & { readonly type: 'text'; readonly text: string })
  | (Piece & { readonly type: 'strong' | 'emphasis' | 'deleted'; readonly children: readonly Inline[] })
  /** Where two states of a plan stand in one document: words that came, and words that went. */
  | (Piece & { readonly type: 'inserted' | 'removed'; readonly children: readonly Inline[] })
  | (Piece & { readonly type: 'code'; readonly text: string })
  | { readonly type: 'break' }
  /** A link out of the document: `https`, `http`, `mailto` or `tel`, nothing else. */
  | (Piece & { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] })
  /** An item that is named: a link to where it stands in this document; words alone where it stands in another. */
  | (Piece & {
      readonly type: 'mention';
      /** The anchor of the item in this document. */
      readonly anchor?: string | undefined;
      /** The ref of the item (`model/export.ts`): on a page without it, the preview goes to its source by that. */
      readonly item?: string | undefined;
      readonly children: readonly Inline[];
    })
  /** A name in double brackets that nothing has: shown as written, and said to be broken. */
  | { readonly type: 'broken'; readonly text: string }
  /** A picture among words. `path` is in the workspace; a picture from elsewhere has `href`. */
  | (Piece & {
      readonly type: 'image';
      readonly path?: string | undefined;
      readonly href?: string | undefined;
      readonly alt: string;
    })
  /** The mark of a footnote, as printed. `note` is the anchor of the footnote, `anchor` that of the mark. */
  | { readonly type: 'note'; readonly label: string; readonly note: string; readonly anchor: string };

/** One cell of a table. */
export interface Cell extends Piece {
  readonly anchor?: string | undefined;
  readonly children: readonly Inline[];
  readonly header?: 'row' | 'column' | undefined;
  /** What it is besides, for its looks: `total`. */
  readonly role?: string | undefined;
  /** For the heading of a row: in how many rows above it stands. */
  readonly depth?: number | undefined;
  /** A link that a reader of the preview can make or break here; `children` is the sign for it then, if there is any. */
  readonly toggle?: Toggle | undefined;
}

/** A link that is there or not, between two items by their refs (`model/export.ts`). */
export interface Toggle {
  readonly from: string;
  /** The field that makes the link, in English: `outcomes`. */
  readonly relation: string;
  readonly to: string;
  readonly on: boolean;
  /** False for a link that is not written at the item itself: implied by where it stands, or handed down. */
  readonly canChange: boolean;
  /** What the cell says to those who don’t see the table: “Rural crime works towards Communities are safe”. */
  readonly label: string;
}

/** A point of a list. */
export interface Point extends Placed {
  readonly anchor?: string | undefined;
  /** The number or letter that is printed instead of the list’s own. */
  readonly number?: string | undefined;
  readonly flow: readonly Flow[];
}

/** A picture that the program draws. `svg` is complete markup, all text in it escaped; see `markup.ts`. */
export interface Drawing extends Placed {
  readonly type: 'drawing';
  readonly svg: string;
  /** What it is, in a few words, and what it shows, in a sentence or two. */
  readonly title: string;
  readonly description: string;
  /** The same content for those who don’t see it: a table or a list, behind the picture. */
  readonly same: readonly Flow[];
}

/** A figure worth showing, printed large. */
export interface Statistic extends Placed {
  readonly anchor?: string | undefined;
  readonly value: readonly Inline[];
  readonly label: readonly Inline[];
  /** When, where from. */
  readonly details: readonly (readonly Inline[])[];
}

/** A fact with its name: a line of the control sheet, a detail of a measure. An empty one is printed empty. */
export interface Fact extends Placed {
  readonly anchor?: string | undefined;
  readonly name: readonly Inline[];
  readonly flow: readonly Flow[];
}

/** What stands on lines of its own. */
export type Flow =
  | (Placed & {
      readonly type: 'heading';
      /** 1 for the title of the document. */
      readonly level: number;
      readonly anchor?: string | undefined;
      /** Printed before the words: “Priority 1”. */
      readonly number?: string | undefined;
      readonly children: readonly Inline[];
    })
  | (Placed & {
      readonly type: 'paragraph';
      readonly role?: ParagraphRole | undefined;
      readonly children: readonly Inline[];
    })
  | (Placed & {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start?: number | undefined;
      readonly role?: string | undefined;
      readonly points: readonly Point[];
    })
  | (Placed & {
      readonly type: 'table';
      readonly caption?: readonly Inline[] | undefined;
      readonly role?: string | undefined;
      readonly head: readonly (readonly Cell[])[];
      readonly rows: readonly (readonly Cell[])[];
      readonly align?: readonly ('left' | 'right' | 'centre' | undefined)[] | undefined;
    })
  | (Placed & { readonly type: 'quote'; readonly flow: readonly Flow[]; readonly by?: readonly Inline[] | undefined })
  | (Placed & { readonly type: 'code'; readonly text: string })
  | (Placed & { readonly type: 'rule' })
  | (Placed & {
      readonly type: 'figure';
      readonly anchor?: string | undefined;
      /** In the workspace; undefined where the plan names none that can be shown. */
      readonly path?: string | undefined;
      readonly alt: string;
      readonly caption?: readonly Inline[] | undefined;
    })
  | (Placed & { readonly type: 'facts'; readonly role?: string | undefined; readonly facts: readonly Fact[] })
  | (Placed & { readonly type: 'statistics'; readonly statistics: readonly Statistic[] })
  | (Placed & { readonly type: 'notes'; readonly notes: readonly FootNote[] })
  /** Several things that belong together, such as a panel; `inserted` and `removed` where two states of a plan stand in one document. */
  | (Placed & {
      readonly type: 'group';
      readonly role: string;
      readonly anchor?: string | undefined;
      readonly flow: readonly Flow[];
    })
  | Drawing;

/** What a paragraph is for, where it is more than a paragraph. */
export type ParagraphRole =
  | 'subtitle'
  | 'strapline'
  | 'kicker'
  | 'standfirst'
  | 'lead-in'
  | 'by'
  | 'source'
  | 'note'
  | 'details'
  | 'untold'
  | 'missing'
  /** Says what somebody is to write in its place. */
  | 'place'
  /** Says what became of what it stands in, between two states of a plan. */
  | 'change';

/** A footnote. `back` is the anchor of its first mark; undefined where no mark refers to it. */
export interface FootNote {
  readonly anchor: string;
  readonly back?: string | undefined;
  readonly label: string;
  readonly flow: readonly Flow[];
}
