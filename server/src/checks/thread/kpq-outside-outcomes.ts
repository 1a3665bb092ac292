import { isLocal, linked } from '../../model/links.ts';
import { type ItemRule, named } from '../rule.ts';
import { joinCy, listedCy, namedCy } from '../welsh.ts';

/** A priority asks a question that is about other outcomes than its own. */
export const kpqOutsideOutcomes: ItemRule = {
  id: 'thread/kpq-outside-outcomes',
  severity: 'hint',
  completeness: true,
  says: 'A priority asks a key performance question that is about other outcomes than its own.',
  why: 'If question and outcome do not belong together, one of the two links is wrong or missing.',
  source: 'House rule; found in published plans',
  breaks:
    'plan p: Plan\n\noutcome well: People live well\n\noutcome green: The air is clean\n\nkpq how-clean: How clean is the air?\n  outcomes: green\n\npriority homes: Build homes\n  outcomes: well\n  kpqs: how-clean\n',
  clean:
    'plan p: Plan\n\noutcome well: People live well\n\noutcome green: The air is clean\n\nkpq how-clean: How clean is the air?\n  outcomes: green\n\npriority homes: Build homes\n  outcomes: well, green\n  kpqs: how-clean\n',
  kinds: ['priority'],
  reads: 'neighbours',
  item(priority, context) {
    const { model } = context;
    const written = linked(model, priority, 'kpqs').filter((one) => one.origin === 'written');
    if (written.length === 0) return;
    const outcomes = new Set(linked(model, priority, 'outcomes').map((one) => one.item));
    if (![...outcomes].some((outcome) => !isLocal(outcome))) return;
    const outside = written.filter(({ item }) => {
      const about = linked(model, item, 'outcomes');
      return about.length > 0 && !about.some((one) => outcomes.has(one.item));
    });
    const first = outside[0]?.link;
    if (!first) return;
    const questions = outside.map(({ item }) => named(item)).join(', ');
    context.report(priority.placed, first, {
      item: priority,
      message: `${named(priority)} asks ${questions}, which ${outside.length === 1 ? 'is' : 'are'} about outcomes that it does not work towards. Add the outcome, or take the question out.`,
      messageCy: () =>
        `${joinCy('Mae', namedCy(priority))} yn gofyn ${outside.length === 1 ? 'cwestiwn' : 'cwestiynau'} am ganlyniadau nad yw’n gweithio tuag atynt: ${listedCy(outside.map(({ item }) => namedCy(item)))}. Ychwanegwch y canlyniad, neu tynnwch y cwestiwn allan.`,
    });
  },
};
