import { isRunTogether, Parting } from '../../../mending/glue.ts';
import { Lexicon } from '../../../mending/lexicon.ts';
import { Names } from '../../../mending/naming.ts';
import { beginsAction } from '../../../mending/starters.ts';
import type { Doubt } from '../../../source.ts';
import { isBrokenUp } from '../fragments.ts';
import type { Line } from '../lines.ts';
import { hasSentences } from '../looks.ts';
import type { Removals } from '../removals.ts';
import type { Rough } from '../rough.ts';
import { Arranging, type Knowledge } from './arranging.ts';
import { inColumns } from './columns.ts';
import { withKnownItems, withSeams } from './items.ts';
import { type Run, withoutPageMarks } from './page-marks.ts';
import { itemKey } from './point-words.ts';
import { KnownTitles, titleKey } from './titles.ts';

/**
 * A line longer than this that has several sentences is a page, not a paragraph: of a text that lost its line ends, where paragraphs are
 * no lines, and of any other.
 */
const leastPage = { damaged: 300, other: 1200 };
/** In a text of such pages, this is one as well. */
const leastOfPages = { damaged: 60, other: 300 };

/** True for a text whose pages are lines. */
export function isOfPages(lines: readonly Line[], { isDamaged }: WordsOf): boolean {
  const least = isDamaged ? leastPage.damaged : leastPage.other;
  const isPage = ({ text }: Line): boolean => text.length > least && hasSentences(text);
  const all = lines.reduce((sum, { text }) => sum + text.length, 0);
  const inPages = lines.filter(isPage).reduce((sum, { text }) => sum + text.length, 0);
  const areMarked = lines.filter(({ text }) => /^(?:#{1,6} |[-•●] )/.test(text)).length;
  return inPages > all * 0.6 && areMarked < 10;
}

const pagesOf = (lines: readonly Line[], { isDamaged, lexicon }: WordsOf): Line[] =>
  lines.filter(({ text }) =>
    isDamaged
      ? text.length > leastOfPages.damaged && !isBrokenUp(text, lexicon)
      : text.length > leastOfPages.other && hasSentences(text),
  );

/** Blocks of the lines that are pages, by line. */
export function readPages(
  lines: readonly Line[],
  removals: Removals,
  words: WordsOf,
  doubts: Doubt[],
): Map<Line, Rough[]> {
  const { parting, isDamaged } = words;
  const runs = withoutPageMarks(
    pagesOf(lines, words).map((line) => ({ line, text: line.text })),
    removals,
  );
  const names = new Names();
  const mended = runs.map(({ line, text }): Run => ({ line, text: isDamaged ? parting.parted(text) : text }));
  for (const { text } of mended) names.learn(text);
  const titles = new KnownTitles();
  const arrange = (known: readonly string[]): Rough[] => {
    const knowledge: Knowledge = { names, titles, isDamaged, items: new Set(known.map(itemKey)) };
    const arranging = new Arranging(knowledge);
    for (const { line, text } of mended)
      arranging.page(line, isDamaged ? withKnownItems(withSeams(text, names), known) : text);
    arranging.end();
    return arranging.blocks;
  };
  // What stands in lists is known only once they are read, and cuts what is read then.
  let blocks = arrange([]);
  for (let round = 0; round < rounds; round++) {
    const isNew = !isDamaged && learnTitles(blocks, titles, mended);
    if (!isNew && (round > 0 || !isDamaged)) break;
    blocks = arrange(isDamaged ? repeatedItems(blocks) : []);
  }
  if (isDamaged) blocks = inColumns(blocks, doubts);
  const byLine = Map.groupBy(blocks, ({ spot }) => spot.line);
  return new Map(pagesOf(lines, words).map((line) => [line, byLine.get(line.number) ?? []]));
}

/** So often are pages read again with what their lists said. */
const rounds = 3;
/** So many points that stand in several places are looked for. */
const mostItems = 200;

/** Points that stand in two places or more, of four words or more. */
function repeatedItems(blocks: readonly Rough[]): string[] {
  const counts = new Map<string, number>();
  for (const { type, text } of blocks) {
    const item = text.replace(/\.$/, '');
    if (type === 'point' && item.split(' ').length >= 4) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, times]) => times > 1)
    .map(([item]) => item)
    .slice(0, mostItems);
}

/** Learns the points of lists that are titles: short, and standing elsewhere in the text before a capital. */
function learnTitles(blocks: readonly Rough[], titles: KnownTitles, pages: readonly Run[]): boolean {
  const all = pages
    .map(({ text }) => text)
    .join('\n')
    .toLowerCase();
  let level = 2;
  let isNew = false;
  const learn = (title: string, least: number): void => {
    const words = title.split(' ').length;
    if (words < 2 || words > 9 || !/^\p{Lu}/u.test(title) || titles.has(titleKey(title))) return;
    const key = titleKey(title);
    const opening = key.split(' ').slice(0, 3).join(' ');
    const isThere =
      timesIn(all, key) >= least ||
      (words > 4 && !beginsAction(key.split(' ', 1)[0] as string) && timesIn(all, opening) >= 2);
    if (!isThere) return;
    titles.add(title, level);
    isNew = true;
  };
  for (const { type, text, look } of blocks) {
    if (type === 'heading' && look === 'plain')
      level = titles.has(titleKey(text)) ? Math.min(titles.levelOf(text) + 1, 4) : 2;
    if (type !== 'point' || text.length > 70) continue;
    const title = text.replace(/[.;:]$/, '');
    learn(title, 2);
    // A point of one word may have run into it: “Elderly Hate incidents”.
    learn(title.replace(/^\p{L}+ /u, ''), 3);
  }
  return isNew;
}

function timesIn(text: string, words: string): number {
  let times = 0;
  for (let at = text.indexOf(words); at >= 0 && times < 4; at = text.indexOf(words, at + words.length)) times++;
  return times;
}

/** The words of a text: which it has, how they are parted where they ran together, and whether they did throughout. */
export interface WordsOf {
  readonly lexicon: Lexicon;
  readonly parting: Parting;
  readonly isDamaged: boolean;
}

/** What is known of the words of a text. */
export function wordsOf(lines: readonly Line[]): WordsOf {
  const lexicon = new Lexicon();
  const text = lines.map(({ text }) => text).join('\n');
  lexicon.learn(text);
  const isDamaged = isRunTogether(text, lexicon);
  return { lexicon, parting: new Parting(lexicon, isDamaged), isDamaged };
}
