import { type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** The beginning of a sentence that no item completes. */
export const leadInWithoutItems: ItemRule = {
  id: 'evidence/lead-in-without-items',
  severity: 'hint',
  completeness: true,
  says: 'A lead-in is followed by no items that complete it.',
  why: 'It is the beginning of a sentence, and readers would look for the rest.',
  source: 'House rule',
  breaks: 'plan p: Plan\n\npriority parks: Green parks\n  lead-in: We will make sure that every ward:\n',
  clean:
    'plan p: Plan\n\npriority parks: Green parks\n  lead-in: We will make sure that every ward:\n  action: Has a park within a short walk\n  action: Plants a hundred trees a year\n',
  kinds: 'all',
  reads: 'itself',
  item(item, context) {
    if (item.children.length > 0) return;
    const entry = item.field('lead-in');
    if (!entry || entry.valueEnd === entry.valueStart) return;
    context.report(
      item.placed,
      { start: entry.valueStart, end: entry.valueEnd },
      {
        item,
        message: `Nothing follows this lead-in, so the sentence has no end. Put the items that complete it into ${named(item)}, or delete the line.`,
        messageCy: () =>
          `Nid oes dim yn dilyn y cyflwyniad hwn, felly nid oes diwedd i’r frawddeg. Rhowch yr eitemau sy’n ei chwblhau yn ${namedCy(item)}, neu dilëwch y llinell.`,
      },
    );
  },
};
