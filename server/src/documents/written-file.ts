/** A file that is written. Its name has no folder but one of its own. */
export interface WrittenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What those who asked for it should know of it: sentences in English. */
  readonly remarks?: readonly string[];
}
