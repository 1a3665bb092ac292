import { type Entry, fieldOn, type Kind, kindOf, wordFor } from '@goldthread/grammar';
import { fitted, holds, type Insertion } from '../insertion.ts';
import { counted, manyOf } from '../kind-words.ts';
import { asItems } from '../points.ts';
import { wordsFor } from '../words.ts';
import type { CopiedPoint, Piece } from './piece.ts';
import { levelled } from './render.ts';

/** What pasted text could become, and the text that takes the place of the range then. */
export interface Offer {
  readonly title: string;
  readonly kind: 'actions' | 'items' | 'table' | 'prose';
  readonly text: string;
}

const table = {
  en: {
    items: (count: number, kind: Kind) => `Paste as ${counted(count, kind, 'en')}`,
    list: 'Paste as a list in the text',
    table: 'Paste as a table',
    prose: 'Paste as text',
    section: 'Paste as a section',
    textOf: (name: string) => `Paste as the text of ‘${name}’`,
  },
  cy: {
    items: (count: number, kind: Kind) => `Gludo fel ${manyOf(kind, 'cy')} (${count})`,
    list: 'Gludo fel rhestr yn y testun',
    table: 'Gludo fel tabl',
    prose: 'Gludo fel testun',
    section: 'Gludo fel adran',
    textOf: (name: string) => `Gludo fel testun ‘${name}’`,
  },
};

/** The phrases of offers. */
export const phrases = ({ language }: Insertion): (typeof table)['en'] => wordsFor(table, language);

/** The offer of a text of Markdown; a table or a list alone is called so. */
export function proseOffer(at: Insertion, pieces: readonly Piece[], text: string, title = phrases(at).prose): Offer {
  const [first, other] = pieces;
  if (first?.kind === 'table' && !other) return { title: phrases(at).table, kind: 'table', text };
  return { title: first?.kind === 'list' && !other ? phrases(at).list : title, kind: 'prose', text };
}

/** Points that were copied, with the words above them that they complete, if there are such and nothing else. */
export interface CopiedList {
  readonly stem: string | undefined;
  readonly points: readonly CopiedPoint[];
}

/** The points where nothing but their stem was copied with them. */
export function listIn(pieces: readonly Piece[]): CopiedList | undefined {
  const list = pieces.at(-1);
  const [stem] = pieces;
  if (list?.kind !== 'list' || pieces.length > 2) return undefined;
  const points = levelled(list.points);
  if (pieces.length === 1) return { stem: undefined, points };
  const isStem = stem?.kind === 'paragraph' && /[:…–—-]$/.test(stem.words.plain);
  return isStem ? { stem: stem.words.plain, points } : undefined;
}

/** Points as items of a kind, so deep, below some lines. Nothing where they can't stand at the place. */
export function itemsOffer(
  at: Insertion,
  points: readonly CopiedPoint[],
  kind: Kind,
  indent: number,
  above: readonly string[] = [],
): Offer[] {
  const items = points.map(({ level, words }) => ({ level, words: words.plain }));
  const text = fitted(at, [...above, ...asItems(items, wordFor(kind, at.language), indent)]);
  if (text === undefined) return [];
  const isAction = kind.key === 'action';
  return [{ title: phrases(at).items(points.length, kind), kind: isAction ? 'actions' : 'items', text }];
}

/** Points as actions in an item; what they complete becomes its `lead-in`, where it has none. */
export function actionsOffer(at: Insertion, { stem, points }: CopiedList, holder: Entry, indent: number): Offer[] {
  const kind = kindOf('action');
  const key = holder.definition?.key;
  if (!kind || key === undefined || !holds(key, kind.key)) return [];
  if (stem === undefined) return itemsOffer(at, points, kind, indent);
  const field = holder.children.some((child) => child.definition?.key === 'lead-in')
    ? undefined
    : fieldOn(key, 'lead-in');
  return field
    ? itemsOffer(at, points, kind, indent, [`${' '.repeat(indent)}${wordFor(field, at.language)}: ${stem}`])
    : [];
}
