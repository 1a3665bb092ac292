import type { Figure, Series } from './series.ts';

/** Where the figures of a chart stand from left to right: by their days, or one behind the other. */
export interface Positions {
  /** True where they stand by their days. */
  readonly isTime: boolean;
  /** The least and the greatest place. */
  readonly least: number;
  readonly most: number;
  /** The places that have a label below the axis. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  /** The place of a figure; undefined where it has none. */
  of(figure: Figure, isTarget?: boolean): number | undefined;
}

const DAY = 86_400_000;

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** Works out where the figures stand. By their days where all of them have some; else in their order, as rows are. */
export function positionsOf(series: readonly Series[]): Positions {
  const figures = series.flatMap((one) => [...one.figures, ...(one.baseline?.first ? [one.baseline] : [])]);
  return figures.length > 0 && figures.every(({ first }) => first !== undefined)
    ? byTime(series, figures)
    : byOrder(series);
}

function byTime(series: readonly Series[], figures: readonly Figure[]): Positions {
  const of = ({ first, last }: Figure, isTarget = false): number | undefined => {
    if (first === undefined || last === undefined) return undefined;
    return isTarget ? dayOf(last) : (dayOf(first) + dayOf(last)) / 2;
  };
  const marks = new Map<string, number>();
  for (const figure of figures) marks.set(figure.label, of(figure) ?? 0);
  const places = [...marks.values()];
  for (const { target } of series) {
    const at = target && of(target, true);
    if (at === undefined || !target) continue;
    places.push(at);
    if (!marks.has(target.label)) marks.set(target.label, at);
  }
  return {
    isTime: true,
    least: Math.min(...bounded(places)),
    most: Math.max(...bounded(places)),
    marks: [...marks].map(([label, at]) => ({ at, label })).sort((a, b) => a.at - b.at),
    of,
  };
}

/** The ends of a list of numbers: a list of any length can be given to `Math.min` then. */
const bounded = (numbers: readonly number[]): [number, number] => [
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
];

function byOrder(series: readonly Series[]): Positions {
  const order = new Map<string, number>();
  for (const { figures } of series)
    for (const { label } of figures) if (!order.has(label)) order.set(label, order.size);
  return {
    isTime: false,
    least: 0,
    most: Math.max(0, order.size - 1),
    marks: [...order].map(([label, at]) => ({ at, label })),
    of: ({ label }, isTarget = false) => (isTarget ? undefined : order.get(label)),
  };
}
