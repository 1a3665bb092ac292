import { type Definition, type Field, fields, type KeyLanguage, type Kind, kinds, wordFor } from '@goldthread/grammar';
import { manyOf } from '../features/kind-words.ts';

/** What is printed in each language; null for nothing. */
type Words = Readonly<Record<KeyLanguage, string>> | null;

/** Headings that a document prints where the plan gives none, by field, by kind, or by kind in the plural for the list of them. */
export const headings: Readonly<Record<string, Words>> = {
  // Fields
  why: { en: 'Why is this a priority?', cy: 'Pam mae hon yn flaenoriaeth?' },
  closing: null,
  text: null,
  summary: null,
  note: null,
  statement: null,
  // One of a kind
  vision: { en: 'Our vision', cy: 'Ein gweledigaeth' },
  mission: { en: 'Our mission', cy: 'Ein cenhadaeth' },
  approval: { en: 'Approval', cy: 'Cymeradwyaeth' },
  contact: { en: 'Contact us', cy: 'Cysylltu â ni' },
  // Lists
  outcomes: { en: 'What outcomes do we want?', cy: 'Pa ganlyniadau rydym am eu gweld?' },
  kpqs: { en: 'Key performance questions', cy: 'Cwestiynau perfformiad allweddol' },
  measures: { en: 'How we will measure it', cy: 'Sut y byddwn yn ei fesur' },
  actions: { en: 'What will we do?', cy: 'Beth fyddwn ni’n ei wneud?' },
  values: { en: 'Our values', cy: 'Ein gwerthoedd' },
  principles: { en: 'Our principles', cy: 'Ein hegwyddorion' },
  aims: { en: 'Our aims', cy: 'Ein nodau' },
  duties: { en: 'Our duties', cy: 'Ein dyletswyddau' },
  priorities: { en: 'Priorities', cy: 'Blaenoriaethau' },
  themes: { en: 'Priorities', cy: 'Blaenoriaethau' },
  frameworks: { en: 'Laws and strategies', cy: 'Deddfau a strategaethau' },
  documents: { en: 'Other documents', cy: 'Dogfennau eraill' },
  roles: { en: 'Who does what', cy: 'Pwy sy’n gwneud beth' },
  terms: { en: 'Glossary', cy: 'Geirfa' },
  statistics: null,
  approvals: { en: 'Approval', cy: 'Cymeradwyaeth' },
};

/** What a document calls a field where it names it before the value, and the key is not the word for it; on one kind, behind its key and a dot. */
export const names: Readonly<Record<string, Words>> = {
  kpqs: { en: 'Key performance questions', cy: 'Cwestiynau perfformiad allweddol' },
  partners: { en: 'With', cy: 'Gyda' },
  'assured-by': { en: 'Assured by', cy: 'Sicrheir gan' },
  act: { en: 'Set by', cy: 'Gosodwyd gan' },
  cites: { en: 'Section', cy: 'Adran' },
  'priority.priorities': { en: 'Delivers', cy: 'Yn cyflawni' },
  condition: { en: 'Depends on', cy: 'Yn dibynnu ar' },
  baseline: { en: 'Where it stands', cy: 'Lle mae’n sefyll' },
  actual: { en: 'Result', cy: 'Canlyniad' },
  'row-headers': { en: 'Row headings', cy: 'Penawdau rhes' },
  aliases: { en: 'Also called', cy: 'Enwau eraill' },
  holder: { en: 'Held by', cy: 'Deiliad' },
  date: { en: 'Date', cy: 'Dyddiad' },
  social: { en: 'Social media', cy: 'Cyfryngau cymdeithasol' },
  phone: { en: 'Telephone', cy: 'Ffôn' },
  email: { en: 'E-mail', cy: 'E-bost' },
  web: { en: 'Website', cy: 'Gwefan' },
  address: { en: 'Address', cy: 'Cyfeiriad' },
  languages: { en: 'Languages', cy: 'Ieithoedd' },
  formats: { en: 'Other formats', cy: 'Fformatau eraill' },
  'review-due': { en: 'Next review due', cy: 'Adolygiad nesaf' },
  ratified: { en: 'Ratified', cy: 'Cadarnhawyd' },
  data: { en: 'Data', cy: 'Data' },
  marking: { en: 'Protective marking', cy: 'Nod diogelwch' },
  kind: { en: 'Type of document', cy: 'Math o ddogfen' },
  translations: { en: 'Also in', cy: 'Hefyd yn' },
  updates: { en: 'Brings up to date', cy: 'Yn diweddaru' },
  summarises: { en: 'A summary of', cy: 'Crynodeb o' },
  supersedes: { en: 'Replaces', cy: 'Yn disodli' },
  delivers: { en: 'Delivers', cy: 'Yn cyflawni' },
  covers: { en: 'Covers', cy: 'Yn cwmpasu' },
  frequency: { en: 'How often', cy: 'Pa mor aml' },
  direction: { en: 'Which way is better', cy: 'Pa gyfeiriad sy’n well' },
};

/** The keys that each word of a `label` may mean, in English: a field, a kind, a kind in the plural. */
const keysByWord = new Map<string, Set<string>>();
const note = (word: string, key: string): void => {
  const keys = keysByWord.get(word) ?? new Set<string>();
  keysByWord.set(word, keys.add(key));
};
for (const definition of [...fields, ...kinds] satisfies Definition[]) {
  note(definition.key, definition.key);
  note(definition.cy, definition.key);
  if (!definition.item) continue;
  note(definition.plural, definition.plural);
  note(definition.pluralCy, definition.plural);
}

/** What a `label` with a word is of, in English: a field, a kind, or a kind in the plural; undefined for a word that is none. */
export const labelledBy = (word: string): string | undefined => keysByWord.get(word)?.values().next().value;

/** A word with a capital, its hyphens taken out: `approved-by` → “Approved by”. */
export const capitalised = (word: string): string => {
  const spaced = word.replaceAll('-', ' ');
  return spaced.charAt(0).toLocaleUpperCase() + spaced.slice(1);
};

/** What a plan prints above its fields and lists, and before its numbers: its own labels, else those of the document’s language. */
export class Labels {
  /** What the plan says, in one text: while it is the same, so are all labels. */
  readonly written: string;
  private readonly language: KeyLanguage;
  private readonly own: ReadonlyMap<string, string>;
  private readonly speaks: boolean;
  private readonly given: Readonly<Record<string, string>>;

  /**
   * `own` is what the plan’s labels say, by the word that stands in them. `isOwnLanguage` is false where the document is in another
   * language than they are: of those, only the ones that print nothing count. `given` is what the profiles of the project give, in English.
   */
  constructor(
    own: readonly (readonly [word: string, words: string])[],
    language: KeyLanguage,
    isOwnLanguage: boolean,
    given: Readonly<Record<string, string>> = {},
  ) {
    const byKey = new Map<string, string>();
    for (const [word, words] of own)
      for (const key of keysByWord.get(word) ?? []) if (words && !byKey.has(key)) byKey.set(key, words);
    this.own = byKey;
    this.language = language;
    this.speaks = isOwnLanguage;
    this.given = language === 'en' ? given : {};
    this.written = [language, isOwnLanguage, ...[...byKey].flat(), '', ...Object.entries(this.given).flat()].join('\n');
  }

  /** What is printed above a field or a list of a kind; undefined where nothing is. */
  heading(key: string): string | undefined {
    if (this.isNone(key)) return undefined;
    const words = headings[key];
    const own = this.ownWords(key) ?? this.given[key];
    return own ?? (words === null ? undefined : (words?.[this.language] ?? fallbackFor(key, this.language)));
  }

  /** What the plan itself calls one of a kind, above it or before its number: “Priority”, “Priority area”. */
  kind(key: string): string | undefined {
    return this.isNone(key) ? undefined : this.ownWords(key);
  }

  /** True where the plan wants nothing printed above a field, a list or one of a kind. */
  isNone(key: string): boolean {
    return isNone(this.own.get(key) ?? '');
  }

  /** True where the plan itself gives a label to a field or a list of a kind. */
  says(key: string): boolean {
    return this.ownWords(key) !== undefined;
  }

  /** True where the plan gives a label to a list of a kind, in whatever language: it wants the list. */
  wants(key: string): boolean {
    return this.own.has(key) && !this.isNone(key);
  }

  /** What a field is called before its value. A label for a plural is the heading of a list, and no name. */
  name(field: Field, kind = ''): string {
    const own = kindsByPlural.has(field.key) ? undefined : this.ownWords(field.key);
    return (
      own ??
      (names[`${kind}.${field.key}`] ?? names[field.key])?.[this.language] ??
      capitalised(wordFor(field, this.language))
    );
  }

  private ownWords(key: string): string | undefined {
    const words = this.own.get(key);
    return words === undefined || !this.speaks || isNone(words) ? undefined : words;
  }
}

const isNone = (words: string): boolean => /^(?:none|dim)$/i.test(words);

const kindsByPlural = new Map<string, Kind>(kinds.map((kind) => [kind.plural, kind]));

/** A heading for what has none in the table: the kind in the plural, else the key. */
function fallbackFor(key: string, language: KeyLanguage): string {
  const kind = kindsByPlural.get(key);
  if (kind) return capitalised(manyOf(kind, language));
  const definition = kinds.find((one) => one.key === key) ?? fields.find((one) => one.key === key);
  return capitalised(definition ? wordFor(definition, language) : key);
}
