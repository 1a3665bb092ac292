import { scaleLinear } from 'd3-scale';
import { textWidth } from '../text-width.ts';
import { axisUnit, decimalsOf, numberShown } from './figures.ts';
import type { Figure, Series } from './series.ts';

/** How large a drawing is, in units of its own: pixels at 100 %. */
export interface Size {
  readonly width: number;
  /** The height of one panel: figures that count different things stand in panels below each other. */
  readonly height: number;
  readonly type: number;
  /** How many numbers there are at the upright axis, about. */
  readonly ticks: number;
}

export const sizes: Readonly<Record<'full' | 'small', Size>> = {
  full: { width: 640, height: 300, type: 13, ticks: 5 },
  small: { width: 460, height: 190, type: 13, ticks: 3 },
};

/** The upright axis of a panel. */
export interface Scale {
  readonly isFromZero: boolean;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** What is counted, for the head of the axis; empty where the numbers say it. */
  readonly unit: string;
  /** How wide its labels are. */
  readonly width: number;
  /** The height of a value, from the top. */
  y(value: number): number;
}

/** The room that a panel has for its marks. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Numbers stand below what is below zero: so much longer the scale is there. */
const ROOM_BELOW = 1.1;

/** A number is so near to zero, as a part of the greatest, that the scale may as well begin there. */
const NEAR_ZERO = 0.6;

/**
 * The scale for the figures of a panel. It begins at zero where it must, as for bars, or where that costs little room; else it shows the
 * stretch that the figures are in.
 */
export function scaleFor(
  series: readonly Series[],
  { height, type, ticks: count }: Size,
  room: Pick<Room, 'top' | 'bottom'>,
  language: 'en' | 'cy',
  mustBeginAtZero: boolean,
): Scale {
  const values = series.flatMap(({ figures, baseline, target }) => [...figures, baseline, target].flatMap(drawnValue));
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const [low, high] = Number.isFinite(least) && Number.isFinite(most) ? [least, most] : [0, 1];
  const isFromZero =
    mustBeginAtZero ||
    (low <= 0 && high >= 0) ||
    Math.min(Math.abs(low), Math.abs(high)) < NEAR_ZERO * Math.max(Math.abs(low), Math.abs(high)) ||
    low === high;
  const [from, to] = isFromZero
    ? [Math.min(0, low * ROOM_BELOW), Math.max(0, high)]
    : [low - (high - low) / 4, high + (high - low) / 4];
  const scale = scaleLinear([from, to === from ? from + 1 : to], [height - room.bottom, room.top]).nice(count);
  const ticks = scale.ticks(count);
  const unit = series[0]?.unit ?? '';
  const labels = ticks.map((value) => ({ value, label: numberShown(value, unit, language, decimalsOf(ticks)) }));
  return {
    isFromZero,
    ticks: labels,
    unit: axisUnit(unit),
    width: labels.reduce((width, { label }) => Math.max(width, textWidth(label, type)), 0),
    y: (value) => round(scale(value)),
  };
}

const drawnValue = (figure: Figure | undefined): number[] => (figure?.value === undefined ? [] : [figure.value]);

/** A length in a drawing: no more decimals than anybody can see. */
export const round = (length: number): number => Math.round(length * 10) / 10;

/** The labels below an axis that there is room for: the first and the last, and between them as many as do not touch. */
export function fitting(
  marks: readonly { readonly x: number; readonly label: string }[],
  type: number,
): { readonly x: number; readonly label: string }[] {
  const gap = type;
  const halfOf = ({ label }: { readonly label: string }): number => textWidth(label, type) / 2;
  const last = marks.at(-1);
  const shown: { readonly x: number; readonly label: string }[] = [];
  for (const mark of marks) {
    const before = shown.at(-1);
    const isFree = !before || mark.x - halfOf(mark) > before.x + halfOf(before) + gap;
    const leavesLast = !last || mark === last || mark.x + halfOf(mark) + gap < last.x - halfOf(last);
    if (isFree && (leavesLast || shown.length === 0)) shown.push(mark);
    else if (mark === last && shown.length > 1) shown.splice(-1, 1, mark);
  }
  return shown;
}

/** Heights that are at least so far from each other, in the order in which they were given, and none below the last that there is room for. */
export function apart(heights: readonly number[], gap: number, lowest: number): number[] {
  const order = heights
    .map((_, index) => index)
    .sort((a, b) => (heights[a] as number) - (heights[b] as number) || a - b);
  const placed = [...heights];
  for (const [rank, index] of order.entries()) {
    const above = order[rank - 1];
    if (above !== undefined) placed[index] = Math.max(placed[index] as number, (placed[above] as number) + gap);
  }
  let limit = lowest;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] as number, limit);
    limit = (placed[index] as number) - gap;
  }
  return placed;
}
