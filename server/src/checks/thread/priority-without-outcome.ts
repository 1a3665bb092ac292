import { isLinked } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { isTopmost, lacking } from './lacking.ts';

/** A priority works towards no outcome. */
export const priorityWithoutOutcome: ItemRule = {
  id: 'thread/priority-without-outcome',
  severity: 'error',
  completeness: true,
  says: 'A priority works towards no outcome.',
  why: 'Effort has to be tied to the change it is for; otherwise nobody can say whether the priority was right.',
  source:
    'HM Treasury, The Green Book: SMART objectives and the logic of change; National Audit Office, Choosing the right FABRIC: “relevant”',
  breaks: 'plan p: Plan\n\noutcome well: People live well\n\npriority homes: Build homes\n',
  clean:
    'plan p: Plan\n\noutcome well: People live well\n\npriority homes: Build homes\n  outcomes: well\n\n  priority rented: Homes for rent\n',
  kinds: ['priority'],
  reads: 'neighbours',
  item(priority, context) {
    if (!isTopmost(priority) || priority.plan?.kind !== 'plan') return;
    for (const item of lacking(priority, (one) => isLinked(context.model, one, 'outcomes')))
      context.report(item.placed, headSpan(item), {
        item,
        message: `${named(item)} works towards no outcome, so the golden thread ends here. Name the outcomes it is for: “outcomes: …”.`,
        messageCy: () =>
          `${joinCy('Nid yw', namedCy(item))} yn gweithio tuag at unrhyw ganlyniad, felly mae’r edau aur yn dod i ben yma. Enwch y canlyniadau y mae’r flaenoriaeth ar eu cyfer: “canlyniadau: …”.`,
      });
  },
};
