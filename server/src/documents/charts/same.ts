import { wordsFor } from '../../features/words.ts';
import { periodShown } from '../dates.ts';
import { plain } from '../plain-words.ts';
import type { Cell, Flow } from '../tree.ts';
import type { Figure, Series } from './series.ts';
import { type ChartWords, chartWords } from './words.ts';

const column = (words: string): Cell => ({ header: 'column', children: [plain(words)] });

/** The figures of a chart as a table: a row for each period or name, a column for each series; baselines first, targets last. */
export function tableOf(
  series: readonly Series[],
  caption: string,
  language: 'en' | 'cy',
): Extract<Flow, { type: 'table' }> {
  const words: ChartWords = wordsFor(chartWords, language);
  const labels = labelsOf(series);
  const isTime = series.every(({ figures }) => figures.every(({ first }) => first !== undefined));
  const rows: Cell[][] = [];
  const add = (name: string, cells: readonly string[]): void => {
    if (cells.every((cell) => cell === '')) return;
    rows.push([
      { header: 'row', children: [plain(name)] },
      ...cells.map((cell): Cell => ({ children: [plain(cell || words.none)] })),
    ]);
  };
  add(
    words.baseline,
    series.map(({ baseline }) => (baseline ? dated(baseline, words.in, language) : '')),
  );
  for (const label of labels)
    add(
      isTime ? periodShown(label, language, language) : label,
      series.map(({ figures }) => figures.find((figure) => figure.label === label)?.written ?? ''),
    );
  add(
    words.target,
    series.map(({ target }) => (target ? dated(target, words.by, language) : '')),
  );
  return {
    type: 'table',
    role: 'figures',
    caption: [plain(caption)],
    head: [[column(isTime ? words.period : words.row), ...series.map((one) => column(one.title || words.figure))]],
    rows,
  };
}

/** A figure with its time behind it, in words. */
export const dated = (
  { written, label, first }: Figure,
  when: (time: string) => string,
  language: 'en' | 'cy',
): string => {
  if (!label) return written;
  return `${written} ${when(first === undefined ? label : periodShown(label, language, language))}`;
};

/** The periods or names of all series, each once; periods in their order. */
export function labelsOf(series: readonly Series[]): string[] {
  const figures = series.flatMap((one) => one.figures);
  const isTime = figures.every(({ first }) => first !== undefined);
  const sorted = isTime
    ? figures.toSorted((a, b) => ((a.first ?? '') < (b.first ?? '') ? -1 : a.first === b.first ? 0 : 1))
    : figures;
  return [...new Set(sorted.map(({ label }) => label))];
}
