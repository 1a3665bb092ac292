import { number } from '../../reporters/words.ts';
import type { Spot } from '../source.ts';

/** A place in a document as a person finds it: “page 4, line 12”, “paragraph 33”. Empty where nothing is known. */
export const spotWords = ({ page, line, paragraph }: Spot): string =>
  [placeOf('page', page), placeOf('line', line), placeOf('paragraph', paragraph)].filter(Boolean).join(', ');

const placeOf = (word: string, count: number | undefined): string =>
  count === undefined ? '' : `${word} ${number(count)}`;

/** Places of several things, each once, in the order of the document: “pages 1, 4 and 7”. At most so many are named. */
export function spotsWords(spots: readonly Spot[], most: number): string {
  const units = ['page', 'line', 'paragraph'] as const;
  const unit = units.find((one) => spots.some((spot) => spot[one] !== undefined));
  if (!unit) return '';
  const places = [...new Set(spots.flatMap((spot) => spot[unit] ?? []))].sort((a, b) => a - b);
  const named = places.slice(0, most).map(number);
  const more = places.length - named.length;
  if (more > 0) return `${unit}s ${named.join(', ')} and ${number(more)} more`;
  const last = named.pop() ?? '';
  return named.length === 0 ? `${unit} ${last}` : `${unit}s ${named.join(', ')} and ${last}`;
}
