import type { Item } from '../../model/item.ts';
import { type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { quantitiesOf } from './figures.ts';
import { reportMissing } from './missing.ts';

/** A measure does not say what its numbers count. */
export const noUnit: ItemRule = {
  id: 'measure/no-unit',
  severity: 'warning',
  completeness: true,
  says: 'A measure does not say what its numbers count.',
  why: 'A number without its unit can be read two ways. A unit in the baseline, the target or an actual will do, and so will %.',
  source: 'Choosing the Right FABRIC: “well-defined”',
  breaks: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  baseline: 1,150 in 2025\n',
  clean:
    'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n  baseline: 1,150 in 2025\n\nmeasure repairs: Repairs done on the first visit\n  baseline: 93% in 2025\n',
  kinds: ['measure'],
  reads: 'itself',
  item(measure, context) {
    if (measure.field('unit')) return;
    for (const { percent, unit } of quantitiesOf(measure)) if (percent || unit) return;
    const message = `${named(measure)} does not say what its numbers count, so they can be read two ways. Add “unit: …”, such as “unit: incidents” or “unit: %”.`;
    const messageCy = () =>
      `${joinCy('Nid yw', namedCy(measure))} yn dweud beth y mae ei rifau’n ei gyfrif, felly gellir eu darllen mewn dwy ffordd. Ychwanegwch “uned: …”, er enghraifft “uned: digwyddiadau” neu “uned: %”.`;
    reportMissing(measure, 'unit', { message, messageCy }, isShare(measure) ? ['%'] : [], context);
  },
};

const share = /^(?:the\s)?(?:percentage|per\s?cent|proportion|share|%|canran|cyfran)(?=\s)/i;

/** True for a title that begins with “Percentage of”. */
const isShare = (measure: Item): boolean => share.test(measure.title);
