import { byAlphabet } from './alphabet.ts';
import { type Head, readHead } from './head.ts';
import { trimEnd, trimStart } from './lines.ts';
import type { ProblemCode } from './tree.ts';
import { isReferenceShaped } from './values/references.ts';
import {
  type Context,
  contextOf,
  type Definition,
  type Field,
  fieldOn,
  type Kind,
  kindOfPlural,
  meaningAnywhere,
  nearestWord,
  wordFor,
} from './vocabulary/index.ts';

/** What a line is that does not begin with a key of its place: what was meant, and what is wrong with it. */
export interface Guess {
  readonly definition: Definition | undefined;
  readonly code: ProblemCode;
  /** The word that was meant. */
  readonly meant?: string | undefined;
  /** The parts of the line, where they are other than they looked; and where the fault in it ends. */
  readonly head?: Head;
  readonly end?: number;
  /** True for a Welsh word in an English file. */
  readonly welsh?: boolean;
}

/** A line without a colon that is an entry all the same. */
export interface Bare {
  readonly definition: Definition | undefined;
  /** How long the id behind the key is; 0 where what follows is a value or a title. */
  readonly idLength: number;
}

/** Longer texts are never ids, and are not worth a look. */
const LONGEST_ID = 200;
const LONGEST_LIST = 2_000;
const LONGEST_HEADING = 120;

const idShape = byAlphabet(/^[A-Za-z\d]+(-[A-Za-z\d]+)*$/, () => /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
const beginsWithLetter = /^\p{L}/u;
const beginsWithCapital = /^\p{Lu}/u;
const beginsLikeHeading = /^[\p{Lu}\p{N}]/u;
const endsLikeSentence = /[.!?;,]$/;
const beginsWithFigure = /^[\d£€$]/;
const idAndTitle = byAlphabet(
  /^([a-z\d]+(?:-[A-Za-z\d]+)*)\s+[A-Z]/,
  () => /^([\p{Ll}\p{Lo}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*)\s+\p{Lu}/u,
);
const bullet = /^[-–—•]$/;
const filePath = /^[^\s:]+\.[a-z]+$/;

/** True for text that could be an id: letters, digits and hyphens, no capital. */
export const isIdShaped = (text: string): boolean =>
  text.length <= LONGEST_ID && idShape(text).test(text) && text === text.toLowerCase();

/** True for ids with commas between; one may be missing. */
function isListOfIds(text: string): boolean {
  if (text.length > LONGEST_LIST) return false;
  const pieces = text.split(',').map((piece) => piece.trim());
  return text !== '' && pieces.every((piece) => piece === '' || isReferenceShaped(piece));
}

/** True for words that can only be the value of this field: no sentence goes on like that. */
function isClearlyValue(field: Field, words: string): boolean {
  switch (field.type) {
    case 'reference':
      return isListOfIds(words);
    case 'choice':
      return [...(field.choices ?? []), ...(field.choicesCy ?? [])].includes(words);
    case 'path':
      return words.length <= LONGEST_LIST && filePath.test(words);
    case 'date':
    case 'due':
    case 'period':
    case 'quantity':
    case 'money':
    case 'target':
    case 'baseline':
      return beginsWithFigure.test(words);
    default:
      return false;
  }
}

/** The words of a line from `start` to its end, without the spaces around them. */
function wordsFrom(text: string, start: number, stop: number): string {
  const at = trimStart(text, start, stop);
  return text.slice(at, trimEnd(text, at, stop));
}

/**
 * What a line without a colon is; undefined where it is text. A known word alone is an entry, and so is one with an id
 * or a value behind it; a kind with a title, where the title begins with a capital or the line below can only belong to
 * such an item; and any heading or single word over a line that can only belong to an item. `holdsNext` tells whether a
 * line below, right below or over blank lines, can only belong to an item of a kind, or of any.
 */
export function bareEntry(
  text: string,
  head: Head,
  stop: number,
  context: Context,
  holdsNext: (kind: Kind | undefined, overBlank?: boolean) => boolean,
): Bare | undefined {
  const word = text.slice(head.at, head.keyEnd);
  const rest = wordsFrom(text, head.keyEnd, stop);
  const here = context.words.get(word);
  if (here) {
    if (rest === '') return { definition: here, idLength: 0 };
    if (!here.item) return isClearlyValue(here, rest) ? { definition: here, idLength: 0 } : undefined;
    if (isIdShaped(rest)) return { definition: here, idLength: rest.length };
    const start = rest.slice(0, LONGEST_ID);
    const id = idAndTitle(start).exec(start)?.[1];
    if (id !== undefined && holdsNext(here, true)) return { definition: here, idLength: id.length };
    return beginsWithCapital.test(rest) || holdsNext(here) ? { definition: here, idLength: 0 } : undefined;
  }
  const line = text.slice(head.at, trimEnd(text, head.at, stop));
  if (!(rest === '' ? beginsWithLetter : beginsLikeHeading).test(line)) return undefined;
  const kind = context.words.get(word.toLowerCase());
  if (kind?.item && rest !== '' && holdsNext(kind)) return { definition: kind, idLength: 0 };
  if (line.length > LONGEST_HEADING || line.includes('\t') || endsLikeSentence.test(line)) return undefined;
  return holdsNext(undefined) ? { definition: undefined, idLength: 0 } : undefined;
}

/** A key of several words that is written with spaces: `Approved by:` for `approved-by:`. */
export function joinedKey(text: string, head: Head, context: Context): Guess | undefined {
  if (head.words === 0) return undefined;
  const { at, nameEnd: end } = head;
  const meant = text.slice(at, end).toLowerCase().replace(/\s+/g, '-');
  const definition = context.words.get(meant);
  const joined = { ...head, keyEnd: end, nameStart: end, nameEnd: end, words: 0 };
  return definition && { definition, code: 'unknown-key', meant, head: joined, end };
}

/** A key with a dash or a bullet before it: `- action: Plant trees`. */
export function dashedKey(text: string, head: Head, stop: number, context: Context): Guess | undefined {
  const { at, keyEnd: end } = head;
  if (end - at > 1 || !bullet.test(text.slice(at, end))) return undefined;
  const dashed = { ...head };
  readHead(text, trimStart(text, end, stop), stop, dashed);
  const definition = dashed.colon < 0 ? undefined : context.words.get(text.slice(dashed.at, dashed.keyEnd));
  return definition && { definition, code: 'unknown-key', head: { ...dashed, at }, end };
}

/** The plural of a kind for the kind, or the other way round: `outcome: safe` in a KPQ, `priorities parks: Parks`. */
function otherNumber(text: string, head: Head, stop: number, context: Context, word: string): Guess | undefined {
  const { language } = context;
  const value = wordsFrom(text, head.colon + 1, stop);
  const ids = head.words === 0 && isListOfIds(value);
  const found = meaningAnywhere(word, language);
  const links = found?.item ? fieldOn(context.place, found.plural) : undefined;
  if (ids && links) return { definition: links, code: 'unknown-key', meant: wordFor(links, language) };
  const several = kindOfPlural(word);
  if (ids || !several || (head.words === 0 && value === '')) return undefined;
  const meant = wordFor(several, language);
  return context.words.get(meant) === several ? { definition: several, code: 'unknown-key', meant } : undefined;
}

/** What a word means that is not a key of its place. */
export function guess(text: string, head: Head, stop: number, context: Context): Guess {
  const found = text.slice(head.at, head.keyEnd);
  const lower = found.toLowerCase();
  const { language } = context;
  const inSmallLetters = context.words.get(lower);
  if (inSmallLetters) return { definition: inSmallLetters, code: 'capital-key', meant: lower };
  const near =
    otherNumber(text, head, stop, context, lower) ??
    joinedKey(text, head, context) ??
    dashedKey(text, head, stop, context);
  if (near) return near;
  const elsewhere = meaningAnywhere(lower, language);
  if (elsewhere) return { definition: elsewhere, code: 'wrong-place' };
  const welsh = language === 'en' ? welshMeaning(lower, context) : undefined;
  if (welsh) return { definition: welsh, code: 'unknown-key', meant: welsh.key, welsh: true };
  const meant = nearestWord(found, context);
  const definition = meant === undefined ? undefined : (context.words.get(meant) ?? meaningAnywhere(meant, language));
  return { definition, code: 'unknown-key', meant };
}

const welshMeaning = (word: string, context: Context): Definition | undefined =>
  contextOf(context.place, 'cy').words.get(word) ?? meaningAnywhere(word, 'cy');
