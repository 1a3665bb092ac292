import type { Doubt } from '../../source.ts';
import type { Line } from './lines.ts';
import { doubtAt, glimpse, spotOf } from './rough.ts';

/** A line that has words on both sides of a gutter, or on one. */
interface Halves {
  readonly line: Line;
  readonly left: string;
  readonly right: string;
  /** True for words that go over the gutter. */
  readonly isWhole: boolean;
}

/**
 * So many lines with words on both sides make columns, so wide the gutter is at least, and so long the words on each side are on average:
 * shorter ones are cells of a table.
 */
const least = { both: 5, gutter: 3, words: 18 };

/** A gutter may be so many characters farther right or left from line to line. */
const slack = 1;

/** Lines of pages with two columns side by side, each column for itself: the left before the right. */
export function columnsApart(lines: readonly Line[], doubts: Doubt[]): Line[] {
  if (!lines.some(({ text }) => text.includes('   '))) return [...lines];
  const found: Line[] = [];
  for (let from = 0; from < lines.length; ) {
    let until = from + 1;
    while (until < lines.length && (lines[until] as Line).page === (lines[from] as Line).page) until++;
    found.push(...pageApart(lines.slice(from, until), doubts));
    from = until;
  }
  return found;
}

function pageApart(page: readonly Line[], doubts: Doubt[]): Line[] {
  const at = gutterOf(page);
  if (at === undefined) return [...page];
  const found: Line[] = [];
  let region: Halves[] = [];
  const end = (): void => {
    found.push(...regionApart(region, at, doubts));
    region = [];
  };
  for (const line of page) {
    const halves = halvesOf(line, at);
    if (halves.isWhole) {
      end();
      found.push(line);
    } else region.push(halves);
  }
  end();
  return found;
}

/** Where the right column of a page begins: the place where most words behind a wide gap do. */
function gutterOf(page: readonly Line[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { text, indent } of page) {
    if (text.length > 400) continue;
    const gaps = [...text.matchAll(/\S {3,}(?=\S)/g)];
    const [gap] = gaps;
    if (gaps.length !== 1 || !gap) continue;
    const start = indent + gap.index + gap[0].length;
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best && best[1] >= least.both ? best[0] : undefined;
}

/** A line cut where the right column begins. */
function halvesOf(line: Line, at: number): Halves {
  const { text, indent } = line;
  if (indent >= at - slack) return { line, left: '', right: text, isWhole: false };
  if (indent + text.length < at) return { line, left: text, right: '', isWhole: false };
  for (let shift = -slack; shift <= slack; shift++) {
    const cut = at + shift - indent;
    const gap = text.slice(Math.max(0, cut - least.gutter + 1), cut);
    if (gap.trim() === '' && gap.length >= 2) {
      return { line, left: text.slice(0, cut).trimEnd(), right: text.slice(cut).trimEnd(), isWhole: false };
    }
  }
  return { line, left: text, right: '', isWhole: true };
}

/** The lines between two that go over the gutter: the left halves, then the right, if they are columns of words. */
function regionApart(region: readonly Halves[], at: number, doubts: Doubt[]): Line[] {
  const both = region.filter(({ left, right }) => left !== '' && right !== '');
  const mean = (side: 'left' | 'right'): number =>
    both.reduce((sum, halves) => sum + halves[side].length, 0) / both.length;
  const [first] = region;
  if (!first || both.length < least.both || mean('left') < least.words || mean('right') < least.words)
    return region.map(({ line }) => line);
  const message = `Two columns stand side by side at “${glimpse(first.line.text)}”. The left was put before the right: look whether the document is to be read so.`;
  doubts.push(doubtAt('columns', spotOf(first.line), message));
  return [...sideOf(region, 'left', at), ...sideOf(region, 'right', at)];
}

function sideOf(region: readonly Halves[], side: 'left' | 'right', at: number): Line[] {
  const found: Line[] = [];
  let gap = side === 'right' ? 1 : 0;
  for (const { line, left, right } of region) {
    const text = side === 'left' ? left : right;
    gap += line.gap;
    if (text === '') {
      gap++;
      continue;
    }
    const words = text.trimStart();
    const set = text.length - words.length;
    const indent = side === 'left' ? line.indent : left === '' ? Math.max(0, line.indent - at) : set;
    found.push({ ...line, text: words, indent, gap, isBroken: false });
    gap = 0;
  }
  return found;
}
