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

/** Where the next word with a capital begins, from a place on; -1 where there is none. */
export function nextCapital(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (isCapital(text, at) && (at === 0 || !isWordSign(text, at - 1))) return at;
  return -1;
}

/** True where a text has as many capitals one after the other. */
export function hasCapitals(text: string, inARow: number): boolean {
  let row = 0;
  for (let at = 0; at < text.length; at++) {
    row = isCapital(text, at) ? row + 1 : 0;
    if (row === inARow) return true;
  }
  return false;
}

/** True where a text has a capital and then, with one letter at most between, another one; or a capital and a figure. */
export function mayAbbreviate(text: string): boolean {
  for (let at = 0; at < text.length; at++)
    if (
      isCapital(text, at) &&
      (isCapital(text, at + 1) || isFigure(text.charCodeAt(at + 1)) || isCapital(text, at + 2))
    )
      return true;
  return false;
}

/** The words right before the figures in a text, in small letters: `priority` of “Priority 3”. */
export function* wordsBeforeFigures(text: string): Generator<string> {
  for (let at = 1; at < text.length; at++) {
    if (!isFigure(text.charCodeAt(at)) || isWordSign(text, at - 1)) continue;
    let end = at;
    while (end > 0 && !isWordSign(text, end - 1) && at - end < 8) end--;
    let start = end;
    while (start > 0 && isWordSign(text, start - 1)) start--;
    if (start < end) yield text.slice(start, end).toLowerCase();
  }
}
