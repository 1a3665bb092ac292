import { headSpan, type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { isTopmost, lacking } from './lacking.ts';

/** A priority does not say why it is one. */
export const priorityWithoutWhy: ItemRule = {
  id: 'thread/priority-without-why',
  severity: 'hint',
  completeness: true,
  says: 'A priority does not say why it is one.',
  why: 'Readers accept a choice when they see the need behind it.',
  source: 'HM Treasury, The Green Book: the case for change',
  breaks: 'plan p: Plan\n\npriority homes: Build homes\n  action: Build 200 homes\n',
  clean:
    'plan p: Plan\n\npriority homes: Build homes\n  why: One household in nine waits for a home.\n  action: Build 200 homes\n',
  kinds: ['priority'],
  reads: 'itself',
  item(priority, context) {
    if (!isTopmost(priority) || priority.plan?.kind !== 'plan') return;
    for (const item of lacking(priority, (one) => one.has('why')))
      context.report(item.placed, headSpan(item), {
        item,
        message: `${named(item)} does not say why it is a priority. A sentence or two under “why:” lets readers see the need behind it.`,
        messageCy: () =>
          `${joinCy('Nid yw', namedCy(item))} yn dweud pam y mae’n flaenoriaeth. Mae brawddeg neu ddwy o dan “pam:” yn gadael i ddarllenwyr weld yr angen y tu ôl iddi.`,
      });
  },
};
