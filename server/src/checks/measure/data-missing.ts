import { type ItemRule, named } from '../rule.ts';
import { dataOf, figuresIn } from './data.ts';

/** The file of figures that an item names holds none. */
export const dataMissing: ItemRule = {
  id: 'measure/data-missing',
  severity: 'error',
  says: 'A file of figures is there, but it has no figures in it or can’t be read.',
  why: 'Figures that can’t be read can’t be printed or checked. A path that leads to no file is found by “syntax/missing-file”.',
  source: 'House rule; HM Treasury, The Aqua Book: verify what goes in',
  breaks: {
    'main.plan': 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  data: data/damp.csv\n',
    'data/damp.csv': 'year,homes\n',
  },
  clean: {
    'main.plan': 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  data: data/damp.csv\n',
    'data/damp.csv': 'year,homes\n2024,"1,210"\n2025,"1,150"\n',
  },
  kinds: ['measure', 'table', 'chart'],
  reads: 'itself',
  item(item, context) {
    const data = dataOf(item, context);
    if (!data) return;
    const { text, span, written } = data;
    const found = text === undefined ? undefined : figuresIn(text, item.key === 'measure');
    if (found && ('fault' in found || found.rows.length > 0)) return;
    const what =
      text === undefined
        ? `The file ‘${written}’ can’t be read. Check that it is a CSV file and that you may open it.`
        : `The file ‘${written}’ has no figures in it, so ${item.title ? named(item) : `this ${item.kind.noun}`} has nothing to show. Below a row of headings, write one row for each ${item.key === 'measure' ? 'period, such as “2025/26,1150”' : 'line'}.`;
    context.report(item.placed, span, { item, message: what });
  },
};
