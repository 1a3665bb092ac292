import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import { lineEnd, type Parting } from '../../mending/glue.ts';
import type { Block, Doubt, Mend, Removal, Source } from '../../source.ts';
import { withFragments } from './fragments.ts';
import { withoutFurniture } from './furniture.ts';
import { withHeadings } from './headings.ts';
import { inlineOf, plainInlineOf } from './inline.ts';
import { joinedSentences } from './joins.ts';
import { type Line, linesOf, withText } from './lines.ts';
import { couldHead } from './looks.ts';
import { Removals } from './removals.ts';
import { doubtAt, type Rough, spotOf } from './rough.ts';
import { isOfPages, readPages, wordsOf } from './runs/read-runs.ts';
import { columnsApart } from './side-by-side.ts';
import { headingsApart } from './standing.ts';
import { withFigures } from './statistics.ts';
import { structured } from './structure.ts';
import { type Habits, habitsOf } from './wrapping.ts';

/** A text as blocks. */
export function readText(text: string): Source {
  const removals = new Removals();
  const doubts: Doubt[] = [];
  const all = linesOf(text);
  // A paragraph may stand on several lines, but nobody reads as many.
  if (all.length > 2 * limits.blocks) throw tooMany();
  const lines = headingsApart(columnsApart(withoutFurniture(all, removals), doubts));
  const words = wordsOf(lines);
  const { lexicon, parting } = words;
  const pages = isOfPages(lines, words) ? readPages(lines, removals, words, doubts) : new Map<Line, Rough[]>();
  const others = lines
    .filter((line) => !pages.has(line))
    .map((line) => withText(line, spaced(parting.parted(line.text))));
  doubts.push(...doubtsOfParting(parting, lines));
  const habits = habitsOf(others, lexicon.has);
  const shaped = withFigures(withFragments(structured(others, habits), lexicon, doubts), doubts);
  const whole = joinedSentences(withHeadings(shaped, habits), lexicon.has, doubts);
  const blocks = withTitle(
    pages.size === 0 ? whole : inOrder([...whole, ...[...pages.values()].flat()]),
    removals.list(),
  );
  if (blocks.length > limits.blocks) throw tooMany();
  return {
    properties: {},
    blocks: blocks.map((block) => finished(block, habits)),
    removed: removals.list(),
    doubts,
    mends: mendsOf(parting, lines),
    pictures: new Map(),
  };
}

const tooMany = (): ImportFault =>
  new ImportFault(
    `This text has more than ${limits.blocks} paragraphs, which is more than can be brought in at once. Cut it into parts.`,
  );

/** The words that were parted, each with where it stood first. */
function mendsOf({ mends }: Parting, lines: readonly Line[]): Mend[] {
  const firsts = new Map<string, Line>();
  for (const line of lines)
    for (const [word] of line.text.matchAll(/\S+/g)) if (mends.has(word) && !firsts.has(word)) firsts.set(word, line);
  const [first] = lines;
  return [...mends].flatMap(([was, { now, times }]) => {
    const line = firsts.get(was) ?? first;
    return line ? [{ was, now, times, spot: spotOf(line) }] : [];
  });
}

/** So many words that ran together are told one by one. */
const mostTold = 20;

/** What was done about words that ran together, and where it is not sure what to do. */
function doubtsOfParting({ mended, examples, unsure }: Parting, lines: readonly Line[]): Doubt[] {
  const [first] = lines;
  if (!first) return [];
  const found: Doubt[] = [];
  if (mended > 0) {
    const some = examples.map((example) => `“${example}”`).join(', ');
    const message = `Words ran together in ${mended} places, such as ${some}, and spaces were put between them. Nothing else of the words was changed.`;
    found.push(doubtAt('glued', spotOf(first), message));
  }
  for (const { word, parts } of [...unsure.values()].slice(0, mostTold)) {
    const line = lines.find(({ text }) => text.toLowerCase().includes(word.toLowerCase()));
    const message = `“${word}” may be ${parts.length} words, “${parts.join(' ')}”. It was left as it is.`;
    found.push(doubtAt('glued', spotOf(line ?? first), message));
  }
  return found;
}

/** The first words of a text as its title, where they stand again as such: on the next page, or at the edges of all. */
function withTitle(blocks: readonly Rough[], removed: readonly Removal[]): Rough[] {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph' || first.look !== 'plain' || !couldHead(first.text)) return [...blocks];
  const isHead = removed.some(({ why, words }) => why === 'running head' && words.endsWith(first.text));
  const isAgain = others.slice(0, 12).some(({ text }) => text.replace(/^\d{1,3} /, '').startsWith(first.text));
  return isHead || isAgain ? [{ ...first, type: 'heading', level: 1 }, ...others] : [...blocks];
}

const spaced = (text: string): string => text.replaceAll(lineEnd, ' ');

/** Blocks by where they stand. */
const inOrder = (blocks: readonly Rough[]): Rough[] =>
  blocks.toSorted((one, other) => (one.spot.line ?? 0) - (other.spot.line ?? 0));

/** A block with its words as Markdown. */
function finished(block: Rough, habits: Habits): Block {
  const { spot } = block;
  const text = inlineOf(block.text, habits);
  switch (block.type) {
    case 'heading':
      return {
        type: 'heading',
        spot,
        text: plainInlineOf(block.text.replaceAll('\n', ' '), habits),
        level: block.level,
        isMarked: block.look === 'marked',
      };
    case 'point':
      return { type: 'point', spot, text, depth: block.depth, mark: block.mark };
    case 'table': {
      const cells = (rows: readonly string[][]): string[][] =>
        rows.map((row) => row.map((cell) => inlineOf(cell, habits)));
      return { type: 'table', spot, head: cells(block.head), rows: cells(block.rows) };
    }
    default:
      return { type: block.type, spot, text };
  }
}
