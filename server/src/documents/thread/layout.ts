import { type Box, type Boxes, type ColumnName, type Edge, metrics } from './boxes.ts';
import { place } from './place.ts';
import { cornerOf } from './shapes.ts';
import { type Chain, columnsOf, type Slot, type Unit } from './slots.ts';

/** A box in its place. In CSS pixels, from the upper left corner of the drawing. */
export interface PlacedBox {
  readonly box: Box;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export type Point = readonly [x: number, y: number];

/** A line in its place. It runs level between the points 1 and 2, 3 and 4 …, and in curves between the others. */
export interface Route {
  readonly edge: Edge;
  readonly points: readonly Point[];
}

/** The ground on which the priorities of a theme stand. */
export interface Band {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing as places. */
export interface Layout {
  readonly columns: readonly { readonly name: ColumnName; readonly x: number }[];
  /** Column by column, each from its top. */
  readonly boxes: readonly PlacedBox[];
  readonly routes: readonly Route[];
  /** Lines between boxes of one column. */
  readonly nested: readonly Route[];
  readonly bands: readonly Band[];
  /** Where the rows of column headings begin: one on top, and more in a tall drawing. */
  readonly headings: readonly number[];
  readonly width: number;
  readonly height: number;
}

export const HEADING = 40;
const MARGIN = 8;
/** So far apart lines end at a box, where it is high enough. */
const PORT = 5;
/** So far below one row of headings the next one is, at least. */
const REPEAT = 1200;

/** Gives each box and each line of a thread its place. The same boxes have the same places whenever it is called. */
export function layOut(boxes: Boxes): Layout {
  const columns = columnsOf(boxes);
  place(columns);
  const slots = columns.units.map((units) => units.flatMap((unit) => unit.slots));
  const { headings, height } = breakUp(slots.flat());
  const xOf = (column: number): number => MARGIN + column * (metrics.column + metrics.between);
  const placed = slots.flatMap((column) => column.flatMap((slot) => placedBox(slot, xOf(slot.column))));
  return {
    columns: columns.names.map((name, column) => ({ name, x: xOf(column) })),
    boxes: placed,
    routes: routesOf(columns.chains, xOf),
    nested: columns.within.map((chain) => nestedRoute(chain, xOf)),
    bands: columns.units.flatMap((units, column) => bandsOf(units, xOf(column))),
    headings,
    width: columns.names.length === 0 ? 0 : xOf(columns.names.length - 1) + metrics.column + MARGIN,
    height,
  };
}

const round = (value: number): number => Math.round(value * 2) / 2;

/** The least of some figures; for lists that may be too long to be arguments. */
const least = (values: Iterable<number>, start: number): number => {
  let found = start;
  for (const value of values) if (value < found) found = value;
  return found;
};
const most = (values: Iterable<number>, start: number): number => {
  let found = start;
  for (const value of values) if (value > found) found = value;
  return found;
};

const topOf = ({ y, height }: Slot): number => y - height / 2;
const bottomOf = ({ y, height }: Slot): number => y + height / 2;

/** Moves everything below a row of headings, and apart where another one is put in. Gives the rows and the height of all. */
function breakUp(slots: readonly Slot[]): { headings: number[]; height: number } {
  const top = least(slots.map(topOf), Number.POSITIVE_INFINITY);
  const headings = [0];
  for (const slot of slots) slot.y = round(slot.y - slot.height / 2 - top + HEADING + MARGIN) + slot.height / 2;
  let bottom = most(slots.map(bottomOf), HEADING);
  for (let next = REPEAT; next < bottom - REPEAT / 2; next = (headings.at(-1) as number) + REPEAT) {
    const below = slots.filter((slot) => bottomOf(slot) > next);
    const first = least(below.map(topOf), Number.POSITIVE_INFINITY);
    const by = round(next + HEADING + 2 * MARGIN - first);
    for (const slot of below) slot.y += by;
    headings.push(next + MARGIN);
    bottom += by;
  }
  return { headings, height: Math.ceil(bottom + MARGIN) };
}

function placedBox(slot: Slot, x: number): PlacedBox[] {
  const { box } = slot;
  if (!box) return [];
  return [{ box, column: slot.column, x: x + box.indent, y: topOf(slot), width: metrics.column - box.indent }];
}

/** The lines between columns. Those that end at the same side of a box end beside one another, in the order in which they come. */
function routesOf(chains: readonly Chain[], xOf: (column: number) => number): Route[] {
  const sides = new Map<string, { slot: Slot; ends: { chain: Chain; toward: number }[] }>();
  const note = (chain: Chain, side: 'left' | 'right', slot: Slot, next: Slot): void => {
    const key = `${side} ${slot.box?.key}`;
    const known = sides.get(key) ?? { slot, ends: [] };
    sides.set(key, known);
    known.ends.push({ chain, toward: next.y });
  };
  for (const chain of chains) {
    const { slots } = chain;
    note(chain, 'right', slots[0] as Slot, slots[1] as Slot);
    note(chain, 'left', slots.at(-1) as Slot, slots.at(-2) as Slot);
  }
  const ports = new Map<Chain, { left: number; right: number }>(chains.map((chain) => [chain, { left: 0, right: 0 }]));
  for (const [key, { slot, ends }] of sides) {
    const side = key.startsWith('left') ? 'left' : 'right';
    const straight = slot.height - 2 * cornerOf(slot.box?.shape ?? 'priority', slot.height);
    const step = Math.min(PORT, straight / Math.max(1, ends.length - 1));
    ends.sort((a, b) => a.toward - b.toward);
    ends.forEach(({ chain }, index) => {
      const port = ports.get(chain);
      if (port) port[side] = slot.y + round((index - (ends.length - 1) / 2) * step);
    });
  }
  return chains.map((chain) => {
    const { edge, slots } = chain;
    const port = ports.get(chain) as { left: number; right: number };
    const points = slots.flatMap((slot, index): Point[] => {
      const left = xOf(slot.column) + (slot.box?.indent ?? 0);
      const right = xOf(slot.column) + metrics.column;
      if (index === 0) return [[right, port.right]];
      if (index === slots.length - 1) return [[left, port.left]];
      return [
        [left, slot.y],
        [right, slot.y],
      ];
    });
    return { edge, points };
  });
}

/** A line between two boxes of one column: from below the left edge of the outer one to the side of the inner one; else at their right sides. */
function nestedRoute({ edge, slots }: Chain, xOf: (column: number) => number): Route {
  const [from, to] = slots as readonly [Slot, Slot];
  const x = xOf(from.column);
  const left = x + (to.box?.indent ?? 0);
  if (edge.sort === 'nested') {
    const stem = left + metrics.indent / 2;
    return {
      edge,
      points: [
        [stem, to.y + to.height / 2],
        [stem, from.y],
        [x + (from.box?.indent ?? 0), from.y],
      ],
    };
  }
  const right = x + metrics.column;
  return {
    edge,
    points: [
      [right, from.y],
      [right, to.y],
    ],
  };
}

/** The grounds of the themes of a column. */
function bandsOf(units: readonly Unit[], x: number): Band[] {
  const bands: Band[] = [];
  for (const { theme, headed } of units) {
    if (theme === undefined || !headed) continue;
    const slots = units.filter((unit) => unit.theme === theme && unit.fixed).flatMap((unit) => unit.slots);
    const top = least(slots.map(topOf), Number.POSITIVE_INFINITY) - 2;
    const bottom = most(slots.map(bottomOf), top) + MARGIN;
    bands.push({ x: x - MARGIN, y: top, width: metrics.column + 2 * MARGIN, height: bottom - top });
  }
  return bands;
}
