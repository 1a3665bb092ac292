import { type KeyRule, named, titleSpan } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';

/** A term has two entries. */
export const termExplainedTwice: KeyRule = {
  id: 'consistency/term-explained-twice',
  severity: 'warning',
  says: 'A term is explained twice.',
  why: 'The two explanations come apart sooner or later, and readers find only one of them.',
  source: 'House rule; GOV.UK style guide: explain an abbreviation once, then use it',
  breaks:
    'plan p: Plan\n\nterm: ICB\n  means: Integrated Care Board\n\nterm: ICB\n  means: The board that plans health services\n',
  clean: 'plan p: Plan\n\nterm: ICB\n  means: Integrated Care Board\n\nterm: ICS\n  means: Integrated Care System\n',
  comparesMarks: true,
  marks({ placed, items }, mark) {
    for (const item of items)
      if (item.key === 'term' && item.title !== '')
        mark(item.title.toLowerCase().normalize('NFC').replace(/\s+/g, ' '), {
          placed,
          ...titleSpan(item),
          note: '',
          item,
        });
  },
  key(_key, marks, _plan, context) {
    const [first, ...others] = marks.inOrder();
    const explained = first?.item;
    for (const mark of others) {
      const { item } = mark;
      if (first && explained && item)
        context.report(mark.placed, mark, {
          item,
          message: `${named(item)} is explained already, and the two explanations may come apart. Keep one of them, with the better words.`,
          messageCy: () =>
            `${joinCy('Mae', namedCy(item))} wedi’i esbonio eisoes, a gallai’r ddau esboniad fynd yn wahanol i’w gilydd. Cadwch un ohonynt, yr un â’r geiriau gorau.`,
          related: [
            {
              ...first,
              message: `${named(explained)} is explained here first`,
              messageCy: () => `${joinCy('Mae', namedCy(explained))} wedi’i esbonio yma gyntaf`,
            },
          ],
        });
    }
  },
};
