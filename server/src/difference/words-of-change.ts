import { fieldOn, kindOf } from '@goldthread/grammar';
import { counted, manyOf, oneOf } from '../features/kind-words.ts';

/** What kind a thing is, in a word: “priority”, “KPQ”. */
export function kindWord(key: string): string {
  const kind = kindOf(key);
  return kind ? oneOf(kind, 'en') : key;
}

/** Several of a kind: “priorities”, “KPQs”. */
export function kindWords(key: string): string {
  const kind = kindOf(key);
  return kind ? manyOf(kind, 'en') : key;
}

/** So many of a kind: “3 actions”. */
export function countedKind(count: number, key: string): string {
  const kind = kindOf(key);
  return kind ? counted(count, kind, 'en') : `${count} ${key}`;
}

/** How many of which kinds: “3 actions and 1 outcome”; empty where there are none. */
export const countedKinds = (counts: Readonly<Record<string, number>>): string =>
  together(Object.entries(counts).map(([key, count]) => countedKind(count, key)));

/** Some words in a row: “a, b and c”. */
export const together = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A word with “a” or “an” before it. */
export const withArticle = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;

/** Words with a capital at their beginning. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Words without one, unless they are an abbreviation: “KPQs”. */
export const lower = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/** What one item and what several do for those that their field names, by kind and field or by field. */
const deeds: Readonly<Record<string, readonly [one: string, several: string]>> = {
  'priority outcomes': ['works towards', 'work towards'],
  'kpq outcomes': ['asks about', 'ask about'],
  outcomes: ['measures', 'measure'],
  kpqs: ['helps to answer', 'help to answer'],
  'action measures': ['is measured by', 'are measured by'],
  measures: ['shows', 'show'],
  'priority priorities': ['delivers', 'deliver'],
  priorities: ['serves', 'serve'],
  goals: ['serves', 'serve'],
  'duty requirements': ['states', 'state'],
  requirements: ['meets', 'meet'],
  covers: ['covers', 'cover'],
};

/** What items of a kind do for those that a field of theirs names: “works towards”. */
export function deedOf(kind: string, relation: string, isOne = true): string {
  const [one, several] = deeds[`${kind} ${relation}`] ?? deeds[relation] ?? ['names', 'name'];
  return isOne ? one : several;
}

let languages: Intl.DisplayNames | undefined;

/** A language in words: “Welsh”; its code where it has no name. */
function languageOf(code: string): string {
  try {
    languages ??= new Intl.DisplayNames(['en'], { type: 'language' });
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** The fields that are called by a word in the plural. */
const plural: ReadonlySet<string> = new Set([
  'aliases',
  'copyholders',
  'enquiries',
  'formats',
  'languages',
  'partners',
  'translations',
]);

/** The verbs and the pronoun that go with a field: “is”, “are”. */
export const verbsOf = (key: string): { readonly be: string; readonly was: string; readonly itWas: string } =>
  plural.has(key) ? { be: 'are', was: 'were', itWas: 'they were' } : { be: 'is', was: 'was', itWas: 'it was' };

/** A field of a kind of item as a sentence begins with it: “Review due”, “Actual 2021/22”, “Why in Welsh”. */
export function fieldWords(kind: string, key: string, name: string | null): string {
  const words = kind === 'quote' && key === 'title' ? 'What was said' : capital(key.replaceAll('-', ' '));
  if (name === null) return words;
  const isLanguage = fieldOn(kind, key)?.name === 'language';
  return isLanguage ? `${words} in ${languageOf(name)}` : `${words} ${name}`;
}
