import { readPeriod } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { addingField } from '../fixes.ts';
import { type Fix, headSpan, type ItemRule } from '../rule.ts';
import { isHead } from './head.ts';

/** Two years, such as “2026–30”: one alone may be that of a vision. */
const years = /(?<!\d)20\d\d\s?(?:[-–—/]|to)\s?(?:20)?\d\d(?!\d)/;

/** A mend that takes the period from the plan's title, where that has years in it. */
function fromTitle(plan: Item): Fix[] {
  const written = years.exec(plan.title)?.[0];
  if (!written) return [];
  const { value, fault } = readPeriod(written);
  const period = value?.text ?? fault?.meant;
  if (!period || !readPeriod(period).value) return [];
  return [addingField(`Add “period: ${period}”, from the title`, plan, `period: ${period}`)];
}

/** A plan does not say which time it covers. */
export const noPeriod: ItemRule = {
  id: 'plan/no-period',
  severity: 'warning',
  completeness: true,
  says: 'A plan does not say which time it covers.',
  why: 'Due dates, targets and reviews are read against it.',
  source: 'House rule; for police and crime plans, Police Reform and Social Responsibility Act 2011 s.7(1) and (7)',
  breaks: 'plan healthy-county: Healthy County 2026–30\n  organisation: Northshire Health Board\n',
  clean:
    'plan healthy-county: Healthy County 2026–30\n  organisation: Northshire Health Board\n  period: 2026 to 2030\n',
  kinds: ['plan'],
  reads: 'itself',
  item(plan, context) {
    if (plan.field('period') || !isHead(plan, context)) return;
    context.report(plan.placed, headSpan(plan), {
      item: plan,
      message:
        'This plan does not say which time it covers, so due dates and targets can’t be read against it. Add “period: …”, such as “period: 2026-04-01 to 2030-03-31”.',
      fixes: fromTitle(plan),
    });
  },
};
