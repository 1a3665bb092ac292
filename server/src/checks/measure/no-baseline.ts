import { type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { isOfPlan } from './figures.ts';
import { reportMissing } from './missing.ts';

/** A measure does not say where it stands. */
export const noBaseline: ItemRule = {
  id: 'measure/no-baseline',
  severity: 'warning',
  completeness: true,
  says: 'A measure does not say where it stands now.',
  why: 'Without a starting point, progress can’t be seen.',
  source: 'Government Functional Standard GovS 002, “baseline”; Choosing the Right FABRIC: “comparable”',
  breaks: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  target: 400 by 2030\n',
  clean: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  baseline: 1,150 in 2025\n  target: 400 by 2030\n',
  kinds: ['measure'],
  reads: 'itself',
  item(measure, context) {
    if (measure.field('baseline') || !isOfPlan(measure)) return;
    const message = `${named(measure)} does not say where it stands now, and without a starting point progress can’t be seen. Add “baseline: …”, such as “baseline: 12,480 in 2019/20”.`;
    const messageCy = () =>
      `${joinCy('Nid yw', namedCy(measure))} yn dweud lle mae’n sefyll nawr, a heb fan cychwyn ni ellir gweld cynnydd. Ychwanegwch “gwaelodlin: …”, er enghraifft “gwaelodlin: 12,480 yn 2019/20”.`;
    reportMissing(measure, 'baseline', { message, messageCy }, [], context);
  },
};
