import { readPeriod } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingField } from '../fixes.ts';
import { type Fix, headSpan, type ItemRule } from '../rule.ts';
import { wordIn } from '../syntax/words.ts';
import { isHead } from './head.ts';

/** Two years, such as “2026–30”: one alone may be that of a vision. */
const years = {
  en: /(?<!\d)20\d\d\s?(?:[-–—/]|to)\s?(?:20)?\d\d(?!\d)/,
  cy: /(?<!\d)20\d\d\s?(?:[-–—/]|to|i|hyd)\s?(?:20)?\d\d(?!\d)/,
};

/** A mend that takes the period from the plan's title, where that has years in it. */
function fromTitle(plan: Item): Fix[] {
  const { language } = plan.placed.file.tree;
  const written = years[language].exec(plan.title)?.[0];
  if (!written) return [];
  const { value, fault } = readPeriod(written, language);
  const period = value?.text ?? fault?.meant;
  if (!period || !readPeriod(period, language).value) return [];
  const line = `${wordIn('period', language)}: ${period}`;
  return [addingField(titlesFor(plan.placed).addFromTitle(line), plan, line)];
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
      messageCy: () =>
        'Nid yw’r cynllun hwn yn dweud pa gyfnod y mae’n ei gwmpasu, felly ni ellir darllen dyddiadau cwblhau a thargedau yn ei erbyn. Ychwanegwch “cyfnod: …”, er enghraifft “cyfnod: 2026-04-01 i 2030-03-31”.',
      fixes: fromTitle(plan),
    });
  },
};
