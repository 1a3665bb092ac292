import { isFunctionWord } from '../../../mending/function-words.ts';
import { lineEnd } from '../../../mending/glue.ts';
import type { Names } from '../../../mending/naming.ts';
import { sentencesOf } from '../../../mending/sentences.ts';
import { type Beginning, beginsAction } from '../../../mending/starters.ts';

/** Where one paragraph ended for sure. */
export const seam = '\u2029';

/**
 * A text with a seam where a line ended with its sentence, or in the middle of one before a capital that no name has. Only for texts that
 * lost the ends of their lines: `lineEnd` stands where they were.
 */
export function withSeams(text: string, names: Names): string {
  return text
    .replace(/(?<![\s\u2028]\d{1,2}\.)(?<=[.?!]["”’)]?)[\u2028](?=["“‘]?\p{Lu}|\d{1,2}\.[\s\u2028])/gu, seam)
    .replace(/(?<=\p{Ll}{4})\u2028(?=I (?:am|will|have|want|believe) )/gu, (gap, at: number) => {
      const before = /\p{L}+$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
      return isFunctionWord(before.toLowerCase(), true) ? gap : seam;
    })
    .replace(
      /(?<=(?:^|[\s\u2028])([\p{L}’'-]{2,40}|[^\s\u2028]{1,60}\)))\u2028(?=(\p{Lu}[\p{L}’'-]{1,40})[\s\u2028]["“‘(]?\p{Ll})/gu,
      (gap, before: string, after: string) => {
        const isOpen = /^\p{Lu}/u.test(before) || isFunctionWord(before.toLowerCase(), true);
        return isOpen || names.isName(after) ? gap : seam;
      },
    );
}

/** Words of a text that is a list of points without signs, one point each; undefined where it is none. */
export function itemsOf(text: string, list: Beginning | undefined, names: Names): string[] {
  return sentencesOf(text).flatMap((sentence) => cutAtStarts(sentence, list, names));
}

/** A sentence cut before each capital in its middle that begins another point. */
function cutAtStarts(sentence: string, list: Beginning | undefined, names: Names): string[] {
  const found: string[] = [];
  let from = 0;
  for (const match of sentence.matchAll(
    /(?<=[^\s\u2028][\s\u2028])(\p{Lu}[\p{L}’'-]*)(?=[\s\u2028]+([^\s\u2028]+))/gu,
  )) {
    const before = /[^\s\u2028]+$/u.exec(sentence.slice(Math.max(from, match.index - 60), match.index - 1))?.[0] ?? '';
    if (
      !beginsPoint(
        before,
        match[1] as string,
        match[2] as string,
        list,
        names,
        sentence[match.index - 1] === lineEnd,
        sentence.endsWith('?'),
        !/\s/.test(sentence.slice(from, match.index - 1)),
      )
    )
      continue;
    found.push(sentence.slice(from, match.index));
    from = match.index;
  }
  found.push(sentence.slice(from));
  return found.map((item) => item.trim()).filter((item) => item !== '');
}

/** True for a word with a capital, between two others, that begins a point: a verb, “To” with one, or in a list of things a word that is no name. */
function beginsPoint(
  before: string,
  word: string,
  after: string,
  list: Beginning | undefined,
  names: Names,
  isLineEnd: boolean,
  asks: boolean,
  isAlone: boolean,
): boolean {
  if (before === '' || /[,;:–—(“‘&-]$/u.test(before) || isFunctionWord(before.toLowerCase(), true)) return false;
  const small = word.toLowerCase();
  if (/^(?:how|what|who|why)$/.test(small) && asks) return /^\p{Ll}/u.test(after);
  const goesOnSmall = /^["“‘(]?\p{Ll}|^\d/u.test(after);
  if (small === 'to') return beginsAction(after.toLowerCase().replace(/[^\p{L}-]/gu, '')) || after === 'ensure';
  if (/^(?:We|I)$/.test(word)) return /^(?:will|shall)$/.test(after) && /[\p{Ll})]$/u.test(before) && list !== 'prose';
  if (beginsAction(small)) {
    const isAfterName = /^\p{Lu}/u.test(before);
    return (
      (goesOnSmall || names.isName(after.replace(/[^\p{L}]/gu, ''))) &&
      !names.isName(word) &&
      (!isAfterName || goesOnSmall)
    );
  }
  if (isLineEnd || list === 'verb' || list === 'doing' || list === 'to') return false;
  if (list !== 'noun' || names.isName(word)) return false;
  // “… coercion Elderly Hate incidents”: a thing of one word stands between two others.
  const isThing = /\p{Ll}$|\)$/u.test(before) && !/^\p{Lu}/u.test(before);
  const isAfterOne = isAlone && /^\p{Lu}\p{Ll}+$/u.test(before) && !names.isName(before);
  const goesOn = goesOnSmall || after === '' || (/^\p{Lu}/u.test(after) && !names.isName(after));
  return (isThing && goesOn) || (isAfterOne && goesOnSmall && names.hasSmall(before));
}

/** A text with seams around the points that stand elsewhere as well. Spaces and ends of lines are the same to them. */
export function withKnownItems(text: string, items: readonly string[]): string {
  const flat = text.replace(/[\u2028\u2029]/g, ' ');
  const cuts = new Set<number>();
  for (const item of items) {
    for (let at = flat.indexOf(item); at >= 0; at = flat.indexOf(item, at + item.length)) {
      const end = at + item.length;
      const after = flat.slice(end, end + 3);
      if (/^(?:[\p{L}\p{N}]|\s?\p{Ll})/u.test(after) || /[\p{L}\p{N}]/u.test(flat[at - 1] ?? ' ')) continue;
      const number = /(?:^|\s)(\d{1,2}\.\s)$/.exec(flat.slice(Math.max(0, at - 5), at))?.[1] ?? '';
      cuts.add(at - number.length).add(end);
    }
  }
  let found = '';
  let from = 0;
  for (const cut of [...cuts].sort((one, other) => one - other)) {
    found += text.slice(from, cut) + seam;
    from = cut;
  }
  return found + text.slice(from);
}
