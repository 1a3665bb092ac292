import type { Metadata } from '../../server/src/documents/edition/metadata.ts';
import type { SheetData } from '../../server/src/documents/pdf/data.ts';

/** What the tests look at in a sheet: all in it, whatever it stands in. */
export interface ReadSheet {
  readonly data: SheetData;
  /** All pieces with their names, in order. */
  readonly pieces: readonly Readonly<Record<string, unknown>>[];
  /** The ids of pieces, and those that ways lead to. */
  readonly ids: readonly string[];
  readonly ways: readonly string[];
  /** All words, without what is between them. */
  readonly words: string;
  /** How many flows stand in one another at most. */
  readonly depth: number;
}

/** Reads the data of a sheet. */
export function readSheet(text: string): ReadSheet {
  const data = JSON.parse(text) as SheetData;
  const pieces: Record<string, unknown>[] = [];
  const words: string[] = [];
  let depth = 0;
  const walk = (piece: unknown, level: number): void => {
    if (typeof piece === 'string') words.push(piece);
    if (typeof piece !== 'object' || piece === null) return;
    if (!Array.isArray(piece)) pieces.push(piece as Record<string, unknown>);
    depth = Math.max(depth, level);
    for (const [name, inner] of Object.entries(piece)) walk(inner, level + (name === 'flow' ? 1 : 0));
  };
  walk([data.cover, data.body, data.annexes], 0);
  return {
    data,
    pieces,
    ids: pieces.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
    ways: pieces.flatMap(({ t, to }) => (typeof to === 'string' && t !== 'link' ? [to] : [])),
    words: packed(words.join('')),
    depth,
  };
}

/** Words as they can be looked for: without spaces, breaks and what can’t be printed. */
export const packed = (words: string): string =>
  words.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd').replace(/[\s\ufffd\u200b\u202a-\u202e\u2066-\u2069]+/gu, '');

/** What the head of a plan says of it, where it says nothing. */
export const noMetadata: Metadata = {
  title: 'A plan',
  description: undefined,
  language: 'en',
  publisher: undefined,
  creator: undefined,
  date: undefined,
  version: undefined,
  status: undefined,
  area: undefined,
  period: undefined,
  identifier: undefined,
};
