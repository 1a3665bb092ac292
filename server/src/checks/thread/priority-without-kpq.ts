import { isLinked } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';
import { isTopmost, lacking } from './lacking.ts';

/** No key performance question is asked of a priority. */
export const priorityWithoutKpq: ItemRule = {
  id: 'thread/priority-without-kpq',
  severity: 'error',
  completeness: true,
  says: 'No key performance question is asked of a priority.',
  why: 'If no question is asked of a priority, nobody can tell whether it helps.',
  source: 'Bernard Marr, What are Key Performance Questions? (2010)',
  breaks:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n\npriority homes: Build homes\n  outcomes: well\n',
  clean:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n\npriority homes: Build homes\n  outcomes: well\n  kpqs: how-well\n',
  kinds: ['priority'],
  reads: 'neighbours',
  item(priority, context) {
    if (!isTopmost(priority) || priority.plan?.kind !== 'plan') return;
    for (const item of lacking(priority, (one) => isLinked(context.model, one, 'kpqs')))
      context.report(item.placed, headSpan(item), {
        item,
        message: `No question is asked of ${named(item)}, so nobody will know whether it helped. Name the key performance questions that it helps to answer: “kpqs: …”.`,
        messageCy: () =>
          `Nid oes cwestiwn yn cael ei ofyn am ${namedCy(item)}, felly ni fydd neb yn gwybod a oedd o gymorth. Enwch y cwestiynau perfformiad allweddol y mae’r flaenoriaeth yn helpu i’w hateb: “cpau: …”.`,
      });
  },
};
