import { wordsFor } from '../../features/words.ts';
import { type Markup, markup } from '../markup.ts';
import { plain } from '../plain-words.ts';
import type { Flow } from '../tree.ts';
import { barPanel } from './bar-panel.ts';
import { type Size, sizes } from './frame.ts';
import { linePanel, type Panel } from './line-panel.ts';
import { positionsOf } from './positions.ts';
import { dated, tableOf } from './same.ts';
import type { Figure, Series } from './series.ts';
import { type ChartWords, chartWords } from './words.ts';

/** How a chart is drawn. */
export interface ChartOptions {
  /** Tells the ids of this drawing from those of others on the page: the key of its block, or its number. */
  readonly key: string;
  readonly language: 'en' | 'cy';
  /** What it is called: the title of the chart or of the measure. */
  readonly title: string;
  /** Lines for periods and bars for names, where it is left out. */
  readonly style?: 'line' | 'bar' | undefined;
  /** What the plan itself says that it shows. */
  readonly alt?: string | undefined;
  /** `small` for one that stands beside its facts. */
  readonly size?: 'full' | 'small' | undefined;
}

/**
 * Figures as a drawing, with the same as a table behind it. Figures that count different things have a scale each, below one another.
 * Where there is nothing to draw, only the table.
 */
export function chartOfSeries(series: readonly Series[], options: ChartOptions): Flow {
  const words: ChartWords = wordsFor(chartWords, options.language);
  const table = tableOf(series, options.title, options.language);
  const nothing: Flow = { type: 'paragraph', role: 'missing', children: [plain(words.noFigures)] };
  const positions = positionsOf(series);
  const style = options.style ?? (positions.isTime ? 'line' : 'bar');
  const drawable = series.filter((one) => isDrawable(one));
  if (drawable.length === 0) return table.rows.length > 0 ? table : nothing;
  const size = sizes[options.size ?? 'full'];
  const id = `_chart-${options.key.replace(/[^\p{L}\p{N}-]/gu, (sign) => `_${sign.codePointAt(0)}_`)}`;
  const groups = byUnit(drawable);
  let first = 0;
  const panels = groups.map((group): Panel => {
    const asking = {
      series: group,
      first,
      size,
      language: options.language,
      words,
      id,
      isOneOfSeveral: groups.length > 1,
    };
    first += group.length;
    return style === 'bar' ? barPanel(asking) : linePanel(asking, positions);
  });
  const description = descriptionOf(drawable, groups, panels, options, words, series);
  const title = options.title || words.figure;
  return { type: 'drawing', svg: svgOf(panels, size, id, title, description).text, title, description, same: [table] };
}

/** True where there is a number to draw. A target or a baseline alone is no chart. */
const isDrawable = ({ figures, baseline, target }: Series): boolean => {
  const numbers = [baseline, target].filter((figure) => figure?.value !== undefined).length;
  return figures.some(({ value }) => value !== undefined) || numbers === 2;
};

/** The series that can stand at one scale, in the order of the first of each. */
function byUnit(series: readonly Series[]): Series[][] {
  const groups = new Map<string, Series[]>();
  for (const one of series) {
    const unit = one.unit.toLowerCase();
    const group = groups.get(unit);
    if (group) group.push(one);
    else groups.set(unit, [one]);
  }
  return [...groups.values()];
}

function svgOf(
  panels: readonly Panel[],
  { width, height }: Size,
  id: string,
  title: string,
  description: string,
): Markup {
  const tall = height * panels.length;
  const drawn = panels.map(({ svg }, index) =>
    index === 0 ? markup`<g>${svg}</g>` : markup`<g transform="translate(0 ${index * height})">${svg}</g>`,
  );
  return markup`<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${tall}" width="${width}" height="${tall}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>${drawn}</svg>`;
}

/** What a chart shows, in sentences: each series from where it was to where it should get to. */
function descriptionOf(
  drawable: readonly Series[],
  groups: readonly (readonly Series[])[],
  panels: readonly Panel[],
  { alt, language }: ChartOptions,
  words: ChartWords,
  all: readonly Series[],
): string {
  const units = groups.map(([one]) => one?.unit || words.unknownUnit);
  const isPartial = all.some(
    (one) => !drawable.includes(one) || everyFigure(one).some(({ value }) => value === undefined),
  );
  return [
    ...(alt ? [sentence(alt)] : drawable.slice(0, MOST_TOLD).map((one) => courseOf(one, words, language))),
    ...(groups.length > 1 ? [words.mixed(units.join(', '))] : []),
    ...(panels.every(({ isFromZero }) => isFromZero) ? [] : [words.notZero]),
    ...(isPartial ? [words.notDrawn] : []),
  ].join(' ');
}

/** Words as a sentence, which others follow. */
const sentence = (text: string): string => (/[.!?…:;]$/.test(text.trimEnd()) ? text : `${text}.`);

/** Of so many series the description tells the course; the table has all. */
const MOST_TOLD = 8;

const everyFigure = ({ figures, baseline, target }: Series): Figure[] =>
  [...figures, baseline, target].filter((figure) => figure !== undefined);

/** “Damp homes: baseline 1,150 in 2025; latest 900 in 2027; target 400 by 2030.” */
function courseOf({ title, figures, baseline, target }: Series, words: ChartWords, language: 'en' | 'cy'): string {
  const latest = figures.findLast(({ value }) => value !== undefined);
  const parts = [
    baseline && `${words.baseline} ${dated(baseline, words.in, language)}`,
    latest && `${words.latest} ${dated(latest, words.in, language)}`,
    target && `${words.target} ${dated(target, words.by, language)}`,
  ].filter(Boolean);
  const course = parts.map((part, index) =>
    index === 0 ? part : part?.charAt(0).toLowerCase() + (part ?? '').slice(1),
  );
  return `${title ? `${title}: ` : ''}${course.join('; ')}.`;
}
