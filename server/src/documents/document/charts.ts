import { hasValue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { direct } from '../../model/links.ts';
import { readCsv } from '../../workspace/csv.ts';
import { chartOfSeries } from '../charts/chart.ts';
import { type Series, seriesOfMeasure, seriesOfRows } from '../charts/series.ts';
import { wordsOf } from '../plain-words.ts';
import type { Flow } from '../tree.ts';
import type { Draft } from './draft.ts';
import { type Node, nodesIn } from './nodes.ts';
import type { Outside } from './outside.ts';
import { anchored, fieldsOf, proseOf } from './pieces.ts';
import { draftOf, type Place } from './place.ts';
import { captionOf, dataFlow, restOf } from './tables.ts';
import { choiceOf } from './values.ts';
import type { Writer } from './writer.ts';

/** A drawing of measures or of a file of figures. */
export function chartDraft(place: Place, node: Node & { readonly type: 'item' }): Draft {
  const { item } = node;
  return draftOf(place, [node], {
    role: 'chart',
    item,
    isCurious: true,
    asks: (outside) => [
      outside.number(item),
      ...measuresIn(outside, item).flatMap((measure) => [measure, outside.face(measure), outside.data(measure)]),
    ],
    write(writer) {
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const caption = captionOf(writer, item, told);
      const alt = told.find(({ field, entry }) => field.key === 'alt' && hasValue(entry));
      const rest = told.filter((one) => one !== alt);
      return anchored(writer, item, [
        ...(caption ? [{ type: 'paragraph', role: 'kicker', children: caption } satisfies Flow] : []),
        ...drawn(writer, item, place.key, caption ? wordsOf(caption) : '', alt && item.valueOf(alt.entry)),
        ...proseOf(writer, item, rest, place.level),
        ...restOf(writer, item, rest, nodes, place.level),
      ]);
    },
  });
}

const measuresIn = ({ model }: Outside, item: Item): Item[] => direct(model, item, 'measures').map((one) => one.item);

/** The drawing itself: of the measures that are named, and of the columns of the file. */
function drawn(writer: Writer, item: Item, key: string, title: string, alt: string | undefined): Flow[] {
  const { outside, language } = writer;
  const written = item.placed.file.tree.language;
  const series: Series[] = measuresIn(outside, item).map((measure) =>
    seriesOfMeasure(outside.model, measure, outside.face(measure).title),
  );
  const path = item.value('data');
  const text = path ? writer.file(item.placed, path) : undefined;
  const [headings, ...rows] = text === undefined ? [] : (readCsv(text).rows ?? []);
  if (headings)
    series.push(
      ...seriesOfRows(
        headings.cells,
        rows.map(({ cells }) => cells),
        written,
      ),
    );
  const missing = path && !headings ? dataFlow(writer, item, path) : [];
  if (missing.length > 0 && series.length === 0) return missing;
  const style = choiceOf(item, 'style');
  const shape = style === 'line' || style === 'bar' ? style : undefined;
  return [...missing, chartOfSeries(series, { key, language, title, alt, style: shape })];
}
