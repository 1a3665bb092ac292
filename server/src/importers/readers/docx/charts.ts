import type { Spot, Table } from '../../source.ts';
import { escaped } from '../../words.ts';
import { childOf, descendantsOf, elementsOf, textOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';

/** Points of a series that are read at most. */
const mostPoints = 1_000;

/** The figures of a chart as a table: a row for each category, a column for each series. Undefined where it keeps none. */
export function chartTable(chart: XmlElement, spot: Spot, alt: string): Table | undefined {
  const series = [...descendantsOf(chart, 'c:ser')];
  if (series.length === 0) return undefined;
  const names = series.map((one) => [...pointsOf(childOf(one, 'c:tx')).values()].join(' '));
  const values = series.map((one) => pointsOf(childOf(one, 'c:val') ?? childOf(one, 'c:yVal')));
  const categories = pointsOf(childOf(series[0], 'c:cat') ?? childOf(series[0], 'c:xVal'));
  const places = [...new Set([categories, ...values].flatMap((points) => [...points.keys()]))].sort((a, b) => a - b);
  const title = [...descendantsOf(chart, 'c:title')].map((one) =>
    [...descendantsOf(one, 'a:t')].map(textOf).join(''),
  )[0];
  const rows = places.map((at) => [categories, ...values].map((points) => escaped(points.get(at) ?? '')));
  return {
    type: 'table',
    spot,
    caption: escaped(title || alt).trim() || undefined,
    head: names.some(Boolean) ? [['', ...names.map(escaped)]] : [],
    rows,
  };
}

/** What a chart keeps of the cells that it was made of, by their places. */
function pointsOf(element: XmlElement | undefined): Map<number, string> {
  if (!element) return new Map();
  const points = [...descendantsOf(element, 'c:pt')].slice(0, mostPoints);
  if (points.length === 0)
    return new Map([...descendantsOf(element, 'c:v')].slice(0, 1).map((value) => [0, textOf(value)]));
  return new Map(points.map((point) => [Number(point.attributes.idx ?? 0), textOf(elementsOf(point, 'c:v')[0])]));
}
