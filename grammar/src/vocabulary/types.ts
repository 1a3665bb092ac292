/** The languages in which the keys of a plan file can be written. */
export type KeyLanguage = 'en' | 'cy';

/** How the value of a field is read. See `docs/language.md`, “Values”. */
export type ValueType =
  | 'text'
  | 'prose'
  | 'reference'
  | 'date'
  | 'due'
  | 'period'
  | 'quantity'
  | 'money'
  | 'target'
  | 'baseline'
  | 'choice'
  | 'path'
  | 'language'
  | 'languages'
  | 'kinds'
  | 'key'
  | 'words';

/** What the name between a field's key and its colon means; `required` fields make no sense without one. */
export type FieldName = 'language' | 'period' | 'key';

/** A word of the vocabulary, in both languages. */
interface Word {
  /** The key in English, as it is written in a plan. */
  readonly key: string;
  /** The key in Welsh, for files that begin with `# language: cy`. */
  readonly cy: string;
  /** One sentence that says what the key is for, in a policy writer's words. */
  readonly meaning: string;
  /** One line of plan text, or several, that shows it. */
  readonly example: string;
}

/** A kind of item: something with a title, perhaps an id, and a block of entries. */
export interface Kind extends Word {
  readonly item: true;
  /** The kind in the plural, as link fields, `label` and `numbering` name it; and the same in Welsh. */
  readonly plural: string;
  readonly pluralCy: string;
  /** How messages and documents name one and several of them: “KPQ”, “key performance questions”. */
  readonly noun: string;
  readonly nouns: string;
  /** The kinds in whose block it may stand; `plan` stands for column 0 of a plan or part, `library` of a library. */
  readonly in: readonly string[];
  /** True where the item may go without a title. */
  readonly untitled?: boolean;
  /** True for the kinds that open a file: plan, part, library. */
  readonly root?: boolean;
}

/** A field of an item. */
export interface Field extends Word {
  readonly item: false;
  /** The kinds that may carry it. */
  readonly on: readonly string[];
  readonly type: ValueType;
  /** For references: the kinds that may be named. */
  readonly to?: readonly string[];
  /** For references: a value that is not shaped like ids is taken as words. */
  readonly orWords?: boolean;
  /** For references: one id only. */
  readonly single?: boolean;
  /** For choices: the words that may stand. */
  readonly choices?: readonly string[];
  /** For choices: the same words in Welsh, in the same order. */
  readonly choicesCy?: readonly string[];
  /** What may stand between the key and the colon, and whether it must. */
  readonly name?: FieldName;
  readonly nameRequired?: boolean;
  /** True where the field may stand more than once in a block. */
  readonly repeats?: boolean;
  /** True where the field may be there and empty: the document control sheet is printed so. */
  readonly mayBeEmpty?: boolean;
  /** The kind whose items stand for the same link when one of the two is written in the block of the other. */
  readonly impliedBy?: string;
}

/** One row of the vocabulary. */
export type Definition = Kind | Field;
