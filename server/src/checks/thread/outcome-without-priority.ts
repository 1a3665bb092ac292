import { isLinkedFrom, isLocal } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { kindNamedCy } from '../welsh.ts';

/** No priority works towards an outcome. */
export const outcomeWithoutPriority: ItemRule = {
  id: 'thread/outcome-without-priority',
  severity: 'warning',
  completeness: true,
  says: 'No priority works towards this outcome.',
  why: 'An outcome that nobody works towards is a wish.',
  source: 'HM Treasury, The Magenta Book: theory of change',
  breaks: 'plan p: Plan\n\noutcome safe: Communities are safe\n',
  clean: 'plan p: Plan\n\noutcome safe: Communities are safe\n\npriority streets: Safer streets\n  outcomes: safe\n',
  kinds: ['outcome'],
  reads: 'neighbours',
  item(outcome, context) {
    const { plan } = outcome;
    if (isLocal(outcome) || plan?.kind !== 'plan') return;
    if (isLinkedFrom(context.model, outcome, 'outcomes', 'priority')) return;
    context.report(outcome.placed, headSpan(outcome), {
      item: outcome,
      message: `No priority works towards the outcome ${named(outcome)}. Name it in the “outcomes” of the priority that does: “outcomes: ${outcome.id ?? '…'}”.`,
      messageCy: () =>
        `Nid oes blaenoriaeth sy’n gweithio tuag at ${kindNamedCy(outcome)}. Enwch ef yn “canlyniadau” y flaenoriaeth sy’n gwneud hynny: “canlyniadau: ${outcome.id ?? '…'}”.`,
    });
  },
};
