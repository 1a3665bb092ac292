import { type Entry, trimEnd } from '@goldthread/grammar';
import type { FileEdit } from '../checks/diagnose.ts';
import type { Edit } from '../checks/rule.ts';
import type { Item, Link } from '../model/item.ts';
import type { PlacedBlock, Range } from '../workspace/plan-file.ts';

/** A range in a file. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

/** Compares places by file, then by where they stand in it. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  const [first, second] = [a.range.start, b.range.start];
  return first.line - second.line || first.character - second.character;
}

/** The place of a span of a block. Offsets in UTF-16 units from the start of the block. */
export const placeOf = (placed: PlacedBlock, start: number, end: number): Place => ({
  path: placed.file.path,
  range: placed.range(start, end),
});

/** Where an entry ends with all that is indented below it: the end of the last line with text in it, its line end left out. */
export function endOf(placed: PlacedBlock, entry: Entry): number {
  let last = entry;
  for (let child = last.children.at(-1); child; child = last.children.at(-1)) last = child;
  return trimEnd(placed.block.text, entry.at, last.end);
}

/** The place of the whole item, with what is indented below it; comments above it left out. */
export const wholeOf = ({ placed, entry }: Item): Place => placeOf(placed, entry.at, endOf(placed, entry));

/** The place of an item’s title; of its key where it has none. */
export const titleOf = ({ placed, entry }: Item): Place =>
  entry.valueEnd > entry.valueStart
    ? placeOf(placed, entry.valueStart, entry.valueEnd)
    : placeOf(placed, entry.at, entry.keyEnd);

/** The place of an item’s id; of its key where it has none. */
export const idOf = ({ placed, entry }: Item): Place =>
  entry.nameEnd > entry.nameStart
    ? placeOf(placed, entry.nameStart, entry.nameEnd)
    : placeOf(placed, entry.at, entry.keyEnd);

/** The place where a link names its item, what stands before a dot included. */
export const linkPlace = ({ from, start, end }: Link): Place => placeOf(from.placed, start, end);

/** Where the dot stands between a plan and an id in a link; -1 where there is none. An offset of the block. */
export function dotOf({ from, library, start, end }: Link): number {
  const dot = library === undefined ? -1 : from.placed.block.text.indexOf('.', start);
  return dot < end ? dot : -1;
}

/** Where the id begins in a link: behind the dot. An offset of the block. */
export const idStartOf = (link: Link): number => {
  const dot = dotOf(link);
  return dot < 0 ? link.start : dot + 1;
};

/** An edit as the outside sees it. */
export const fileEdit = ({ placed, start, end, text }: Edit): FileEdit => ({
  file: placed.file.path,
  range: placed.range(start, end),
  newText: text,
});
