import { isLinkedFrom } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** No priority helps to answer a question. */
export const kpqWithoutPriority: ItemRule = {
  id: 'thread/kpq-without-priority',
  severity: 'warning',
  completeness: true,
  says: 'No priority helps to answer a key performance question.',
  why: 'A question that no priority bears on will be answered by events.',
  source: 'House rule',
  breaks:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n',
  clean:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n\npriority homes: Build homes\n  outcomes: well\n  kpqs: how-well\n',
  kinds: ['kpq'],
  reads: 'neighbours',
  item(kpq, context) {
    if (kpq.plan?.kind !== 'plan' || isLinkedFrom(context.model, kpq, 'kpqs', 'priority')) return;
    context.report(kpq.placed, headSpan(kpq), {
      item: kpq,
      message: `No priority helps to answer ${named(kpq)}. Name the question in the “kpqs” of the priorities that bear on it: “kpqs: ${kpq.id ?? '…'}”.`,
      messageCy: () =>
        `Nid oes blaenoriaeth sy’n helpu i ateb ${namedCy(kpq)}. Enwch y cwestiwn yn “cpau” y blaenoriaethau sy’n ymwneud ag ef: “cpau: ${kpq.id ?? '…'}”.`,
    });
  },
};
