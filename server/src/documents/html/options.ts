import type { Markup } from '../markup.ts';

/** How HTML is written. Another one needs another writer. */
export interface HtmlOptions {
  /** The language of the document (BCP 47); what the writer says itself is in it. */
  readonly language: string;
  /** True for the preview: links can be made and broken, and elements say which line they come from. */
  readonly interactive: boolean;
  /** True where pictures from elsewhere may be loaded. */
  readonly remotePictures: boolean;
  /** What stands on the cover before its words, such as a logo. */
  readonly cover?: Markup | undefined;
  /** The address for a picture, from its path in the workspace; undefined where it can’t be shown. */
  picture(path: string): string | undefined;
  /** The file of another page on which an anchor stands; empty for this page. */
  pageOf?(anchor: string): string;
  /** Where an item stands on the page that is named by its ref and not by an anchor; undefined where it doesn’t. */
  anchorOf?(ref: string): string | undefined;
}
