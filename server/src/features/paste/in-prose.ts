import { depthOf } from '../file-line.ts';
import type { Insertion, PlaceInProse } from '../insertion.ts';
import { actionsOffer, listIn, type Offer, proseOffer } from './offer.ts';
import type { Piece } from './piece.ts';
import { asProse } from './render.ts';

/** Offers inside a text: Markdown as deep as it stands; at its end, actions below it. */
export function offersInProse(at: Insertion, prose: PlaceInProse, pieces: readonly Piece[]): Offer[] {
  const offers = [proseOffer(at, pieces, goingOn(at, prose, pieces))];
  const { parent, indent } = prose.entry;
  const list = listIn(pieces);
  if (list?.stem === undefined && list && parent && !prose.goesOn && at.after.trim() === '' && !prose.isOnKey)
    offers.push(...actionsOffer(at, list, parent, indent));
  return offers;
}

/** What was copied as it goes on with the words before the place, and those behind it with it. */
function goingOn(at: Insertion, { depth, isOnKey }: PlaceInProse, pieces: readonly Piece[]): string {
  const { before, after, lineEnd, language } = at;
  const lines = asProse(pieces, depth, language);
  const [first, other] = pieces;
  const words = first?.kind === 'paragraph' && !first.heading ? first.words.markdown.split('\n') : undefined;
  const isOne = words?.length === 1 && !other;
  const rest = after.trim() === '' || isOne ? '' : lineEnd + ' '.repeat(depth);
  if (before.trim() === '') {
    const fits = !/[^ ]/.test(before) && before.length <= depth;
    const start = fits ? (lines[0] ?? '').slice(depthOf(before)) : lineEnd + lines[0];
    return [start, ...lines.slice(1)].join(lineEnd) + rest;
  }
  if (words && (isOne || !isOnKey)) {
    const space = isOnKey && !/\s$/.test(before) ? ' ' : '';
    return [space + words[0], ...lines.slice(1)].join(lineEnd) + rest;
  }
  const gap = isOnKey || first?.kind === 'list' ? [''] : ['', ''];
  return [...gap, ...lines].join(lineEnd) + rest;
}
