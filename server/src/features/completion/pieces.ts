import type { Span } from '../../checks/rule.ts';
import type { Offer, Offers } from './offer.ts';
import { gapBefore, type Spot, wordsEnd } from './spot.ts';

/** Something to choose in the place of the whole value. */
export function inWhole(spot: Spot, start: number, offers: readonly Offer[]): Offers {
  return behindGap({ span: { start, end: wordsEnd(spot) }, offers }, spot);
}

/** Something to choose in the place of a piece of a list, without what stands in the other pieces. */
export function inList(spot: Spot, start: number, offers: readonly Offer[]): Offers {
  const { text } = spot;
  const span = pieceAt(spot, start);
  const others = `${text.slice(start, span.start)},${text.slice(span.end, wordsEnd(spot))}`.split(',');
  const there = new Set(others.map((other) => other.trim()));
  return behindGap({ span, offers: offers.filter(({ label }) => !there.has(label)) }, spot);
}

/** The piece between two commas that the cursor is in, within its line. */
export function pieceAt(spot: Spot, start: number): Span {
  const { text, offset } = spot;
  let first = offset;
  while (first > start && text.charAt(first - 1) !== ',') first--;
  while (first < offset && /\s/.test(text.charAt(first))) first++;
  const end = wordsEnd(spot);
  const comma = text.slice(offset, end).indexOf(',');
  let last = comma < 0 ? end : offset + comma;
  while (last > offset && /\s/.test(text.charAt(last - 1))) last--;
  return { start: first, end: last };
}

/** The same with a space before what is written, where none stands yet behind a colon or a comma. */
export function behindGap({ span, offers }: Offers, spot: Spot): Offers {
  const gap = gapBefore(spot, span.start);
  return gap === ''
    ? { span, offers }
    : { span, offers: offers.map((offer) => ({ ...offer, text: gap + offer.text })) };
}
