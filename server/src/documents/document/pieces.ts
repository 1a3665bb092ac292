import type { Item } from '../../model/item.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline } from '../tree.ts';
import { isTold, untold } from './fields.ts';
import { insideOf } from './lists.ts';
import type { Node } from './nodes.ts';
import { untoldFlow } from './untold.ts';
import { detailsOf, type Written } from './values.ts';
import type { Writer } from './writer.ts';

/** The fields of an item that its page tells of. */
export function fieldsOf(writer: Writer, item: Item, nodes: readonly Node[]): Written[] {
  const left = untold(item, nodes, writer.language, writer.outside.languageOf(item));
  return nodes.flatMap((node) =>
    node.type === 'field' && isTold(node.entry, node.field) && !left?.has(node.entry) ? [node] : [],
  );
}

/** The prose among some fields of an item, with headings from a level on. */
export const proseOf = (writer: Writer, item: Item, told: readonly Written[], level: number): Flow[] =>
  told.flatMap(({ entry, field }) => (field.type === 'prose' ? writer.prose(item, entry, level) : []));

/** The fields among some that are no prose. */
export const shortOf = (told: readonly Written[]): Written[] => told.filter(({ field }) => field.type !== 'prose');

/** All that stands in an item besides its fields. */
export const othersIn = (writer: Writer, nodes: readonly Node[], level: number): Flow[] =>
  nodes.flatMap((node) => (node.type === 'field' ? [] : otherIn(writer, node, level)));

/** What stands in an item where nothing of its kind should: told all the same. */
export function otherIn(writer: Writer, node: Node, level: number): Flow[] {
  if (node.type !== 'item') return [untoldFlow(writer, node)];
  const children = writer.title(node.item);
  const line = writer.line(node.placed, node.at);
  const anchor = writer.anchor(node.item);
  const flow: Flow[] = [{ type: 'paragraph', children, line }, ...insideOf(writer, node, level)];
  return [{ type: 'group', role: node.item.key, anchor, flow, line }];
}

/** The title of an item behind its number. */
export function numbered(writer: Writer, item: Item): Inline[] {
  const number = writer.outside.number(item);
  const title = writer.title(item);
  return number === undefined ? title : [plain(`${number} `), ...title];
}

/** Pieces that an item with an id is made of, so that links lead to them. */
export function anchored(writer: Writer, item: Item, flow: readonly Flow[]): readonly Flow[] {
  const anchor = writer.anchor(item);
  return anchor === undefined ? flow : [{ type: 'group', role: item.key, anchor, flow }];
}

/** Lines of words as one, with a stop between; undefined where there are none. */
export function joined(lines: readonly (readonly Inline[])[]): Inline[] | undefined {
  const [first, ...rest] = lines.filter((line) => line.length > 0);
  if (!first) return undefined;
  return [...first, ...rest.flatMap((line): Inline[] => [plain('. '), ...line])];
}

/** What some fields say that are no prose, in small print on a line of their own; nothing where they say nothing. */
export function smallPrint(writer: Writer, item: Item, fields: readonly Written[]): Flow[] {
  const children = detailsOf(writer, item, shortOf(fields));
  return children.length > 0 ? [{ type: 'paragraph', role: 'details', children }] : [];
}
