import { type Quantity, readBaseline, readQuantity, readTarget } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';

/** Where a measure stands, as far as that can be read. */
export const baselineOf = (measure: Item): Quantity | undefined =>
  readBaseline(measure.value('baseline'), measure.placed.file.tree.language).value?.quantity;

/** Where a measure should get to, as far as that can be read. */
export const targetOf = (measure: Item): Quantity | undefined =>
  readTarget(measure.value('target'), measure.placed.file.tree.language).value?.quantity;

/** All quantities that a measure gives: baseline, target and actuals. */
export function* quantitiesOf(measure: Item): Generator<Quantity> {
  for (const quantity of [baselineOf(measure), targetOf(measure)]) if (quantity) yield quantity;
  for (const entry of measure.fieldsNamed('actual')) {
    const quantity = readQuantity(measure.valueOf(entry), measure.placed.file.tree.language).value;
    if (quantity) yield quantity;
  }
}

/** True for a measure of a plan. One in a library says what is counted; where it stands and should get to is for each plan to say. */
export const isOfPlan = (measure: Item): boolean => measure.plan?.kind === 'plan';
