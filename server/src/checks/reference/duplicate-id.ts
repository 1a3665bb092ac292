import { type KeyRule, named } from '../rule.ts';

/** Two items of a plan share an id. */
export const duplicateId: KeyRule = {
  id: 'reference/duplicate-id',
  severity: 'error',
  says: 'Two items of a plan have the same id.',
  why: 'Nobody can tell which of the two a link means.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Plan\n\noutcome safe: Communities are safe\n\npriority safe: Safer streets\n  outcomes: safe\n',
  clean: 'plan p: Plan\n\noutcome safe: Communities are safe\n\npriority streets: Safer streets\n  outcomes: safe\n',
  marks({ placed, items }, mark) {
    for (const item of items)
      if (item.id !== undefined && !item.kind.root)
        mark(item.id, { placed, start: item.entry.nameStart, end: item.entry.nameEnd, note: '', item });
  },
  key(id, marks, _plan, context) {
    if (marks.all.size < 2) return;
    const [first, ...others] = marks.inOrder();
    for (const mark of others)
      context.report(mark.placed, mark, {
        item: mark.item,
        message: `Another item has the id ‘${id}’ already, so a link to it could mean either. Give this one an id of its own.`,
        related: first?.item ? [{ ...first, message: `${named(first.item)} has the id first` }] : [],
      });
  },
};
