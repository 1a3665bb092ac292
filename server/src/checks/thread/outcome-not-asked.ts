import { isLinkedFrom, isLocal, linked } from '../../model/links.ts';
import { type ItemRule, named } from '../rule.ts';
import { joinCy, kindNamedCy, namedCy } from '../welsh.ts';

/** A priority works towards an outcome that questions ask about, but asks none of them. */
export const outcomeNotAsked: ItemRule = {
  id: 'thread/outcome-not-asked',
  severity: 'hint',
  completeness: true,
  says: 'A priority works towards an outcome, but asks none of the questions about it.',
  why: 'The priority claims the outcome but asks nothing that would show it.',
  source: 'House rule; found in published plans',
  breaks:
    'plan p: Plan\n\noutcome well: People live well\n\noutcome green: The air is clean\n\nkpq how-well: How well do people live?\n  outcomes: well\n\nkpq how-clean: How clean is the air?\n  outcomes: green\n\npriority homes: Build homes\n  outcomes: well, green\n  kpqs: how-well\n',
  clean:
    'plan p: Plan\n\noutcome well: People live well\n\noutcome green: The air is clean\n\nkpq how-well: How well do people live?\n  outcomes: well\n\nkpq how-clean: How clean is the air?\n  outcomes: green\n\npriority homes: Build homes\n  outcomes: well, green\n  kpqs: how-well, how-clean\n',
  kinds: ['priority'],
  reads: 'neighbours',
  item(priority, context) {
    const { model } = context;
    const outcomes = linked(model, priority, 'outcomes').filter(
      (one) => one.origin === 'written' && !isLocal(one.item),
    );
    if (outcomes.length === 0) return;
    const asked = linked(model, priority, 'kpqs');
    if (asked.length === 0) return;
    const told = new Set(asked.flatMap((question) => linked(model, question.item, 'outcomes').map((one) => one.item)));
    for (const { item: outcome, link } of outcomes) {
      if (!link || told.has(outcome) || !isLinkedFrom(model, outcome, 'outcomes', 'kpq')) continue;
      context.report(priority.placed, link, {
        item: priority,
        message: `${named(priority)} works towards the outcome ${named(outcome)}, but asks none of the questions about it. Name one in its “kpqs”, or take the outcome out.`,
        messageCy: () =>
          `${joinCy('Mae', namedCy(priority))} yn gweithio tuag at ${kindNamedCy(outcome)}, ond nid yw’n gofyn yr un o’r cwestiynau amdano. Enwch un yn “cpau”, neu tynnwch y canlyniad allan.`,
      });
    }
  },
};
