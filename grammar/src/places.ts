import type { Block } from './tree.ts';

/** Where the blocks of a text begin: the offset and the line of each; and the length of the text. All in UTF-16 units and lines from 0. */
export interface Places {
  readonly offsets: Int32Array;
  readonly lines: Int32Array;
  readonly length: number;
}

/** The places of no blocks. */
export const noPlaces: Places = { offsets: new Int32Array(0), lines: new Int32Array(0), length: 0 };

/** Where blocks begin when some have come in the place of others, from number `first`. Those behind them are moved, and not looked at. */
export function placesAfter(before: Places, first: number, gone: readonly Block[], came: readonly Block[]): Places {
  const [goneUnits, cameUnits] = [gone.map(unitsOf), came.map(unitsOf)];
  return {
    offsets: moved(before.offsets, first, goneUnits, cameUnits),
    lines: moved(before.lines, first, gone.map(linesOf), came.map(linesOf)),
    length: before.length + sum(cameUnits) - sum(goneUnits),
  };
}

const unitsOf = ({ text }: Block): number => text.length;
const linesOf = ({ lines }: Block): number => lines.length;
const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

/** Where pieces begin that stand one behind the other, when some of other sizes have come in the place of those from number `first`. */
function moved(before: Int32Array, first: number, gone: readonly number[], came: readonly number[]): Int32Array {
  const after = new Int32Array(before.length - gone.length + came.length);
  after.set(before.subarray(0, first));
  let at = before[first] ?? 0;
  let to = first;
  for (const size of came) {
    after[to++] = at;
    at += size;
  }
  const shift = sum(came) - sum(gone);
  for (let from = first + gone.length; from < before.length; from++) after[to++] = (before[from] as number) + shift;
  return after;
}
