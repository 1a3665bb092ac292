import type { Item } from '../../model/item.ts';
import { type ItemRule, named, type Words } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { type DataFile, dataOf, figuresIn } from './data.ts';

/** There are no figures in the file that an item names, or no such file. */
export const dataMissing: ItemRule = {
  id: 'measure/data-missing',
  severity: 'error',
  says: 'The file of figures that is named is not there, or has no figures in it.',
  why: 'Figures that can’t be read can’t be printed or checked. Of a table or chart only the empty file is reported: one that is not there is found by “syntax/missing-file”.',
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
    const words = data && whyNone(item, data);
    if (words) context.report(item.placed, data.span, { item, ...words });
  },
};

/** Why there are no figures; undefined where there are some, or something else is wrong. */
function whyNone(item: Item, { written, exists, text }: DataFile): Words | undefined {
  const isMeasure = item.key === 'measure';
  if (text === undefined) {
    if (exists)
      return {
        message: `The file ‘${written}’ can’t be read. Check that it is a CSV file of 5 MB at most, and that you may open it.`,
        messageCy: () =>
          `Ni ellir darllen y ffeil ‘${written}’. Gwiriwch ei bod yn ffeil CSV o 5 MB ar y mwyaf, a bod gennych hawl i’w hagor.`,
      };
    return isMeasure
      ? {
          message: `There is no file ‘${written}’ here, so the figures of ${named(item)} are missing. Capitals count, and the path starts from the folder of this plan: check its spelling, or put the file there.`,
          messageCy: () =>
            `Nid oes ffeil ‘${written}’ yma, felly mae ${joinCy('ffigurau', namedCy(item))} ar goll. Mae prif lythrennau’n cyfrif, ac mae’r llwybr yn dechrau o ffolder y cynllun hwn: gwiriwch y sillafu, neu rhowch y ffeil yno.`,
        }
      : undefined;
  }
  const found = figuresIn(text, isMeasure);
  if ('fault' in found || found.rows.length > 0) return undefined;
  const owner = item.title ? named(item) : `this ${item.kind.noun}`;
  const rows = isMeasure ? 'one row for each period, such as “2025/26,1150”' : 'the rows to show';
  const rowsCy = isMeasure ? 'un rhes ar gyfer pob cyfnod, er enghraifft “2025/26,1150”' : 'y rhesi i’w dangos';
  return {
    message: `The file ‘${written}’ has no figures in it, so ${owner} has nothing to show. Below the row of headings, write ${rows}.`,
    messageCy: () =>
      `Nid oes ffigurau yn y ffeil ‘${written}’, felly nid oes gan ${namedCy(item)} ddim i’w ddangos. O dan res y penawdau, ysgrifennwch ${rowsCy}.`,
  };
}
