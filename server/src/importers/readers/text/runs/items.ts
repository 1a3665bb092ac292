import { isFunctionWord } from '../../../mending/function-words.ts';
import type { Names } from '../../../mending/naming.ts';

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
      /(?<=(?:^|[\s\u2028])([\p{L}’'-]{2,40}|[^\s\u2028]{1,60}[)\d]))\u2028(?=(\p{Lu}[\p{L}’'-]{1,40})[\s\u2028]["“‘(]?\p{Ll})/gu,
      (gap, before: string, after: string) => {
        const isOpen = /^\p{Lu}/u.test(before) || isFunctionWord(before.toLowerCase(), true);
        return isOpen || names.isName(after) ? gap : seam;
      },
    );
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
