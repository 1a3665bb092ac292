import { inCommon } from '../../server/src/difference/bag.ts';
import { bagOfLetters, likeness } from '../../server/src/importers/words.ts';

/** So alike words are the same: a person would say so. */
export const ALIKE = 0.85;

/** The words of a text as they are compared: small, and without apostrophes. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const lettersIn = (text: string): string => wordsIn(text).join('');

/** By words, or by letters where spaces were lost: gluing is no matter of what a thing is. */
export const alike = (one: string, other: string): number =>
  Math.max(
    likeness(wordsIn(one).join(' '), wordsIn(other).join(' ')),
    inCommon(bagOfLetters(one), bagOfLetters(other)),
  );

/** How alike words are to as many at the start or the end of others. */
export function atEdge(words: string, text: string, edge: 'start' | 'end'): number {
  const [few, many] = [lettersIn(words), lettersIn(text)];
  if (many.length < few.length * 0.8) return 0;
  return inCommon(
    bagOfLetters(few),
    bagOfLetters(edge === 'start' ? many.slice(0, few.length) : many.slice(-few.length)),
  );
}

/** Whether words stand in others, one after the other. */
export const hasPhrase = (words: string, phrase: string): boolean =>
  ` ${wordsIn(words).join(' ')} `.includes(` ${wordsIn(phrase).join(' ')} `);

/** The figures in words. */
export const figuresIn = (words: string): string => (words.match(/\d+/g) ?? []).join(' ');

/** Words without spaces and commas, for figures. */
export const compact = (words: string): string => words.toLowerCase().replace(/[\s,]+/g, '');
