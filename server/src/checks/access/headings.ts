import type { Block, Entry } from '@goldthread/grammar';
import { proseLines } from './prose.ts';

/** A heading in a text. Offsets of the block. */
export interface Heading {
  /** From 1, the highest, to 6. */
  readonly level: number;
  /** Its number signs, or its underlining. */
  readonly start: number;
  readonly end: number;
}

const numberSigns = /^( {0,3})(#{1,6})(?:[ \t]|$)/;
const underlining = /^ {0,3}(=+|-{2,})$/;
/** What begins a line that is not the beginning of a paragraph: a list, a quotation, a table, code. */
const noParagraph = /^(?: {4}|\t| {0,3}(?:[-*+>|]|\d{1,9}[.)]))/;

/** The headings of a text: lines that begin with number signs, and lines that are underlined. */
export function headingsOf(block: Block, entry: Entry): Heading[] {
  const found: Heading[] = [];
  let paragraph: 'none' | 'plain' | 'other' = 'none';
  for (const { text, start } of proseLines(block, entry)) {
    const signs = numberSigns.exec(text);
    const line = paragraph === 'plain' ? underlining.exec(text) : null;
    if (signs) {
      const at = start + (signs[1] as string).length;
      found.push({ level: (signs[2] as string).length, start: at, end: at + (signs[2] as string).length });
    } else if (line) found.push({ level: line[1]?.startsWith('=') ? 1 : 2, start, end: start + text.length });
    if (signs || line || text.trim() === '') paragraph = 'none';
    else if (paragraph === 'none') paragraph = noParagraph.test(text) ? 'other' : 'plain';
  }
  return found;
}
