import { hasValue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { plain } from '../plain-words.ts';
import type { Cell, Flow, Inline } from '../tree.ts';
import type { Draft } from './draft.ts';
import { headingOf } from './heads.ts';
import { leadInOf } from './lists.ts';
import { type Node, nodesIn } from './nodes.ts';
import { anchored, fieldsOf, numbered, otherIn, proseOf, shortOf, smallPrint } from './pieces.ts';
import { draftOf, type Place } from './place.ts';
import { detailsOf, shownValue, type Written } from './values.ts';
import type { Writer } from './writer.ts';

type ItemNode = Node & { readonly type: 'item' };

/** Money, as a table of its lines and their total. */
export function budgetDraft(place: Place, node: ItemNode): Draft {
  const { item } = node;
  return draftOf(place, [node], {
    role: 'budget',
    item,
    asks: (outside) => [...item.withBelow()].map((one) => outside.number(one)),
    write(writer) {
      const heading = headingOf(writer, item, place.level, place.key);
      const level = place.level + 1;
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const total = told.find(({ field, entry }) => field.key === 'total' && hasValue(entry));
      const flow: Flow[] = heading ? [heading] : [];
      const details = told.filter(({ field }) => field.key !== 'total' && field.key !== 'lead-in');
      flow.push(...smallPrint(writer, item, details));
      for (const one of nodes)
        if (one.type === 'field' && told.some(({ entry }) => entry === one.entry)) {
          if (one.field.type === 'prose') flow.push(...writer.prose(item, one.entry, level));
          else if (one.field.key === 'lead-in') flow.push(leadInOf(writer, item, one));
        }
      const lines = nodes.filter((one) => one.type === 'item' && one.item.key === 'line') as ItemNode[];
      if (lines.length > 0 || total) flow.push(tableOf(writer, item, lines, total, level));
      for (const one of nodes)
        if (one.type !== 'field' && !(one.type === 'item' && one.item.key === 'line'))
          flow.push(...otherIn(writer, one, level));
      return heading ? flow : anchored(writer, item, flow);
    },
  });
}

function tableOf(
  writer: Writer,
  budget: Item,
  lines: readonly ItemNode[],
  total: Written | undefined,
  level: number,
): Flow {
  const rows: (readonly Cell[])[] = [];
  const hasServed = [...budget.withBelow()].some((one) => one.key === 'line' && one.has('priorities'));
  const waiting = lines.toReversed().map((node) => ({ node, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    const { cells, inner } = rowOf(writer, node, depth, hasServed, level);
    rows.push(cells);
    for (const one of inner.toReversed()) waiting.push({ node: one, depth: depth + 1 });
  }
  if (total) {
    const empty: Cell[] = hasServed ? [{ children: [], role: 'total' }] : [];
    rows.push([
      { children: [plain(writer.words.total)], header: 'row', role: 'total' },
      { children: shownValue(writer, budget, total.entry, total.field), role: 'total' },
      ...empty,
    ]);
  }
  const { line, amount, serves } = writer.words;
  const head = [line, amount, ...(hasServed ? [serves] : [])].map(
    (words): Cell => ({ children: [plain(words)], header: 'column' }),
  );
  return { type: 'table', role: 'budget', head: [head], rows, align: [undefined, 'right', undefined] };
}

/** A line of money. What it says besides its amount stands behind its title. */
function rowOf(writer: Writer, node: ItemNode, depth: number, hasServed: boolean, level: number) {
  const { item } = node;
  const nodes = nodesIn(item, node.until);
  const told = fieldsOf(writer, item, nodes);
  const amount = told.find(({ field }) => field.key === 'amount');
  const served = told.find(({ field }) => field.key === 'priorities');
  const rest = shortOf(told).filter((one) => one !== amount && one !== served);
  const name = numbered(writer, item);
  const details = detailsOf(writer, item, rest);
  if (details.length > 0) name.push(plain(' · '), ...details);
  const behind = [
    ...proseOf(writer, item, told, level),
    ...nodes.flatMap((one) =>
      one.type === 'field' || (one.type === 'item' && one.item.key === 'line') ? [] : otherIn(writer, one, level),
    ),
  ];
  for (const inline of inlinesOf(behind)) name.push(plain(' · '), ...inline);
  const cells: Cell[] = [
    { children: name, header: 'row', depth, anchor: writer.anchor(item) },
    { children: amount ? shownValue(writer, item, amount.entry, amount.field) : [] },
  ];
  if (hasServed) cells.push({ children: served ? shownValue(writer, item, served.entry, served.field) : [] });
  return { cells, inner: nodes.filter((one) => one.type === 'item' && one.item.key === 'line') as ItemNode[] };
}

/** The lines of words in some pieces, which a cell of a table has no room for otherwise. */
function inlinesOf(flow: readonly Flow[]): (readonly Inline[])[] {
  const lines: (readonly Inline[])[] = [];
  const waiting = flow.toReversed();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if ('children' in one) lines.push(one.children);
    else if (one.type === 'list') waiting.push(...one.points.flatMap((point) => point.flow).toReversed());
    else if (one.type === 'quote' || one.type === 'group') waiting.push(...one.flow.toReversed());
    else if (one.type === 'notes') waiting.push(...one.notes.flatMap((note) => note.flow).toReversed());
    else if (one.type === 'code') lines.push([{ type: 'code', text: one.text }]);
    else if (one.type === 'table') lines.push(...[...one.head, ...one.rows].flat().map((cell) => cell.children));
    else if (one.type === 'facts')
      waiting.push(
        ...one.facts.flatMap((fact): Flow[] => [{ type: 'paragraph', children: fact.name }, ...fact.flow]).toReversed(),
      );
  }
  return lines;
}
