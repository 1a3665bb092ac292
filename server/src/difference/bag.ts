/** How often each of some pieces (words, or letters by three) stands in something, whatever their order. */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  /** How many pieces there are in all. */
  readonly size: number;
}

/** A bag of pieces. */
export function bagOf(pieces: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return { counts, size: pieces.length };
}

/** The words of a text, in small letters. */
export const bagOfWords = (text: string): Bag => bagOf(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);

/** How much two have in common, from 0 to 1: twice the pieces of both over all pieces (Dice, 1945). */
export function inCommon(a: Bag, b: Bag): number {
  const all = a.size + b.size;
  if (all === 0) return 0;
  let both = 0;
  for (const [piece, count] of a.counts) both += Math.min(count, b.counts.get(piece) ?? 0);
  return (2 * both) / all;
}
