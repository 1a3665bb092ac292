import { nameOf } from '@goldthread/grammar';
import type { KeyRule } from '../rule.ts';

/** A heading is given twice. */
export const repeatedLabel: KeyRule = {
  id: 'syntax/repeated-label',
  severity: 'error',
  says: 'A heading is given twice.',
  why: 'Only one of the two is printed, so the other would be lost.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'plan p: Parks Plan\n\nlabel why: Why it matters\nlabel why: Why is this a priority?\n',
  clean: 'plan p: Parks Plan\n\nlabel why: Why it matters\nlabel actions: What will I do?\n',
  comparesMarks: true,
  marks({ placed, fields }, mark) {
    for (const entry of fields)
      if (entry.definition?.key === 'label') {
        const name = nameOf(placed.block, entry);
        if (name !== '') mark(name.toLowerCase(), { placed, start: entry.at, end: entry.nameEnd, note: name });
      }
  },
  key(_key, marks, _plan, context) {
    const [first, ...others] = marks.inOrder();
    if (!first) return;
    for (const mark of others)
      context.report(mark.placed, mark, {
        message: `A heading for ‘${mark.note}’ stands above already, and only one is printed. Keep one of the two.`,
        messageCy: () =>
          `Mae pennawd ar gyfer ‘${mark.note}’ uwchben eisoes, a dim ond un sy’n cael ei argraffu. Cadwch un o’r ddau.`,
        related: [
          {
            ...first,
            message: `‘${first.note}’ has its heading here`,
            messageCy: () => `Mae pennawd ‘${first.note}’ yma`,
          },
        ],
      });
  },
};
