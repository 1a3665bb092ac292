import { depthOf } from './file-line.ts';

/** One line of a list, or of what stands around it. */
export interface ListLine {
  /** The first line of a point, a line that goes on with one, other words, or nothing. */
  readonly role: 'point' | 'more' | 'words' | 'blank';
  /** For a point: how many points it stands in. */
  readonly level: number;
  /** Its words, without the mark. */
  readonly words: string;
}

/** A point of a list, on one line. */
export interface Point {
  readonly level: number;
  readonly words: string;
}

/** Marks that Word, web pages and writers put before points, those of the font “Symbol” among them. */
const sign = /^([-*+•·◦▪▫●○■□‣⁃–—∙\uf0b7\uf0a7\uf0d8\uf0fc])[\s\u00a0]+(?=\S)/u;
/** A small o is a mark in Word; with a single space behind it only below another point and before a capital: it is a word in Welsh. */
const smallO = /^(o)(?:\t|[ \u00a0]{2,})[\s\u00a0]*(?=\S)/;
const smallOBelow = /^(o)[\s\u00a0]+(?=\p{Lu})/u;
const number = /^\(?(?:(\d{1,3})|([a-z]|[ivx]{2,5}))([.)])[\s\u00a0]+(?=\S)/;

interface Mark {
  /** What the marks of one level have in common. */
  readonly sort: string;
  readonly length: number;
}

/** The mark at the beginning of some words. */
function markOf(words: string, isBelowPoint: boolean): Mark | undefined {
  const found = sign.exec(words) ?? smallO.exec(words) ?? (isBelowPoint ? smallOBelow.exec(words) : null);
  if (found) return { sort: found[1] as string, length: found[0].length };
  const numbered = number.exec(words);
  if (!numbered) return undefined;
  const [whole, figures, , end = ''] = numbered;
  return { sort: (figures ? '1' : 'a') + end, length: whole.length };
}

/** True for a line that begins like a point of a list. */
export const isPoint = (line: string): boolean => markOf(line.trimStart(), false) !== undefined;

/** A line without the mark of a point at its beginning. */
export function withoutMark(line: string): string {
  const words = line.trimStart();
  return words.slice(markOf(words, true)?.length ?? 0);
}

/**
 * Reads the lines of a list: by marks, and how deep each stands by its indentation or, where that says nothing, by its mark. A line
 * without a mark goes on with the point above it where it is indented, and no blank line is between.
 */
export function readList(lines: readonly string[]): ListLine[] {
  let above: { sort: string; depth: number }[] = [];
  let last: ListLine['role'] = 'words';
  return lines.map((line) => {
    const words = line.trim();
    const depth = depthOf(line);
    const mark = markOf(words, above.length > 0);
    if (!words) last = 'blank';
    else if (mark) {
      above = [...holding(above, mark.sort, depth), { sort: mark.sort, depth }];
      last = 'point';
      return { role: last, level: above.length - 1, words: words.slice(mark.length).trim() };
    } else if ((last === 'point' || last === 'more') && depth > (above.at(-1)?.depth ?? 0)) last = 'more';
    else {
      above = [];
      last = 'words';
    }
    return { role: last, level: 0, words };
  });
}

/** The points that a new one stands in, of those that the point above it stands in and itself. */
function holding(
  above: readonly { readonly sort: string; readonly depth: number }[],
  sort: string,
  depth: number,
): { sort: string; depth: number }[] {
  const shallower = above.filter((one) => one.depth <= depth);
  const same = shallower.findIndex((one) => one.sort === sort && one.depth === depth);
  return same < 0 ? [...shallower] : shallower.slice(0, same);
}

/** The points of a list, each on one line with what goes on with it. */
export function pointsOf(lines: readonly ListLine[]): Point[] {
  const points: { level: number; words: string }[] = [];
  for (const { role, level, words } of lines) {
    const point = points.at(-1);
    if (role === 'point') points.push({ level, words });
    else if (role === 'more' && point) point.words += ` ${words}`;
  }
  return points;
}

/** Points as items of one kind, those in others deeper: a line for each. */
export const asItems = (points: readonly Point[], key: string, indent: number): string[] =>
  points.map(({ level, words }) => `${' '.repeat(indent + 2 * level)}${key}: ${words}`);
