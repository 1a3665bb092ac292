import { fieldOn } from '@goldthread/grammar';
import { mendedValue } from '../../carried/values.ts';
import type { DraftItem } from '../../draft/draft.ts';
import { elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { dayIn, periodOf } from './days.ts';
import { inWords, itemOf, put, say } from './made.ts';
import { lineOf, proseFrom, proseOf } from './words.ts';

/** What Goldthread says before the words of a baseline, in both languages. */
const baseline = /^(?:Baseline|Gwaelodlin): */i;

/** A number as `xs:decimal` has it, and as people write it. */
const number = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.\d{1,20})?$/;

/** The words of the directions of a measure. */
const directions: Readonly<Record<string, string>> = {
  increase: 'increase',
  decrease: 'decrease',
  maintain: 'maintain',
  cynyddu: 'increase',
  gostwng: 'decrease',
  cynnal: 'maintain',
};

/** What the direction of a measure is called. */
const directionName = /^(?:Which way is better|Pa gyfeiriad sy’n well|Direction)$/i;

/** Children of an indicator that have a place of their own. The others are read by whoever reads the document. */
export const partsOfIndicator: ReadonlySet<string> = new Set([
  'MeasurementDimension',
  'UnitOfMeasurement',
  'MeasurementInstance',
]);

/**
 * What is measured, or asked: an indicator that is judged by words and ends with a question mark is a key performance question, and so is
 * one that Goldthread wrote as such. Any other is a measure.
 */
export function indicatorOf(element: XmlElement, isOwn: boolean): DraftItem {
  const title = lineOf(elementsOf(element, 'MeasurementDimension')[0]);
  const unit = lineOf(elementsOf(element, 'UnitOfMeasurement')[0]);
  const isJudged = element.attributes['PerformanceIndicatorType'] === 'Qualitative';
  if (isJudged && (isOwn || title.endsWith('?'))) {
    const question = itemOf('kpq', title, element.line);
    if (unit && !/^(?:Answer|Ateb)$/i.test(unit)) say(question, proseFrom(`Unit: ${unit}`));
    for (const rest of elementsOf(element, 'MeasurementInstance')) say(question, proseFrom(resultWords(rest)));
    return question;
  }
  const measure = itemOf('measure', title, element.line);
  if (unit) put(measure, 'unit', unit);
  for (const instance of elementsOf(element, 'MeasurementInstance')) readInstance(measure, instance);
  return measure;
}

/** What stands in a result. */
interface Measured {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly figure: string;
  readonly description: string;
  /** Names and values that describe it. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What else stands in it. */
  readonly rest: readonly string[];
}

function resultIn(element: XmlElement): Measured {
  const line = (name: string): string => lineOf(elementsOf(element, name)[0]);
  const [start, end] = [line('StartDate'), line('EndDate')];
  const first = dayIn(start);
  const last = dayIn(end);
  const known = new Set(['StartDate', 'EndDate', 'NumberOfUnits', 'Description', 'Descriptor']);
  const rest = elementsOf(element)
    .filter(({ name }) => !known.has(name))
    .map((one) => labelled(inWords(one.name), lineOf(one)));
  return {
    first,
    last,
    figure: line('NumberOfUnits'),
    description: elementsOf(element, 'Description').map(lineOf).filter(Boolean).join(' '),
    facts: elementsOf(element, 'Descriptor').map((one) => [
      lineOf(elementsOf(one, 'DescriptorName')[0]),
      lineOf(elementsOf(one, 'DescriptorValue')[0]),
    ]),
    rest: [
      first === undefined ? labelled('From', start) : '',
      last === undefined ? labelled('Until', end) : '',
      ...rest,
      looseIn(element),
    ].filter(Boolean),
  };
}

/** Words that stand in an element by themselves. */
const looseIn = ({ children }: XmlElement): string =>
  children
    .filter((node) => typeof node === 'string')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

const labelled = (name: string, words: string): string => (words ? `${name}: ${words}` : '');

/** Targets and results of a time: what a measure has a field for, and the rest as words. */
function readInstance(measure: DraftItem, instance: XmlElement): void {
  for (const element of elementsOf(instance)) {
    const result = resultIn(element);
    if (element.name === 'TargetResult') takeTarget(measure, result);
    else if (element.name === 'ActualResult') takeActual(measure, result);
    else say(measure, proseFrom(labelled(inWords(element.name), lineOf(element))));
  }
  say(measure, proseFrom(looseIn(instance)));
}

function takeTarget(measure: DraftItem, result: Measured): void {
  const { last, first, figure, description } = result;
  const left = result.facts.filter(([name, value]) => {
    if (!directionName.test(name)) return true;
    const direction = directions[value.toLowerCase()];
    if (direction === undefined || has(measure, 'direction')) return true;
    put(measure, 'direction', direction);
    return false;
  });
  const facts = factsOf(left);
  const day = last ?? first;
  const words = spoken(description, figure, day);
  const written = asWritten(description, figure, 'target');
  if (written !== undefined && !has(measure, 'target')) {
    put(measure, 'target', written);
    say(measure, proseFrom(labelled('Target', [...facts, ...result.rest].join('; '))));
  } else if (number.test(figure) && !has(measure, 'target')) {
    put(measure, 'target', day === undefined ? figure : `${figure} by ${dateOf(first, last)}`);
    say(measure, proseFrom(labelled('Target', [words, ...facts, ...result.rest].filter(Boolean).join('; '))));
  } else if (figure || description || facts.length > 0 || result.rest.length > 0)
    say(measure, proseFrom(labelled('Target', allOf(result, facts))));
}

function takeActual(measure: DraftItem, result: Measured): void {
  const { first, last, figure, description, facts, rest } = result;
  const isBaseline = baseline.test(description);
  const period = first !== undefined && last !== undefined && first <= last ? periodOf(first, last) : (first ?? last);
  const more = [...factsOf(facts), ...rest];
  const before = isBaseline ? asWritten(description.replace(baseline, ''), figure, 'baseline') : undefined;
  const [, label, after = ''] = /^([^:]{4,40}): (.{1,80})$/.exec(description) ?? [];
  const found = label === period ? asWritten(after, figure, 'actual') : undefined;
  if (before !== undefined && !has(measure, 'baseline')) {
    put(measure, 'baseline', before);
    say(measure, proseFrom(labelled('Baseline', more.join('; '))));
  } else if (found !== undefined && period !== undefined && !has(measure, 'actual', period)) {
    put(measure, 'actual', found, period);
    say(measure, proseFrom(labelled(period, more.join('; '))));
  } else if (number.test(figure) && isBaseline && !has(measure, 'baseline')) {
    put(measure, 'baseline', period === undefined ? figure : `${figure} in ${period}`);
    const words = spoken(description.replace(baseline, ''), figure, period);
    say(measure, proseFrom(labelled('Baseline', [words, ...more].filter(Boolean).join('; '))));
  } else if (number.test(figure) && period !== undefined && !has(measure, 'actual', period)) {
    put(measure, 'actual', figure, period);
    say(
      measure,
      proseFrom(labelled(period, [spoken(description, figure, period), ...more].filter(Boolean).join('; '))),
    );
  } else if (figure || description || more.length > 0)
    say(measure, proseFrom(labelled('Result', allOf(result, factsOf(facts)))));
}

/** A description that is a value of a field of measures, or nearly one, and says the same figure; undefined for one that is not. */
function asWritten(description: string, figure: string, key: string): string | undefined {
  const field = fieldOn('measure', key);
  const written = field && description ? mendedValue(description, field, 'en') : undefined;
  const digits = (words: string): string => words.replace(/[^\d.]/g, '').replace(/\.0*$/, '');
  return written !== undefined && figure && digits(written).startsWith(digits(figure)) ? written : undefined;
}

/** The words for a result; none where they say no more than its figure and its time, with the unit perhaps. */
function spoken(description: string, figure: string, time: string | undefined): string {
  const letters = (words: string): string => words.replace(/[^\p{L}\p{N}.]+/gu, '').toLowerCase();
  const said = letters(description);
  return [figure, `${time}${figure}`, `${figure}by${time}`, `${figure}in${time}`].some((one) => letters(one) === said)
    ? ''
    : description;
}

const factsOf = (facts: Measured['facts']): string[] =>
  facts.map(([name, value]) => (name && value ? `${name}: ${value}` : name || value)).filter(Boolean);

/** All of a result in words. */
const allOf = ({ first, last, figure, description, rest }: Measured, facts: readonly string[]): string =>
  [[first, last].filter(Boolean).join(' to '), figure, description, ...facts, ...rest].filter(Boolean).join('; ');

/** A result in words, for an indicator that is a question. */
const resultWords = (instance: XmlElement): string =>
  [
    ...elementsOf(instance).map((one) => {
      const result = resultIn(one);
      return labelled(inWords(one.name), allOf(result, factsOf(result.facts)));
    }),
    looseIn(instance),
  ]
    .filter(Boolean)
    .join('\n\n');

const has = (item: DraftItem, key: string, name?: string): boolean =>
  item.parts.some((part) => part.type === 'field' && part.key === key && (name === undefined || part.name === name));

/** The day by which a target is to be reached; with a day on which its time begins, the time. */
function dateOf(first: string | undefined, last: string | undefined): string {
  if (first === undefined || last === undefined || first > last) return last ?? first ?? '';
  const period = periodOf(first, last);
  return period.includes(' to ') ? last : period;
}

/** The description of an element as it stands in the text of an item. */
export const describedBy = (element: XmlElement, hasLines: boolean): string =>
  elementsOf(element, 'Description')
    .map((one) => proseOf(one, hasLines))
    .filter(Boolean)
    .join('\n\n');
