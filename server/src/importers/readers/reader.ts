import type { Draft } from '../draft/draft.ts';
import type { Doubt, Removal, Source } from '../source.ts';

/** What somebody may ask of a reader. */
export interface ReadOptions {
  /** The name of the file, without folders: `plan-2026.docx`. */
  readonly name: string;
  /** What to do with changes that are tracked in the document. */
  readonly changes: 'taken' | 'refused';
  /** Says how far it has come: pages, bytes or items of all that there are. */
  readonly progress?: ((done: number, all: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A plan that a format gives as a plan: nothing has to be guessed. */
export interface ReadPlan {
  readonly draft: Draft;
  readonly removed: readonly Removal[];
  readonly doubts: readonly Doubt[];
}

/** A format that documents come in. */
export interface Reader {
  /** What it is asked for by with `--as`: `docx`. */
  readonly name: string;
  /** The endings of its files, in small letters, without the dot. */
  readonly endings: readonly string[];
  /** What it is, in a few words. */
  readonly meaning: string;
  /** Whether bytes are of this format, by what stands in them. Looks at no more than it needs, and never throws. */
  recognises(bytes: Uint8Array): boolean;
  /**
   * Reads a document. Loads what it needs only then.
   *
   * @throws {ImportFault} where the bytes are not that, are broken, or are more than can be read.
   */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Source | ReadPlan>;
}
