import { canBeMade, linkStates } from '../../features/link-state.ts';
import type { Item } from '../../model/item.ts';
import { isLocal } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import { relationTo, type Side } from './columns.ts';

/** Where a priority and a column meet. */
export interface MatrixCell {
  readonly column: Item;
  /** The field of the priority that makes the link. */
  readonly relation: string;
  /** True where the priority itself is linked. */
  readonly on: boolean;
  readonly canChange: boolean;
  /** Why the link is there without being written at the priority. */
  readonly because: { readonly origin: 'implied' | 'inherited'; readonly item: Item } | undefined;
  /** What in the priority names the column in its place: an action, a group, a section. */
  readonly within: Item | undefined;
}

/** A priority with its cells, one for each column. */
export interface MatrixRow {
  readonly priority: Item;
  /** How many priorities it stands in. */
  readonly depth: number;
  readonly cells: readonly MatrixCell[];
  /** How many outcomes belong to it alone; 0 where the columns are no outcomes. */
  readonly own: number;
}

/** The priorities of one theme, or those that stand in none. */
export interface MatrixGroup {
  readonly theme: Item | undefined;
  readonly rows: readonly MatrixRow[];
}

/** The priorities of a plan against one side, in the printed order. */
export interface Matrix {
  readonly side: Side;
  readonly groups: readonly MatrixGroup[];
  readonly rows: readonly MatrixRow[];
  /** The rows and columns in which nothing is linked. A priority with others in it is empty where they are; they are not named again. */
  readonly emptyRows: readonly MatrixRow[];
  readonly emptyColumns: readonly Item[];
}

/** True for a cell that counts: the priority is linked, or something in it is. */
export const counts = ({ on, within }: MatrixCell): boolean => on || within !== undefined;

/** Sets the priorities among the items of a plan against a side. */
export function matrixOf(model: Model, items: readonly Item[], side: Side): Matrix {
  const groups: { theme: Item | undefined; rows: MatrixRow[] }[] = [];
  const priorities = items.filter(({ key }) => key === 'priority');
  const columns = columnsOf(model, side, priorities);
  for (const priority of priorities) {
    const theme = priority.above('theme');
    const last = groups.at(-1);
    const row = rowOf(model, priority, side, columns);
    if (last && last.theme === theme) last.rows.push(row);
    else groups.push({ theme, rows: [row] });
  }
  const rows = groups.flatMap((group) => group.rows);
  return {
    side,
    groups,
    rows,
    emptyRows: emptyRows(rows),
    emptyColumns: side.columns.filter((_, index) => !rows.some(({ cells }) => counts(cells[index] as MatrixCell))),
  };
}

/** A column, with the field that leads to it, and whether the priorities of the plan can name it. */
interface Column {
  readonly item: Item;
  readonly relation: string;
  readonly canBe: () => boolean;
}

function rowOf(model: Model, priority: Item, side: Side, columns: readonly Column[]): MatrixRow {
  let depth = 0;
  for (let above = priority.parent; above; above = above.parent) if (above.key === 'priority') depth++;
  const own = side.what === 'outcomes' ? ownOutcomes(priority) : 0;
  const inner = side.what === 'framework' ? namedWithin(model, priority) : undefined;
  const states = new Map<string, ReturnType<typeof linkStates>>();
  const cells = columns.map(({ item: column, relation, canBe }): MatrixCell => {
    let state = states.get(relation);
    if (!state) {
      state = linkStates(model, priority, relation);
      states.set(relation, state);
    }
    const { on, canChange, because } = state(column, canBe);
    return { column, relation, on, canChange, because, within: on ? undefined : inner?.get(column) };
  });
  return { priority, depth, cells, own };
}

/** The columns of a side. Whether one can be named is worked out for the first priority that does not: it is the same for all. */
function columnsOf(model: Model, side: Side, priorities: readonly Item[]): Column[] {
  return side.columns.map((item) => {
    const relation = relationTo(side, item);
    let known: boolean | undefined;
    const canBe = (): boolean => {
      known ??= priorities[0] !== undefined && canBeMade(model, priorities[0], relation, item);
      return known;
    };
    return { item, relation, canBe };
  });
}

/** The items below a priority that belong to it and to none of the priorities in it. */
function* belonging(priority: Item): Generator<Item> {
  const waiting = priority.children.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.key === 'priority') continue;
    yield next;
    waiting.push(...next.children.toReversed());
  }
}

function ownOutcomes(priority: Item): number {
  let count = 0;
  for (const item of belonging(priority)) if (item.key === 'outcome' && isLocal(item)) count++;
  return count;
}

/** What is served or met by something in a priority, and by what. A duty only states a requirement. */
function namedWithin(model: Model, priority: Item): Map<Item, Item> {
  const found = new Map<Item, Item>();
  for (const item of belonging(priority))
    for (const link of item.key === 'duty' ? [] : item.links) {
      const target = link.relation === 'goals' || link.relation === 'requirements' ? model.target(link) : undefined;
      if (target && !found.has(target)) found.set(target, item);
    }
  return found;
}

/** The rows with nothing in them, those below them that have nothing either left out. */
function emptyRows(rows: readonly MatrixRow[]): MatrixRow[] {
  const filled = new Set<Item>();
  for (const { priority, cells, own } of rows)
    if (own > 0 || cells.some(counts))
      for (let item: Item | undefined = priority; item && !filled.has(item); item = item.parent) filled.add(item);
  return rows.filter(({ priority, depth }) => !filled.has(priority) && (depth === 0 || filled.has(aboveIt(priority))));
}

/** The priority that one stands in. */
const aboveIt = (priority: Item): Item => priority.above('priority') ?? priority;
