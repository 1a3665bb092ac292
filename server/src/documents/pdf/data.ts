/**
 * What the template for print reads (`templates/document.typ`). Words in it are data: the template shows them as they are. Names
 * are short, as there are thousands of each.
 */

/** The language of a piece, where it is not that of what it stands in. */
interface Spoken {
  readonly lang?: string | undefined;
  readonly region?: string | undefined;
}

/** What has a line below it, but not where another line strikes it out: no tag says both. */
interface Bare {
  readonly isBare?: true | undefined;
}

/** Words in a line; a text alone stands for itself. */
export type SheetInline =
  | string
  | (Spoken & { readonly t: 'lang' | 'strong' | 'emph' | 'strike'; readonly c: readonly SheetInline[] })
  | (Spoken & { readonly t: 'code'; readonly v: string })
  | (Bare & { readonly t: 'broken'; readonly v: string })
  | { readonly t: 'br' }
  /** A way out of the document. */
  | (Spoken & Bare & { readonly t: 'link'; readonly to: string; readonly c: readonly SheetInline[] })
  /** A way in it: `to` is the id of a piece. */
  | (Spoken & { readonly t: 'ref'; readonly to?: string | undefined; readonly c: readonly SheetInline[] })
  | (Spoken & { readonly t: 'image'; readonly file: string; readonly format: string; readonly alt: string })
  /** A footnote where it is marked first, and what it is called. */
  | (Spoken & {
      readonly t: 'note';
      readonly v: string;
      readonly id?: string | undefined;
      readonly flow: readonly SheetFlow[];
    })
  /** The mark of a footnote that stands elsewhere. */
  | (Spoken & { readonly t: 'mark'; readonly v: string; readonly to?: string | undefined });

type Line = readonly SheetInline[];

/** What stands somewhere: others lead to it by its id. */
interface Anchored extends Spoken {
  readonly id?: string | undefined;
}

/** What stays on one page, as long as it is not too long for that. */
interface Kept {
  readonly isLong?: true | undefined;
}

export interface SheetCell extends Anchored, Kept {
  readonly c: Line;
  readonly role?: string | undefined;
  /** True for the heading of a row. */
  readonly isHead?: true | undefined;
  readonly depth?: number | undefined;
}

export interface SheetPoint extends Anchored {
  readonly flow: readonly SheetFlow[];
}

/** What stands on lines of its own. */
export type SheetFlow = Anchored &
  (
    | { readonly t: 'title'; readonly c: Line; readonly notes: Line }
    | {
        readonly t: 'heading';
        /** From 1, and never more than one deeper than the heading before. */
        readonly level: number;
        readonly number?: string | undefined;
        readonly c: Line;
        /** The footnotes of the heading: they stand behind its words, as these come back in the contents. */
        readonly notes: Line;
        /** True for one that stands in the contents. */
        readonly isListed: boolean;
      }
    | { readonly t: 'par'; readonly role?: string | undefined; readonly c: Line }
    /** `marks`, where there are any, are printed before the points. */
    | {
        readonly t: 'list';
        readonly role?: string | undefined;
        readonly marks?: readonly string[] | undefined;
        readonly points: readonly SheetPoint[];
      }
    | ({
        readonly t: 'table';
        readonly caption?: Line | undefined;
        readonly role?: string | undefined;
        /** The share of each column in the width of the table. */
        readonly columns: readonly number[];
        readonly align: readonly ('left' | 'right' | 'center')[];
        /** True for a matrix: what stands in its rows is signs. */
        readonly isSquare: boolean;
        /** True where column headings stand upright, so that many fit. */
        readonly isSteep: boolean;
        readonly size: 'usual' | 'small' | 'tiny';
        readonly head: readonly (readonly SheetCell[])[];
        readonly rows: readonly (readonly SheetCell[])[];
      } & Kept)
    | (Kept & { readonly t: 'quote'; readonly flow: readonly SheetFlow[]; readonly by?: Line | undefined })
    | { readonly t: 'code'; readonly v: string }
    | { readonly t: 'rule' }
    | {
        readonly t: 'figure';
        readonly file: string;
        readonly format: string;
        readonly alt: string;
        readonly caption?: Line | undefined;
        /** In points of print; as large as it is where they are left out. */
        readonly width?: number | undefined;
        readonly height?: number | undefined;
      }
    | ({
        readonly t: 'facts';
        readonly role?: string | undefined;
        readonly facts: readonly (Anchored & { readonly name: Line; readonly flow: readonly SheetFlow[] })[];
      } & Kept)
    | {
        readonly t: 'statistics';
        readonly statistics: readonly (Anchored &
          Kept & {
            readonly value: Line;
            readonly label: Line;
            readonly details: readonly Line[];
          })[];
      }
    | {
        readonly t: 'notes';
        readonly notes: readonly (Anchored & { readonly v: string; readonly flow: readonly SheetFlow[] })[];
      }
    | { readonly t: 'group'; readonly role: string; readonly flow: readonly SheetFlow[] }
    /** The list of contents, made of the headings that are listed. */
    | { readonly t: 'outline' }
  );

/** A block of the document, with what it is. */
export interface SheetBlock {
  readonly role: string;
  readonly depth: number;
  readonly flow: readonly SheetFlow[];
}

/** A picture on the cover. */
export interface SheetPicture {
  readonly file: string;
  readonly format: string;
  readonly alt: string;
}

/** All that the template reads. */
export interface SheetData {
  readonly title: string;
  readonly author: string | undefined;
  readonly description: string | undefined;
  readonly keywords: readonly string[];
  /** Year, month and day; undefined where the plan has no date. */
  readonly date: readonly [number, number, number] | undefined;
  readonly lang: string;
  readonly region: string | undefined;
  /** What stands above and below each page, besides its number. */
  readonly head: string;
  readonly foot: string;
  readonly theme: {
    readonly colours: Readonly<Record<string, string>>;
    /** Families of letters, those of the theme before those of the house. */
    readonly text: readonly string[];
    readonly headings: readonly string[];
    readonly look: 'plain' | 'filled';
    readonly logo: SheetPicture | undefined;
    readonly picture: SheetPicture | undefined;
  };
  readonly cover: readonly SheetBlock[];
  readonly body: readonly SheetBlock[];
  /** Each stands on pages of its own: those that lie where it is wider than high. */
  readonly annexes: readonly { readonly isWide: boolean; readonly blocks: readonly SheetBlock[] }[];
}
