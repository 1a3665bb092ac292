import { type Quantity, readBaseline, readPeriod, readQuantity, readTarget } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { direct, linking } from '../../model/links.ts';
import { type Figure, type Series, seriesOfMeasure } from '../charts/series.ts';
import { baselineShown, targetShown } from '../dates.ts';
import { element, words, type XmlElement } from '../xml.ts';
import { dateOf } from './dates.ts';
import { factText } from './plain-text.ts';
import type { Scribe } from './scribe.ts';

/** The indicator of a question, answered in words, or of a measure, counted. `other` is what the standard has no place for. */
export function indicatorElement(scribe: Scribe, item: Item, other: string): XmlElement {
  const isQuestion = item.key === 'kpq';
  return element(
    'PerformanceIndicator',
    [
      words('SequenceIndicator', scribe.number(item)),
      element('MeasurementDimension', scribe.title(item)),
      element('UnitOfMeasurement', isQuestion ? scribe.phrases.answer : unitOf(scribe, item)),
      words('Identifier', scribe.identifier(item)),
      ...relationships(scribe, item),
      ...(isQuestion ? [] : instances(scribe, item)),
      words('OtherInformation', other),
    ],
    {
      ValueChainStage: isQuestion ? 'Outcome' : undefined,
      PerformanceIndicatorType: isQuestion ? 'Qualitative' : 'Quantitative',
    },
  );
}

function unitOf(scribe: Scribe, measure: Item): string {
  return scribe.value(measure, 'unit') || seriesOfMeasure(scribe.model, measure, '').unit;
}

/** The golden thread around an indicator: a question is narrower than its outcomes, a measure than its questions; with priorities it is peer. */
function relationships(scribe: Scribe, item: Item): XmlElement[] {
  const { model } = scribe;
  const questions =
    item.key === 'measure' ? [...targets(scribe, item, 'kpqs'), ...linking(model, item, 'measures', 'kpq')] : [];
  const peers =
    item.key === 'kpq' ? linking(model, item, 'kpqs', 'priority') : linking(model, item, 'measures', 'action');
  return [
    ...related(scribe, 'Narrower_Than', targets(scribe, item, 'outcomes')),
    ...related(scribe, 'Narrower_Than', questions),
    // Those that link to something come in no order.
    ...related(scribe, 'Peer_To', scribe.inOrder(peers)),
  ];
}

const targets = ({ model }: Scribe, item: Item, relation: string): Item[] =>
  direct(model, item, relation).map((one) => one.item);

/** Relationships to what stands in the document too. */
function related(scribe: Scribe, type: string, items: readonly Item[]): XmlElement[] {
  const { holders, indicators } = scribe.outline;
  return [...new Set(items)].flatMap((item) =>
    holders.has(item) || indicators.has(item)
      ? [
          element(
            'Relationship',
            [
              words('ReferentIdentifier', scribe.identifier(item)),
              words('Name', scribe.kind(item)),
              words('Description', scribe.call(item)),
            ],
            { RelationshipType: type },
          ),
        ]
      : [],
  );
}

/** A result, of a time. */
interface Result {
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly figure: string | undefined;
  readonly description: string;
}

/** Where it stood, what was found, and where it should get to: an instance for each time. */
function instances(scribe: Scribe, measure: Item): XmlElement[] {
  const series = seriesOfMeasure(scribe.model, measure, '');
  const baseline = baselineOf(scribe, measure, series);
  const actuals = series.figures.map((figure) => actualOf(measure, figure));
  const target = targetElement(scribe, measure, series);
  const results = baseline ? [baseline, ...actuals] : actuals;
  const same = target?.end === undefined ? -1 : results.findLastIndex(({ end }) => end === target.end);
  const found = results.map((result, index) =>
    element('MeasurementInstance', [
      index === same ? target?.element : undefined,
      element('ActualResult', resultContent(result)),
    ]),
  );
  return target && same < 0 ? [...found, element('MeasurementInstance', [target.element])] : found;
}

function resultContent(
  { start, end, figure, description }: Result,
  descriptor?: XmlElement,
): (XmlElement | undefined)[] {
  return [
    words('StartDate', start),
    words('EndDate', end),
    words('NumberOfUnits', figure),
    descriptor,
    words('Description', description),
  ];
}

function baselineOf({ phrases, edition }: Scribe, measure: Item, { baseline: drawn }: Series): Result | undefined {
  const text = measure.value('baseline');
  if (!text) return undefined;
  const { value } = readBaseline(text, languageOf(measure));
  return {
    start: dateOf(value?.in?.first),
    end: dateOf(value?.in?.last),
    figure: drawn?.value === undefined ? undefined : decimal(value?.quantity),
    description: factText(phrases.baseline, baselineShown(text, languageOf(measure), edition.language)),
  };
}

/** What was found in a period; what is called otherwise than by a period keeps its name in the description. */
function actualOf(measure: Item, { label, written, value }: Figure): Result {
  const period = readPeriod(label, languageOf(measure)).value;
  const quantity = readQuantity(written, languageOf(measure)).value ?? readQuantity(written).value;
  return {
    start: dateOf(period?.first),
    end: dateOf(period?.last),
    figure: value === undefined ? undefined : decimal(quantity),
    description: label ? `${label}: ${written}` : written,
  };
}

/** Where a measure should get to; which way is better describes it. */
function targetElement(
  scribe: Scribe,
  measure: Item,
  { target: drawn }: Series,
): { readonly end: string | undefined; readonly element: XmlElement } | undefined {
  const text = measure.value('target');
  const direction = scribe.value(measure, 'direction');
  if (!text && !direction) return undefined;
  const { value } = readTarget(text, languageOf(measure));
  const end = dateOf(value?.by?.last);
  const field = scribe.told(measure).find((one) => one.field.key === 'direction')?.field;
  const descriptor =
    field && direction
      ? element('Descriptor', [
          words('DescriptorName', scribe.labels.name(field, measure.key)),
          words('DescriptorValue', direction),
        ])
      : undefined;
  const figure = drawn?.value === undefined ? undefined : decimal(value?.quantity);
  return {
    end,
    element: element(
      'TargetResult',
      resultContent(
        { start: undefined, end, figure, description: targetShown(text, languageOf(measure), scribe.edition.language) },
        descriptor,
      ),
    ),
  };
}

const languageOf = (item: Item): 'en' | 'cy' => item.placed.file.tree.language;

/** So many digits every reader of XML schemas must take. */
const MOST_DIGITS = 18;

/** A quantity as an `xs:decimal`: exact, without a scale; undefined for one with more digits than readers take. */
function decimal(quantity: Quantity | undefined): string | undefined {
  const text = quantity?.amount.toFixed();
  return text !== undefined && text.replace(/\D/g, '').length <= MOST_DIGITS ? text : undefined;
}
