export { type ChartOptions, chartOfSeries } from './chart.ts';
export { type Figure, type Series, seriesOfMeasure, seriesOfRows } from './series.ts';
