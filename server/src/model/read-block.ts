import {
  type Entry,
  type Field,
  keyOf,
  nameOf,
  type Problem,
  readProseReferences,
  readReferences,
  validate,
  valueSpan,
} from '@goldthread/grammar';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import { Item, type Link } from './item.ts';

/** What a block says: its outermost items, and the fields that stand at column 0 (`include`, `label`). */
export interface BlockContent {
  readonly placed: PlacedBlock;
  /** All items, outermost first, in the order of the text. */
  readonly items: readonly Item[];
  readonly fields: readonly Entry[];
  /** What is wrong with the layout and the values of the block. */
  readonly problems: readonly Problem[];
}

/** Reads the items of a block and the links they make. Reads nothing outside the block. */
export function readBlock(placed: PlacedBlock): BlockContent {
  const items: Item[] = [];
  const fields: Entry[] = [];
  const waiting: { entry: Entry; above: Item | undefined }[] = [];
  for (const entry of placed.block.entries.toReversed()) waiting.push({ entry, above: undefined });
  const bracketed = placed.block.text.includes('[[');
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { entry, above } = next;
    const { definition } = entry;
    let item = above;
    if (definition?.item) {
      item = new Item(definition, placed, entry, above);
      above?.children.push(item);
      items.push(item);
      if (bracketed) addProseLinks(item, entry);
    } else if (definition) {
      if (above) addFieldLinks(above, entry, definition, bracketed);
      else fields.push(entry);
    }
    for (let index = entry.children.length - 1; index >= 0; index--)
      waiting.push({ entry: entry.children[index] as Entry, above: item });
  }
  return { placed, items, fields, problems: problemsOf(placed) };
}

/** The problems of a block; those about the first entry of the file among them. */
function problemsOf(placed: PlacedBlock): Problem[] {
  const { block, file } = placed;
  const problems = [...block.problems, ...validate(block, file.tree.language)];
  const entry = block.entries[0];
  if (!entry) return problems;
  const isFirst = file.firstEntry === entry;
  const isRoot = entry.definition?.item === true && entry.definition.root === true;
  if (isFirst === isRoot || (!isFirst && entry.definition === undefined)) return problems;
  const code = isFirst ? 'no-root' : 'second-root';
  problems.push({ code, start: entry.at, end: entry.keyEnd, found: keyOf(block, entry), definition: entry.definition });
  return problems;
}

function addFieldLinks(item: Item, entry: Entry, definition: Field, bracketed: boolean): void {
  if (definition.type === 'reference') {
    for (const reference of readReferences(item.placed.block.text, entry.valueStart, entry.valueEnd, definition))
      item.links.push({ from: item, relation: definition.key, entry, ...reference });
  } else if (bracketed && (definition.type === 'prose' || definition.type === 'text')) addProseLinks(item, entry);
}

function addProseLinks(item: Item, entry: Entry): void {
  const { block } = item.placed;
  const { start, end } = valueSpan(block, entry);
  for (const { library, id, start: from, end: to } of readProseReferences(block.text, start, end))
    item.links.push({ from: item, relation: 'prose', entry, library, id, start: from, end: to } satisfies Link);
}

/** The language that a field is written in, from `why cy:`; undefined for the plan's own. */
export const languageOf = (placed: PlacedBlock, entry: Entry): string | undefined =>
  entry.definition?.item === false && entry.definition.name === 'language' && entry.nameEnd > entry.nameStart
    ? nameOf(placed.block, entry)
    : undefined;
