import { readQuantity } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Fact, Flow } from '../tree.ts';
import { periodShown } from './dates.ts';
import type { Draft } from './draft.ts';
import { headingOf, threadFacts, threadOf } from './heads.ts';
import { headingAbove } from './lists.ts';
import { type Node, nodesIn } from './nodes.ts';
import { fieldsOf, otherIn } from './pieces.ts';
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
      const prose = told.filter(({ field }) => field.type === 'prose');
      const actuals = told.filter(({ field }) => field.key === 'actual');
      const rest = told.filter(({ field }) => field.type !== 'prose' && field.key !== 'actual' && field.key !== 'data');
      const facts: Fact[] = [...factsOf(writer, item, rest, own), ...threadFacts(writer, item)];
      const data = told.find(({ field }) => field.key === 'data');
      const flow: Flow[] = [...headingAbove(writer, place, node), ...(heading ? [heading] : [])];
      for (const { entry } of prose) flow.push(...writer.prose(item, entry, own + 1));
      if (facts.length > 0) flow.push({ type: 'facts', role: 'details', facts });
      if (actuals.length > 0) flow.push(resultsOf(writer, item, actuals));
      if (data) flow.push(...dataFlow(writer, item, item.valueOf(data.entry)));
      for (const one of nodes) if (one.type !== 'field') flow.push(...otherIn(writer, one, own));
      return flow;
    },
  });
}

/** What was found in each period, as a small table. */
function resultsOf(writer: Writer, item: Item, actuals: readonly Written[]): Flow {
  const { language, words } = writer;
  const written = item.placed.file.tree.language;
  return {
    type: 'table',
    role: 'results',
    caption: [{ type: 'text', text: words.results }],
    head: [
      [words.period, words.result].map((text) => ({
        children: [{ type: 'text' as const, text }],
        header: 'column' as const,
      })),
    ],
    rows: actuals.map(({ entry, field }) => [
      { children: [{ type: 'text', text: periodShown(item.nameOf(entry), written, language) }], header: 'row' },
      { children: shownValue(writer, item, entry, field) },
    ]),
    align: [
      undefined,
      actuals.every(({ entry }) => readQuantity(item.valueOf(entry), written).value) ? 'right' : undefined,
    ],
    line: actuals[0] && writer.line(item.placed, actuals[0].entry.at),
  };
}
