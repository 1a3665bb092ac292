import { isLinked, measuresOf } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** Nothing would answer a question. */
export const kpqWithoutMeasure: ItemRule = {
  id: 'thread/kpq-without-measure',
  severity: 'warning',
  completeness: true,
  says: 'A key performance question has no measure.',
  why: 'A plan has to say how performance will be measured; a question that nothing answers does not.',
  source:
    'Police Reform and Social Responsibility Act 2011 s.7(1)(e); Bernard Marr, What are Key Performance Questions? (2010)',
  breaks:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n',
  clean:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n\n  measure satisfied: Residents satisfied with where they live\n    unit: %\n',
  kinds: ['kpq'],
  reads: 'neighbours',
  item(kpq, context) {
    if (
      kpq.plan?.kind !== 'plan' ||
      measuresOf(context.model, kpq).length > 0 ||
      isLinked(context.model, kpq, 'measures')
    )
      return;
    context.report(kpq.placed, headSpan(kpq), {
      item: kpq,
      message: `Nothing is measured that would answer ${named(kpq)}. Add a measure below it: “measure …: what is counted or judged”.`,
      messageCy: () =>
        `Nid oes dim yn cael ei fesur a fyddai’n ateb ${namedCy(kpq)}. Ychwanegwch fesur o dano: “mesur …: yr hyn sy’n cael ei gyfrif neu ei farnu”.`,
    });
  },
};
