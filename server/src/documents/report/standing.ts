import { readBaseline, readQuantity, readTarget } from '@goldthread/grammar';
import { type Direction, directionOf } from '../../checks/measure/direction.ts';
import type { Item } from '../../model/item.ts';
import type { Series } from '../charts/series.ts';
import type { ReportWords } from './words.ts';

type Words = ReportWords['standing'];

/** A number as it is written, exactly. */
type Amount = NonNullable<ReturnType<typeof readQuantity>['value']>['amount'];

/** Where a measure stands, in words. There is no clock: only the figures that are in the plan are compared with one another. */
export interface Standing {
  /** Against its target: “Short of the target by 900 homes”. */
  readonly target: string;
  /** Against its baseline: “Up by 900 homes, the way that the plan wants”; undefined where there is no figure for one of them. */
  readonly baseline: string | undefined;
}

/** Where a measure stands with its latest result. */
export function standingOf(measure: Item, series: Series, words: Words): Standing {
  const { language } = measure.placed.file.tree;
  const latest = series.figures.at(-1);
  const now = latest?.value === undefined ? undefined : readQuantity(latest.written, language).value?.amount;
  const target = readTarget(measure.value('target'), language).value?.quantity.amount;
  const baseline = readBaseline(measure.value('baseline'), language).value?.quantity.amount;
  const direction = directionOf(measure);
  const inWords = (gap: Amount): string => gapInWords(gap, series.unit, words);
  const before = series.baseline?.value === undefined ? undefined : baseline;
  return {
    target: !measure.has('target')
      ? words.noTarget
      : !latest
        ? words.noResult
        : !now || !target || series.target?.value === undefined
          ? words.unlike
          : againstTarget(now, target, direction, inWords, words),
    baseline: now && before ? sinceBaseline(now, before, direction, inWords, words) : undefined,
  };
}

function againstTarget(
  now: Amount,
  target: Amount,
  direction: Direction | undefined,
  inWords: (gap: Amount) => string,
  words: Words,
): string {
  const over = now.cmp(target);
  const gap = inWords(now.minus(target).abs());
  if (direction === 'increase' || direction === 'decrease') {
    const isMet = direction === 'increase' ? over >= 0 : over <= 0;
    return isMet ? words.met : words.short(gap);
  }
  return over === 0 ? words.same : over > 0 ? words.above(gap) : words.below(gap);
}

function sinceBaseline(
  now: Amount,
  before: Amount,
  direction: Direction | undefined,
  inWords: (gap: Amount) => string,
  words: Words,
): string {
  const over = now.cmp(before);
  if (over === 0) return words.still;
  const gap = inWords(now.minus(before).abs());
  const said = over > 0 ? words.up(gap) : words.down(gap);
  if (direction !== 'increase' && direction !== 'decrease') return said;
  return `${said}, ${(direction === 'increase') === over > 0 ? words.wanted : words.unwanted}`;
}

/** “1,200 homes”, “2.5 percentage points”. */
function gapInWords(gap: Amount, unit: string, words: Words): string {
  const [whole = '', rest] = gap.toFixed().split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const figure = rest === undefined ? grouped : `${grouped}.${rest}`;
  if (unit === '%') return words.points(figure);
  return unit ? `${figure} ${unit}` : figure;
}
