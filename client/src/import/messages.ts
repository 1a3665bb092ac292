/** A note in the plan that somebody has to settle. */
export interface Note {
  /** A heading for notes of its kind: “Links by likeness”; empty where the note names no kind that there is. */
  readonly kind: string;
  readonly words: string;
}

/** What the extension says to the page of a document that was imported. */
export type ToPage =
  /** The cursor is in what became of this block; undefined where that is of none. `isToBeSeen` unless the page has put it there. */
  | { readonly type: 'cursor'; readonly block: number | undefined; readonly isToBeSeen: boolean }
  /** The notes that the plan has now, in order. `version` is one that no notes before had; undefined notes are not known yet. */
  | { readonly type: 'notes'; readonly version: number; readonly notes: readonly Note[] | undefined };

/** What the page says to the extension, which takes none of it on trust: see `readMessage`. */
export type FromPage =
  /** The page is there, and knows nothing of cursor and notes. */
  | { readonly type: 'ready' }
  /** The reader wants to see what became of a block: of its number; twice, to go on in the text. */
  | { readonly type: 'block'; readonly number: number; readonly focus: boolean }
  /** The reader follows one of the things to look at. */
  | { readonly type: 'look'; readonly number: number }
  /** The reader follows a note: its number among those of this version. */
  | { readonly type: 'note'; readonly version: number; readonly number: number };
