import { crossings } from './crossings.ts';
import { type Columns, gapBetween, type Slot, type Unit } from './slots.ts';

/** In so many rounds at most an order is sought, in so many one after the other that find no better one; in so many all is moved into its place. */
const ORDERINGS = 12;
const IN_VAIN = 2;
const PLACINGS = 8;
/** How much all is drawn to the middle, and a broken end to its item, in links. */
const PULL = 0.1;
const END = 0.5;
/** How much an item is drawn, in the first rounds, to the lines that pass by on their way to it: they go where it goes rather than it where they are. */
const LANE = 0.05;
const FIRST = 3;

/**
 * Gives every slot its place. What is not in the order of the document is put at the middle of what it is linked to, so that few lines
 * cross; then everything is moved as near to what it is linked to as the others let it.
 */
export function place({ units }: Columns): void {
  const tallest = Math.max(1, ...units.map(heightOf));
  for (const column of units) spread(column, tallest);
  const inwards = columnsInwards(units);
  const turn = [...inwards, ...inwards.toReversed()];
  let best = [...units];
  let fewest = Number.POSITIVE_INFINITY;
  let inVain = 0;
  for (let round = 0; round < ORDERINGS && fewest > 0 && inVain < IN_VAIN; round++) {
    for (const column of turn) {
      const better = ordered(units[column] as Unit[], round < FIRST ? LANE : 1);
      units[column] = better;
      spread(better, tallest);
    }
    const count = crossings(units);
    inVain = count < fewest ? 0 : inVain + 1;
    if (count >= fewest) continue;
    best = [...units];
    fewest = count;
  }
  best.forEach((column, index) => {
    units[index] = column;
    spread(column, tallest);
  });
  for (let round = 0; round < PLACINGS; round++) {
    const middle = middleOf(units);
    for (const column of turn) settle(units[column] as readonly Unit[], middle);
  }
}

/** The columns, from the outermost to the one that keeps the order of the document. */
function columnsInwards(units: readonly (readonly Unit[])[]): number[] {
  const spine = Math.max(
    0,
    units.findLastIndex((column) => column.some(({ fixed }) => fixed)),
  );
  return units.map((_, column) => column).sort((a, b) => Math.abs(b - spine) - Math.abs(a - spine) || a - b);
}

/** How far the middle of the last slot of a column is below the middle of the first, at least. */
const heightOf = (column: readonly Unit[]): number =>
  (distances(column).at(-1) ?? 0) + (column.at(-1)?.offsets.at(-1) ?? 0) + 1;

/** Puts the units of a column as they are over a height. */
function spread(column: readonly Unit[], height: number): void {
  const least = distances(column);
  const scale = height / ((least.at(-1) ?? 0) + (column.at(-1)?.offsets.at(-1) ?? 0) + 1);
  for (const [index, unit] of column.entries()) moveTo(unit, (least[index] as number) * scale);
}

function moveTo(unit: Unit, y: number): void {
  unit.slots.forEach((slot, index) => {
    slot.y = y + (unit.offsets[index] as number);
  });
}

/** Where the first middle of each unit of a column is at least, below that of the first unit. */
function distances(column: readonly Unit[]): number[] {
  const found: number[] = [];
  let at = 0;
  column.forEach((unit, index) => {
    const before = column[index - 1];
    if (before) {
      const above = before.slots.at(-1) as Slot;
      const below = unit.slots[0] as Slot;
      const newTheme = unit.headed || unit.theme !== before.theme;
      at +=
        (before.offsets.at(-1) as number) + above.height / 2 + gapBetween(above, below, newTheme) + below.height / 2;
    }
    found.push(at);
  });
  return found;
}

/** Where a unit would like its first middle to be, and how much: by what it is linked to, and a little by the middle of the drawing if given. */
function wish(unit: Unit, lane: number, middle?: number): { readonly y: number; readonly weight: number } {
  let sum = 0;
  let weight = 0;
  unit.slots.forEach((slot, index) => {
    for (const other of slot.links) {
      const by = weightOf(slot, other, lane);
      sum += (other.y - (unit.offsets[index] as number)) * by;
      weight += by;
    }
  });
  const first = unit.slots[0] as Slot;
  if (weight === 0) return { y: middle ?? first.y, weight: PULL };
  if (middle === undefined || isEnd(first)) return { y: sum / weight, weight };
  return { y: (sum + middle * PULL) / (weight + PULL), weight: weight + PULL };
}

/** How much a link weighs. */
function weightOf(slot: Slot, other: Slot, lane: number): number {
  if (isEnd(slot) || isEnd(other)) return END;
  return slot.box && !other.box ? lane : 1;
}

const isEnd = ({ box }: Slot): boolean => box?.shape === 'missing' || box?.shape === 'unknown';

/** The middle of all that has a place. */
function middleOf(units: readonly (readonly Unit[])[]): number {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of units)
    for (const { slots } of column)
      for (const { y } of slots) {
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
  return (top + bottom) / 2;
}

/** The units of a column in a better order: those that are fixed as they are, each of the others where its links draw it. */
function ordered(column: readonly Unit[], lane: number): Unit[] {
  const wishes = new Map(column.map((unit) => [unit, wish(unit, lane).y + (unit.offsets.at(-1) as number) / 2]));
  const byWish = (a: Unit, b: Unit): number =>
    (wishes.get(a) as number) - (wishes.get(b) as number) || a.order - b.order;
  const fixed = column.filter((unit) => unit.fixed);
  const others = column.filter((unit) => !unit.fixed).sort(byWish);
  if (fixed.length === 0) return others;
  const gaps = gapsOf(fixed);
  const between = gaps.filter(({ inTheme }) => !inTheme);
  const into = gaps.map((): Unit[] => []);
  for (const unit of others) {
    const isLane = unit.slots[0]?.box === undefined;
    const { index, inTheme } = nearest(isLane ? gaps : between, wishes.get(unit) as number);
    into[index]?.push(unit);
    if (isLane) unit.theme = inTheme ? fixed[index]?.theme : undefined;
  }
  return into.flatMap((units, index) => [...units, ...(fixed[index] ? [fixed[index]] : [])]);
}

/** A place between units that stay in their order. */
interface Gap {
  /** The unit below it, as its place among them; for the last one, how many there are. */
  readonly index: number;
  readonly y: number;
  /** True where what is above and below stands in one theme. */
  readonly inTheme: boolean;
}

/** The places between units, before the first and after the last among them; from the top. */
function gapsOf(units: readonly Unit[]): Gap[] {
  const found = units.map((unit, index): Gap => {
    const above = units[index - 1];
    const below = unit.slots[0] as Slot;
    const bottom = above?.slots.at(-1);
    const y = bottom ? (bottom.y + bottom.height / 2 + below.y - below.height / 2) / 2 : below.y - below.height / 2;
    return { index, y, inTheme: above !== undefined && above.theme !== undefined && above.theme === unit.theme };
  });
  const last = units.at(-1)?.slots.at(-1);
  found.push({ index: units.length, y: last ? last.y + last.height / 2 : 0, inTheme: false });
  return found;
}

/** The gap that is nearest to a height. */
function nearest(gaps: readonly Gap[], y: number): Gap {
  let low = 0;
  let high = gaps.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle] as Gap).y < y) low = middle + 1;
    else high = middle;
  }
  const [above, below] = [gaps[low - 1], gaps[low] as Gap];
  return above && y - above.y <= below.y - y ? above : below;
}

/**
 * Moves the units of a column as near to their wishes as their order and their heights let them: the least sum of squares, by
 * pooling neighbours that would overlap.
 */
function settle(column: readonly Unit[], middle: number): void {
  const least = distances(column);
  const pools: { sum: number; weight: number; count: number }[] = [];
  column.forEach((unit, index) => {
    const { y, weight } = wish(unit, 1, middle);
    let pool = { sum: (y - (least[index] as number)) * weight, weight, count: 1 };
    for (
      let before = pools.at(-1);
      before && before.sum / before.weight > pool.sum / pool.weight;
      before = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + before.sum, weight: pool.weight + before.weight, count: pool.count + before.count };
    }
    pools.push(pool);
  });
  let index = 0;
  for (const { sum, weight, count } of pools)
    for (let left = count; left > 0; left--, index++)
      moveTo(column[index] as Unit, sum / weight + (least[index] as number));
}
