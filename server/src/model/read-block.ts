import {
  type Entry,
  keyOf,
  nameOf,
  type Problem,
  type Reference,
  readProseReferences,
  readReferences,
  validate,
  valueSpan,
} from '@goldthread/grammar';
import type { Plan } from '../workspace/plan.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import { Item, type Link } from './item.ts';

/** What a block says: its outermost items, and the fields that stand at column 0 (`include`, `label`). */
export interface BlockContent {
  readonly placed: PlacedBlock;
  /** The plan or library that it counted for when it was read. */
  readonly plan: Plan | undefined;
  /** All items, outermost first, in the order of the text. */
  readonly items: readonly Item[];
  readonly fields: readonly Entry[];
  /** The fields that name a file, with the item that has each; none for `include`. */
  readonly paths: readonly { readonly item: Item | undefined; readonly entry: Entry }[];
  /** What is wrong with the layout and the values of the block. */
  readonly problems: readonly Problem[];
}

/** Reads the items of a block and the links they make. Reads nothing outside the block. */
export function readBlock(placed: PlacedBlock): BlockContent {
  const items: Item[] = [];
  const fields: Entry[] = [];
  const paths: { item: Item | undefined; entry: Entry }[] = [];
  const bracketed = placed.block.text.includes('[[');
  // The entries that are yet to be read, the next one last, and the item that each stands in.
  const waiting = placed.block.entries.toReversed();
  const holders: (Item | undefined)[] = waiting.map(() => undefined);
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const above = holders.pop();
    const { definition, children } = entry;
    let item = above;
    if (definition?.item) {
      item = new Item(definition, placed, entry, above);
      items.push(item);
      above?.hold(item);
      item.links = linksOf(item, bracketed);
      for (const child of children) if (namesFile(child)) paths.push({ item, entry: child });
    } else if (definition && !above) {
      fields.push(entry);
      if (namesFile(entry)) paths.push({ item: undefined, entry });
    }
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index] as Entry;
      if (child.definition?.item === false && item) continue;
      waiting.push(child);
      holders.push(item);
    }
  }
  // Lists that grew one by one keep room for more: a copy has none.
  for (const item of items) if (item.children.length > 1) item.children = item.children.slice();
  return { placed, plan: placed.file.plan, items: items.slice(), fields, paths, problems: problemsOf(placed) };
}

const namesFile = ({ definition }: Entry): boolean => definition?.item === false && definition.type === 'path';

/** The links of an item: those of its fields, and those in double brackets in its title and texts. */
function linksOf(item: Item, bracketed: boolean): readonly Link[] {
  const { placed, entry } = item;
  const links: Link[] = [];
  if (bracketed) addProseLinks(links, item, entry);
  for (const child of fieldsBelow(entry)) {
    const field = child.definition;
    if (field?.item !== false) continue;
    if (field.type === 'reference') {
      for (const reference of readReferences(placed.block.text, child.valueStart, child.valueEnd, field))
        links.push(link(item, field.key, child, reference));
    } else if (bracketed && (field.type === 'prose' || field.type === 'text')) addProseLinks(links, item, child);
  }
  return links.length > 0 ? links.slice() : item.links;
}

/** The lines of an item, those of a line included that nobody understands; items and what stands in them aside. */
function fieldsBelow(entry: Entry): readonly Entry[] {
  const { children } = entry;
  if (!children.some(isUnknown)) return children;
  const found: Entry[] = [];
  const waiting = children.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!isUnknown(next)) found.push(next);
    else for (const child of next.children.toReversed()) waiting.push(child);
  }
  return found;
}

const isUnknown = ({ definition }: Entry): boolean => definition === undefined;

function addProseLinks(links: Link[], item: Item, entry: Entry): void {
  const { block } = item.placed;
  const { start, end } = valueSpan(block, entry);
  for (const reference of readProseReferences(block.text, start, end))
    links.push(link(item, 'prose', entry, reference));
}

const link = (from: Item, relation: string, entry: Entry, { library, id, start, end }: Reference): Link => ({
  from,
  relation,
  entry,
  library,
  id,
  start,
  end,
});

/** The problems of a block; those about the first entry of the file among them. */
function problemsOf(placed: PlacedBlock): Problem[] {
  const { block, file } = placed;
  const problems = [...block.problems, ...validate(block, file.tree.language)];
  const entry = block.entries[0];
  if (!entry) return problems;
  const isFirst = file.firstEntry === entry;
  const isRoot = entry.definition?.item === true && entry.definition.root === true;
  if (isFirst === isRoot || !entry.definition) return problems;
  const code = isFirst ? 'no-root' : 'second-root';
  problems.push({ code, start: entry.at, end: entry.keyEnd, found: keyOf(block, entry), definition: entry.definition });
  return problems;
}

/** The language that a field is written in, from `why cy:`; undefined for the plan's own. */
export const languageOf = (placed: PlacedBlock, entry: Entry): string | undefined =>
  entry.definition?.item === false && entry.definition.name === 'language' && entry.nameEnd > entry.nameStart
    ? nameOf(placed.block, entry)
    : undefined;
