import { type Definition, fields, type KeyLanguage, kindOf, placesOf, wordFor } from '@goldthread/grammar';

/** A noun with “a” or “an” before it. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** Words as a choice: “a, b or c”. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** The places where a word may stand whatever it means, as keys of kinds; `plan` and `library` for those of a plan's head. */
export function placesOfWord(definition: Definition): {
  readonly asItem: readonly string[];
  readonly asField: readonly string[];
} {
  const { key } = definition;
  const kind = definition.item ? definition : kindOf(key);
  const field = definition.item ? fields.find((one) => one.key === key) : definition;
  return { asItem: kind ? placesOf(kind) : [], asField: field ? placesOf(field) : [] };
}

/** How a message names one of a kind: “a priority”, “a budget line”. */
export const oneOfKind = (key: string): string => withArticle(kindOf(key)?.noun ?? key);

/** The word for a key in a language: `text` is `testun` in a Welsh file. */
export function wordIn(key: string, language: KeyLanguage): string {
  const definition = kindOf(key) ?? fields.find((field) => field.key === key);
  return definition ? wordFor(definition, language) : key;
}
