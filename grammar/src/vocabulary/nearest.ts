/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to get from one word to the
 * other; `limit + 1` where it is more than `limit`.
 */
export function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from.charCodeAt(row - 1) === to.charCodeAt(column - 1);
      let cost = Math.min(
        (above[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (above[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        from.charCodeAt(row - 1) === to.charCodeAt(column - 2) &&
        from.charCodeAt(row - 2) === to.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (before[column - 2] as number) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = above;
    above = current;
  }
  return above[to.length] as number;
}

/** Which letters a word has, as bits. A letter that the other word lacks is a difference: a quick look before a distance. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many bits are set. */
function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** How many letters of a word may differ in one that is like it: a third, three at most. */
const limitOf = (word: string): number => Math.min(3, Math.floor(word.length / 3));

/** Whether two sets of letters differ in so many at most either way. */
const differInFew = (some: number, others: number, limit: number): boolean =>
  countOf(some & ~others) <= limit && countOf(others & ~some) <= limit;

/** Whether words may be like one word: a quick look, at their lengths and the letters that they have. */
export function mayBeLike(word: string): (candidate: string) => boolean {
  const lower = word.toLowerCase();
  const limit = limitOf(lower);
  const letters = lettersOf(lower);
  return (candidate) =>
    Math.abs(candidate.length - lower.length) <= limit && differInFew(letters, lettersOf(candidate), limit);
}

/** The candidate most like the word, if one is like enough. Of two that are as like, the one that begins with the same letter. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let limit = limitOf(lower);
  let best = limit + 1;
  let found: string | undefined;
  const letters = lettersOf(lower);
  for (const candidate of candidates) {
    if (!differInFew(letters, lettersOf(candidate), limit)) continue;
    const away = distance(lower, candidate, limit);
    if (away > limit || (away === best && candidate[0] !== lower[0])) continue;
    if (away === 0) return candidate;
    found = candidate;
    best = away;
    limit = candidate[0] === lower[0] ? away - 1 : away;
  }
  return found;
}
