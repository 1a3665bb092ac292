import { plain } from '../plain-words.ts';
import type { Cell, Flow, Inline, Point } from '../tree.ts';

/** Pieces of a document that a report is made of. */

export const paragraph = (children: readonly Inline[]): Flow => ({ type: 'paragraph', children });

export const said = (words: string): Flow => paragraph([plain(words)]);

/** Something that the plan does not say yet. */
export const missing = (words: string): Flow => ({ type: 'paragraph', role: 'missing', children: [plain(words)] });

/** A place for words that somebody is to write: it says what about. */
export const place = (write: string, what: string): Flow => ({
  type: 'paragraph',
  role: 'place',
  children: [{ type: 'strong', children: [plain(write)] }, plain(` ${what}`)],
});

/** A cell for words that somebody is to write. */
export const placeCell = (write: string): Cell => ({ role: 'place', children: [plain(write)] });

export const cell = (words: string | readonly Inline[]): Cell => ({
  children: typeof words === 'string' ? (words ? [plain(words)] : []) : words,
});

export const columns = (names: readonly string[]): Cell[] =>
  names.map((name) => ({ header: 'column', children: [plain(name)] }));

/** Lines of words as a list. */
export function list(lines: readonly (readonly Inline[])[]): Flow {
  const points = lines.map((line): Point => ({ flow: [paragraph(line)] }));
  return { type: 'list', ordered: false, points };
}

/** Lines of words in one, with commas between them. */
export const inLine = (lines: readonly (readonly Inline[])[]): Inline[] =>
  lines.flatMap((line, index) => (index > 0 ? [plain(', '), ...line] : line));
