import type { Block, Source, Spot } from '../source.ts';
import { plainWords } from '../words.ts';

/** A line of a document that is compared as a whole: a paragraph, a heading, a piece of a cell, one of several facts in a line. */
export interface Unit {
  readonly block: Block;
  readonly spot: Spot;
  /** Markdown in a line. */
  readonly markdown: string;
  /** The words as they are printed, with one space between them. */
  readonly words: string;
  /** The same for comparing: quotation marks of all sorts are one. */
  readonly key: string;
}

/** Where a line ends within a paragraph, and where one fact ends and the next begins. */
const ends = /\\\n|\n\n+| · /;

/** The lines of a document in their order. What somebody said in the margin, and pictures, are none. */
export function unitsOf({ blocks }: Source): Unit[] {
  return blocks.flatMap((block) =>
    textsOf(block).flatMap((text) =>
      text.split(ends).flatMap((piece): Unit[] => {
        const markdown = piece.trim();
        const words = plainWords(markdown);
        return words === '' ? [] : [{ block, spot: block.spot, markdown, words, key: keyOf(words) }];
      }),
    ),
  );
}

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'remark':
    case 'picture':
      return [];
    case 'table':
      return [block.caption ?? '', ...[...block.head, ...block.rows].flat()];
    case 'quotation':
      return [block.text, block.by ?? ''];
    default:
      return [block.text];
  }
}

/** Words as they are compared. */
export const keyOf = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[‘’‛ʼ]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
