import type { Item } from '../../model/item.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline, Point } from '../tree.ts';
import type { Draft } from './draft.ts';
import { isTold, untold } from './fields.ts';
import { type Node, nodesIn } from './nodes.ts';
import type { Outside } from './outside.ts';
import { anchorAbove, draftOf, type Place } from './place.ts';
import { untoldFlow } from './untold.ts';
import { detailsOf, type Written } from './values.ts';
import type { Writer } from './writer.ts';

/** Lists in lists go so deep; what is deeper stands beside what it stands in. */
const DEEPEST = 12;

type ItemNode = Node & { readonly type: 'item' };

/** Items of one kind that follow one another, as a list, with the words that they complete and the heading above it. */
export function listDraft(
  place: Place,
  items: readonly ItemNode[],
  leadIn: Node | undefined,
  holder: Item | undefined,
): Draft {
  const first = items[0] as ItemNode;
  return draftOf(place, leadIn ? [leadIn, ...items] : items, {
    role: first.item.kind.plural,
    item: holder,
    asks: (outside) => (outside.hasNumbers ? items.flatMap(({ item }) => numbersIn(outside, item)) : []),
    write(writer) {
      const flow: Flow[] = headingAbove(writer, place, first);
      if (leadIn?.type === 'field' && holder) flow.push(leadInOf(writer, holder, leadIn));
      const level = place.heading ? place.level + 1 : place.level;
      const isAlone = items.length === 1 && !leadIn && !enumerated.has(first.item.key);
      flow.push(isAlone ? aloneOf(writer, first, level) : listOf(writer, items, level, 0));
      return flow;
    },
  });
}

/** Kinds that are points of a list even where there is only one. */
const enumerated: ReadonlySet<string> = new Set(['action', 'milestone']);

/** An item with no other of its kind beside it: its words without a point. */
function aloneOf(writer: Writer, node: ItemNode, level: number): Flow {
  const { anchor, number, flow, line } = pointOf(writer, node, level, 0);
  const [first, ...rest] = flow;
  const isNumbered = number !== undefined && first?.type === 'paragraph';
  const children: readonly Inline[] = isNumbered ? [plain(`${number} `), ...first.children] : [];
  const shown = isNumbered ? [{ ...first, children }, ...rest] : flow;
  return { type: 'group', role: node.item.key, anchor, flow: shown, line };
}

/** The heading of a list. */
export function headingAbove(writer: Writer, { heading, level, key }: Place, { placed, at }: Node): Flow[] {
  if (!heading) return [];
  const children: Inline[] = [plain(heading)];
  const anchor = anchorAbove(key);
  return [{ type: 'heading', level: Math.min(6, level), anchor, children, line: writer.line(placed, at) }];
}

/** The words that the items below complete. */
export function leadInOf(writer: Writer, holder: Item, { placed, entry }: Node & { type: 'field' }): Flow {
  return {
    type: 'paragraph',
    role: 'lead-in',
    children: writer.value(holder, entry),
    line: writer.line(placed, entry.at),
  };
}

/** The numbers of an item and of those in it, as deep as lists go. */
function numbersIn(outside: Outside, item: Item): (string | undefined)[] {
  if (item.children.length === 0) return [outside.number(item)];
  return [...item.withBelow()].map((one) => outside.number(one));
}

/** Items as a list. Numbered ones have their numbers. */
function listOf(writer: Writer, items: readonly ItemNode[], level: number, depth: number): Flow {
  const role = items[0]?.item.kind.plural;
  const points = items.map((node) => pointOf(writer, node, level, depth));
  return { type: 'list', ordered: points.some(({ number }) => number !== undefined), role, points };
}

function pointOf(writer: Writer, node: ItemNode, level: number, depth: number): Point {
  const { item, placed } = node;
  const title = writer.title(item);
  const line = writer.line(placed, item.entry.at);
  const rest = insideOf(writer, node, level, depth);
  const flow: readonly Flow[] = title.length > 0 ? [{ type: 'paragraph', children: title }, ...rest] : rest;
  return {
    anchor: writer.anchor(item),
    number: writer.outside.number(item),
    flow,
    line,
  };
}

/** All that stands in an item below its title: its words, with headings from a level on; what its short fields say; the items in it. */
export function insideOf(writer: Writer, { item, until }: ItemNode, level: number, depth = 0): Flow[] {
  if (item.entry.children.length === 0 && item.placed.block.strays.length === 0) return [];
  const nodes = nodesIn(item, until);
  const left = untold(item, nodes, writer.language, writer.outside.languageOf(item));
  const flow: Flow[] = [];
  let details: Written[] = [];
  const tellDetails = (): void => {
    const children = detailsOf(writer, item, details);
    const line = details[0] && writer.line(item.placed, details[0].entry.at);
    if (children.length > 0) flow.push({ type: 'paragraph', role: 'details', children, line });
    details = [];
  };
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Node;
    if (node.type === 'field') {
      const { field, entry } = node;
      if (left?.has(entry) || !isTold(entry, field)) continue;
      if (field.type === 'prose') flow.push(...writer.prose(item, entry, level));
      else if (field.key === 'lead-in') {
        tellDetails();
        flow.push(leadInOf(writer, item, node));
      } else details.push(node);
    } else if (node.type === 'item') {
      tellDetails();
      const run: ItemNode[] = [node];
      for (
        let next = nodes[index + 1];
        next?.type === 'item' && next.item.key === node.item.key;
        next = nodes[index + 1]
      ) {
        run.push(next);
        index++;
      }
      flow.push(...(depth < DEEPEST ? [listOf(writer, run, level, depth + 1)] : flatOf(writer, run, level)));
    } else {
      tellDetails();
      flow.push(untoldFlow(writer, node));
    }
  }
  tellDetails();
  return flow;
}

/** Items that nest deeper than any reader follows: one list for all of them, without what stands in what. */
function flatOf(writer: Writer, items: readonly ItemNode[], level: number): Flow[] {
  const points: Point[] = [];
  const waiting = items.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const nodes = nodesIn(node.item, node.until);
    const inner = nodes.filter((one) => one.type === 'item');
    waiting.push(...inner.toReversed());
    const title = writer.title(node.item);
    const own = nodes.filter((one) => one.type !== 'item');
    const flow: Flow[] = title.length > 0 ? [{ type: 'paragraph', children: title }] : [];
    const details: Written[] = [];
    for (const one of own)
      if (one.type !== 'field') flow.push(untoldFlow(writer, one));
      else if (!isTold(one.entry, one.field)) continue;
      else if (one.field.type === 'prose') flow.push(...writer.prose(node.item, one.entry, level));
      else details.push(one);
    const children = detailsOf(writer, node.item, details);
    if (children.length > 0) flow.push({ type: 'paragraph', role: 'details', children });
    points.push({ flow, line: writer.line(node.placed, node.at) });
  }
  return [{ type: 'list', ordered: false, points }];
}
