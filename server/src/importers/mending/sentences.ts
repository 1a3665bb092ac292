import { lineEnd } from './glue.ts';

/** Short forms with a stop that ends no sentence. */
const short =
  /(?:^|[\s(“"])(?:mr|mrs|ms|dr|prof|rev|sgt|insp|supt|st|rt|hon|cllr|no|nos|vol|ch|para|paras|art|fig|vs|approx|inc|ltd|dept|gov|e\.g|i\.e|cf|al|p|pp|tel|ext|\p{Lu})\.$/iu;

/** A mark of a point within a text: `i.`, `iv.`, `a)`, `1.`. */
const mark = /^\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})[.)]$/;

/** Places where a sentence may end: behind a stop, before a space and a capital, a figure, a quotation or a mark of a point. */
const place = /(?<=[.?!:]["”’)]{0,2})[\s\u2028]+(?=["“‘(]?[\p{Lu}\d]|\(?(?:[ivx]{1,5}|[a-z])[.)]\s)/gu;

/** The sentences of a text; what leads on with a colon is one, and so is a mark of a point with the words after it. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(place)) {
    const sentence = text.slice(from, index);
    const tail = sentence.slice(-12);
    const isMark = mark.test(sentence.trim());
    if (isMark || (sentence.endsWith('.') && short.test(tail) && !gap.includes(lineEnd))) continue;
    if (/:$/.test(sentence) && /\d$/.test(sentence.slice(0, -1)) && /^\d/.test(text.slice(index + gap.length)))
      continue;
    found.push(sentence);
    from = index + gap.length;
  }
  found.push(text.slice(from));
  return found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** The mark that a sentence begins with, and the words after it; undefined where it begins with none. */
export function markOf(sentence: string): { mark: string; rest: string } | undefined {
  const found = /^(\(?(?:[ivx]{1,5}|[a-h]|\d{1,2})[.)])[\s\u2028]+(?=\S)/u.exec(sentence);
  return found ? { mark: found[1] as string, rest: sentence.slice(found[0].length) } : undefined;
}
