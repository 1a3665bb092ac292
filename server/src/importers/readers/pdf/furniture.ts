import type { Removal } from '../../source.ts';
import { type Line, textOf } from './lines.ts';
import type { PageText } from './page.ts';

/** The part of a page, at its head and at its foot, in which what repeats is taken for furniture. */
const margin = 0.13;

/** How much larger than the words of the document furniture may be. */
const largest = 1.06;

/** A line that stands in a margin, by the place and the words that others may have too. */
interface Place {
  readonly page: PageText;
  readonly line: Line;
  readonly text: string;
}

const pageNumber = /^(?:\p{L}{1,12}\s)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—|\s]*(?:(?:of|o|\/)\s*\d{1,4})?$/iu;

/**
 * Running heads and feet, and page numbers: what stands at the same place, in the outermost lines, on three pages or on half of them,
 * whatever figures are in it.
 */
export function furnitureOf(pages: readonly PageText[], size: number): { lines: Set<Line>; removed: Removal[] } {
  const lines = new Set<Line>();
  const removed: Removal[] = [];
  const least = Math.min(3, Math.max(2, Math.ceil(pages.length / 2)));
  // The outermost lines first; where those are furniture, the ones within them may be too.
  for (let round = 0; round < 3; round++) {
    const found = repeated(pages, lines, size, least);
    if (found.length === 0) break;
    for (const places of found) {
      for (const { line } of places) lines.add(line);
      removed.push(...removalsOf(places));
    }
  }
  return { lines, removed };
}

function repeated(pages: readonly PageText[], known: ReadonlySet<Line>, size: number, least: number): Place[][] {
  const byPlace = new Map<string, Place[]>();
  for (const page of pages)
    for (const line of outermost(page, known)) {
      const text = textOf(line);
      const isLarge = line.size > largest * size;
      const words = text.replace(/\d+/g, '#').toLowerCase();
      // The same words may stand a little higher or lower, and right or left on every other page.
      const key = `${line.angle} ${Math.round(line.y / 6)} ${pageNumber.test(text) ? '#' : words} ${isLarge}`;
      const places = byPlace.get(key) ?? [];
      places.push({ page, line, text });
      byPlace.set(key, places);
    }
  return [...byPlace.values()].filter((places) => {
    const [first] = places;
    if (!first) return false;
    const onPages = new Set(places.map(({ page }) => page.number)).size;
    const isLarge = first.line.size > largest * size;
    return onPages >= (isLarge ? Math.max(least, Math.ceil(pages.length * 0.6)) : least) && !isCounted(places);
  });
}

/** True for figures that are all the same on many pages: they count something else than pages. */
const isCounted = (places: readonly Place[]): boolean =>
  /^\d+$/.test(places[0]?.text ?? '') && new Set(places.map(({ text }) => text)).size === 1;

/** The lines of a page nearest to its head and its foot that are not known yet, with those at the same height. */
function outermost(page: PageText, known: ReadonlySet<Line>): Line[] {
  const lines = page.lines.filter((line) => !known.has(line) && line.angle === 0);
  const turned = page.lines.filter((line) => !known.has(line) && line.angle !== 0);
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { y } of lines) {
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const isOuter = ({ y, size }: Line): boolean => {
    const isHead = y < page.height * margin && y - top < 0.6 * size;
    const isFoot = y > page.height * (1 - margin) && bottom - y < 0.6 * size;
    return isHead || isFoot;
  };
  return [...lines.filter(isOuter), ...turned];
}

/** What is told of furniture: page numbers as one, words by the words. */
function removalsOf(places: readonly Place[]): Removal[] {
  const byWords = new Map<string, Place[]>();
  for (const place of places) {
    const key = pageNumber.test(place.text) ? '#' : place.text.replace(/\d+/g, '#');
    const own = byWords.get(key);
    if (own) own.push(place);
    else byWords.set(key, [place]);
  }
  return [...byWords].flatMap(([key, same]) => {
    const [first] = same;
    if (!first) return [];
    const why = key === '#' ? 'page number' : 'running head';
    return [{ why, words: first.text, spot: { page: first.page.number }, times: same.length } as const];
  });
}
