import type { Item } from '../../model/item.ts';
import { type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { directionOf } from './direction.ts';
import { isOfPlan } from './figures.ts';
import { reportMissing } from './missing.ts';

/** A measure does not say where it should get to. */
export const noTarget: ItemRule = {
  id: 'measure/no-target',
  severity: 'warning',
  completeness: true,
  says: 'A measure does not say where it should get to, and by when.',
  why: 'An aim is measurable when it says how much and by when. A figure that is to be kept where it is has its baseline for a target.',
  source: 'HM Treasury, The Green Book: SMART objectives',
  breaks: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  baseline: 1,150 in 2025\n',
  clean:
    'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  baseline: 1,150 in 2025\n  target: 400 by 2030\n\nmeasure repairs: Repairs done on the first visit\n  baseline: 93% in 2025\n  direction: maintain\n',
  kinds: ['measure'],
  reads: 'itself',
  item(measure, context) {
    if (measure.field('target') || !isOfPlan(measure) || isKept(measure)) return;
    const message = `${named(measure)} does not say where it should get to. An aim is measurable when it says how much and by when: add “target: …”, such as “target: 11,000 by 2030-03”.`;
    const messageCy = () =>
      `${joinCy('Nid yw', namedCy(measure))} yn dweud i ble y dylai gyrraedd. Mae modd mesur nod pan fydd yn dweud faint ac erbyn pryd: ychwanegwch “targed: …”, er enghraifft “targed: 11,000 erbyn 2030-03”.`;
    reportMissing(measure, 'target', { message, messageCy }, [], context);
  },
};

const isKept = (measure: Item): boolean => directionOf(measure) === 'maintain' && measure.has('baseline');
