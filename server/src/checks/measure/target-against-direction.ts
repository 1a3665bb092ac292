import type { Quantity } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import { type Fix, type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';
import { type Direction, directionOf, directionWords } from './direction.ts';
import { baselineOf, targetOf } from './figures.ts';

/** A target lies on the wrong side of the baseline. */
export const targetAgainstDirection: ItemRule = {
  id: 'measure/target-against-direction',
  severity: 'error',
  says: 'A target lies on the other side of the baseline than the direction says.',
  why: 'A target on the wrong side of the baseline is a slip: in the target, the baseline or the direction. Only numbers of the same unit are compared.',
  source: 'House rule',
  breaks:
    'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n  direction: decrease\n  baseline: 1,150 in 2025\n  target: 1,400 by 2030\n',
  clean:
    'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n  direction: decrease\n  baseline: 1,150 in 2025\n  target: 400 by 2030\n',
  kinds: ['measure'],
  reads: 'itself',
  item(measure, context) {
    const direction = directionOf(measure);
    if (direction !== 'increase' && direction !== 'decrease') return;
    const baseline = baselineOf(measure);
    const target = targetOf(measure);
    const entry = measure.field('target');
    if (!baseline || !target || !entry || !areAlike(baseline, target, declaresPercent(measure))) return;
    const rises = target.amount.gt(baseline.amount);
    if (target.amount.eq(baseline.amount) || rises === (direction === 'increase')) return;
    context.report(
      measure.placed,
      { start: entry.valueStart, end: entry.valueEnd },
      {
        item: measure,
        message: `${named(measure)} is to ${direction}, but its target, ${target.text}, is ${rises ? 'above' : 'below'} its baseline, ${baseline.text}. Correct whichever of the three is wrong.`,
        messageCy: () =>
          `Cyfeiriad ${namedCy(measure)} yw “${directionWords(measure, direction).word}”, ond mae’r targed, ${target.text}, yn ${rises ? 'uwch' : 'is'} na’r waelodlin, ${baseline.text}. Cywirwch pa un bynnag o’r tri sy’n anghywir.`,
        fixes: turning(measure, rises ? 'increase' : 'decrease'),
      },
    );
  },
};

/** True for a measure whose unit is a percentage, so that its bare numbers are percentages. */
const declaresPercent = (measure: Item): boolean =>
  /^(?:%|per\s?cent|percentage|y cant|canran)$/i.test(measure.value('unit'));

/**
 * True where two quantities count the same thing, as far as they say: 12,480 incidents and 11,000 are alike, 12,480 and 10% are
 * not, unless bare numbers are percentages.
 */
function areAlike(a: Quantity, b: Quantity, bareIsPercent: boolean): boolean {
  const isPercent = ({ percent, unit }: Quantity): boolean => percent || (bareIsPercent && unit === '');
  if (isPercent(a) !== isPercent(b)) return false;
  return a.unit === '' || b.unit === '' || a.unit.toLowerCase() === b.unit.toLowerCase();
}

/** A mend that turns the direction round. */
function turning(measure: Item, direction: Direction): Fix[] {
  const entry = measure.field('direction');
  if (!entry) return [];
  const { key, word } = directionWords(measure, direction);
  const span = { start: entry.valueStart, end: entry.valueEnd };
  return [replacing(titlesFor(measure.placed).changeKeyTo(key, word), measure.placed, span, word)];
}
