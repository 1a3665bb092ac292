import { line } from 'd3-shape';
import { joined, type Markup, markup, noMarkup } from '../markup.ts';
import { textWidth, wrapped } from '../text-width.ts';
import { lyingAxis, uprightAxis } from './axes.ts';
import { numberShown } from './figures.ts';
import { apart, type Room, round, type Scale, type Size, scaleFor } from './frame.ts';
import { type LabelPlace, Labels } from './labels.ts';
import { dashOf, lookOf, pointAt, targetAt } from './marks.ts';
import type { Positions } from './positions.ts';
import type { Figure, Series } from './series.ts';
import type { ChartWords } from './words.ts';

/** What a panel is drawn from. */
export interface PanelAsking {
  readonly series: readonly Series[];
  /** The number of its first series among those of the chart. */
  readonly first: number;
  readonly size: Size;
  readonly language: 'en' | 'cy';
  readonly words: ChartWords;
  /** The id of the drawing. */
  readonly id: string;
  /** True where the chart has other panels: then the head of this one says what it is. */
  readonly isOneOfSeveral: boolean;
}

/** A panel that is drawn. */
export interface Panel {
  readonly svg: Markup;
  readonly isFromZero: boolean;
}

/** Up to so many points of a line have their numbers at them; of more only the last. */
const FEW = 6;
/** The longest name at the end of a line, and how wide it may be. */
const NAME_WIDTH = 150;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly figure: Figure;
  readonly isBaseline: boolean;
}

/** Lines of figures over their periods, each from its baseline; targets as lines across that end at their date. */
export function linePanel(asking: PanelAsking, positions: Positions): Panel {
  const { series, size, language } = asking;
  const names = series.length > 1 ? NAME_WIDTH : 0;
  const top = 34;
  const bottom = size.type + 16;
  const scale = scaleFor(series, size, { top, bottom }, language, false);
  const room: Room = { left: round(scale.width + 10), right: 26 + names, top, bottom };
  const xOf = placer(positions, room, size);
  const marks = positions.marks.map(({ at, label }) => ({ x: xOf(at), label }));
  const labels = new Labels(size.type);
  const lines = series.map((one, index) => lineOf(one, index, asking, scale, positions, xOf, room, labels));
  return {
    isFromZero: scale.isFromZero,
    svg: markup`${uprightAxis(scale, room, size, headOf(asking, scale))}${lyingAxis(marks, room, size)}${joined(lines)}${namesOf(asking, scale, positions, room)}`,
  };
}

/** What stands above a panel: what is counted, and where it is one of several the name of its only line. */
export function headOf({ series, isOneOfSeveral, size }: PanelAsking, { unit }: Scale): string {
  const [only, second] = series;
  if (!only || second || !isOneOfSeveral) return unit;
  return cut([only.title, unit && `(${unit})`].filter(Boolean).join(' '), size.type, size.width);
}

/** How far from the left a place is. */
function placer({ least, most }: Positions, { left, right }: Room, { width, type }: Size): (at: number) => number {
  const from = left + type * 2;
  const to = width - right - type * 2;
  return (at) => round(most > least ? from + ((at - least) / (most - least)) * (to - from) : (from + to) / 2);
}

function lineOf(
  series: Series,
  index: number,
  asking: PanelAsking,
  scale: Scale,
  positions: Positions,
  xOf: (at: number) => number,
  room: Room,
  labels: Labels,
): Markup {
  const { first, size, language, words, series: all } = asking;
  const number = first + index;
  const spots = spotsOf(series, scale, positions, xOf);
  const path = line<Spot>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(1)(spots);
  const points = spots.map(({ x, y, isBaseline }) => pointAt(x, y, number, isBaseline));
  const frame = { size, language, words, scale, positions, xOf, room, labels };
  for (const { x, y } of spots) labels.keepOff(x, y);
  const target = targetOf(series, all.length > 1, frame);
  const values = all.length > 1 ? [] : labelled(spots).map((spot) => valueAt(spot, spots, series.unit, frame));
  return markup`<g class="${lookOf(number)}">${path && spots.length > 1 ? markup`<path class="run" d="${path}" fill="none" stroke="currentColor" stroke-width="2.5" stroke-dasharray="${dashOf(number)}"/>` : noMarkup}${baselineLine(series, frame)}${target}${joined(points)}${joined(values)}</g>`;
}

/** The points that have their numbers at them, those that matter most first: the last, the baseline, and of a few the others. */
function labelled(spots: readonly Spot[]): readonly Spot[] {
  const rank = (spot: Spot): number => (spot === spots.at(-1) ? 0 : spot.isBaseline ? 1 : 2);
  const shown = spots.length <= FEW ? spots : spots.filter((spot) => rank(spot) < 2);
  return shown.toSorted((a, b) => rank(a) - rank(b));
}

/** The number at a point: above it or below, on the side to which the line does not go; behind the last of many. Nothing where there is no room. */
function valueAt({ x, y, figure, isBaseline }: Spot, spots: readonly Spot[], unit: string, frame: Frame): Markup {
  const { size, language, words, room, labels } = frame;
  const index = spots.findIndex((spot) => spot.figure === figure);
  const [before, after] = [spots[index - 1], spots[index + 1]];
  const value = numberShown(figure.value ?? 0, unit, language);
  const named = `${words.baseline} ${value}`;
  const isFree = after === undefined || after.x - x > textWidth(named, size.type) + 12;
  const label = isBaseline && isFree ? named : value;
  const [comesDown, goesUp] = [before !== undefined && before.y < y, after !== undefined && after.y < y];
  const isBehind = spots.length > FEW && !after;
  const isBelow = goesUp && (comesDown || !before);
  const anchor =
    isBehind || (isBaseline && isFree) || comesDown !== goesUp ? (goesUp && before ? 'end' : 'start') : 'middle';
  const width = textWidth(label, size.type);
  const away = isBehind ? 10 : comesDown ? -4 : goesUp && before ? 4 : -8;
  const start = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x + away - width : x + away;
  const left = round(Math.max(room.left + 2, Math.min(size.width - width, start)));
  const [above, below] = [y - 11, y + size.type + 10].map((height): LabelPlace => ({ left, y: round(height) })) as [
    LabelPlace,
    LabelPlace,
  ];
  const beside = isBehind ? [{ left, y: round(y + 4) }] : [];
  const place = labels.place(label, [...beside, ...(isBelow ? [below, above] : [above, below])]);
  if (!place) return noMarkup;
  return markup`<text class="value" x="${place.left}" y="${place.y}" font-size="${size.type}">${label}</text>`;
}

/** The points of a line, from left to right. */
function spotsOf(series: Series, scale: Scale, positions: Positions, xOf: (at: number) => number): Spot[] {
  const spot = (figure: Figure, isBaseline: boolean): Spot[] => {
    const at = positions.of(figure);
    if (at === undefined || figure.value === undefined) return [];
    return [{ x: xOf(at), y: scale.y(figure.value), figure, isBaseline }];
  };
  const { baseline, figures } = series;
  const isRepeated = figures.some(({ label }) => label === baseline?.label);
  const spots = [
    ...(baseline && !isRepeated ? spot(baseline, true) : []),
    ...figures.flatMap((one) => spot(one, false)),
  ];
  return spots.sort((a, b) => a.x - b.x);
}

/** What the marks of a panel are set in. */
interface Frame {
  readonly size: Size;
  readonly language: 'en' | 'cy';
  readonly words: ChartWords;
  readonly scale: Scale;
  readonly positions: Positions;
  readonly room: Room;
  readonly labels: Labels;
  xOf(at: number): number;
}

/** A baseline of which nobody says when it was, as a line across. */
function baselineLine(
  { baseline, target, unit }: Series,
  { size, language, words, scale, positions, room, labels }: Frame,
): Markup {
  if (baseline?.value === undefined || positions.of(baseline) !== undefined) return noMarkup;
  const y = scale.y(baseline.value);
  const label = `${words.baseline} ${numberShown(baseline.value, unit, language)}`;
  const end = size.width - room.right;
  const left = round(end - textWidth(label, size.type));
  const [above, below] = [
    { left, y: round(y - 6) },
    { left, y: round(y + size.type + 4) },
  ];
  // On the side of the line on which the target is not.
  const places = target?.value !== undefined && target.value < baseline.value ? [above, below] : [below, above];
  const place = labels.place(label, places) ?? above;
  return markup`<g class="baseline"><line x1="${room.left}" x2="${end}" y1="${y}" y2="${y}" stroke="currentColor" stroke-width="1.5" stroke-dasharray="9 4"/><text class="value" x="${end}" y="${place.y}" text-anchor="end" font-size="${size.type}">${label}</text></g>`;
}

/** The target as a line across that ends at its date, with its words. Undated, it goes all the way. */
function targetOf(
  { target, unit }: Series,
  isOneOfSeveral: boolean,
  { size, language, words, scale, positions, room, labels, xOf }: Frame,
): Markup {
  if (target?.value === undefined) return noMarkup;
  const at = positions.of(target, true);
  const y = scale.y(target.value);
  const end = at === undefined ? size.width - room.right : xOf(at);
  const value = numberShown(target.value, unit, language);
  const label = isOneOfSeveral ? value : `${words.target} ${value}`;
  const width = textWidth(label, size.type, true);
  const left = round(Math.min(end + 7, size.width - 2) - width);
  const above = { left, y: round(y - 11) };
  const place = labels.place(label, [above, { left, y: round(y + size.type + 9) }], true) ?? above;
  return markup`<g class="target"><line x1="${room.left}" x2="${end}" y1="${y}" y2="${y}" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 4"/>${at === undefined ? noMarkup : targetAt(end, y)}<text class="value" x="${left + width}" y="${place.y}" text-anchor="end" font-size="${size.type}" font-weight="600">${label}</text></g>`;
}

/** The names of the lines at their ends; none where there is only one line. */
function namesOf({ series, first, size }: PanelAsking, scale: Scale, positions: Positions, room: Room): Markup {
  if (series.length < 2) return noMarkup;
  const left = size.width - room.right + 6;
  const ends = series.map(({ figures, baseline, target }) => {
    const last = [baseline, ...figures].findLast((one) => one?.value !== undefined && positions.of(one) !== undefined);
    return scale.y(last?.value ?? target?.value ?? 0);
  });
  const heights = apart(ends, size.type * 2 + 8, size.height - room.bottom);
  const names = series.map(({ title }, index) => {
    const y = round(heights[index] as number);
    return markup`<g class="${lookOf(first + index)}">${pointAt(left + 5, y, first + index, false)}${nameAt(left + 16, y + 4, title, size, room.right - 24)}</g>`;
  });
  return joined(names);
}

/** A name in two lines at most; all of it stands in the table. */
function nameAt(x: number, y: number, name: string, { type }: Size, width: number): Markup {
  const lines = wrapped(name, { size: type, width, most: 2 });
  const spans = lines.map(
    (words, index) => markup`<tspan x="${x}" y="${round(y + index * (type + 2))}">${words}</tspan>`,
  );
  return markup`<text class="name" font-size="${type}">${joined(spans)}</text>`;
}

/** As much of some words as there is room for in a line; all of them stand in the table. */
export const cut = (words: string, type: number, width: number): string =>
  wrapped(words, { size: type, width, most: 1 })[0] ?? '';
