import { isLinked } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { joinCy, kindNamedCy } from '../welsh.ts';

/** A question is about no outcome. */
export const kpqWithoutOutcome: ItemRule = {
  id: 'thread/kpq-without-outcome',
  severity: 'warning',
  completeness: true,
  says: 'A key performance question is about no outcome.',
  why: 'Questions come from what the plan wants to change; one about no outcome measures something else.',
  source: 'Bernard Marr, What are Key Performance Questions? (2010): start with strategy',
  breaks: 'plan p: Plan\n\nkpq how-well: How well do people live?\n',
  clean: 'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n',
  kinds: ['kpq'],
  reads: 'neighbours',
  item(kpq, context) {
    if (kpq.plan?.kind !== 'plan' || isLinked(context.model, kpq, 'outcomes')) return;
    context.report(kpq.placed, headSpan(kpq), {
      item: kpq,
      message: `The question ${named(kpq)} is about no outcome. Name the outcome that its answer tells of: “outcomes: …”.`,
      messageCy: () =>
        `${joinCy('Nid yw', kindNamedCy(kpq))} yn ymwneud ag unrhyw ganlyniad. Enwch y canlyniad y mae’r ateb yn dweud amdano: “canlyniadau: …”.`,
    });
  },
};
