import { compareAtCoarser, type Entry, type PlanDate, readDate } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { KeyRule } from '../rule.ts';
import { periodOf } from './period.ts';

/** The kinds of document that are approved while another plan is already running. */
const laterKinds = new Set(['update', 'report', 'summary']);

/** A date of approval and the field that has it. */
interface Signed {
  readonly item: Item;
  readonly entry: Entry;
  readonly date: PlanDate;
}

function signed(item: Item, key: string): Signed | undefined {
  const entry = item.field(key);
  const date = entry && readDate(item.valueOf(entry)).value;
  return entry && date ? { item, entry, date } : undefined;
}

/**
 * A plan was approved after its period began. The date is the one on which it was ratified, or, where the control sheet does
 * not say, that of the last sign-off; it is compared as exactly as the less exact of the two dates allows. A plan that brings
 * another up to date is approved later by its nature, and so are reports and summaries.
 */
export const approvedLate: KeyRule = {
  id: 'dates/approved-late',
  severity: 'hint',
  says: 'A plan was approved after its period had begun.',
  why: 'For part of its period the plan was in nobody’s force.',
  source: 'House rule',
  breaks: 'plan p: Plan\n  period: 2026-04-01 to 2030-03-31\n  ratified: 2026-06-24\n',
  clean: 'plan p: Plan\n  period: 2026-04-01 to 2030-03-31\n  ratified: 2026-02-25\n',
  marks({ placed, items }, mark) {
    for (const item of items)
      if (item.key === 'plan' || item.key === 'approval')
        mark('approval', { placed, start: item.entry.at, end: item.entry.keyEnd, note: item.key, item });
  },
  key(_key, marks, plan, context) {
    const root = context.model.root(plan);
    if (root?.key !== 'plan' || root.field('updates') || laterKinds.has(context.facts(plan).kind)) return;
    const start = periodOf(plan, context)?.start;
    if (!start) return;
    let last = signed(root, 'ratified');
    if (!last)
      for (const { item, note } of marks.inOrder()) {
        const approval = item && note === 'approval' ? signed(item, 'date') : undefined;
        if (approval && (!last || approval.date.last > last.date.last)) last = approval;
      }
    if (!last || compareAtCoarser(last.date, start) <= 0) return;
    const { item, entry, date } = last;
    context.report(
      item.placed,
      { start: entry.valueStart, end: entry.valueEnd },
      {
        item,
        message: `The plan was approved on ${date.text}, after its period began (${start.text}), so for some time it was in nobody’s force. Check the two dates; if they are right, say in the plan what held until then.`,
        messageCy: () =>
          `Cymeradwywyd y cynllun ar ${date.text}, ar ôl i’w gyfnod ddechrau (${start.text}), felly am ran o’r cyfnod nid oedd mewn grym. Gwiriwch y ddau ddyddiad; os ydynt yn gywir, dywedwch yn y cynllun beth oedd mewn grym tan hynny.`,
      },
    );
  },
};
