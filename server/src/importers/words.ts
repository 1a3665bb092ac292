import { type Bag, bagOf, bagOfWords, inCommon } from '../difference/bag.ts';
import type { Block } from './source.ts';

/** Signs that mean something wherever they stand in a line: of marks, links, tags, entities and code. */
const signs = /[\\`*[\]]|~(?=~)|(?<=~)~|<(?=[a-z/!?])|&(?=#?\w{1,40};)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu;

/** Characters that nobody sees within words: places where a line may break, marks of direction, what joins or parts letters. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu;

/** What is no character that a plan can have, and spaces of all sorts. */
const gaps = /[\s\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

/**
 * Words as they are read: one space between them, and nothing that nobody sees. Spaces at the beginning and the end are left, as
 * words may go on in the next piece.
 */
export const tidy = (text: string): string => text.replace(unseen, '').replace(gaps, ' ');

/**
 * Words as Markdown in a line that shows them as they are. What they would mean at the start of a line (`1.`, `-`, `#`) stays as
 * it is: a `Piece` is a line, and whoever writes it as a paragraph takes that from it with `atLineStart`.
 */
export const escaped = (text: string): string => tidy(text).replace(signs, '\\$&');

/** What begins a list, a heading, a quotation, a rule or a table where a line begins with it. */
const beginning = /^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+=#>:|]))/;

/** Lines of Markdown that are a paragraph whatever they begin with. A backslash more is all that it adds. */
export const atLineStart = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => line.trimStart().replace(beginning, '$1\\'))
    .join('\n');

/** What is more than words in a line, in the order in which it is looked for at each place. */
const special =
  /\\(?<escaped>[!-/:-@[-`{-~\n])|(?<ticks>`+)|(?<note>\[\^[^[\]\s]{1,200}\])|(?<open>!?\[)|(?<close>\])|<(?<address>[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>@]{1,255})>|(?<mark>\*+|_+|~~)/gi;

/** Where a link leads, behind its words. */
const destination = /\((?:<[^<>\n]*>|(?:[^\s()\\<]|\\.|\([^\s()]*\))*)(?:\s+"[^"]*")?\)/y;

/**
 * The words of Markdown in a line, as somebody reads them: without marks, addresses of links and marks of footnotes, with the words
 * for a picture, and a space for a line break. Reads what readers give, in one pass however long it is: marks count as marks
 * wherever they may be, as readers escape those that are not.
 */
export function plainWords(markdown: string): string {
  const words: string[] = [];
  /** Places among `words` of brackets that are open. */
  const opened: number[] = [];
  const ticks = codeTicks(markdown);
  const next = new RegExp(special);
  let from = 0;
  for (let found = next.exec(markdown); found; found = next.exec(markdown)) {
    const { 0: whole, index, groups = {} } = found;
    const { escaped, ticks: run, note, open, close, address, mark } = groups;
    words.push(markdown.slice(from, index));
    from = index + whole.length;
    if (escaped !== undefined) words.push(escaped);
    else if (run !== undefined) {
      const end = ticks.closing(index, run);
      words.push(end === undefined ? run : markdown.slice(from, end));
      if (end !== undefined) from = end + run.length;
    } else if (open !== undefined) opened.push(words.push(open) - 1);
    else if (close !== undefined) {
      const bracket = opened.pop();
      destination.lastIndex = from;
      const [leads] = bracket === undefined ? [] : (destination.exec(markdown) ?? []);
      if (bracket === undefined || leads === undefined) words.push(close);
      else {
        words[bracket] = '';
        from += leads.length;
      }
    } else if (address !== undefined) words.push(address);
    else if (note === undefined && !isMark(whole, markdown, index)) words.push(mark ?? '');
    next.lastIndex = from;
  }
  words.push(markdown.slice(from));
  return words.join('').replace(/\s+/g, ' ').trim();
}

/** True for a run of stars, lines or waves that marks words: not one with spaces on both sides, nor a low line within a word. */
function isMark(run: string, text: string, at: number): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + run.length)];
  if (/^\s?$/.test(before) && /^\s?$/.test(behind)) return false;
  return !run.startsWith('_') || !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(behind);
}

/** Finds where code in a line ends: each run of backticks is looked at once, however many begin and never end. */
function codeTicks(text: string): { closing(at: number, run: string): number | undefined } {
  const places = new Map<number, number[]>();
  if (text.includes('`'))
    for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
      const same = places.get(run.length);
      if (same) same.push(index);
      else places.set(run.length, [index]);
    }
  return {
    closing(at, run) {
      const same = places.get(run.length) ?? [];
      while (same.length > 0 && (same.at(-1) as number) <= at) same.pop();
      return same.at(-1);
    },
  };
}

/** Figures set high or low, as the figures that they are. */
const setOff: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹', ...'₀₁₂₃₄₅₆₇₈₉'].map((figure, index) => [figure, `${index % 10}`]),
);

/**
 * The words of plain text one after the other, for seeing that nothing is lost: letters and figures in Unicode's composed form, case
 * kept, punctuation apart (“don’t” is two words), and figures that are set high or low as any others.
 */
export const wordSequence = (text: string): string[] =>
  text
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/[⁰¹²³⁴-⁹₀-₉]/g, (figure) => setOff[figure] ?? figure)
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** All words of a block in plain text, in order: with the mark of a point, and who said a quotation at its end. */
export function wordsOfBlock(block: Block): string {
  switch (block.type) {
    case 'table':
      return [block.caption ?? '', ...[...block.head, ...block.rows].flat()].map(plainWords).filter(Boolean).join('\n');
    case 'point':
      return `${block.mark} ${plainWords(block.text)}`;
    case 'quotation':
    case 'remark':
      return [plainWords(block.text), block.by ?? ''].filter(Boolean).join('\n');
    default:
      return plainWords(block.text);
  }
}

/** How alike two short texts are, from 0 to 1, by the words that both have. */
export const likeness = (one: string, other: string): number => inCommon(bagOfWords(one), bagOfWords(other));

/**
 * How alike two short texts are, from 0 to 1, by their letters and figures three at a time: knows a text again where spaces are lost
 * or words have other endings. Texts that have nothing to do with each other reach 0.3 in this way.
 */
export const likenessOfLetters = (one: string, other: string): number =>
  inCommon(bagOfLetters(one), bagOfLetters(other));

/** The letters and figures of a text three at a time, spaces and punctuation apart: for comparing one text with many. */
export function bagOfLetters(text: string): Bag {
  const letters = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');
  if (letters.length < 3) return bagOf(letters ? [letters] : []);
  return bagOf(Array.from({ length: letters.length - 2 }, (_, index) => letters.slice(index, index + 3)));
}
