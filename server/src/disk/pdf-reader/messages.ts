import type { Source } from '../../importers/source.ts';

/** A PDF to read. */
export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly changes: 'taken' | 'refused';
}

/** What comes back: how many pages are read so far, and in the end the document, or why it can't be read. */
export type PdfAnswer =
  | { readonly done: number; readonly all: number }
  | { readonly source: Source }
  | { readonly fault: string };
