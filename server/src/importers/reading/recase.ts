import type { Block } from '../source.ts';
import { plainWords } from '../words.ts';

/** Small words that a title has in small letters. */
const small = new Set(
  'a an and as at but by for from in into nor of on or over per the to up via with our my your their its his her we i us is are will be that this i’r o yn y yr a’r ac neu gan am ar i'.split(
    ' ',
  ),
);

/** From how many letters on, in capitals, words count as set in capitals. */
const enough = 5;

/** Whether words are set in capitals: a few letters of an abbreviation are not. */
export function isInCapitals(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  if (letters.length < enough || !/\s/.test(words)) return letters.length >= enough && words === words.toUpperCase();
  const upper = letters.filter((letter) => letter === letter.toUpperCase() && letter !== letter.toLowerCase()).length;
  return upper / letters.length > 0.9;
}

/**
 * How a document writes words where it does not set them in capitals: titles in capitals are hard to read, and read out letter by letter
 * to some. Names and abbreviations keep their letters.
 */
export class Recaser {
  /** Words that stand in small letters somewhere. */
  private readonly lower = new Set<string>();
  /** By the word in small letters: the form that it has where it is never in small letters. */
  private readonly names = new Map<string, string>();
  /** Two words with capitals, one after the other, in small letters: parts of names. */
  private readonly pairs = new Set<string>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) {
      if (!('text' in block)) continue;
      const text = plainWords(block.text);
      if (isInCapitals(text)) continue;
      let before = '';
      for (const [, gap, word] of text.matchAll(/(^|[^\p{L}\p{M}’'&-]+)([\p{L}\p{M}’'&-]+)/gu)) {
        // A word that begins a sentence says nothing about its letters, nor does one shouted among others.
        const isInside = /^[ ,\u00a0]$|^, $/.test(gap ?? '');
        const isShouted = word !== undefined && word.length > 5 && word === word.toUpperCase();
        if (word === undefined || isShouted) before = '';
        else {
          this.learn(word, isInside, before);
          before = /^\p{Lu}/u.test(word) ? word.toLowerCase() : '';
        }
      }
    }
  }

  /** Words in capitals as a sentence; all others as they are. A word alone stays as it is where the document has it in no other form. */
  recase(words: string): string {
    if (!isInCapitals(words)) return words;
    if (!/\s/.test(words.trim()) && !this.isKnown(words.trim().toLowerCase())) return words;
    const found = words.match(/[\p{L}\p{M}][\p{L}\p{M}’'&-]*/gu) ?? [];
    let index = 0;
    const recased = words.replace(/[\p{L}\p{M}][\p{L}\p{M}’'&-]*/gu, (word) => {
      const at = index++;
      return this.word(word, found[at - 1] ?? '', found[at + 1] ?? '');
    });
    return recased.replace(/\p{L}/u, (first) => first.toUpperCase());
  }

  private learn(word: string, isInside: boolean, before: string): void {
    const key = word.toLowerCase();
    if (word === key) this.lower.add(key);
    else if (isInside) {
      if (!this.names.has(key)) this.names.set(key, word);
      if (before !== '') this.pairs.add(`${before} ${key}`);
    }
  }

  private isKnown(key: string): boolean {
    return this.lower.has(key) || this.names.has(key);
  }

  private word(word: string, before: string, behind: string): string {
    if (word !== word.toUpperCase()) return word;
    const key = word.toLowerCase();
    // “I” is a word of English and “i” one of Welsh: the document says which it has.
    if (small.has(key)) return key === 'i' && this.names.has(key) ? word : key;
    const name = this.names.get(key);
    if (name === undefined) return this.lower.has(key) || !isAbbreviation(word) ? key : word;
    const isName = this.pairs.has(`${before.toLowerCase()} ${key}`) || this.pairs.has(`${key} ${behind.toLowerCase()}`);
    return this.lower.has(key) && !isName ? key : name;
  }
}

/** Letters that cannot be said as a word. */
export const isAbbreviation = (word: string): boolean =>
  word.length < 6 && word.length > 1 && !/[AEIOUYŴŶ]/u.test(word);
