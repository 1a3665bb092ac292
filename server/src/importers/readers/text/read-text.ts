import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import { lineEnd } from '../../mending/glue.ts';
import type { Block, Doubt, Source } from '../../source.ts';
import { withFragments } from './fragments.ts';
import { withoutFurniture } from './furniture.ts';
import { withHeadings } from './headings.ts';
import { inlineOf, plainInlineOf } from './inline.ts';
import { joinedSentences } from './joins.ts';
import { type Line, linesOf, withText } from './lines.ts';
import { Removals } from './removals.ts';
import type { Rough } from './rough.ts';
import { isOfPages, readPages, wordsOf } from './runs/read-runs.ts';
import { withFigures } from './statistics.ts';
import { structured } from './structure.ts';
import { type Habits, habitsOf } from './wrapping.ts';

/** A text as blocks. */
export function readText(text: string): Source {
  const removals = new Removals();
  const doubts: Doubt[] = [];
  const lines = withoutFurniture(linesOf(text), removals);
  const words = wordsOf(lines);
  const { lexicon, parting } = words;
  const pages = isOfPages(lines) ? readPages(lines, removals, words, doubts) : new Map<Line, Rough[]>();
  const others = lines
    .filter((line) => !pages.has(line))
    .map((line) => withText(line, spaced(parting.parted(line.text))));
  const habits = habitsOf(others, lexicon.has);
  const shaped = withFigures(withFragments(structured(others, habits), lexicon, doubts), doubts);
  const whole = joinedSentences(withHeadings(shaped, habits), lexicon.has, doubts);
  const blocks = inOrder([...whole, ...[...pages.values()].flat()]);
  if (blocks.length > limits.blocks) {
    throw new ImportFault(
      `This text has more than ${limits.blocks} paragraphs, which is more than can be brought in at once. Cut it into parts.`,
    );
  }
  return {
    properties: {},
    blocks: blocks.map((block) => finished(block, habits)),
    removed: removals.list(),
    doubts,
    pictures: new Map(),
  };
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
