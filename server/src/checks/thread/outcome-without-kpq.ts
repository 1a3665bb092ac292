import { isLinkedFrom, isLocal } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { kindNamedCy } from '../welsh.ts';

/** No question asks about an outcome. */
export const outcomeWithoutKpq: ItemRule = {
  id: 'thread/outcome-without-kpq',
  severity: 'warning',
  completeness: true,
  says: 'No key performance question asks about an outcome.',
  why: 'If nobody asks whether an outcome is being reached, nobody will know.',
  source: 'Bernard Marr, What are Key Performance Questions? (2010): one to three questions for each objective',
  breaks: 'plan p: Plan\n\noutcome well: People live well\n\npriority homes: Build homes\n  outcomes: well\n',
  clean: 'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n',
  kinds: ['outcome'],
  reads: 'neighbours',
  item(outcome, context) {
    if (isLocal(outcome) || outcome.plan?.kind !== 'plan' || isLinkedFrom(context.model, outcome, 'outcomes', 'kpq'))
      return;
    context.report(outcome.placed, headSpan(outcome), {
      item: outcome,
      message: `No key performance question asks about the outcome ${named(outcome)}, so nobody will know whether it is being reached. Add one: “kpq …: How …?” with “outcomes: ${outcome.id ?? '…'}”.`,
      messageCy: () =>
        `Nid oes cwestiwn perfformiad allweddol sy’n gofyn am ${kindNamedCy(outcome)}, felly ni fydd neb yn gwybod a yw’n cael ei gyflawni. Ychwanegwch un: “cpa …: Pa mor dda …?” gyda “canlyniadau: ${outcome.id ?? '…'}”.`,
    });
  },
};
