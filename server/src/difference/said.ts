import { type Entry, type Field, hasValue, nameOf, proseOf, textOf } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import { inOneLine, withoutLayout } from './layout.ts';
import { makesLinks } from './links.ts';
import type { Side } from './side.ts';

/** What a field of an item says, in one state. */
export interface Said {
  readonly field: Field;
  /** What stands behind its key; empty where nothing does. */
  readonly name: string;
  readonly isProse: boolean;
  readonly text: string;
  /** The things that a field lists; undefined for one that lists nothing. */
  readonly list: readonly string[] | undefined;
  /** The path of the file that a field names. */
  readonly path: string | undefined;
}

/** How what was said before is put, so that it can be compared with what is said now. */
export interface Now {
  /** A text with the names that items have now. */
  text(text: string): string;
  /** An item as it is now. */
  item(item: Item): Item;
}

/** True for a field whose value is prose. */
export const isProse = ({ definition }: Entry): boolean => definition?.item === false && definition.type === 'prose';

/** The types of fields that list things with commas between them. */
const listing: ReadonlySet<string> = new Set(['words', 'languages', 'kinds']);

/** What the fields of an item say, by key and name; links of the plan and files that are put in left out. */
export function saidIn(side: Side, item: Item, now: Now): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const [placed, entry] of fieldsOf(side, item)) {
    const field = entry.definition;
    if (field?.item !== false || makesLinks(field) || field.key === 'include' || !hasValue(entry)) continue;
    const name = nameOf(placed.block, entry);
    const key = `${field.key} ${name}`;
    const said = readField(side, item, placed, entry, field, now);
    const before = found.get(key);
    const text = before ? `${before.text}${before.isProse ? '\n\n' : '; '}${said.text}` : said.text;
    found.set(key, { ...said, name, text });
  }
  return found;
}

/** What a field of an item says: the things that it lists, else its value. `item` gives one of these as it is called. */
export function readValue(side: Side, item: Item, key: string, now: Now['item']): readonly string[] {
  return item.fields.flatMap((entry): readonly string[] => {
    const field = entry.definition;
    if (field?.item !== false || field.key !== key || !hasValue(entry)) return [];
    const { list, text } = readField(side, item, item.placed, entry, field, { text: (own) => own, item: now });
    return list ?? [text];
  });
}

/** The fields of an item; to the first entry of a plan belong those too that stand beside its items. */
function* fieldsOf({ snapshot: { model }, plan }: Side, item: Item): Generator<readonly [PlacedBlock, Entry]> {
  for (const entry of item.fields) yield [item.placed, entry];
  if (item !== model.root(plan)) return;
  for (const file of plan.files)
    for (const placed of file.blocks) for (const entry of model.content(placed)?.fields ?? []) yield [placed, entry];
}

function readField(
  { snapshot: { model } }: Side,
  item: Item,
  { block }: PlacedBlock,
  entry: Entry,
  field: Field,
  now: Now,
): Omit<Said, 'name'> {
  if (isProse(entry))
    return {
      field,
      isProse: true,
      text: now.text(withoutLayout(proseOf(block, entry))),
      list: undefined,
      path: undefined,
    };
  const text = inOneLine(textOf(block, entry));
  const path = field.type === 'path' ? text : undefined;
  const links = field.type === 'reference' ? item.links.filter((link) => link.entry === entry) : [];
  if (links.length > 0) {
    const list = links.map((link) => {
      const target = model.target(link);
      return (target && now.item(target).title) || (link.library ? `${link.library}.${link.id}` : link.id);
    });
    return { field, isProse: false, text: list.join(', '), list, path };
  }
  const list = listing.has(field.type) ? text.split(/\s*,\s*/).filter(Boolean) : undefined;
  return { field, isProse: false, text: list?.join(', ') ?? now.text(text), list, path };
}
