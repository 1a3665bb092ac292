/** Controls, halves of characters, and what is no character at all. */
const unknown = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Signs that change the line or the direction of what follows them on the page, and so of what is not theirs. */
const breaks = /[\t\n\r\u2028\u2029]+/g;
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

/** Letters without a space or a hyphen among them: more than stand on a line. */
const long = /[^\s\u200b-]{41,}/gu;

/** An address that typesetters break at its signs themselves, as long as there are some: who copies it gets it whole. */
const address = /^https?:\/\/(?!.*[\p{L}\p{N}]{41})/u;

/** So many letters of a long word stay together at least. */
const PART = 20;

/** May be broken at: nothing is seen of it. */
const BREAK = '\u200b';

/** Words that may be printed: what can’t be shown becomes “�”. */
export const printedText = (text: string): string => text.replace(unknown, '\ufffd').replace(turns, '');

/** Words in a line: tabs and ends of lines are spaces there, and words that are longer than a line may be broken. */
export const printedLine = (text: string): string =>
  printedText(text)
    .replace(breaks, ' ')
    .replace(long, (word) => (address.test(word) ? word : partsOf(word).join(BREAK)));

/** Letters of the data of a piece that takes a fifth of a page or so. */
const LONG = 1500;

/** Says of a piece that it is long, if it is. */
export const length = (piece: unknown): { readonly isLong?: true } =>
  JSON.stringify(piece).length > LONG ? { isLong: true } : {};

/** A long word in pieces, without halves of characters. */
function partsOf(word: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    // A mark belongs to the letter before it.
    if (part.length >= PART && !/^[\p{M}\u200d]$/u.test(sign)) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}

/** Plans are written in Wales and in England. */
const regions: Readonly<Record<string, string>> = { en: 'GB', cy: 'GB' };

/** A language as the template takes it; nothing for what is no language. */
export function spoken(lang: string | undefined): { readonly lang?: string; readonly region?: string } {
  const found = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/i.exec(lang ?? '');
  const language = found?.[1]?.toLowerCase();
  if (!language) return {};
  const region = found?.[2]?.toUpperCase() ?? regions[language];
  return region ? { lang: language, region } : { lang: language };
}
