import { byAlphabet } from '@goldthread/grammar';
import type { Signs } from '../signs.ts';
import {
  anyToken,
  isJoining,
  LONGEST_JOINING,
  LONGEST_NAME,
  type NameWord,
  plainToken,
  wordAt,
  year,
} from './names.ts';
import { BLANK } from './passages.ts';

const beginsWithCapital = /^\p{Lu}/u;

/** The longest run that is looked at, in words. */
const LONGEST_RUN = 16;

/** The next word of a run, with what stands before it: spaces, one line end at most, a bracket. */
const nextTokenIn = (token: string): string =>
  `([^\\S\\r\\n]{0,40}(?:\\r\\n|\\r|\\n)?[^\\S\\r\\n]{0,40}([()]?)[^\\S\\r\\n]{0,2})(${token})`;
const nextToken = byAlphabet(new RegExp(nextTokenIn(plainToken), 'y'), () => new RegExp(nextTokenIn(anyToken), 'uy'));

/**
 * The runs of two words or more with capitals in a text, with the small words that join them: “Ministry of Justice and
 * Home Office”. Words that a link prints are left out.
 */
export function capitalRuns(text: string, { capitals }: Signs): readonly (readonly NameWord[])[] {
  const runs: (readonly NameWord[])[] = [];
  let reader: RunReader | undefined;
  let end = 0;
  for (const at of capitals) {
    if (at < end) continue;
    end = endOfLoneWord(text, at);
    let words: readonly NameWord[] = noWords;
    if (end === 0) {
      reader ??= new RunReader(text);
      words = reader.read(at);
      end = reader.end;
    }
    if (text.charAt(at - 1) === BLANK) end = Math.max(end, endOfLink(text, end));
    else if (words.length > 1) runs.push(words);
  }
  return runs;
}

const noWords: readonly NameWord[] = [];

/** Where the words that a link prints end: at the brackets that close it. */
const endOfLink = (text: string, from: number): number => {
  const close = text.indexOf(BLANK, from);
  return close < 0 || close - from > LONGEST_NAME ? from : close;
};

const SPACE = 32;
const stops: ReadonlySet<number> = new Set([...'.,;:!?'].map((sign) => sign.charCodeAt(0)));

/** Where the plain letters and figures end that begin at a place; that place where there are none. */
function endOfPlainWord(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); isPlain(code); code = text.charCodeAt(end)) end++;
  return end;
}

const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** False for a sign with which a word of plain letters may go on. */
const isPlainEnd = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return !(code >= 128 || code === HYPHEN || code === APOSTROPHE);
};
const HYPHEN = 45;
const APOSTROPHE = 39;

/**
 * Where a word ends that is plainly no run: one of plain letters, and behind it and a space another that begins with a small letter and
 * joins nothing. 0 where that cannot be said so quickly.
 */
function endOfLoneWord(text: string, start: number): number {
  const end = endOfPlainWord(text, start);
  if (end === start || text.charCodeAt(end) !== SPACE) return 0;
  const next = end + 1;
  const first = text.charCodeAt(next);
  if (first < 97 || first > 122) return 0;
  const nextEnd = endOfPlainWord(text, next);
  const mayJoin = nextEnd - next <= LONGEST_JOINING && isJoining(text.slice(next, nextEnd));
  return text.charCodeAt(nextEnd) < 128 && !mayJoin ? end : 0;
}

/** Reads one run after the other of a text. */
class RunReader {
  /** Where what was read last ends. */
  end = 0;
  private readonly text: string;
  private readonly token: RegExp;
  /** The word that was read last. */
  private start = 0;
  private isBracketed = false;

  constructor(text: string) {
    this.text = text;
    this.token = nextToken(text);
  }

  /** Reads the run that begins with the word at a place. Only of a run of two words or more the words are given. */
  read(at: number): readonly NameWord[] {
    const { text } = this;
    const words: NameWord[] = [];
    let length = 0;
    let runEnd = at + 1;
    this.end = at;
    while (words.length < LONGEST_RUN && this.next()) {
      const written = text.slice(this.start, this.end);
      const counts = beginsWithCapital.test(written) || year.test(written);
      if (!counts && !isJoining(written.toLowerCase())) break;
      words.push(wordAt(written, this.start, this.isBracketed));
      if (counts) {
        length = words.length;
        runEnd = this.end;
      } else if (words.length - length > 2) break;
    }
    this.end = runEnd;
    words.length = length;
    return length > 1 ? words : noWords;
  }

  /** Goes on to the next word; false where none can belong to the run. */
  private next(): boolean {
    const { text, end } = this;
    const start = text.charCodeAt(end) === SPACE ? end + 1 : end;
    const wordEnd = endOfPlainWord(text, start);
    if (wordEnd > start && isPlainEnd(text, wordEnd)) {
      this.start = start;
      this.end = wordEnd;
      this.isBracketed = false;
      return true;
    }
    if (end === text.length || stops.has(text.charCodeAt(end))) return false;
    this.token.lastIndex = end;
    const match = this.token.exec(text);
    if (!match) return false;
    const [all, gap = '', bracket] = match;
    this.start = end + gap.length;
    this.end = end + all.length;
    this.isBracketed = bracket === '(' && text.charAt(this.end) === ')';
    return true;
  }
}
