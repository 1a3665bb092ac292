import type { Item } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';
import { below, isTopmost } from './lacking.ts';

const holdsAction = (item: Item): boolean => {
  for (const inside of item.withBelow()) if (inside.key === 'action') return true;
  return false;
};

/**
 * Whether something is to be done about a priority: an action in it, one that names it, one in a group or section that names it, or
 * one of a priority that names it from a plan that delivers this one.
 */
const isActedOn = (model: Model, priority: Item): boolean =>
  model.remembered('is acted on', priority, () => {
    const seen = new Set([priority]);
    for (const next of seen) {
      if (holdsAction(next)) return true;
      for (const child of below(next)) seen.add(child);
      for (const { relation, from } of model.naming(next)) {
        if (relation !== 'priorities') continue;
        if (from.key === 'priority') seen.add(from);
        else if (holdsAction(from)) return true;
      }
    }
    for (const idle of seen) model.remembered('is acted on', idle, () => false);
    return false;
  });

/** The topmost priority for which nothing is to be done; below one for which something is, those that others beside them are ahead of. */
function idle(model: Model, priority: Item): Item[] {
  if (!isActedOn(model, priority)) return [priority];
  const children = below(priority);
  const acted = children.filter((child) => isActedOn(model, child));
  if (acted.length === 0) return [];
  return children.flatMap((child) => idle(model, child));
}

/** Nothing is to be done about a priority. */
export const priorityWithoutAction: ItemRule = {
  id: 'thread/priority-without-action',
  severity: 'warning',
  completeness: true,
  says: 'A priority has no action.',
  why: 'What will be done must be said, or the priority is only a title.',
  source: 'Government Functional Standard GovS 002, Project delivery: planning',
  breaks: 'plan p: Plan\n\npriority homes: Build homes\n',
  clean:
    'plan p: Plan\n\npriority homes: Build homes\n\nsection next: Next steps\n  priorities: homes\n  action: Build 200 homes\n',
  kinds: ['priority'],
  reads: 'neighbours',
  item(priority, context) {
    if (!isTopmost(priority) || priority.plan?.kind !== 'plan') return;
    for (const item of idle(context.model, priority))
      context.report(item.placed, headSpan(item), {
        item,
        message: `Nothing is to be done about ${named(item)}: it has no action. Say what will be done: “action: …”.`,
        messageCy: () =>
          `Nid oes dim i’w wneud ynghylch ${namedCy(item)}: nid oes gweithred o dani. Dywedwch beth fydd yn cael ei wneud: “gweithred: …”.`,
      });
  },
};
