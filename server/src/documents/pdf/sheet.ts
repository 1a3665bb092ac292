/** What a typesetter is given. The template and the letters of the house are its own. */
export interface Sheet {
  /** What the template reads, as JSON. */
  readonly data: string;
  /** The pictures that the data names, by their names in it. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Letters of a theme: TrueType or OpenType. */
  readonly fonts: readonly Uint8Array[];
}

/** What was typeset. */
export interface Typeset {
  /** A PDF. */
  readonly bytes: Uint8Array;
  /** What those who asked for it should know of it: sentences in English. */
  readonly remarks: readonly string[];
}

/** Makes pages of a sheet. The error of one that fails says why, in a sentence for those who asked for it. */
export type Typesetter = (sheet: Sheet) => Promise<Typeset>;
