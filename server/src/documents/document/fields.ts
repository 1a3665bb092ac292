import type { Entry, Field } from '@goldthread/grammar';
import { hasValue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { languageOf } from '../../model/read-block.ts';
import type { ViewOptions } from '../view.ts';
import type { Node } from './nodes.ts';

/** Fields that shape the document and are not told in it, with the reason. */
export const silent: Readonly<Record<string, string>> = {
  title: 'It is printed in place of the title where the document is in its language.',
  uses: 'It says whose items may be named; they show where they are named.',
  numbering: 'It shows in the numbers.',
  include: 'The part stands in its place.',
  label: 'Its words are headings and go before numbers.',
  coverage: 'It says how the coverage of the framework is judged.',
  'row-headers': 'It shapes the table.',
  style: 'It shapes the chart.',
  language: 'The page is in it.',
  tags: 'They are for finding items in the text.',
};

/** True for the fields of the control sheet, which are printed empty where they are empty. */
export const isOfControlSheet = (field: Field): boolean => field.mayBeEmpty === true;

/** True for a field that a page tells of at all, with words in it. */
export const isTold = (entry: Entry, field: Field): boolean =>
  silent[field.key] === undefined && (hasValue(entry) || isOfControlSheet(field));

/**
 * The fields among some nodes that are not in the language of the document and have a counterpart that is. Undefined where there is none.
 */
export function untold(
  item: Item,
  nodes: readonly Node[],
  language: ViewOptions['language'],
  own: string,
): ReadonlySet<Entry> | undefined {
  if (!nodes.some((node) => node.type === 'field' && languageOf(item.placed, node.entry) !== undefined))
    return undefined;
  const byField = new Map<string, Map<string, Entry[]>>();
  for (const node of nodes) {
    if (node.type !== 'field' || node.field.name !== 'language' || !hasValue(node.entry)) continue;
    const written = languageOf(node.placed, node.entry) ?? own;
    const languages = byField.get(node.field.key) ?? new Map<string, Entry[]>();
    byField.set(node.field.key, languages);
    const entries = languages.get(written) ?? [];
    languages.set(written, entries);
    entries.push(node.entry);
  }
  const left = new Set<Entry>();
  const order = new Map(nodes.flatMap((node, index) => (node.type === 'field' ? [[node.entry, index] as const] : [])));
  for (const languages of byField.values()) {
    const told: Entry[] = [];
    for (const one of new Set([language, own, ...languages.keys()])) {
      const entries = languages.get(one) ?? [];
      for (const entry of translated(entries, told, order)) left.add(entry);
      if (entries.length > told.length) told.splice(0, told.length, ...entries);
    }
  }
  return left;
}

/**
 * Those of some fields that are said in another language by others: all where there are as many, else for each of the others the one that
 * stands next before it, as a translation stands behind what it translates.
 */
function translated(
  entries: readonly Entry[],
  others: readonly Entry[],
  order: ReadonlyMap<Entry, number>,
): ReadonlySet<Entry> {
  if (others.length >= entries.length) return new Set(entries);
  const found = new Set<Entry>();
  const place = (entry: Entry): number => order.get(entry) ?? 0;
  for (const other of others) {
    const free = entries.filter((entry) => !found.has(entry));
    const before = free.findLast((entry) => place(entry) < place(other)) ?? free[0];
    if (before) found.add(before);
  }
  return found;
}
