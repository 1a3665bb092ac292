import {
  type Entry,
  type Field,
  hasColon,
  hasValue,
  type Reference,
  readReferences,
  valueSpan,
} from '@goldthread/grammar';
import { lineEndOf } from '../checks/fixes.ts';
import type { Edit } from '../checks/rule.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';

/** The names in the list of a field, in the order of the text. */
const namesIn = ({ block }: PlacedBlock, entry: Entry, field: Field): readonly Reference[] => {
  const { start, end } = valueSpan(block, entry);
  return readReferences(block.text, start, end, { ...field, orWords: false });
};

/** The edit that puts a name at the end of the list of a field, as the list is written; undefined where the field says something else. */
export function addingName(placed: PlacedBlock, entry: Entry, field: Field, name: string): Edit | undefined {
  const { block } = placed;
  const { text } = block;
  if (!hasValue(entry)) return emptyWith(placed, entry, name);
  const names = namesIn(placed, entry, field);
  const last = names.at(-1);
  const isWords = field.orWords === true && readReferences(text, entry.valueStart, entry.valueEnd, field).length === 0;
  if (!last || isWords || field.single || !hasColon(block, entry)) return undefined;
  return { placed, start: last.end, end: last.end, text: gapAfter(placed, entry, names) + name };
}

/** What stands between two names of a list: as between its last two; with one name, a new line where that stands on a line of its own. */
function gapAfter({ block, file }: PlacedBlock, entry: Entry, names: readonly Reference[]): string {
  const { text, lines } = block;
  const [before, last] = names.slice(-2);
  if (before && last) {
    const between = text.slice(before.end, last.start);
    if (/^\s*,\s*$/.test(between)) return between;
  }
  const only = last ?? before;
  const line = only ? block.lineAt(only.start) : entry.line;
  const start = lines[line] ?? 0;
  if (!only || line === entry.line || text.slice(start, only.start).trim() !== '') return ', ';
  return `,${lineEndOf(text) || lineEndOf(file.tree.text)}${text.slice(start, only.start)}`;
}

/** The edit that writes a name behind a key that has nothing behind it. */
function emptyWith(placed: PlacedBlock, entry: Entry, name: string): Edit | undefined {
  const { text } = placed.block;
  const colon = text.indexOf(':', entry.keyEnd);
  if (!hasColon(placed.block, entry) || colon < 0) return undefined;
  const rest = /^[ \t]*/.exec(text.slice(colon + 1))?.[0] ?? '';
  return { placed, start: colon + 1, end: colon + 1 + rest.length, text: ` ${name}` };
}

/**
 * The edits that take names out of the list of a field. Where none is left, the field goes with them. Comments stay.
 * `isGone` says which, by the place of each in the block.
 */
export function takingNames(
  placed: PlacedBlock,
  entry: Entry,
  field: Field,
  isGone: (name: Reference) => boolean,
): Edit[] {
  const names = namesIn(placed, entry, field);
  const gone = names.map(isGone);
  if (!gone.includes(true)) return [];
  if (!gone.includes(false)) return takingLines(placed, entry);
  const { start, end } = valueSpan(placed.block, entry);
  let list = placed.block.text.slice(start, end);
  for (let index = names.length - 1; index >= 0; index--) if (gone[index]) list = withoutName(list, field, index);
  return [changing(placed, start, end, list)];
}

/** A list without one of its names, and without the comma that is too many then. */
function withoutName(list: string, field: Field, index: number): string {
  const names = readReferences(list, 0, list.length, { ...field, orWords: false });
  const [before, name, after] = [names[index - 1], names[index], names[index + 1]];
  if (!name) return list;
  const cut = (start: number, end: number): string => list.slice(0, start) + list.slice(end);
  if (before && !list.slice(before.end, name.start).includes('#')) return cut(before.end, name.end);
  if (after && !list.slice(name.end, after.start).includes('#')) return cut(name.start, after.start);
  const comma = /^[ \t]*,/.exec(list.slice(name.end))?.[0] ?? '';
  return cut(name.start, name.end + comma.length);
}

/** The edit that puts a text in the place of a span, as short as it can be. */
function changing(placed: PlacedBlock, start: number, end: number, text: string): Edit {
  const old = placed.block.text.slice(start, end);
  const most = Math.min(old.length, text.length);
  let same = 0;
  while (same < most && old[same] === text[same]) same++;
  let tail = 0;
  while (tail < most - same && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return { placed, start: start + same, end: end - tail, text: text.slice(same, text.length - tail) };
}

/** The edits that take out the lines of a field, the comments among them left. */
function takingLines(placed: PlacedBlock, entry: Entry): Edit[] {
  const { block } = placed;
  const last = block.lineAt(Math.max(entry.at, valueSpan(block, entry).end - 1));
  const edits: Edit[] = [];
  for (let line = entry.line; line <= last; line++) {
    const start = block.lines[line] ?? 0;
    const end = block.lines[line + 1] ?? block.text.length;
    if (line > entry.line && /^\s*#/.test(block.text.slice(start, end))) continue;
    const before = edits.at(-1);
    if (before?.end === start) edits[edits.length - 1] = { ...before, end };
    else edits.push({ placed, start, end, text: '' });
  }
  return edits;
}
