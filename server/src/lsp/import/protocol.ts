/** What Goldthread’s own client and server say to each other when a document is made a plan. */

/** Asks what documents can be imported. No parameters; result: `ImportFormat[]`. */
export const importFormatsRequest = 'goldthread/importFormats';

export interface ImportFormat {
  readonly name: string;
  /** The endings of its files, in small letters, without the dot. */
  readonly endings: readonly string[];
  /** What it is, in a few words of English. */
  readonly meaning: string;
  /** False where the server can’t read it: PDF in a browser. */
  readonly isHere: boolean;
}

/** Asks for a document to be made a plan. Nothing is written. Parameters: `ImportParams`; result: `ImportAnswer`, or null for what no client of ours sends. */
export const importRequest = 'goldthread/import';

/** What `$/progress` says while a document is read: pages, bytes or items. */
export interface ImportProgress {
  readonly done: number;
  readonly all: number;
}

export interface ImportParams {
  /** The file: any that the writer has chosen. */
  readonly uri: string;
  /** What `$/progress` is sent with. */
  readonly progress?: string | undefined;
}

/** A plan, or why there is none: a sentence. */
export interface ImportAnswer {
  readonly imported?: ImportedPlan | undefined;
  readonly fault?: string | undefined;
}

export interface ImportedPlan {
  readonly title: string;
  /** What its file is called, without an ending. */
  readonly name: string;
  /** The text of the plan file. */
  readonly text: string;
  /** The pictures that it names, by their paths from it. */
  readonly pictures: readonly { readonly path: string; readonly base64: string }[];
  readonly page: ReadDocument;
}

/** The document as it was read, to be shown beside the plan. All of it is plain words. */
export interface ReadDocument {
  /** The language of the plan, in which it is said what became of the blocks: `en` or `cy`. */
  readonly language: string;
  /** What it was read as, in a few words. */
  readonly format: string;
  /** The ending of its name, where another format goes by that. */
  readonly misnamed?: string | undefined;
  /** Where it carries the plan that it was made of: that is the plan (`untouched`), or it is with what was edited since (`edited`). */
  readonly carries?: 'untouched' | 'edited' | undefined;
  /** So many of each kind: “4 priorities”. */
  readonly counts: readonly string[];
  /** Whether all its words are in the plan: a sentence. Empty where it carries its plan. */
  readonly words: string;
  /** What to look at and the plan has no note of, what matters most first. */
  readonly looks: readonly ImportLook[];
  /** The kinds of notes that the plan may have, those that matter most first. */
  readonly kinds: readonly NoteKind[];
  /** What was taken out: words, and why. */
  readonly removed: readonly { readonly words: string; readonly where: string }[];
  readonly blocks: readonly ReadBlock[];
  /** How many blocks come behind those: a page can’t hold all of them. */
  readonly more: number;
}

/** Something that a person should look at. */
export interface ImportLook {
  readonly kind: string;
  readonly words: string;
  /** Where it stands in the document: “page 4”. Empty where that is nowhere. */
  readonly where: string;
  /** The line in the plan, from 0, where it is about one. */
  readonly line?: number | undefined;
}

/** A kind of note: the words that name it in a plan, and a heading for several of it. */
export interface NoteKind {
  readonly key: string;
  readonly cy: string;
  readonly title: string;
}

/** A block of the document, with what became of it. */
export interface ReadBlock {
  readonly type: 'heading' | 'paragraph' | 'point' | 'table' | 'picture' | 'quotation' | 'footnote' | 'remark';
  /** The words; of a table its caption. */
  readonly text: string;
  /** The language of the words, where the document says it. */
  readonly lang?: string | undefined;
  /** Of a heading, from 1. */
  readonly level?: number | undefined;
  /** Of a point: how deep, from 0, and its sign or number. Of a footnote its mark. */
  readonly depth?: number | undefined;
  readonly mark?: string | undefined;
  /** Who said it. */
  readonly by?: string | undefined;
  readonly table?: ReadTable | undefined;
  /** Where it stands in the document: “page 4, line 12”. */
  readonly where: string;
  /** What became of it, in a word or two of the language of the plan: “priority”. */
  readonly became: string;
  /** The line in the plan, from 0, of the item that it is or stands in; undefined where the plan has it nowhere. */
  readonly line?: number | undefined;
}

export interface ReadTable {
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  /** How many rows come behind those. */
  readonly more: number;
}
