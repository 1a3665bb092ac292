import { fields } from './fields.ts';
import { kinds } from './kinds.ts';
import { nearest } from './nearest.ts';
import type { Definition, Field, KeyLanguage, Kind } from './types.ts';

/** The words that may begin a line in one place, in one language. */
export class Context {
  /** The key of the kind whose block this is; `plan-content` and `library-content` are column 0 of a file. */
  readonly place: string;
  readonly language: KeyLanguage;
  /** What each word means here. */
  readonly words: ReadonlyMap<string, Definition>;

  constructor(place: string, language: KeyLanguage, words: ReadonlyMap<string, Definition>) {
    this.place = place;
    this.language = language;
    this.words = words;
  }
}

const kindsByKey = new Map(kinds.map((kind) => [kind.key, kind]));
const kindsByPlural = new Map(kinds.flatMap((kind) => [[kind.plural, kind] as const, [kind.pluralCy, kind] as const]));
const fieldsByOwner = new Map<string, Map<string, Field>>();
for (const field of fields)
  for (const owner of field.on) {
    const own = fieldsByOwner.get(owner) ?? new Map<string, Field>();
    fieldsByOwner.set(owner, own.set(field.key, field));
  }

/** The kind with this key, in English; undefined if there is none. */
export const kindOf = (key: string): Kind | undefined => kindsByKey.get(key);

/** The kind whose plural this is, in English or in Welsh: `priorities` → priority. */
export const kindOfPlural = (plural: string): Kind | undefined => kindsByPlural.get(plural);

/** The field with this key on items of this kind. */
export const fieldOn = (owner: string, key: string): Field | undefined => fieldsByOwner.get(owner)?.get(key);

/** All fields that items of this kind may carry, in the order of the table. */
export const fieldsOn = (owner: string): readonly Field[] => [...(fieldsByOwner.get(owner)?.values() ?? [])];

/** The kinds that may stand in the block of this one. */
export const kindsIn = (place: string): readonly Kind[] => kinds.filter((kind) => kind.in.includes(place));

/** The word for a definition in a language. */
export const wordFor = (definition: Definition, language: KeyLanguage): string =>
  language === 'cy' ? definition.cy : definition.key;

/** The words of a place. A Welsh file may use the English words too. */
function wordsOf(definitions: Iterable<Definition>, language: KeyLanguage): Map<string, Definition> {
  const words = new Map<string, Definition>();
  for (const definition of definitions) {
    if (!words.has(definition.key)) words.set(definition.key, definition);
    if (language === 'cy') words.set(definition.cy, definition);
  }
  return words;
}

/** Column 0 of a file, by its root: what stands there besides the roots themselves. */
const columnZero: Readonly<Record<string, string>> = { 'plan-content': 'plan', 'library-content': 'library' };

function buildContext(place: string, language: KeyLanguage): Context {
  const container = columnZero[place];
  const inside = container
    ? [...kinds.filter((kind) => kind.root), ...kindsIn(container)]
    : kindsByKey.get(place)?.root
      ? []
      : kindsIn(place);
  return new Context(place, language, wordsOf([...inside, ...fieldsOn(place)], language));
}

const languages: readonly KeyLanguage[] = ['en', 'cy'];
/** The contexts that have been asked for: a plan needs few of them. */
const contexts: Readonly<Record<KeyLanguage, Map<string, Context>>> = { en: new Map(), cy: new Map() };

/** The words that may stand in a place. */
export function contextOf(place: string, language: KeyLanguage): Context {
  const known = contexts[language].get(place);
  if (known) return known;
  const context = buildContext(place, language);
  contexts[language].set(place, context);
  return context;
}

/** Column 0 of a file whose root is this kind; a file with no root is read as a plan. */
export const contentOf = (root: string | undefined, language: KeyLanguage): Context =>
  contextOf(root === 'library' ? 'library-content' : 'plan-content', language);

const everywhere = new Map(languages.map((language) => [language, wordsOf([...kinds, ...fields], language)] as const));

/** What a word means in any place at all, for words that stand where they may not. */
export const meaningAnywhere = (word: string, language: KeyLanguage): Definition | undefined =>
  everywhere.get(language)?.get(word);

/** The word that was most likely meant: one of this place, else one of any place. */
export function nearestWord(word: string, context: Context): string | undefined {
  return nearest(word, context.words.keys()) ?? nearest(word, everywhere.get(context.language)?.keys() ?? []);
}

/** The word for a kind, for several of it, or for a field, that was most likely meant by one that means nothing. */
export const nearestLabel = (word: string, language: KeyLanguage): string | undefined =>
  nearest(word, [
    ...(everywhere.get(language)?.keys() ?? []),
    ...kinds.map((kind) => (language === 'cy' ? kind.pluralCy : kind.plural)),
  ]);

/** In which places a definition may stand, as keys of kinds; `plan` and `library` for column 0. */
export function placesOf(definition: Definition): readonly string[] {
  if (definition.item) return definition.in;
  return [...new Set(fields.filter((field) => field.key === definition.key).flatMap((field) => field.on))];
}

/** The keys of all fields, in English and in Welsh. */
export const fieldKeys: ReadonlySet<string> = new Set(fields.flatMap((field) => [field.key, field.cy]));
