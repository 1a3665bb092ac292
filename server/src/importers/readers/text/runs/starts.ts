import { isFunctionWord } from '../../../mending/function-words.ts';
import { lineEnd } from '../../../mending/glue.ts';
import type { Names } from '../../../mending/naming.ts';
import { sentencesOf } from '../../../mending/sentences.ts';
import { type Beginning, beginsAction } from '../../../mending/starters.ts';

/** The points of a text that is a list without signs: its sentences, cut where another point begins in their middle. */
export function itemsOf(text: string, list: Beginning | undefined, names: Names): string[] {
  return sentencesOf(text).flatMap((sentence) => cutAtStarts(sentence, list, names));
}

/** A word with a capital within a sentence, and what stands around it. */
interface Start {
  readonly before: string;
  readonly word: string;
  readonly after: string;
  /** True where what follows the word after it begins with a small letter. */
  readonly goesOn: boolean;
  /** True where a line ended before it. */
  readonly beginsLine: boolean;
  /** True where one word stands between it and the point before. */
  readonly isSecond: boolean;
  readonly isQuestion: boolean;
}

/** A word with a capital, and the two words after it. */
const capital =
  /(?<=[^\s\u2028][\s\u2028])(\p{Lu}[\p{L}’'-]*)(?=[\s\u2028]+([^\s\u2028]+)(?:[\s\u2028]+([^\s\u2028]))?)/gu;

function cutAtStarts(sentence: string, list: Beginning | undefined, names: Names): string[] {
  const found: string[] = [];
  let from = 0;
  const isQuestion = sentence.endsWith('?');
  for (const { 1: word = '', 2: after = '', 3: next = '', index } of sentence.matchAll(capital)) {
    const start: Start = {
      before: /[^\s\u2028]+$/u.exec(sentence.slice(Math.max(from, index - 60), index - 1))?.[0] ?? '',
      word,
      after,
      goesOn: /\p{Ll}/u.test(next),
      beginsLine: sentence[index - 1] === lineEnd,
      isSecond: index - from < 40 && !/\s/.test(sentence.slice(from, index - 1)),
      isQuestion,
    };
    if (!beginsPoint(start, list, names)) continue;
    found.push(sentence.slice(from, index));
    from = index;
  }
  found.push(sentence.slice(from));
  return found.map((item) => item.trim()).filter((item) => item !== '');
}

const isSmall = (text: string): boolean => /^["“‘(]?\p{Ll}/u.test(text);
const isLarge = (text: string): boolean => /^\p{Lu}/u.test(text);

/** Words that hold sentences together and may end one: “… where communities ask for them”. */
const mayEnd = new Set('it them us you me out up off on'.split(' '));

/** True for a word that begins a point: a verb, “To” with one, a question, or in a list of things a word that is no name. */
function beginsPoint(start: Start, list: Beginning | undefined, names: Names): boolean {
  const { before, word, after } = start;
  if (before === '' || before === 'including' || /[,;:–—(“‘&-]$/u.test(before)) return false;
  if (/^\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]$/.test(before)) return false;
  const small = word.toLowerCase();
  const isOpen = isFunctionWord(before.toLowerCase(), true);
  const isAction = beginsAction(small) && !names.isName(word);
  if (isOpen) return isAction && list === 'noun' && mayEnd.has(before) && isSmall(after) && !start.beginsLine;
  if (start.isQuestion && /^(?:how|what|who|why)$/.test(small)) return isSmall(after);
  if (small === 'to') return beginsAction(after.toLowerCase().replace(/[^\p{L}-]/gu, ''));
  if (/^(?:We|I)$/.test(word)) return /^(?:will|shall)$/.test(after) && /[\p{Ll})]$/u.test(before) && list !== 'prose';
  if (isAction) return isSmall(after) || (!isLarge(before) && names.isName(after.replace(/[^\p{L}]/gu, '')));
  return list === 'noun' && !start.beginsLine && !names.isName(word) && isThing(start, names);
}

/** “… incidents Human trafficking and …”; with a thing of one word also “… coercion Elderly Hate incidents”. */
function isThing({ before, after, goesOn, isSecond }: Start, names: Names): boolean {
  const follows = isSmall(after) || /^\d/.test(after);
  if (!isLarge(before) && /[\p{Ll})%\d]$/u.test(before))
    return follows || (isLarge(after) && goesOn && !names.isName(after));
  return isSecond && follows && /^\p{Lu}\p{Ll}+$/u.test(before) && !names.isName(before) && names.hasSmall(before);
}
