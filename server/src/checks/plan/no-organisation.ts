import { headSpan, type ItemRule } from '../rule.ts';
import { isHead } from './head.ts';

/** A plan does not say whose plan it is. */
export const noOrganisation: ItemRule = {
  id: 'plan/no-organisation',
  severity: 'warning',
  completeness: true,
  says: 'A plan does not say whose plan it is.',
  why: 'A reader must see who makes the promises in it.',
  source: 'ISO 17469-1:2015, Strategy Markup Language: the element Organization',
  breaks: 'plan our-borough: Our Borough Plan\n  period: 2026 to 2030\n',
  clean: 'plan our-borough: Our Borough Plan\n  period: 2026 to 2030\n  organisation: Ashmere Borough Council\n',
  kinds: ['plan'],
  reads: 'itself',
  item(plan, context) {
    if (plan.field('organisation') || !isHead(plan, context)) return;
    context.report(plan.placed, headSpan(plan), {
      item: plan,
      message:
        'This plan does not say whose plan it is, so a reader can’t see who makes its promises. Add “organisation: …” with the name of the body.',
      messageCy: () =>
        'Nid yw’r cynllun hwn yn dweud cynllun pwy ydyw, felly ni all darllenydd weld pwy sy’n gwneud ei addewidion. Ychwanegwch “sefydliad: …” gydag enw’r corff.',
    });
  },
};
