import type { ItemRule } from '../rule.ts';
import { dataOf, figuresIn } from './data.ts';

/** A file of figures is not the CSV that it should be. */
export const dataMalformed: ItemRule = {
  id: 'measure/data-malformed',
  severity: 'error',
  says: 'A file of figures can’t be read to its end.',
  why: 'Figures that can’t be read can’t be printed or checked. A measure’s file has a row of headings, then a date and a number in each row; further columns are passed over.',
  source: 'House rule; RFC 4180; HM Treasury, The Aqua Book: verify what goes in',
  breaks: {
    'main.plan': 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  data: data/damp.csv\n',
    'data/damp.csv': 'year,homes\n2024,"1,210"\n2025,about a thousand\n',
  },
  clean: {
    'main.plan': 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  data: data/damp.csv\n',
    'data/damp.csv': 'year,homes\n2024,"1,210"\n2025,"1,150"\n2026,\n',
  },
  kinds: ['measure', 'table', 'chart'],
  reads: 'itself',
  item(item, context) {
    const data = dataOf(item, context);
    if (data?.text === undefined) return;
    const found = figuresIn(data.text, item.key === 'measure');
    if (!('fault' in found)) return;
    const { line, column, why, whyCy } = found.fault;
    const expected =
      item.key === 'measure'
        ? ' Each row below the headings is a date and a number with a comma between them, such as “2025/26,1150”.'
        : '';
    context.report(item.placed, data.span, {
      item,
      message: `The file ‘${data.written}’ can’t be read: on line ${line}, in column ${column}, ${why}.${expected}`,
      messageCy: () => {
        const expectedCy =
          item.key === 'measure'
            ? ' Mae pob rhes o dan y penawdau yn ddyddiad a rhif â choma rhyngddynt, er enghraifft “2025/26,1150”.'
            : '';
        return `Ni ellir darllen y ffeil ‘${data.written}’: ar linell ${line}, yng ngholofn ${column}, ${whyCy()}.${expectedCy}`;
      },
    });
  },
};
