/**
 * What Goldthread’s own client and server say to each other about what changed in a plan. The earlier state comes from the client, which
 * has the repository: so it works wherever the editor can reach one, and the server reads nothing.
 */

/** Asks how a plan differs from another state of it, or from another plan. Parameters: `CompareParams`; result: `Comparison`, or null for a file that belongs to no plan. */
export const compareRequest = 'goldthread/compare';

/** Asks which items of a plan are otherwise than in another state. Parameters: `CompareParams`; result: `ItemMark[]`. */
export const marksRequest = 'goldthread/marks';

export interface CompareParams {
  /** Any file of the plan as it is now, saved or not. */
  readonly uri: string;
  readonly before: Before;
  /** How it is to be told: as a list of changes, or as the whole document with the changes marked in it. For `compareRequest` alone. */
  readonly shown?: Shown | undefined;
}

export type Shown = 'changes' | 'document';

/**
 * What a plan is compared with: another plan file; or its own files as they were, as far as they were otherwise than they are now.
 * `revision` is any name for that state: under it the server keeps what it has read.
 */
export type Before = { readonly uri: string } | { readonly revision: string; readonly files: readonly PastFile[] };

/** A file as it was. */
export interface PastFile {
  readonly uri: string;
  readonly isThere: boolean;
  /** Its text; undefined where it is none, or does not matter: of pictures. */
  readonly text?: string | undefined;
}

/** How a plan differs from what it is compared with. */
export interface Comparison {
  /** What the plan is called. */
  readonly title: string;
  /** True where nothing has changed. */
  readonly isSame: boolean;
  /** What changed, as HTML in which nothing is loaded or run. A link to `#_place-3` leads to the place of that number. */
  readonly html: string;
  readonly places: readonly ComparedPlace[];
}

/** Where an item stands. */
export interface ComparedPlace {
  readonly uri: string;
  /** Counted from 0. */
  readonly line: number;
  /** True where it stands only in what the plan is compared with. */
  readonly isBefore: boolean;
}

/** An item of the golden thread that is otherwise than before. */
export interface ItemMark {
  /** As `ThreadNode.key`. */
  readonly key: string;
  /** Where it stands, for an item that shares its key with others: one without an id, with the title of another one. */
  readonly place?: { readonly uri: string; readonly line: number } | undefined;
  /** Whether it is new, changed in itself or in what stands in it, or only in what it is linked to. */
  readonly is: 'new' | 'changed' | 'links';
  /** What changed: sentences without a full stop; none for one that is new. */
  readonly words: readonly string[];
}
