import type { Item } from '../../model/item.ts';
import { direct, questionsOf } from '../../model/links.ts';
import { type Figure, seriesOfMeasure } from '../charts/series.ts';
import { choiceOf } from '../document/values.ts';
import type { ItemNames } from '../item-names.ts';
import { type Column, date, figure, text, texts } from './columns.ts';
import { called, namesOf, partiesOf, valueIn } from './values.ts';

export const measureColumns: readonly Column[] = [
  ...texts('ref', 'number', 'title', 'questions', 'outcomes', 'unit', 'direction', 'baseline'),
  figure('baseline value'),
  text('target'),
  figure('target value'),
  date('target by'),
  ...texts('frequency', 'owner', 'source', 'period'),
  date('period from'),
  date('period to'),
  text('actual'),
  figure('actual value'),
];

/** The measures of a plan: a row for each result, one without a result for a measure that has none. */
export const measureRows = (items: readonly Item[], names: ItemNames): string[][] =>
  items.filter(({ key }) => key === 'measure').flatMap((measure) => rowsOf(measure, names));

function rowsOf(measure: Item, names: ItemNames): string[][] {
  const { model } = names;
  const questions = questionsOf(model, measure);
  const outcomes = new Set(
    [measure, ...questions].flatMap((item) => direct(model, item, 'outcomes')).map(({ item }) => item),
  );
  const { number, title } = namesOf(measure, names);
  const { figures, baseline, target } = seriesOfMeasure(model, measure, title);
  const own = [
    names.ref(measure),
    number,
    title,
    called(questions, names),
    called([...outcomes], names),
    valueIn(measure, 'unit', names),
    choiceOf(measure, 'direction') ?? measure.value('direction'),
    measure.value('baseline'),
    numberIn(baseline),
    measure.value('target'),
    numberIn(target),
    target?.last ?? '',
    valueIn(measure, 'frequency', names),
    partiesOf(measure, 'owner', names),
    valueIn(measure, 'source', names),
  ];
  if (figures.length === 0) return [[...own, '', '', '', '', '']];
  return figures.map((figure) => [
    ...own,
    figure.label,
    figure.first ?? '',
    figure.last ?? '',
    figure.written,
    numberIn(figure),
  ]);
}

const numberIn = (figure: Figure | undefined): string => (figure?.value === undefined ? '' : String(figure.value));
