import { englishWords } from './english-words.ts';
import { welshWords } from './welsh-words.ts';

/** A word: letters, with apostrophes and hyphens between them. */
export const word = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;

/** So many words and pairs of words are kept of a text: what comes after only counts where it is known. */
const most = 400_000;

const english = new Set(englishWords);
const welsh = new Set(welshWords);

/** Endings that make another word of a common one. */
const endings = [
  "'s",
  '’s',
  's',
  'es',
  'd',
  'ed',
  'ing',
  'ly',
  'er',
  'ers',
  'ies',
  'ment',
  'ments',
  'ness',
  'able',
  'al',
  'ity',
];

/** The words that a document has, with how often, and those that stand beside each other. */
export class Lexicon {
  private readonly words = new Map<string, number>();
  private readonly pairs = new Map<string, number>();
  /** How many words it was made of. */
  size = 0;

  /** Learns the words of a text. */
  learn(text: string): void {
    let last = '';
    let end = -1;
    for (const { 0: found, index } of text.matchAll(word)) {
      const small = found.toLowerCase();
      this.size++;
      count(this.words, small);
      if (index === end + 1 && text[end] === ' ') count(this.pairs, `${last} ${small}`);
      last = small;
      end = index + found.length;
    }
  }

  /** How often the document has a word, in small letters. */
  times(small: string): number {
    return this.words.get(small) ?? 0;
  }

  /** How often two words stand beside each other with a space between. */
  timesBeside(one: string, other: string): number {
    return this.pairs.get(`${one} ${other}`) ?? 0;
  }

  /** True for a document that is in Welsh, at least in part. */
  get isWelsh(): boolean {
    return this.times('yn') + this.times('mae') >= 5;
  }

  /** True for a word that the document has. */
  has = (small: string): boolean => this.words.has(small.toLowerCase());
}

function count(counts: Map<string, number>, key: string): void {
  const times = counts.get(key);
  if (times !== undefined) counts.set(key, times + 1);
  else if (counts.size < most) counts.set(key, 1);
}

/** Beginnings that make another word of a common one. “in” and “out” are none: they are words before it as often. */
const beginning = /^(?:un|re|dis|mis|pre|non|over|under|inter|anti|multi|counter|micro)(?=\p{L}{5})/u;

/** True for a common word of English, or of Welsh in a document that has it, in small letters. */
export const isCommon = (small: string, isWelsh: boolean): boolean =>
  english.has(small) || (isWelsh && welsh.has(small));

/** True for a common word, or one with an ending that makes another word of it. */
export function isInflected(small: string): boolean {
  if (english.has(small) || welsh.has(small)) return true;
  return endings.some((ending) => {
    if (!small.endsWith(ending) || small.length < ending.length + 3) return false;
    const stem = small.slice(0, -ending.length);
    const isDoubled = stem.at(-1) === stem.at(-2) && english.has(stem.slice(0, -1));
    const isOfY = stem.endsWith('i') && english.has(`${stem.slice(0, -1)}y`);
    return (
      english.has(stem) ||
      english.has(`${stem}e`) ||
      (ending === 'ies' && english.has(`${stem}y`)) ||
      isOfY ||
      isDoubled
    );
  });
}

/** True for a common word or one made of it in any way: what is never split. */
export function isCommonForm(small: string): boolean {
  const begun = small.replace(beginning, '');
  return isInflected(small) || (begun !== small && isInflected(begun));
}
