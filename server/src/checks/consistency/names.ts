import { byAlphabet, distance } from '@goldthread/grammar';

/** A word of a name or of a run of words with capitals. Offsets are those of the text that was read. */
export interface NameWord {
  /** The letters alone, small and without accents; empty for a word in brackets, which counts for nothing. */
  readonly letters: string;
  /** As it stands in the text. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** Small words that may stand in a name. */
const joining = new Set('of the and for in on to & y yr i o a ac ar'.split(' '));

/** The length of the longest of them. */
export const LONGEST_JOINING = 3;

/** True for the letters of a small word that may stand in a name. */
export const isJoining = (letters: string): boolean => joining.has(letters);

/** Joining words that make one name of two parts, so that they count where names are compared. */
const isAnd = (word: string): boolean => word === 'and' || word === 'a' || word === 'ac';

/** Words that a body’s full name has and its everyday name may leave out. */
const official = new Set(['university', 'nhs', 'foundation', 'prifysgol']);

/** The source of an expression for a word of a name: with the letters and figures, and the marks on letters, of plain text or of any. */
const tokenIn = (letters: string, marks: string): string =>
  `[${letters}][${letters}${marks}]*(?:[-‐‑'’][${letters}][${letters}${marks}]*)*['’]?|&`;
export const plainToken = tokenIn('A-Za-z\\d', '');
export const anyToken = tokenIn('\\p{L}\\p{N}', '\\p{M}');
const token = byAlphabet(new RegExp(plainToken, 'g'), () => new RegExp(anyToken, 'gu'));

/** A year, as at the end of the name of an Act. */
export const year = /^(?:19|20)\d\d$/;
const plainLetters = /^[A-Za-z0-9]+$/;

const lettersOf = (word: string): string =>
  word === '&'
    ? 'and'
    : plainLetters.test(word)
      ? word.toLowerCase()
      : word
          .normalize('NFD')
          .replace(/[^\p{L}\p{N}]+/gu, '')
          .toLowerCase();

/** A word as it is spelled, with the keyboard’s apostrophe and hyphen, the first letter of each part small. */
function spelledOf(word: string): string {
  const plain = word === '&' ? 'and' : word.normalize('NFC').replace(/[’]/g, "'").replace(/[‐‑]/g, '-');
  return plain.replace(/(?:^|-)\p{Lu}/gu, (letter) => letter.toLowerCase());
}

/** A word of a name as it is compared. */
export const wordAt = (written: string, start: number, bracketed: boolean): NameWord => ({
  letters: bracketed ? '' : lettersOf(written),
  written,
  start,
  end: start + written.length,
});

/** The longest name that is compared, in UTF-16 units. */
export const LONGEST_NAME = 200;

/** The words of a name, without “the” before it; none of a text that is too long for a name. */
export function wordsOfName(name: string): readonly NameWord[] {
  if (name.length > LONGEST_NAME) return [];
  const words = [...name.matchAll(token(name))].map((match) =>
    wordAt(match[0], match.index, isInBrackets(name, match.index)),
  );
  return words[0]?.letters === 'the' ? words.slice(1) : words;
}

const isInBrackets = (text: string, at: number): boolean =>
  text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.indexOf(')', at) > 0;

/** Where a name may begin in a run: at its first word, at its second, which the first may only stand before as the first of a sentence, and behind a small word. */
export function beginningsOf(run: readonly NameWord[]): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < run.length - 1; at++) {
    const isSmall = isJoining((run[at] as NameWord).letters);
    if (!isSmall && (at < 2 || isJoining((run[at - 1] as NameWord).letters))) found.push(at);
  }
  return found;
}

/** A name as it is compared. */
export class ComparedName {
  /** The words that count: not those in brackets, not a year at the end. */
  readonly words: readonly NameWord[];
  /** The year at the end, as of an Act; empty where there is none. */
  readonly year: string;
  /** All letters in one: what is left when hyphens, spaces and accents do not count. */
  readonly letters: string;
  private spelling: string | undefined;

  constructor(words: readonly NameWord[]) {
    const counted = words.filter(({ letters }) => letters !== '');
    const last = counted.at(-1)?.letters ?? '';
    this.year = counted.length > 1 && year.test(last) ? last : '';
    this.words = this.year ? counted.slice(0, -1) : counted;
    this.letters = this.words
      .map(({ letters }, index) => (index === this.words.length - 1 ? singular(letters) : letters))
      .join('');
  }

  /** The letters of the last word that counts, in the singular. */
  get lastWord(): string {
    return singular(this.words.at(-1)?.letters ?? '');
  }

  /** As it is spelled, the end of the last word for plural and possession aside. */
  get spelled(): string {
    this.spelling ??= this.words
      .map(({ written }) => spelledOf(written))
      .join(' ')
      .replace(/'?s?'?$/, '');
    return this.spelling;
  }
}

const singular = (letters: string): string => letters.replace(/s+$/, '');

/** Under what names and phrases that may be one are kept: their first four letters. */
export function bucketOf(words: readonly NameWord[]): string {
  let letters = '';
  for (const word of words) {
    letters += word.letters;
    if (letters.length >= 4) break;
  }
  return letters.slice(0, 4);
}

const content = (name: ComparedName): string[] =>
  name.words
    .map(({ letters }, index) => (index === name.words.length - 1 ? singular(letters) : letters))
    .filter((word) => isAnd(word) || !joining.has(word));

/**
 * True where a phrase is most likely another way of writing a name: both have three words or more and the same first and
 * last one, and the phrase leaves out one, has one more that only the full name of such a body has, or has one spelled a
 * little otherwise. Of an Act it may leave out more, if its year is the same.
 */
export function mayMean(phrase: ComparedName, name: ComparedName): boolean {
  if (phrase.words.length < 3 || name.words.length < 3) return false;
  if (phrase.year && name.year && phrase.year !== name.year) return false;
  const [said, full] = [content(phrase), content(name)];
  if (said[0] !== full[0] || said.at(-1) !== full.at(-1)) return false;
  const left = full.length - said.length;
  if (left > 0) {
    const omitted = missingFrom(said, full);
    return (
      omitted !== undefined &&
      (omitted.filter((word) => !isAnd(word)).length === 1 || (phrase.year !== '' && phrase.year === name.year))
    );
  }
  if (left === 0) return isMisspelled(said, full);
  const added = missingFrom(full, said);
  return added?.length === 1 && added.every((word) => official.has(word) || full.includes(word));
}

/** The words of the longer list that the shorter leaves out; undefined where it has others, or another order. */
function missingFrom(shorter: readonly string[], longer: readonly string[]): string[] | undefined {
  const missing: string[] = [];
  let at = 0;
  for (const word of longer) {
    if (word === shorter[at]) at++;
    else missing.push(word);
  }
  return at === shorter.length ? missing : undefined;
}

/** True where two lists differ in one long word, and in that by two letters at most. */
function isMisspelled(first: readonly string[], second: readonly string[]): boolean {
  const different = first.flatMap((word, index) =>
    word === second[index] ? [] : [[word, second[index] as string] as const],
  );
  const [only] = different;
  if (!only || different.length > 1) return false;
  const [one, other] = only;
  return one.length >= 6 && other.length >= 6 && one[0] === other[0] && distance(one, other, 2) <= 2;
}
