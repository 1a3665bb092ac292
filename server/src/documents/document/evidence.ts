import { hasValue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { capitalised } from '../labels.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline, Statistic } from '../tree.ts';
import type { Draft } from './draft.ts';
import { headingOf } from './heads.ts';
import { headingAbove, leadInOf } from './lists.ts';
import { type Node, nodesIn } from './nodes.ts';
import type { Outside } from './outside.ts';
import { anchored, fieldsOf, numbered, otherIn, othersIn, proseOf, smallPrint } from './pieces.ts';
import { draftOf, type Place } from './place.ts';
import { captionOf } from './tables.ts';
import { detailsOf, shownValue, type Written } from './values.ts';
import type { Writer } from './writer.ts';

type ItemNode = Node & { readonly type: 'item' };

/** Figures that follow one another. */
export function statisticsDraft(place: Place, items: readonly ItemNode[], holder: Item | undefined): Draft {
  const [first] = items;
  return draftOf(place, items, {
    role: 'statistics',
    item: holder,
    asks: (outside) => items.map(({ item }) => outside.number(item)),
    write: (writer) => [
      ...(first ? headingAbove(writer, place, first) : []),
      ...statisticsOf(writer, items, place.level),
    ],
  });
}

/** Figures, and below them what else stands in them. */
function statisticsOf(writer: Writer, items: readonly ItemNode[], level: number): Flow[] {
  const more: Flow[] = [];
  const statistics = items.map((node): Statistic => {
    const { item, placed } = node;
    const nodes = nodesIn(item, node.until);
    const told = fieldsOf(writer, item, nodes);
    const value = told.find(({ field }) => field.key === 'value');
    const unit = told.find(({ field }) => field.key === 'unit');
    const rest = told.filter((one) => one !== value && one !== unit && one.field.type !== 'prose');
    more.push(...proseOf(writer, item, told, level), ...othersIn(writer, nodes, level));
    const when = rest.filter(({ field }) => field.key === 'when' || field.key === 'period');
    const details = rest.filter((one) => !when.includes(one));
    return {
      anchor: writer.anchor(item),
      value: [
        ...(value ? shownValue(writer, item, value.entry, value.field) : []),
        ...(unit ? [space, ...shownValue(writer, item, unit.entry, unit.field)] : []),
      ],
      label: numbered(writer, item),
      details: [
        ...when.map(({ entry, field }) => capital(shownValue(writer, item, entry, field))),
        ...details.map((one) => detailsOf(writer, item, [one])),
      ],
      line: writer.line(placed, item.entry.at),
    };
  });
  return [{ type: 'statistics', statistics, line: statistics[0]?.line }, ...more];
}

const space: Inline = plain(' ');

/** A line with a capital. */
const capital = (line: Inline[]): Inline[] =>
  line.map((one, index) => (index === 0 && one.type === 'text' ? { ...one, text: capitalised(one.text) } : one));

/** Figures under one heading. */
export function panelDraft(place: Place, node: ItemNode): Draft {
  const { item, placed } = node;
  return draftOf(place, [node], {
    role: 'panel',
    item,
    asks: (outside) => [...item.withBelow()].map((one) => outside.number(one)),
    write(writer) {
      const heading = headingOf(writer, item, place.level, place.key);
      const level = heading ? place.level + 1 : place.level;
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const flow: Flow[] = heading ? [heading] : [];
      let run: ItemNode[] = [];
      const tellRun = (): void => {
        if (run.length > 0) flow.push(...statisticsOf(writer, run, level));
        run = [];
      };
      const details: Written[] = [];
      for (const one of nodes) {
        if (one.type === 'item' && one.item.key === 'statistic') run.push(one);
        else if (one.type === 'field') {
          if (!told.some(({ entry }) => entry === one.entry)) continue;
          if (one.field.key === 'lead-in') {
            tellRun();
            flow.push(leadInOf(writer, item, one));
          } else if (one.field.key === 'note') {
            tellRun();
            flow.push(...asNote(writer.prose(item, one.entry, level)));
          } else if (one.field.type === 'prose') {
            tellRun();
            flow.push(...writer.prose(item, one.entry, level));
          } else details.push(one);
        } else {
          tellRun();
          flow.push(...otherIn(writer, one, level));
        }
      }
      tellRun();
      flow.push(...smallPrint(writer, item, details));
      return [
        {
          type: 'group',
          role: 'panel',
          anchor: heading ? undefined : writer.anchor(item),
          flow,
          line: writer.line(placed, node.at),
        },
      ];
    },
  });
}

/** Paragraphs in small print. */
const asNote = (flow: readonly Flow[]): Flow[] =>
  flow.map((one) => (one.type === 'paragraph' ? { ...one, role: 'note' } : one));

/** What somebody said. */
export function quoteDraft(place: Place, node: ItemNode): Draft {
  const { item, placed } = node;
  return draftOf(place, [node], {
    role: 'quote',
    item,
    write(writer) {
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const title = writer.title(item);
      const line = writer.line(placed, item.entry.at);
      const by = told.find(({ field }) => field.key === 'by');
      const rest = told.filter((one) => one !== by);
      const quote: Flow = {
        type: 'quote',
        flow: [
          ...(title.length > 0 ? [{ type: 'paragraph', children: title, line } satisfies Flow] : []),
          ...proseOf(writer, item, told, place.level),
        ],
        by: by && shownValue(writer, item, by.entry, by.field),
        line,
      };
      const others = othersIn(writer, nodes, place.level);
      return anchored(writer, item, [quote, ...smallPrint(writer, item, rest), ...others]);
    },
  });
}

/** A picture with its caption. */
export function figureDraft(place: Place, node: ItemNode): Draft {
  const { item, placed } = node;
  return draftOf(place, [node], {
    role: 'figure',
    item,
    asks: (outside: Outside) => [outside.number(item)],
    write(writer) {
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const entryOf = (key: string) => told.find(({ field, entry }) => field.key === key && hasValue(entry));
      const image = entryOf('image');
      const alt = entryOf('alt');
      const caption = entryOf('caption');
      const rest = told.filter((one) => one !== image && one !== alt && one !== caption);
      return [
        {
          type: 'figure',
          anchor: writer.anchor(item),
          path: image && writer.path(placed, item.valueOf(image.entry)),
          alt: alt ? item.valueOf(alt.entry) : '',
          caption: captionOf(writer, item, told),
          line: writer.line(placed, item.entry.at),
        },
        ...proseOf(writer, item, rest, place.level),
        ...smallPrint(writer, item, rest),
        ...othersIn(writer, nodes, place.level),
      ];
    },
  });
}
