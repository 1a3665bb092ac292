import { type Entry, fieldOn, type Kind, kindOf, nameOf, textOf, wordFor } from '@goldthread/grammar';
import { depthIn, fitted, holderAt, holds, type Insertion } from '../insertion.ts';
import { shortened } from '../shown.ts';
import { actionsOffer, type CopiedList, itemsOffer, listIn, type Offer, phrases, proseOffer } from './offer.ts';
import type { Piece } from './piece.ts';
import { asProse } from './render.ts';

/** A single line is taken for text from this length on, in UTF-16 units; so much of a title is shown. */
const LONG = 100;
const LONGEST_NAME = 40;

/** Offers between entries: actions, items like those above, tables, texts of the item that the place is in. */
export function offersBetween(at: Insertion, pieces: readonly Piece[]): Offer[] {
  const list = listIn(pieces);
  return [
    ...(list ? [...actions(at, list), ...alike(at, list)] : []),
    ...tables(at, pieces),
    ...sections(at, pieces),
    ...texts(at, pieces),
  ];
}

function actions(at: Insertion, list: CopiedList): Offer[] {
  const isBesideAction = at.before.trim() !== '' && at.above?.definition?.key === 'action';
  const holder = (isBesideAction ? at.above?.parent : undefined) ?? holderAt(at, (kind) => holds(kind, 'action'));
  return holder ? actionsOffer(at, list, holder, depthIn(holder)) : [];
}

/** Points as items of the kind of the one above. */
function alike(at: Insertion, { stem, points }: CopiedList): Offer[] {
  const isBlank = at.before.trim() === '';
  let like = at.above;
  while (isBlank && like?.parent && (!like.definition?.item || like.indent > at.column)) like = like.parent;
  const kind = like?.definition;
  if (stem !== undefined || !like || !kind?.item || kind.root || kind.untitled || kind.key === 'action') return [];
  if (like.indent !== at.column || (points.some(({ level }) => level > 0) && !holds(kind.key, kind.key))) return [];
  return itemsOffer(at, points, kind, like.indent);
}

/** A table as an item of its own, where one may stand. */
function tables(at: Insertion, pieces: readonly Piece[]): Offer[] {
  const [piece, other] = pieces;
  const kind = kindOf('table');
  const field = fieldOn('table', 'text');
  if (piece?.kind !== 'table' || other || !kind || !field) return [];
  const isAtMargin = mayStandAtMargin(at, kind);
  const holder = isAtMargin ? undefined : holderAt(at, (place) => holds(place, 'table'));
  if (!isAtMargin && !holder) return [];
  const indent = holder ? depthIn(holder) : 0;
  const text = fitted(at, [
    `${' '.repeat(indent)}${wordFor(kind, at.language)}:`,
    `${' '.repeat(indent + 2)}${wordFor(field, at.language)}:`,
    ...asProse(pieces, indent + 4, at.language),
  ]);
  return text === undefined ? [] : [{ title: phrases(at).table, kind: 'table', text }];
}

/** True where the place is at the margin and items of a kind may stand there. */
function mayStandAtMargin({ file, column, before }: Insertion, kind: Kind): boolean {
  const margin = file.tree.content.place.replace('-content', '');
  return column === 0 && before.trim() === '' && kind.in.includes(margin);
}

/** Paragraphs at the margin as a section of their own; a heading at their beginning is its title. */
function sections(at: Insertion, pieces: readonly Piece[]): Offer[] {
  const [first, ...others] = pieces;
  const kind = kindOf('section');
  const field = fieldOn('section', 'text');
  if (first?.kind !== 'paragraph' || !kind || !field || isShort(pieces) || !mayStandAtMargin(at, kind)) return [];
  const title = first.heading && others.length > 0 ? ` ${first.words.plain}` : '';
  const text = fitted(at, [
    `${wordFor(kind, at.language)}:${title}`,
    `  ${wordFor(field, at.language)}:`,
    ...asProse(title ? others : pieces, 4, at.language),
  ]);
  return text === undefined ? [] : [{ title: phrases(at).section, kind: 'prose', text }];
}

/** What was copied as the text of the item that the place is in, where that has none yet. */
function texts(at: Insertion, pieces: readonly Piece[]): Offer[] {
  const holder = holderAt(at, (kind) => kindOf(kind)?.root !== true && fieldOn(kind, 'text') !== undefined);
  const field = fieldOn(holder?.definition?.key ?? '', 'text');
  if (!holder || !field || isShort(pieces) || (at.before.trim() !== '' && pieces[0]?.kind === 'paragraph')) return [];
  if (!field.repeats && holder.children.some(({ definition }) => definition === field)) return [];
  const indent = depthIn(holder);
  const head = `${' '.repeat(indent)}${wordFor(field, at.language)}:`;
  const text = fitted(at, [head, ...asProse(pieces, indent + 2, at.language)]);
  return text === undefined ? [] : [proseOffer(at, pieces, text, phrases(at).textOf(nameFor(at, holder)))];
}

/** True for a few words, which may be a title as well. */
function isShort([first, other]: readonly Piece[]): boolean {
  return first?.kind === 'paragraph' && !other && !/\n/.test(first.words.markdown) && first.words.plain.length < LONG;
}

function nameFor({ placed, language }: Insertion, holder: Entry): string {
  const kind = holder.definition;
  const name = placed ? textOf(placed.block, holder) || nameOf(placed.block, holder) : '';
  return shortened(name || (kind ? wordFor(kind, language) : ''), LONGEST_NAME);
}
