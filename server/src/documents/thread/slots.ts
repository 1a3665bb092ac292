import { type Box, type Boxes, type ColumnName, columnNames, type Edge, metrics } from './boxes.ts';

/** A place in a column: for a box, or for the lines that pass through the column on their way to one item. */
export interface Slot {
  readonly box: Box | undefined;
  readonly column: number;
  readonly height: number;
  /** The slots in the next columns that a line leads to. */
  readonly links: Slot[];
  /** The middle of it. */
  y: number;
}

/** Slots that stand under one another without anything in between: a priority with those in it, below its theme. */
export interface Unit {
  readonly slots: Slot[];
  /** Where the middle of each slot is, below the middle of the first. */
  readonly offsets: number[];
  /** True where it stays in the order of the document. */
  readonly fixed: boolean;
  /** The ref of its theme; for lines that pass through, of the theme in which they do. */
  theme: string | undefined;
  /** True where it begins with the heading of its theme. */
  readonly headed: boolean;
  /** Its place in the order of the document. */
  readonly order: number;
}

/** A line from the left to the right: the slots that it leads through, both ends included. */
export interface Chain {
  readonly edge: Edge;
  readonly slots: readonly Slot[];
}

/** The columns of a drawing before anything has its place. */
export interface Columns {
  readonly names: readonly ColumnName[];
  /** The units of each column, in the order in which they will stand. */
  readonly units: Unit[][];
  readonly chains: readonly Chain[];
  /** The lines between boxes of one column. */
  readonly within: readonly Chain[];
}

/** The space that is left between two slots. */
export function gapBetween(above: Slot, below: Slot, newTheme: boolean): number {
  if (!above.box && !below.box) return 2;
  if (!above.box || !below.box) return newTheme ? metrics.gap * 2 : metrics.gap - 2;
  return newTheme ? metrics.gap * 3 : metrics.gap;
}

/** Sorts boxes and lines into columns. */
export function columnsOf({ boxes, edges }: Boxes): Columns {
  const used = new Set(boxes.map(({ column }) => column));
  const names = columnNames.filter((name) => used.has(name));
  const slots = new Map<string, Slot>();
  for (const box of boxes) {
    const column = names.indexOf(box.column);
    slots.set(box.key, { box, column, height: box.height, links: [], y: 0 });
  }
  const units = names.map((_, column) => unitsOf(boxes, slots, column));
  const lanes = new Map<string, Slot>();
  const chains: Chain[] = [];
  const within: Chain[] = [];
  for (const edge of edges) {
    const ends = [slots.get(edge.from), slots.get(edge.to)];
    const [from, to] = ends;
    if (!from || !to || from === to) continue;
    const [left, right] = from.column <= to.column ? [from, to] : [to, from];
    if (left.column === right.column) {
      within.push({ edge, slots: [from, to] });
      continue;
    }
    const through = [left];
    for (let column = left.column + 1; column < right.column; column++) {
      const key = `${column}\n${edge.to}`;
      let lane = lanes.get(key);
      if (!lane) {
        lane = { box: undefined, column, height: metrics.lane, links: [], y: 0 };
        lanes.set(key, lane);
        units[column]?.push(unitOf([lane], false, undefined, boxes.length + lanes.size));
      }
      through.push(lane);
    }
    through.push(right);
    for (let index = 1; index < through.length; index++) {
      const [a, b] = [through[index - 1] as Slot, through[index] as Slot];
      a.links.push(b);
      b.links.push(a);
    }
    chains.push({ edge, slots: through });
  }
  return { names, units, chains, within };
}

/** The units of a column, in the order of the document: priorities stay in it. */
function unitsOf(boxes: readonly Box[], slots: ReadonlyMap<string, Slot>, column: number): Unit[] {
  const units: Unit[] = [];
  const holding = new Map<string, Unit>();
  boxes.forEach((box, order) => {
    const slot = slots.get(box.key);
    if (slot?.column !== column || slot.box !== box) return;
    const { within } = box.node;
    const above = box.shape === 'priority' && within !== undefined ? holding.get(within) : undefined;
    const isFirst = above?.slots.length === 1 && above.headed;
    if (above && (isFirst || above.slots.some(({ box: one }) => one?.key === within && one?.shape === 'priority'))) {
      addTo(above, slot);
      holding.set(box.key, above);
      return;
    }
    const theme = box.shape === 'theme' ? box.key : above?.theme;
    const unit = unitOf([slot], box.shape === 'priority' || box.shape === 'theme', theme, order, box.shape === 'theme');
    units.push(unit);
    holding.set(box.key, unit);
  });
  return units;
}

const unitOf = (slots: Slot[], fixed: boolean, theme: string | undefined, order: number, headed = false): Unit => ({
  slots,
  offsets: slots.map(() => 0),
  fixed,
  theme,
  headed,
  order,
});

function addTo(unit: Unit, slot: Slot): void {
  const last = unit.slots.at(-1) as Slot;
  const gap = last.box?.shape === 'theme' ? metrics.gap / 2 : metrics.gap - 2;
  unit.offsets.push((unit.offsets.at(-1) as number) + last.height / 2 + gap + slot.height / 2);
  unit.slots.push(slot);
}
