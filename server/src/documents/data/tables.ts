import { exportModel } from '../../model/export.ts';
import type { Item } from '../../model/item.ts';
import type { Edition } from '../edition/edition.ts';
import { ItemNames } from '../item-names.ts';
import { wordsOf } from '../plain-words.ts';
import type { Cell, Flow } from '../tree.ts';
import type { Page } from '../view.ts';
import { actionColumns, actionRows } from './actions.ts';
import { type Column, figure, texts } from './columns.ts';
import { measureColumns, measureRows } from './measures.ts';
import { namesOf } from './values.ts';

/** A table of data. Its columns are called in English whatever the language, since programs read them. */
export interface DataTable {
  /** What it is of: `items`. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** As many cells in each as there are columns. */
  readonly rows: readonly (readonly string[])[];
}

/** All tables of data of an edition: items, links, measures with results, actions, and a matrix for each thing that priorities are set against. */
export function dataTables(edition: Edition): DataTable[] {
  const names = new ItemNames(edition.source.snapshot.model, edition.language, Number.POSITIVE_INFINITY);
  const items = [...names.model.items(edition.source.plan)].filter(({ kind }) => !kind.root);
  return [
    { name: 'items', columns: itemColumns, rows: itemRows(items, names) },
    { name: 'links', columns: linkColumns, rows: linkRows(edition) },
    { name: 'measures', columns: measureColumns, rows: measureRows(items, names) },
    { name: 'actions', columns: actionColumns, rows: actionRows(items, names) },
    ...matrixTables(edition),
  ];
}

const itemColumns: readonly Column[] = [
  ...texts('ref', 'id', 'kind', 'number', 'title', 'parent', 'tags', 'source', 'file'),
  figure('line'),
];

function itemRows(items: readonly Item[], names: ItemNames): string[][] {
  return items.map((item) => {
    const { id, kind, parent, placed, entry } = item;
    const above = parent && !parent.kind.root ? names.ref(parent) : '';
    const line = String(placed.position(entry.at).line + 1);
    const file = placed.file.path.slice(placed.file.path.lastIndexOf('/') + 1);
    const { number, title } = namesOf(item, names);
    return [
      names.ref(item),
      id ?? '',
      kind.key,
      number,
      title,
      above,
      item.value('tags'),
      item.value('source'),
      file,
      line,
    ];
  });
}

const linkColumns = texts('from', 'from title', 'relation', 'to', 'to title', 'origin');

function linkRows({ source }: Edition): string[][] {
  const { snapshot, plan, show } = source;
  const { plans, items, elsewhere } = exportModel(snapshot.model, [plan], show);
  const titles = new Map([...plans, ...items, ...elsewhere].map(({ ref, title }) => [ref, title]));
  return [...plans, ...items].flatMap(({ ref, title, links }) =>
    links.map(({ to, kind, origin }) => [ref, title, kind, to, titles.get(to) ?? '', origin]),
  );
}

/** The matrices as they are shown, with 1 for a link, 0 for none, and the totals. */
function matrixTables(edition: Edition): DataTable[] {
  return edition.matrices.flatMap(({ name, page }, index) => {
    const table = matrixTable(page, index === 0 ? 'matrix' : `matrix-${edition.ownName(name)}`);
    return table.rows.length > 0 ? [table] : [];
  });
}

/** The tables of a matrix as one, with the priority area in the first column. */
function matrixTable({ blocks }: Page, name: string): DataTable {
  const tables = blocks.flatMap(({ flow }) => flow.filter((one): one is Table => one.type === 'table'));
  const [, ...head] = tables[0]?.head[0]?.map(({ children }) => wordsOf(children)) ?? [];
  const rows = tables.flatMap(({ caption, rows, role }) =>
    role?.includes('totals')
      ? []
      : rows.flatMap((row) => (isTotal(row) ? [] : [[wordsOf(caption ?? []), ...row.map(valueOfCell)]])),
  );
  return { name, columns: [...texts('priority area', 'priority'), ...head.map(figure)], rows };
}

type Table = Flow & { readonly type: 'table' };

const isTotal = ([first]: readonly Cell[]): boolean => first?.role?.includes('total') === true;

const valueOfCell = ({ toggle, children }: Cell): string => (toggle ? (toggle.on ? '1' : '0') : wordsOf(children));
