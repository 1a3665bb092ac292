/**
 * Quick looks at a text, by a plain loop over its units: most texts have nothing of what a rule's expression looks for, and
 * every word of every plan is looked at.
 */

/** True for a capital letter of any script. */
export const isCapital = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  return code >= 192 && anyCapital.test(text.charAt(at));
};
const anyCapital = /\p{Lu}/u;

const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** True for a letter or a figure, of any script. */
const isWordSign = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isFigure(code);
  return code >= 170 && anyWordSign.test(text.charAt(at));
};
const anyWordSign = /[\p{L}\p{M}\p{N}]/u;

/** What is in a text that rules look for. */
export interface Signs {
  /** Where the words with a capital begin. */
  readonly capitals: readonly number[];
  /** Where the figures begin that stand in no word. */
  readonly figures: readonly number[];
  /** True where it has a sign of a link, of code or of an address. */
  readonly mayLink: boolean;
  /** True where it has a capital and then, with one letter at most between, another one; or a capital and a figure. */
  readonly mayAbbreviate: boolean;
}

const none: readonly number[] = [];

const SPACE = 32;
const COLON = 58;
const DOT = 46;
const ofLinks: ReadonlySet<number> = new Set([...'[`@'].map((sign) => sign.charCodeAt(0)));

/** Looks for all of it in one pass. */
export function signsOf(text: string): Signs {
  let capitals: number[] | undefined;
  let figures: number[] | undefined;
  let mayAbbreviate = false;
  let mayLink = false;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) isInWord = true;
    else if (isCapital(text, at)) {
      if (!isInWord) {
        capitals ??= [];
        capitals.push(at);
      }
      mayAbbreviate ||= isCapital(text, at + 1) || isFigure(text.charCodeAt(at + 1)) || isCapital(text, at + 2);
      isInWord = true;
    } else if (isFigure(code)) {
      if (!isInWord) {
        figures ??= [];
        figures.push(at);
      }
      isInWord = true;
    } else {
      isInWord = code >= 128 && isWordSign(text, at);
      mayLink ||=
        code !== SPACE &&
        (ofLinks.has(code) ||
          (code === COLON && text.startsWith('//', at + 1)) ||
          (code === DOT && text.startsWith('www', at - 3)));
    }
  }
  return { capitals: capitals ?? none, figures: figures ?? none, mayLink, mayAbbreviate };
}

/** True where a text has as many capitals one after the other. */
export function hasCapitals(text: string, inARow: number): boolean {
  // Of so many in a row one stands at a place that their number divides: the others need no look.
  for (let at = inARow - 1; at < text.length; at += inARow) {
    if (!isCapital(text, at)) continue;
    let start = at;
    while (start > 0 && at - start < inARow && isCapital(text, start - 1)) start--;
    let end = at + 1;
    while (end - start < inARow && isCapital(text, end)) end++;
    if (end - start >= inARow) return true;
  }
  return false;
}

/** True where one of some words, given in small letters, stands right before figures: `priority` in “Priority 3”. */
export function hasFigureBehind(text: string, { figures }: Signs, words: ReadonlySet<string>): boolean {
  for (const at of figures) {
    let end = at;
    while (end > 0 && !isWordSign(text, end - 1) && at - end < 8) end--;
    let start = end;
    while (start > 0 && isWordSign(text, start - 1)) start--;
    if (start < end && words.has(text.slice(start, end).toLowerCase())) return true;
  }
  return false;
}
