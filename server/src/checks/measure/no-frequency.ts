import { type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { reportMissing } from './missing.ts';

/** A measure does not say how often it is looked at. */
export const noFrequency: ItemRule = {
  id: 'measure/no-frequency',
  severity: 'warning',
  completeness: true,
  says: 'A measure does not say how often it is looked at.',
  why: 'A measure that comes too late can’t steer.',
  source: 'Choosing the Right FABRIC: “timely”',
  breaks: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n',
  clean: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n  frequency: quarterly\n',
  kinds: ['measure'],
  reads: 'itself',
  item(measure, context) {
    if (measure.field('frequency')) return;
    const likely =
      measure.placed.file.tree.language === 'cy' ? ['bob chwarter', 'bob blwyddyn'] : ['quarterly', 'yearly'];
    const message = `${named(measure)} does not say how often it is looked at, and a figure that comes too late can’t steer. Add “frequency: …”, such as “frequency: quarterly”.`;
    const messageCy = () =>
      `${joinCy('Nid yw', namedCy(measure))} yn dweud pa mor aml y mae rhywun yn edrych arno, ac ni all ffigur sy’n dod yn rhy hwyr lywio dim. Ychwanegwch “amledd: …”, er enghraifft “amledd: bob chwarter”.`;
    reportMissing(measure, 'frequency', { message, messageCy }, likely, context);
  },
};
