import { hasValue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { wordsOf } from '../plain-words.ts';
import type { Fact, Flow } from '../tree.ts';
import type { Draft } from './draft.ts';
import { headingOf } from './heads.ts';
import { headingAbove } from './lists.ts';
import { type Node, nodesIn } from './nodes.ts';
import { anchored, fieldsOf, numbered, othersIn, proseOf, shortOf, smallPrint } from './pieces.ts';
import { draftOf, type Place } from './place.ts';
import { factsOf, shownValue } from './values.ts';
import type { Writer } from './writer.ts';

type ItemNode = Node & { readonly type: 'item' };

/** The field that says first what one of a kind is: the holder of a role, the meaning of a term. */
const leading: Readonly<Record<string, string>> = { role: 'holder', term: 'means' };

/** Roles, partners, documents or terms that follow one another, each with what is said of it. Terms are in the order of the alphabet. */
export function referenceDraft(place: Place, items: readonly ItemNode[], holder: Item | undefined): Draft {
  const first = items[0] as ItemNode;
  return draftOf(place, items, {
    role: first.item.kind.plural,
    item: holder,
    asks: (outside) => (outside.hasNumbers ? items.map(({ item }) => outside.number(item)) : []),
    write(writer) {
      const level = place.heading ? place.level + 1 : place.level;
      const facts = items.map((node) => factOf(writer, node, level));
      const flow = headingAbove(writer, place, first);
      if (first.item.key !== 'term') return [...flow, tellOf(first.item.key, facts)];
      const order = new Intl.Collator(writer.language);
      const words = new Map(facts.map((fact) => [fact, wordsOf(fact.name)]));
      facts.sort((a, b) => order.compare(words.get(a) ?? '', words.get(b) ?? ''));
      return [...flow, { type: 'facts', role: 'terms', facts }];
    },
  });
}

/** Names with what is said of them; a plain list where nothing is said of any. */
function tellOf(kind: string, facts: readonly Fact[]): Flow {
  if (facts.some(({ flow }) => flow.length > 0)) return { type: 'facts', role: kind, facts };
  const points = facts.map(({ anchor, name, line }) => ({
    anchor,
    flow: [{ type: 'paragraph', children: name } satisfies Flow],
    line,
  }));
  return { type: 'list', ordered: false, role: kind, points };
}

function factOf(writer: Writer, node: ItemNode, level: number): Fact {
  const { item, placed } = node;
  const nodes = nodesIn(item, node.until);
  const told = fieldsOf(writer, item, nodes);
  const first = told.find(({ field, entry }) => field.key === leading[item.key] && hasValue(entry));
  const flow: Flow[] = [
    ...(first
      ? [{ type: 'paragraph', children: shownValue(writer, item, first.entry, first.field) } satisfies Flow]
      : []),
    ...proseOf(writer, item, told, level),
    ...smallPrint(
      writer,
      item,
      told.filter((one) => one !== first),
    ),
    ...othersIn(writer, nodes, level),
  ];
  const name = numbered(writer, item);
  return { anchor: writer.anchor(item), name, flow, line: writer.line(placed, item.entry.at) };
}

/** A sign-off, or how to reach the body: its title above the words and the facts. */
export function sheetDraft(place: Place, node: ItemNode): Draft {
  const { item } = node;
  return draftOf(place, [node], {
    role: item.key,
    item,
    asks: (outside) => [outside.number(item)],
    write(writer) {
      const own = place.heading ? place.level + 1 : place.level;
      const heading = headingOf(writer, item, own, place.key, true);
      const level = heading ? own + 1 : own;
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const facts = factsOf(writer, item, shortOf(told), level);
      const flow: Flow[] = [
        ...headingAbove(writer, place, node),
        ...(heading ? [heading] : []),
        ...proseOf(writer, item, told, level),
        ...(facts.length > 0 ? [{ type: 'facts', role: item.key, facts } satisfies Flow] : []),
        ...othersIn(writer, nodes, level),
      ];
      return heading ? flow : anchored(writer, item, flow);
    },
  });
}

/** A vision or a mission: its words, printed large. */
export function visionDraft(place: Place, node: ItemNode): Draft {
  const { item } = node;
  return draftOf(place, [node], {
    role: item.key,
    item,
    asks: (outside) => [outside.number(item)],
    write(writer) {
      const level = place.heading ? place.level + 1 : place.level;
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const title = writer.title(item);
      const line = writer.line(node.placed, node.at);
      const flow: Flow[] = [
        ...(title.length > 0 ? [{ type: 'paragraph', children: title, line } satisfies Flow] : []),
        ...proseOf(writer, item, told, level),
        ...smallPrint(writer, item, told),
        ...othersIn(writer, nodes, level),
      ];
      return [...headingAbove(writer, place, node), ...anchored(writer, item, flow)];
    },
  });
}
