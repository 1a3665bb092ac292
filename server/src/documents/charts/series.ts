import { type Quantity, readBaseline, readPeriod, readQuantity, readTarget } from '@goldthread/grammar';
import { dataOf, figuresIn } from '../../checks/measure/data.ts';
import type { Item } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';

/** A figure, and what it is of: a period, or whatever a row of figures is named by. */
export interface Figure {
  /** The period or the name as it is written; empty where there is none. */
  readonly label: string;
  /** The first and the last day, where the label is a period. A period that has no end yet ends where it begins. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  /** The number to draw; undefined where there is none, or where it counts something else than the others. */
  readonly value: number | undefined;
  /** The figure as it is written. */
  readonly written: string;
}

/** Figures of the same thing, with where it stood and where it should get to. */
export interface Series {
  readonly title: string;
  /** What is counted, `%` for a percentage; empty where that is not said. */
  readonly unit: string;
  readonly figures: readonly Figure[];
  readonly baseline?: Figure | undefined;
  readonly target?: Figure | undefined;
}

/** The figures of a measure: its baseline, its target and what was found in each period, in its fields and in its file. */
export function seriesOfMeasure(model: Model, measure: Item, title: string): Series {
  const { language } = measure.placed.file.tree;
  const baseline = readBaseline(measure.value('baseline'), language).value;
  const target = readTarget(measure.value('target'), language).value;
  const found = [...actualsOf(measure), ...dataFigures(model, measure)];
  const quantities = [...found.map(({ quantity }) => quantity), baseline?.quantity, target?.quantity];
  const unit = measure.value('unit') || unitOf(quantities.find((quantity) => quantity !== undefined));
  const like = kindOfUnit(unit);
  const periods = new Set<string>();
  const figures = found.flatMap(({ label, quantity, written }) => {
    if (periods.has(label)) return [];
    periods.add(label);
    return [{ ...spanOf(label, language), label, written, value: numberOf(quantity, like) }];
  });
  return {
    title,
    unit: like === '%' ? like : unit,
    figures: figures.sort((a, b) => compare(a.first ?? '', b.first ?? '')),
    ...(baseline ? { baseline: baselineFigure(measure, baseline, like) } : {}),
    ...(target
      ? {
          target: {
            label: target.by?.text ?? '',
            ...(target.by ? { first: target.by.first, last: target.by.last } : {}),
            value: numberOf(target.quantity, like),
            written: target.quantity.text,
          },
        }
      : {}),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function baselineFigure(
  measure: Item,
  { quantity, in: period }: { readonly quantity: Quantity; readonly in: { readonly text: string } | undefined },
  like: string,
): Figure {
  const span = period && spanOf(period.text, measure.placed.file.tree.language);
  return { label: period?.text ?? '', ...span, value: numberOf(quantity, like), written: quantity.text };
}

interface Found {
  readonly label: string;
  readonly written: string;
  readonly quantity: Quantity | undefined;
}

/** What a measure says was found, in the order of the text. */
function actualsOf(measure: Item): Found[] {
  const { language } = measure.placed.file.tree;
  return measure.fieldsNamed('actual').flatMap((entry) => {
    const written = measure.valueOf(entry);
    return written ? [{ label: measure.nameOf(entry), written, quantity: readQuantity(written, language).value }] : [];
  });
}

/** The figures in the file of a measure; none where it can't be read, which is reported. */
function dataFigures(model: Model, measure: Item): Found[] {
  if (!measure.has('data')) return [];
  const text = dataOf(measure, { model })?.text;
  const found = text === undefined ? undefined : figuresIn(text, true);
  if (!found || 'fault' in found) return [];
  return found.rows.flatMap(({ cells }) => {
    const [label = '', written = ''] = cells.map((cell) => cell.trim());
    return written ? [{ label, written, quantity: readQuantity(written).value }] : [];
  });
}

/** The days of a period, where a text is one. */
function spanOf(text: string, language: 'en' | 'cy'): { readonly first: string; readonly last: string } | undefined {
  const period = text ? readPeriod(text, language).value : undefined;
  return period && { first: period.first, last: period.last ?? period.first };
}

const unitOf = (quantity: Quantity | undefined): string => (quantity?.percent ? '%' : (quantity?.unit ?? ''));

/** A quantity as a number that can be drawn beside others: undefined where it counts something else, or is beyond all measure. */
function numberOf(quantity: Quantity | undefined, like: string): number | undefined {
  if (!quantity || !isLike(quantity, like)) return undefined;
  const value = Number(quantity.amount);
  return Math.abs(value) < 1e15 ? value : undefined;
}

const share = /^(?:%|per\s?cent|percentage|y\s?cant|canran)/i;

/** A unit as it is compared: all percentages are alike. */
const kindOfUnit = (unit: string): string => (share.test(unit) ? '%' : unit.toLowerCase());

/** True where a quantity counts what others do, as far as it says: a number alone does, and so does one whose unit is told more closely. */
function isLike(quantity: Quantity, like: string): boolean {
  const own = kindOfUnit(unitOf(quantity));
  if (own === '' || own === like) return true;
  return like !== '%' && own !== '%' && (own.includes(like) || like.includes(own));
}

/** The figures of a table: a series for each column behind the first, which names the rows. Cells that hold no number are not drawn. */
export function seriesOfRows(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  language: 'en' | 'cy',
): Series[] {
  return headings.slice(1).map((title, index) => {
    const cells = rows.map((row) => ({ label: (row[0] ?? '').trim(), written: (row[index + 1] ?? '').trim() }));
    const quantities = cells.map(({ written }) => (written ? readQuantity(written, language).value : undefined));
    const unit = unitOf(quantities.find((quantity) => quantity !== undefined));
    const like = kindOfUnit(unit);
    const figures = cells.map(({ label, written }, row) => ({
      label,
      ...spanOf(label, language),
      written,
      value: numberOf(quantities[row], like),
    }));
    return { title: title.trim(), unit, figures };
  });
}
