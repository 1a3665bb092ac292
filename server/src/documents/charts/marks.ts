import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { type Markup, markup } from '../markup.ts';

/** The shapes of the points, by the series: told apart without colour. */
const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond].map(
  (type) => symbol().type(type).size(64).digits(1)() ?? '',
);

/** How the lines are broken, by the series; and how the bars are filled. */
const dashes = ['none', '7 4', '2 4', '10 3 2 3'];

/** How many looks there are before they begin again. */
export const looks = shapes.length;

/** The name of the look of a series, for its colour. */
export const lookOf = (index: number): string => `series-${(index % looks) + 1}`;

export const dashOf = (index: number): string => dashes[index % looks] ?? 'none';

/** A point of a series; a hollow one where it is a baseline. */
export const pointAt = (x: number, y: number, index: number, isHollow: boolean): Markup =>
  markup`<path class="${isHollow ? 'point hollow' : 'point'}" d="${shapes[index % looks]}" transform="translate(${x} ${y})" fill="currentColor"${isHollow ? markup` fill-opacity="0"` : markup``} stroke="currentColor" stroke-width="2"/>`;

/** The end of a target: a diamond that nothing else has, on its line. */
export const targetAt = (x: number, y: number): Markup =>
  markup`<path class="goal" d="M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z" fill="currentColor" fill-opacity="0" stroke="currentColor" stroke-width="2"/>`;

/** The pattern with which the bars of a series are filled. Its id is that of the drawing and its number. */
export function patternOf(id: string, index: number): Markup {
  const inside = [
    markup`<rect width="8" height="8" fill="currentColor"/>`,
    markup`<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="currentColor" stroke-width="2.5"/>`,
    markup`<circle cx="2" cy="2" r="1.6" fill="currentColor"/><circle cx="6" cy="6" r="1.6" fill="currentColor"/>`,
    markup`<path d="M0 2H8M0 6H8" stroke="currentColor" stroke-width="1.5"/>`,
  ][index % looks];
  return markup`<pattern class="${lookOf(index)}" id="${id}-fill-${index + 1}" width="8" height="8" patternUnits="userSpaceOnUse">${inside}</pattern>`;
}
