import { type ItemRule, named } from '../rule.ts';
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
    reportMissing(measure, 'frequency', message, likely, context);
  },
};
