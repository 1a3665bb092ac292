import type { Item } from '../../model/item.ts';
import { questionsOf } from '../../model/links.ts';
import { chartOfSeries } from '../charts/chart.ts';
import type { Series } from '../charts/series.ts';
import { baselineShown, periodShown, targetShown } from '../dates.ts';
import { plain } from '../plain-words.ts';
import type { Cell, Fact, Flow, Inline } from '../tree.ts';
import type { Draft } from './draft.ts';
import { cell, columns, inLine, paragraph, place, said } from './pieces.ts';
import { standingOf } from './standing.ts';
import type { ReportWords } from './words.ts';

/** A measure under its question, outcome or priority: where it stands, its figures, and their course as a drawing. */
export function measureFlow(draft: Draft, measure: Item, above: readonly Item[], level: number): Flow[] {
  const { names, words } = draft;
  const series = seriesOf(draft, measure);
  const { target, baseline } = standingOf(measure, series, words.standing);
  const heading: Flow = {
    type: 'heading',
    level: Math.min(6, level),
    anchor: draft.anchor(measure),
    children: names.words(measure),
  };
  const facts: Fact[] = [
    { name: [plain(words.standing.name)], flow: [paragraph([{ type: 'strong', children: [plain(target)] }])] },
    ...(baseline ? [{ name: [plain(words.standing.since)], flow: [said(baseline)] }] : []),
    ...factsOf(draft, measure, above, series),
  ];
  const title = names.title(measure);
  const chart = chartOfSeries([series], { key: names.ref(measure), language: names.language, title, size: 'small' });
  return [
    heading,
    { type: 'facts', role: 'details', facts },
    series.figures.length > 0 ? chart : place(words.write, words.outcomes.result),
  ];
}

/** The figures of a measure, who answers for it, and what it answers besides what it stands under. */
function factsOf(draft: Draft, measure: Item, above: readonly Item[], series: Series): Fact[] {
  const { names, words } = draft;
  const { language } = measure.placed.file.tree;
  const { baseline, latest, target, owner, source, also } = words.standing;
  const others = questionsOf(names.model, measure).filter((kpq) => !above.includes(kpq));
  return [
    ...fact(baseline, inWords(baselineShown(measure.value('baseline'), language, names.language))),
    ...fact(latest, inWords(latestShown(series, measure, words, names.language))),
    ...fact(target, inWords(targetShown(measure.value('target'), language, names.language))),
    ...fact(owner, draft.parties(measure, 'owner')),
    ...fact(source, draft.worded(measure, 'source')),
    ...(others.length > 0
      ? [{ name: [plain(also)], flow: [paragraph(inLine(others.map((kpq) => [names.mention(kpq)])))] }]
      : []),
  ];
}

const fact = (name: string, value: readonly Inline[]): Fact[] =>
  value.length > 0 ? [{ name: [plain(name)], flow: [paragraph(value)] }] : [];

const inWords = (words: string): Inline[] => (words ? [plain(words)] : []);

/** The latest result, and of when it is. A bare number has the sign of what all figures of the measure are shares of. */
function latestShown({ figures, unit }: Series, measure: Item, words: ReportWords, language: 'en' | 'cy'): string {
  const latest = figures.at(-1);
  if (!latest) return '';
  const shown = periodShown(latest.label, measure.placed.file.tree.language, language);
  const written = unit === '%' && /^[\d.,+-]+$/.test(latest.written) ? `${latest.written}%` : latest.written;
  return shown ? words.standing.in(written, shown) : written;
}

/** All measures against their targets, a row each. */
export function measuresTable(draft: Draft): Flow[] {
  const { names, words, subject } = draft;
  if (subject.allMeasures.length === 0) return [];
  const { latest, target, name } = words.standing;
  const rows = subject.allMeasures.map((measure): Cell[] => {
    const series = seriesOf(draft, measure);
    const { language } = measure.placed.file.tree;
    return [
      { header: 'row', children: [names.mention(measure)] },
      cell(latestShown(series, measure, words, names.language) || '–'),
      cell(targetShown(measure.value('target'), language, names.language) || '–'),
      cell(standingOf(measure, series, words.standing).target),
    ];
  });
  const head = columns([words.glance.measure, latest, target, name]);
  return [{ type: 'table', caption: [plain(words.glance.measures)], head: [head], rows }];
}

const seriesOf = (draft: Draft, measure: Item): Series => draft.subject.series.get(measure) as Series;
