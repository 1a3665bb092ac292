import type { Entry } from '@goldthread/grammar';
import type { Item, Link } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { PlacedBlock, PlanFile, Position } from '../workspace/plan-file.ts';

/** What part of an entry a place is in. `margin` is before the key or on a line with nothing on it. */
export type Part = 'margin' | 'key' | 'name' | 'value';

/** A place in a plan file, and what stands there. */
export interface Cursor {
  readonly file: PlanFile;
  readonly placed: PlacedBlock;
  /** UTF-16 units from the start of the block. */
  readonly offset: number;
  /** The innermost entry on whose lines the place is; a comment or blank line above an entry is none of its lines. */
  readonly entry: Entry | undefined;
  readonly part: Part;
  /** The innermost item on whose lines, or on whose fields’ lines, the place is. */
  readonly item: Item | undefined;
  /** The link that is named there. */
  readonly link: Link | undefined;
}

/** What stands at a position; undefined in a file without any text. A position beyond a line is its end. */
export function cursorAt(model: Model, file: PlanFile, position: Position): Cursor | undefined {
  const at = file.locate(position);
  if (!at) return undefined;
  const { placed, offset } = at;
  const entry = entryAt(placed, offset);
  const item = itemAt(model, placed, entry);
  const link = item?.links.find(({ start, end }) => start <= offset && offset <= end);
  return { file, placed, offset, entry, part: entry ? partAt(entry, offset) : 'margin', item, link };
}

/** The innermost entry whose own lines hold an offset of a block. */
function entryAt({ block }: PlacedBlock, offset: number): Entry | undefined {
  let last: Entry | undefined;
  for (let entries = block.entries; entries.length > 0; entries = last.children) {
    const next = entries.findLast(({ line }) => (block.lines[line] as number) <= offset);
    if (!next) break;
    last = next;
  }
  const isLastLine = last?.end === block.text.length && !/[\r\n]$/.test(block.text);
  return last && (offset < last.end || (offset === last.end && isLastLine)) ? last : undefined;
}

function partAt(entry: Entry, offset: number): Part {
  if (offset < entry.at) return 'margin';
  if (offset <= entry.keyEnd) return 'key';
  if (entry.nameEnd > entry.nameStart && offset <= entry.nameEnd) return 'name';
  return offset >= entry.valueStart ? 'value' : 'key';
}

/** The item of an entry, or the one that it is a field of. */
function itemAt(model: Model, placed: PlacedBlock, entry: Entry | undefined): Item | undefined {
  const items = model.content(placed)?.items ?? [];
  for (let at = entry; at; at = at.parent) {
    const item = at.definition?.item ? items.find((one) => one.entry === at) : undefined;
    if (item) return item;
  }
  return undefined;
}
