import { hasValue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { readCsv } from '../../workspace/csv.ts';
import { plain } from '../plain-words.ts';
import type { Cell, Flow, Inline } from '../tree.ts';
import type { Draft } from './draft.ts';
import { numberShown } from './heads.ts';
import { type Node, nodesIn } from './nodes.ts';
import { anchored, fieldsOf, joined, othersIn, smallPrint } from './pieces.ts';
import { draftOf, type Place } from './place.ts';
import { choiceOf, shownValue, type Written } from './values.ts';
import type { Writer } from './writer.ts';

type ItemNode = Node & { readonly type: 'item' };
type TableFlow = Extract<Flow, { type: 'table' }>;

/** Fields that a table is made of; the others are told below it. */
const shaping: ReadonlySet<string> = new Set(['caption', 'data']);

/** A table, from Markdown or from a file of figures. */
export function tableDraft(place: Place, node: ItemNode): Draft {
  const { item } = node;
  return draftOf(place, [node], {
    role: 'table',
    item,
    asks: (outside) => [outside.number(item)],
    write(writer) {
      const nodes = nodesIn(item, node.until);
      const told = fieldsOf(writer, item, nodes);
      const caption = captionOf(writer, item, told);
      const flow = told.flatMap(({ entry, field }): readonly Flow[] => {
        if (field.type === 'prose') return writer.prose(item, entry, place.level);
        return field.key === 'data' ? dataFlow(writer, item, item.valueOf(entry)) : [];
      });
      const shown = withCaption(
        flow,
        caption,
        choiceOf(item, 'row-headers') === 'yes',
        writer.line(node.placed, node.at),
      );
      return anchored(writer, item, [...shown, ...restOf(writer, item, told, nodes, place.level)]);
    },
  });
}

/** What stands above a table or a drawing: the number and the title, then the caption. */
export function captionOf(writer: Writer, item: Item, told: readonly Written[]): Inline[] | undefined {
  const caption = told.find(({ field, entry }) => field.key === 'caption' && hasValue(entry));
  const number = writer.outside.number(item) === undefined ? undefined : numberShown(writer, item);
  const title = writer.title(item);
  const sign = title.length > 0 ? ': ' : '';
  const words: Inline[] = number === undefined ? title : [plain(`${number}${sign}`), ...title];
  return joined([words, caption ? shownValue(writer, item, caption.entry, caption.field) : []]);
}

/** What an item says besides what it is made of. */
export function restOf(
  writer: Writer,
  item: Item,
  told: readonly Written[],
  nodes: readonly Node[],
  level: number,
): Flow[] {
  const details = smallPrint(
    writer,
    item,
    told.filter(({ field }) => !shaping.has(field.key)),
  );
  return [...details, ...othersIn(writer, nodes, level)];
}

/** Gives the first table its caption, and all of them their row headings; the caption stands alone where there is no table. */
function withCaption(flow: readonly Flow[], caption: Inline[] | undefined, rowHeaders: boolean, line: number): Flow[] {
  let waiting = caption;
  const shown = flow.map((one): Flow => {
    if (one.type !== 'table') return one;
    const table: TableFlow = {
      ...one,
      ...(waiting ? { caption: waiting } : {}),
      rows: rowHeaders ? one.rows.map(named) : one.rows,
    };
    waiting = undefined;
    return table;
  });
  return waiting ? [{ type: 'paragraph', children: waiting, line }, ...shown] : shown;
}

const named = (row: readonly Cell[]): readonly Cell[] =>
  row.map((cell, index) => (index === 0 ? { ...cell, header: 'row' as const } : cell));

/** A file of figures as a table; what can't be read is said to be missing. */
export function dataFlow(writer: Writer, item: Item, written: string): Flow[] {
  const text = writer.file(item.placed, written);
  const { rows = [] } = text === undefined ? {} : readCsv(text);
  const [headings, ...figures] = rows;
  if (!headings) {
    const words: Inline = plain(`${writer.words.noData} ${written}`);
    return [{ type: 'paragraph', role: 'missing', children: [words] }];
  }
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const cellsOf = (cells: readonly string[], header: 'column' | undefined): Cell[] =>
    Array.from({ length: Math.min(width, WIDEST) }, (_, index) => {
      const children: Inline[] = cells[index] ? [plain(cells[index])] : [];
      return header ? { children, header } : { children };
    });
  const shown = figures.slice(0, LONGEST).map(({ cells }) => cellsOf(cells, undefined));
  return [{ type: 'table', head: [cellsOf(headings.cells, 'column')], rows: shown, align: alignOf(shown, width) }];
}

/** So much of a file of figures a page shows. */
const LONGEST = 2000;
const WIDEST = 100;

/** Columns of figures stand to the right. */
function alignOf(rows: readonly (readonly Cell[])[], width: number): ('right' | undefined)[] {
  return Array.from({ length: Math.min(width, WIDEST) }, (_, column) => {
    const words = rows.flatMap((row) => row[column]?.children ?? []);
    const isFigures = words.length > 0 && words.every((one) => one.type === 'text' && figure.test(one.text.trim()));
    return isFigures ? 'right' : undefined;
  });
}

const figure = /^[-+\u2212]?[£€$]?\d[\d,. ]*(?:%|[a-z]{1,3})?$/i;
