import { readQuantity } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { readCsv } from '../../workspace/csv.ts';
import { chartOfSeries } from '../charts/chart.ts';
import { seriesOfMeasure } from '../charts/series.ts';
import { periodShown } from '../dates.ts';
import { plain, wordsOf } from '../plain-words.ts';
import type { Fact, Flow } from '../tree.ts';
import type { Draft } from './draft.ts';
import { headingOf, threadFacts, threadOf } from './heads.ts';
import { headingAbove } from './lists.ts';
import { type Node, nodesIn } from './nodes.ts';
import { fieldsOf, othersIn, proseOf, shortOf } from './pieces.ts';
import { draftOf, type Place } from './place.ts';
import { dataFlow } from './tables.ts';
import { factsOf, shownValue, type Written } from './values.ts';
import type { Writer } from './writer.ts';

/** A measure: what it counts, where it stands and should get to, what was found. */
export function measureDraft(place: Place, node: Node & { readonly type: 'item' }): Draft {
  const { item } = node;
  return draftOf(place, [node], {
    role: 'measure',
    item,
    isLinked: true,
    asks: (outside) => [
      outside.number(item),
      ...threadOf(outside, item).flatMap(({ name, faces }) => [name, ...faces]),
    ],
    write(writer) {
      const own = place.heading ? place.level + 1 : place.level;
      const heading = headingOf(writer, item, own, place.key, place.told);
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const actuals = told.filter(({ field }) => field.key === 'actual');
      const data = told.find(({ field }) => field.key === 'data');
      const rest = shortOf(told).filter((one) => one !== data && !actuals.includes(one));
      const facts: Fact[] = [...factsOf(writer, item, rest, own), ...threadFacts(writer, item)];
      return [
        ...headingAbove(writer, place, node),
        ...(heading ? [heading] : []),
        ...proseOf(writer, item, told, own + 1),
        ...(facts.length > 0 ? [{ type: 'facts', role: 'details', facts } satisfies Flow] : []),
        ...(actuals.length > 0 ? [resultsOf(writer, item, actuals)] : []),
        ...(data ? figuresOf(writer, item, place.key, item.valueOf(data.entry)) : []),
        ...othersIn(writer, nodes, own),
      ];
    },
  });
}

/** The file of figures of a measure: drawn, and behind the drawing as it is; as it is where it holds more than a figure for each period. */
function figuresOf(writer: Writer, item: Item, key: string, written: string): Flow[] {
  const { language, outside } = writer;
  const same = dataFlow(writer, item, written);
  const rows = readCsv(writer.file(item.placed, written) ?? '').rows ?? [];
  if (rows.length === 0 || rows.some(({ cells }) => cells.length > 2)) return same;
  const title = wordsOf(writer.title(item));
  const series = seriesOfMeasure(outside.model, item, title);
  const chart = chartOfSeries([series], { key, language, title, style: 'line', size: 'small' });
  return chart.type === 'drawing' ? [{ ...chart, same }] : same;
}

/** What was found in each period, as a small table. */
function resultsOf(writer: Writer, item: Item, actuals: readonly Written[]): Flow {
  const { language, words } = writer;
  const written = item.placed.file.tree.language;
  return {
    type: 'table',
    role: 'results',
    caption: [plain(words.results)],
    head: [
      [words.period, words.result].map((text) => ({
        children: [{ type: 'text' as const, text }],
        header: 'column' as const,
      })),
    ],
    rows: actuals.map(({ entry, field }) => [
      { children: [plain(periodShown(item.nameOf(entry), written, language))], header: 'row' },
      { children: shownValue(writer, item, entry, field) },
    ]),
    align: [
      undefined,
      actuals.every(({ entry }) => readQuantity(item.valueOf(entry), written).value) ? 'right' : undefined,
    ],
    line: actuals[0] && writer.line(item.placed, actuals[0].entry.at),
  };
}
