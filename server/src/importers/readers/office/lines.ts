/** What a word processor's document is made of, before it is settled what is a heading and what a list. */
import type { Block, Spot } from '../../source.ts';

/** How words look. */
export interface Format {
  /** Set apart from the words around it, rather than by the style of the whole paragraph. */
  readonly strong: boolean;
  readonly emphasised: boolean;
  /** However it came to be. */
  readonly bold: boolean;
  /** Shown in capitals, whatever was typed. */
  readonly capitals: boolean;
  /** In points. */
  readonly size: number;
  /** As RRGGBB; undefined for the colour of the body. */
  readonly colour?: string | undefined;
  /** BCP 47. */
  readonly lang?: string | undefined;
}

/** Words that look alike. A line feed is a line break that was meant, a tab a tab. */
export interface Span {
  readonly text: string;
  readonly format: Format;
  /** Where a link leads: an address, or `#anchor`. */
  readonly href?: string | undefined;
  /** The label of a note whose mark stands here instead of words. */
  readonly note?: string | undefined;
  /** The number of a page, or of all of them, where it stands. */
  readonly isPage?: boolean | undefined;
}

/** The place of a paragraph in a list that the document makes. */
export interface Listed {
  /** The same for all points that are counted together. */
  readonly list: string;
  /** 0 at the outermost, by the list's own word. */
  readonly level: number;
  /** As printed. */
  readonly mark: string;
}

/** What a style says that a paragraph is. */
export type Part = 'title' | 'heading' | 'caption' | 'quotation' | 'contents';

/** A paragraph. */
export interface Line {
  readonly type: 'line';
  readonly spot: Spot;
  spans: readonly Span[];
  readonly part?: Part | undefined;
  /** Of a heading, from 1. */
  readonly level?: number | undefined;
  /** The printed number of a heading that is counted by the document. */
  readonly number?: string | undefined;
  readonly style?: string | undefined;
  readonly listed?: Listed | undefined;
  /** How far it stands from the margin, in points. */
  readonly indent: number;
  readonly anchors: readonly string[];
  /** The table of contents that it stands in, if it does. */
  readonly contents?: Contents | undefined;
}

/** A table of contents, which may turn out to have no end. */
export interface Contents {
  hasEnd: boolean;
}

/** A cell; `columns` that it spans. One that goes on from the row above has no items. */
export interface Cell {
  readonly items: readonly Item[];
  readonly columns: number;
}

/** A table. */
export interface Grid {
  readonly type: 'grid';
  readonly spot: Spot;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that the document marks as headings; undefined where it can't tell. */
  readonly head?: number | undefined;
  readonly caption?: string | undefined;
}

/** A block that is settled already: a picture, a note, a remark. */
export interface Ready {
  readonly type: 'ready';
  readonly block: Block;
}

/** A piece of the document. */
export type Item = Line | Grid | Ready;

/** The words of a line, as they stand. */
export const textOfLine = (line: Pick<Line, 'spans'>): string => line.spans.map(({ text }) => text).join('');

/** All lines of items, those in tables among them. */
export function* linesOf(items: readonly Item[]): Generator<Line> {
  for (const item of items) {
    if (item.type === 'line') yield item;
    else if (item.type === 'grid') for (const cell of item.rows.flat()) yield* linesOf(cell.items);
  }
}
