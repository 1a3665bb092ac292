import { contains, type PlanDate, readDue, readTarget } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { type ItemRule, named, type Span } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { periodOf } from './period.ts';

/** A date by which something is promised, and where it stands in the block. */
interface Promised extends Span {
  readonly date: PlanDate;
}

/** The date by which an item is due or its target is to be reached, where the item itself says so. */
function promised(item: Item): Promised | undefined {
  const isMeasure = item.key === 'measure';
  const entry = item.field(isMeasure ? 'target' : 'due');
  if (!entry) return undefined;
  const text = item.valueOf(entry);
  const { language } = item.placed.file.tree;
  const date = isMeasure ? readTarget(text, language).value?.by : readDue(text, language).value?.date;
  if (!date) return undefined;
  const { valueStart, valueEnd } = entry;
  const start = valueEnd - date.text.length;
  return item.placed.block.text.slice(start, valueEnd) === date.text
    ? { date, start, end: valueEnd }
    : { date, start: valueStart, end: valueEnd };
}

/**
 * Something is due outside the plan's period. A coarse date is outside only where all of it is: 2030 is not outside a
 * period that ends in March 2030. A date that is handed down is reported where it stands, not at each action.
 */
export const dueOutsidePeriod: ItemRule = {
  id: 'dates/due-outside-period',
  severity: 'error',
  says: 'Something is due, or a target is to be reached, outside the plan’s period.',
  why: 'A plan can promise only for its own period: after that another plan decides.',
  source: 'House rule; for police and crime plans, Police Reform and Social Responsibility Act 2011 s.7(3) and (7)',
  breaks:
    'plan p: Plan\n  period: 2026-04-01 to 2030-03-31\n\npriority homes: Build homes\n  action: Build 200 homes\n    due: 2031-03\n',
  clean:
    'plan p: Plan\n  period: 2026-04-01 to 2030-03-31\n\npriority homes: Build homes\n  action: Build 200 homes\n    due: 2030-03\n',
  kinds: ['action', 'milestone', 'priority', 'group', 'section', 'measure'],
  reads: 'itself',
  item(item, context) {
    const promise = promised(item);
    const period = promise && periodOf(item.plan, context);
    if (!promise || !period || contains(period, promise.date)) return;
    const { date } = promise;
    const where =
      date.last < period.first
        ? `before the plan’s period begins (${period.start.text})`
        : `after the plan’s period ends (${period.end?.text ?? ''})`;
    context.report(item.placed, promise, {
      item,
      message: `The ${item.key === 'measure' ? 'target' : 'due'} date of ${named(item)}, ${date.text}, is ${where}. A plan can promise only for its own period: change the date, or the plan’s “period”.`,
      messageCy: () => {
        const whereCy =
          date.last < period.first
            ? `cyn i gyfnod y cynllun ddechrau (${period.start.text})`
            : `ar ôl i gyfnod y cynllun ddod i ben (${period.end?.text ?? ''})`;
        return `Mae dyddiad ${item.key === 'measure' ? `targed ${namedCy(item)}` : joinCy('cwblhau', namedCy(item))}, ${date.text}, ${whereCy}. Dim ond ar gyfer ei gyfnod ei hun y gall cynllun addo: newidiwch y dyddiad, neu “cyfnod” y cynllun.`;
      },
    });
  },
};
