import { holderOf } from '../../model/links.ts';
import { type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { isOfPlan } from './figures.ts';
import { reportMissing } from './missing.ts';

/** A measure does not say who answers for it. */
export const noOwner: ItemRule = {
  id: 'measure/no-owner',
  severity: 'warning',
  completeness: true,
  says: 'A measure does not say who answers for its figures.',
  why: 'Somebody has to collect, explain and act on it.',
  source: 'Choosing the Right FABRIC: “attributable”; Government Functional Standard GovS 002, “accountable”',
  breaks: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n',
  clean: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n  owner: Head of Housing\n',
  kinds: ['measure'],
  reads: 'itself',
  item(measure, context) {
    if (measure.field('owner') || !isOfPlan(measure)) return;
    const lead = holderOf(measure, 'lead')?.value('lead');
    const message = `${named(measure)} does not say who answers for its figures. Somebody has to collect, explain and act on them: add “owner: …” with a role or a name.`;
    const messageCy = () =>
      `${joinCy('Nid yw', namedCy(measure))} yn dweud pwy sy’n atebol am ei ffigurau. Rhaid i rywun eu casglu, eu hesbonio a gweithredu arnynt: ychwanegwch “perchennog: …” gyda rôl neu enw.`;
    reportMissing(measure, 'owner', { message, messageCy }, lead ? [lead] : [], context);
  },
};
