/** Characters that print nothing: soft hyphen, zero-width spaces and joiners, marks of direction, byte-order mark. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Hyphens, dashes and minus signs that are not the hyphen of the keyboard. */
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63]/g;

/** Full-width forms of the characters of the keyboard, as East Asian keyboards type them. */
const fullWidth = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * A text with the characters of the keyboard in place of those that look like them: full-width figures, dashes and
 * minus signs, slashes, spaces of other widths. Characters that print nothing are dropped.
 */
export const plain = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(dashes, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/\uFFE1/g, '£')
    .replace(/\s/g, ' ')
    .trim();

/** True for a space of any width and for a line end. */
export const isBlank = (character: string | undefined): boolean => character !== undefined && /^\s$/.test(character);

/** A word of a text, with the UTF-16 offsets at which it stands. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The last words of a text, `count` at most, in the order of the text. */
export function lastWords(text: string, count: number): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  let at = text.length;
  while (words.length < count) {
    while (at > 0 && isBlank(text[at - 1])) at--;
    const end = at;
    while (at > 0 && !isBlank(text[at - 1])) at--;
    if (at === end) break;
    words.push({ word: text.slice(at, end), start: at, end });
  }
  return words.reverse();
}
