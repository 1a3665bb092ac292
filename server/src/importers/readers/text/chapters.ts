import { beginsAsAction } from '../../reading/action-words.ts';
import type { Line } from './lines.ts';
import { couldHead, wordCount } from './looks.ts';

/** The number of a chapter and its name: “3. Local context”, “1. PREVENTION: Stop fires”. */
const numbered = /^(?<number>\d{1,2})[.)]?\s+(?<name>\p{Lu}.*)$/u;

/** How many chapters there are at least; of names in capitals fewer are enough. */
const least = { small: 3, capitals: 2 };

/** A name shorter than this, in UTF-16 units, may have its words right below it: it is no line of a paragraph. */
const short = 60;

/** The longest name of a chapter, in words. */
const longest = 12;

/**
 * Lines that number the chapters of a text, throughout and in order: each by itself, with other words between it and the next. Without these
 * they would be points of one list, and so would what stands below the last of another.
 */
export function chapterLines(lines: readonly Line[]): ReadonlySet<Line> {
  const alone = lines.flatMap((line, index) => {
    const { number, name } = numbered.exec(line.text)?.groups ?? {};
    const next = lines[index + 1];
    const isFollowed =
      next !== undefined && next.gap === 0 && (!/^\p{Lu}/u.test(next.text) || line.text.length > short);
    const isAlone = (index === 0 || line.gap > 0) && line.indent === 0 && next !== undefined && !isFollowed;
    const isName = name !== undefined && couldHead(name) && wordCount(name) <= longest && !/[.:;,?]$/.test(name);
    return isAlone && isName ? [{ line, index, number: Number(number), name }] : [];
  });
  const found: typeof alone = [];
  for (const one of alone) {
    const last = found.at(-1);
    if (one.number === (last?.number ?? 0) + 1 && one.index > (last?.index ?? -2) + 1) found.push(one);
  }
  const inCapitals = found.filter(({ name }) => /^\p{Lu}{3}/u.test(name));
  // What will be done may be numbered too, with words below each.
  const acting = found.filter(({ name }) => beginsAsAction(name));
  if (acting.length * 2 > found.length && inCapitals.length < found.length) return new Set();
  const isSure = found.length >= least.small || (found.length >= least.capitals && inCapitals.length === found.length);
  return new Set(isSure ? found.map(({ line }) => line) : []);
}
