import {
  type Entry,
  edit,
  entriesOf,
  keyOf,
  nameOf,
  readReferences,
  type SyntaxTree,
  valueSpan,
} from '@goldthread/grammar';
import type { Edit } from '../checks/rule.ts';
import type { Item } from '../model/item.ts';
import type { PlanFile } from '../workspace/plan-file.ts';

/** What edits are allowed to change: the list of one field of an item, the id of another item, and what a plan uses. */
export interface Allowed {
  readonly from: Item;
  readonly relation: string;
  readonly to: Item;
  /** Whether the list has the name afterwards, and the name. */
  readonly on: boolean;
  readonly name: string;
}

/**
 * True where edits make one link or break it and change nothing else in the files: in half-written text a new line may take what
 * stands below it, and a line that goes may leave it behind.
 */
export function changesOnly(edits: readonly Edit[], allowed: Allowed): boolean {
  const files = new Set(edits.map(({ placed }) => placed.file));
  for (const file of files) {
    const own = edits.filter(({ placed }) => placed.file === file);
    const before = outlineOf(file.tree, file, allowed);
    const after = outlineOf(edited(file, own), file, allowed);
    if (before.says.length !== after.says.length || before.says.some((line, index) => line !== after.says[index]))
      return false;
    if (file === allowed.from.placed.file && after.names.includes(allowed.name) !== allowed.on) return false;
  }
  return true;
}

/** The tree of a file after edits that do not overlap. */
function edited(file: PlanFile, edits: readonly Edit[]): SyntaxTree {
  const changes = edits.map(({ placed, start, end, text }) => ({
    start: placed.offset(start),
    end: placed.offset(end),
    text,
  }));
  changes.sort((a, b) => b.start - a.start || b.end - a.end);
  return changes.reduce((tree, change) => edit(tree, change), file.tree);
}

interface Outline {
  /** Each entry and each line without a key, but for what is allowed to change. */
  readonly says: readonly string[];
  /** The names in the field that is allowed to change. */
  readonly names: readonly string[];
}

function outlineOf(tree: SyntaxTree, file: PlanFile, { from, relation, to }: Allowed): Outline {
  const [fromNumber, toNumber] = [numberIn(file, from), numberIn(file, to)];
  const says: string[] = [];
  const names: string[] = [];
  const numbers = new Map<Entry, number>();
  let number = 0;
  for (const block of tree.blocks) {
    for (const entry of entriesOf(block)) {
      const { definition, parent } = entry;
      const { start, end } = valueSpan(block, entry);
      const above = parent && numbers.get(parent);
      if (definition?.item !== false) numbers.set(entry, number++);
      if (definition?.item === false && definition.key === relation && isBelow(entry, numbers, fromNumber)) {
        const found = readReferences(block.text, start, end, { ...definition, orWords: false });
        names.push(...found.map(({ library, id }) => (library === undefined ? id : `${library}.${id}`)));
      } else if (definition?.key !== 'uses' || definition.item) {
        const name = numbers.get(entry) === toNumber ? '' : nameOf(block, entry);
        says.push(`${above} ${definition?.key ?? keyOf(block, entry)} ${name}: ${block.text.slice(start, end)}`);
      }
    }
    for (const stray of block.strays) says.push(block.text.slice(stray.at, stray.end).trim());
  }
  return { says, names };
}

/** True for an entry of the item with a number, also below a line of it that nobody understands. */
function isBelow(entry: Entry, numbers: ReadonlyMap<Entry, number>, number: number | undefined): boolean {
  let above = entry.parent;
  while (above && !above.definition) above = above.parent;
  return above !== undefined && numbers.get(above) === number;
}

/** Which item or line that nobody understands an item is among those of a file; undefined where it stands in another file. */
function numberIn(file: PlanFile, { placed, entry }: Item): number | undefined {
  if (placed.file !== file) return undefined;
  let number = 0;
  for (const block of file.tree.blocks)
    for (const one of entriesOf(block)) {
      if (one === entry && block === placed.block) return number;
      if (one.definition?.item !== false) number++;
    }
  return undefined;
}
