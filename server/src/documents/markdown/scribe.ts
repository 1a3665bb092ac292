import type { HtmlWords } from '../html/words.ts';
import type { FootNote } from '../tree.ts';

/** How Markdown is written. */
export interface MarkdownOptions {
  /** The language of the document (BCP 47); what the writer says itself is in it. */
  readonly language: string;
  /** The address for a picture, from its path in the workspace; undefined where it can’t be shown. */
  picture(path: string): string | undefined;
  /** Where an item stands in the document that is named by its ref; undefined where it doesn’t. */
  anchorOf(ref: string): string | undefined;
}

/** What all parts of the writer share. */
export interface MarkdownScribe {
  readonly options: MarkdownOptions;
  readonly words: HtmlWords;
  /** True for an anchor that some link leads to, or that stays as long as the plan has the item. */
  isWanted(anchor: string): boolean;
  /** The mark of a footnote by the anchor of the note; undefined where there is no such note. */
  noteMark(note: string): string | undefined;
  /** Takes a footnote in, to be written at the end. */
  keep(note: FootNote): void;
}
