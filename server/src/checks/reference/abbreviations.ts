/** Letters and digits in one word; `&` too, for A&E. */
const word = /[\p{L}\p{M}\p{N}]+(?:&[\p{L}\p{M}\p{N}]+)*/gu;
/** Two capital letters anywhere in it, or a capital letter and a digit: HMICFRS, PCSOs, MoJ, FATAL4. */
const twoCapitals = /\p{Lu}.*\p{Lu}|\p{Lu}.*\p{N}|\p{N}.*\p{Lu}/su;
/** Longer words are none, in UTF-16 units. */
const LONGEST = 24;

/** True for a word that looks like an abbreviation, by itself. */
const isAbbreviation = (text: string): boolean => text.length > 1 && text.length <= LONGEST && twoCapitals.test(text);

/** One way to write all forms of an abbreviation: in small letters, without the s of the plural. */
const keyed = (text: string): string => text.normalize('NFC').toLowerCase().replace(/s$/, '');

/** The key of a title or id that is one abbreviation and nothing else; undefined for other words. */
export function abbreviationKey(title: string): string | undefined {
  const [only, ...others] = title.match(word) ?? [];
  return only === title && others.length === 0 && isAbbreviation(title) ? keyed(title) : undefined;
}

/** The key that an abbreviation has if it is its term's id: `epc` → that of EPC. */
export const keyOfId = (id: string): string => keyed(id);

/** The keys of the abbreviations in a text from `start` to `end`. */
export function* abbreviationsIn(text: string, start: number, end: number): Generator<string> {
  for (const [found] of text.slice(start, end).matchAll(word)) if (isAbbreviation(found)) yield keyed(found);
}
