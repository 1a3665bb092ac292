import type { Removal } from '../../source.ts';
import { counted, leastListed, listedAfter, siteLines, stamps } from './furniture-words.ts';
import { isLabel } from './headings.ts';
import type { Line } from './lines.ts';
import type { Removals } from './removals.ts';
import { roleOf } from './roles.ts';
import { spotOf } from './rough.ts';

/** Lines without those that belong to pages and not to the document. What is taken out is counted in `removals`. */
export function withoutFurniture(lines: readonly Line[], removals: Removals): Line[] {
  const gone: Gone = new Map();
  markSites(lines, gone, removals);
  markPages(lines, gone);
  markContents(lines, gone);
  markRepeated(lines, gone);
  let gap = 0;
  return lines.flatMap((line) => {
    if (gone.has(line)) {
      const why = gone.get(line);
      if (why) removals.add(why, wordsOf(line), spotOf(line));
      gap = Math.max(gap, line.gap, 1);
      return [];
    }
    const kept = gap > line.gap ? { ...line, gap } : line;
    gap = 0;
    return [kept];
  });
}

/** Lines that are taken out, with why; undefined for those that are counted already. */
type Gone = Map<Line, Removal['why'] | undefined>;

const wordsOf = ({ text }: Line): string =>
  text
    .replace(/<\/?[a-z]{1,6}>|^#{1,6}\s|\*\*/gi, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Stamps, the lines of pages that show documents, and their lists of other documents. */
function markSites(lines: readonly Line[], gone: Gone, removals: Removals): void {
  for (const line of lines) {
    const words = line.text.length < 400 ? wordsOf(line).toLowerCase() : '';
    if (stamps.includes(words) || siteLines.some((pattern) => pattern.test(words))) gone.set(line, 'furniture');
  }
  const listed = lines.flatMap((line, index) => (line.text.toLowerCase() === listedAfter ? [index] : []));
  if (listed.length < leastListed) return;
  // Before the first stands its title and the beginning of its text: two groups of lines with an empty line between.
  let from = listed[0] as number;
  for (let groups = 0; from > 0 && groups < 3; from--) if ((lines[from] as Line).gap > 0 && ++groups === 3) break;
  const list = lines.slice(from);
  for (const line of list) gone.set(line, undefined);
  removals.add('furniture', list.map(wordsOf).join('\n'), spotOf(list[0] as Line));
}

/** The foot that Word gives its pages: “2 | P a g e”. Nothing else is written so, wherever it stands. */
const pageFoot = /^(?:\d{1,3}\s*\|\s*p ?a ?g ?e|p ?a ?g ?e\s*\|\s*\d{1,3})$/i;

/** Such feet, and what stands beside several of them: the head of the next page. */
function markPages(lines: readonly Line[], gone: Gone): void {
  const beside = new Map<string, Line[]>();
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 40 || !pageFoot.test(line.text)) continue;
    gone.set(line, 'page number');
    for (const near of [lines[index - 1], lines[index + 1]])
      if (near) beside.set(near.text, [...(beside.get(near.text) ?? []), near]);
  }
  for (const [text, group] of beside)
    if (group.length >= 2 && !pageFoot.test(text)) for (const line of group) gone.set(line, 'running head');
}

/** A line of a table of contents: what it is and its page, in this order or the other. */
const entry =
  /^(?:.{1,160}?(?:\s?[.…·_]{3,}\s?|\t|\s{2,})(?:page )?\d{1,3}|\d{1,3}(?:\t|\s{2,}|\s(?=\p{Lu})).{2,160}|\p{L}.{1,120}\s\d{1,3})$/iu;
const withDots = /\S\s?(?:\.{4,}|(?:\. ){4,}|…{2,}|_{5,})\s?\d{1,3}$/u;

function markContents(lines: readonly Line[], gone: Gone): void {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const isHead = line.text.length < 60 && roleOf(wordsOf(line)) === 'contents';
    if (!isHead && !withDots.test(line.text.slice(-200))) continue;
    let until = isHead ? index + 1 : index;
    while (until < lines.length && isEntry(lines[until] as Line, isHead)) until++;
    const entries = lines.slice(index, until).filter(({ text }) => /\d/.test(text));
    if (entries.length >= 3) for (const gonner of lines.slice(index, until)) gone.set(gonner, 'contents');
    index = Math.max(index, until - 1);
  }
}

function isEntry(line: Line, isUnderHead: boolean): boolean {
  if (line.text.length > 200) return false;
  const words = line.text
    .replace(/<\/?b>|\*\*|^#{1,6}\s/g, '')
    .replace(/^\||\|$/g, '')
    .replace(/\s*\|\s*/g, '\t');
  return (
    withDots.test(words) ||
    (isUnderHead && (entry.test(words.trim()) || /^(?:page|tudalen)(?: (?:no\.?|number))?$/i.test(words.trim())))
  );
}

/** A line with its numbers as one sign each. */
const patternOf = (text: string): string => text.replace(/\d+/g, '#');

/** Running heads and page numbers: what stands at the edges of pages again and again, or counts on from place to place. */
function markRepeated(lines: readonly Line[], gone: Gone): void {
  const pages = new Map<number, Line[]>();
  for (const line of lines)
    if (line.page !== undefined) pages.set(line.page, [...(pages.get(line.page)?.slice(-3) ?? []), line]);
  const edges = lines.filter((line, index) => {
    if (line.page === undefined) return line.gap > 0 || lines[index + 1]?.gap !== 0;
    const near = [lines[index - 2], lines[index + 2]];
    return near.some((other) => other?.page !== line.page);
  });
  const groups = Map.groupBy(
    edges.filter(({ text }) => text.length < 160),
    ({ text }) => patternOf(wordsOfText(text)),
  );
  for (const [pattern, group] of groups) {
    if (group.length < 3 || gone.has(group[0] as Line)) continue;
    const isNumber = /^[-–—|\s]*(?:(?:page|tudalen|p\.?)\s)?#(?:\s?(?:of|o|\/)\s?#)?[-–—|\s]*$/i.test(pattern);
    if (isNumber && countsOn(group)) for (const line of group) gone.set(line, 'page number');
    else if (!isNumber && isRunning(pattern, group, lines, pages.size)) {
      // Where it stands first at the beginning of the text, without the number of a page, it is its title.
      const isFirst = lines.indexOf(group[0] as Line) < 4 && group.every(({ text }) => text === group[0]?.text);
      for (const line of isFirst ? group.slice(1) : group) gone.set(line, 'running head');
    }
  }
}

const wordsOfText = (text: string): string => text.replace(/\*\*|^#{1,6}\s/g, '').trim();

/** True where the numbers of lines grow from each to the next by little, as those of pages do. */
function countsOn(group: readonly Line[]): boolean {
  const numbers = group.map(({ text }) => Number(/\d+/.exec(text)?.[0]));
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] as number));
  return steps.every((step) => step > 0) && steps.filter((step) => step <= 2).length >= steps.length * 0.6;
}

function isRunning(pattern: string, group: readonly Line[], lines: readonly Line[], pages: number): boolean {
  const text = wordsOfText((group[0] as Line).text);
  if (isLabel(text) || roleOf(text) || /[.?!:;]$/.test(text) || !/\p{L}{3}/u.test(text)) return false;
  const isSame = group.every((line) => wordsOfText(line.text) === text);
  const inPages = new Set(group.map(({ page }) => page)).size;
  if (pages > 2 && isSame) return inPages >= Math.max(3, pages * 0.3);
  if (isSame) return isTitle(text, lines) && group.length >= 3;
  const [before = ''] = pattern.split('#');
  const isAtEdge = pattern.startsWith('#') || pattern.endsWith('#');
  if (!isAtEdge || pattern.split('#').length > 4 || counted.test(before.trim())) return false;
  const isGrowing = [/^\D*(\d+)/, /(\d+)\D*$/].some((place) => {
    const numbers = group.map(({ text }) => Number(place.exec(text)?.[1]));
    return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number));
  });
  return isGrowing && (pages > 2 ? inPages >= 3 : group.length >= 4) && pattern.split(/\s+/).length >= 3;
}

/** True for a line that also stands at the beginning of the text, as its title. */
const isTitle = (text: string, lines: readonly Line[]): boolean =>
  text.split(/\s+/).length >= 3 && lines.slice(0, 15).some((line) => wordsOfText(line.text) === text);
