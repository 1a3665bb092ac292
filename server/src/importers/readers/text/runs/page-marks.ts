import { lineEnd } from '../../../mending/glue.ts';
import type { Line } from '../lines.ts';
import type { Removals } from '../removals.ts';
import { spotOf } from '../rough.ts';

/** A line that is a whole page, or more. */
export interface Run {
  readonly line: Line;
  readonly text: string;
}

/** A period of years with the number of a page run on: `2021-20242`. */
const yearsAndPage = /((?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d(?=\d{1,3}$)))(\d{1,3})$/;

/** Pages that are lines, without their numbers and the words that stand on each of them. */
export function withoutPageMarks(runs: readonly Run[], removals: Removals): Run[] {
  const foot = footOf(runs.map(({ text }) => text));
  let page = 0;
  return runs.map(({ line, text }, index) => {
    let rest = text;
    const start = page;
    const spot = spotOf(line);
    const numbered = (number: string): void => {
      removals.add('page number', number, spot);
      page = Math.max(page, Number(number));
    };
    if (foot) {
      rest = withoutFoot(rest, foot, index === 0, (number) => {
        removals.add('running head', foot, spot);
        if (number) numbered(number);
      });
    }
    const first = /^(\d{1,3})\s(?=["“‘]?\p{L})/u.exec(rest)?.[1];
    if (first && isNext(Number(first), page, runs.length)) {
      numbered(first);
      rest = rest.slice(first.length).trimStart();
    }
    const last = /(?<=[.?!”]\s?)(\d{1,3})$/u.exec(rest)?.[1];
    if (last && isNext(Number(last), page, runs.length)) {
      numbered(last);
      rest = rest.slice(0, -last.length).trimEnd();
    }
    rest = rest.replace(/(?<=[\p{L}\]])\d{1,3}$/u, (number) => {
      if (Number(number) <= start || Number(number) > start + 2) return number;
      numbered(number);
      return '';
    });
    rest = rest.replace(/(?<=[.?!])(\d{1,3})(?=\p{Lu}[\p{Ll}\s])/gu, (number) => {
      if (Number(number) <= start || Number(number) > start + 6) return number;
      numbered(number);
      return lineEnd;
    });
    rest = rest.replace(/(?<=\p{Lu}{3})(\d{1,3})(?=\s\p{Lu})/gu, (number) => {
      if (Number(number) !== start + 1) return number;
      removals.add('page number', number, spot);
      return lineEnd;
    });
    return { line, text: rest };
  });
}

const isNext = (number: number, page: number, most: number): boolean =>
  number >= page && number <= page + Math.max(6, most);

/** The words that stand at the foot of pages: the longest that several end with, and that stand three times in the text. */
function footOf(pages: readonly string[]): string | undefined {
  const all = pages.join('\n');
  const ends = pages.map((page) =>
    page
      .replace(yearsAndPage, '$1')
      .replace(/(?<=\D)\s?\d{1,3}$/, '')
      .split(/\s+/)
      .slice(-9),
  );
  for (let count = 8; count >= 3; count--) {
    for (const words of ends) {
      const foot = words
        .slice(-count)
        .join(' ')
        .replace(/^.*?[.?!](?=\p{Lu})/u, '')
        .replace(/^.*?\p{Ll}(?=\p{Lu}\p{Ll})/u, '');
      const isPhrase = /^\p{Lu}/u.test(foot) && foot.split(' ').length >= 3 && !/[.?!;:,]$/.test(foot);
      if (isPhrase && timesIn(all, foot) >= 3 && ends.filter((other) => other.join(' ').endsWith(foot)).length >= 2)
        return foot;
    }
  }
  return undefined;
}

function timesIn(text: string, words: string): number {
  let times = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) times++;
  return times;
}

/** A page without its foot: where it ends with it, and where the words stand without a space on a side, as a sentence would not have them. */
function withoutFoot(text: string, foot: string, isFirst: boolean, found: (number: string) => void): string {
  let rest = '';
  let from = 0;
  for (let at = text.indexOf(foot); at >= 0; at = text.indexOf(foot, at + 1)) {
    // Where the text begins with it, it is its title.
    if (at < from || (isFirst && at === 0)) continue;
    const after = text.slice(at + foot.length, at + foot.length + 6);
    const before = text.slice(Math.max(0, at - 6), at);
    const next = /^\d{0,3}(?=$)/.exec(after)?.[0];
    const isEnd = next !== undefined;
    const isGlued = /[\p{L}\d.?!]$/u.test(before) || /^[\p{L}\d]/u.test(after);
    if (!isEnd && !isGlued) continue;
    const number = next || /(?<=[^\d\s])\d{1,3}\s?$|(?<=\s)\d{1,3}\s$/.exec(before)?.[0].trim() || '';
    const start = next || number === '' ? at : at - (before.length - before.lastIndexOf(number));
    rest += text.slice(from, start).trimEnd() + lineEnd;
    from = at + foot.length + (next?.length ?? 0);
    found(number);
  }
  return (rest + text.slice(from)).replace(/[\s\u2028]+$/, '');
}
