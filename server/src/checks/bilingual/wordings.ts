import { type Entry, fieldOn, nameOf } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { isWorded } from '../consistency/passages.ts';

/** The words of an item under one key in one language. Text of a section may stand in several places. */
export interface Wordings {
  /** `title`, or the key of the field in English. */
  readonly key: string;
  /** The language that is named; undefined for the plan’s own. */
  readonly language: string | undefined;
  readonly entries: readonly Entry[];
}

/** The wording of an item, by key and language, in the order of the text. An empty field has none. */
export function wordingsOf(item: Item, planLanguage: string): Wordings[] {
  const found = new Map<string, { key: string; language: string | undefined; entries: Entry[] }>();
  const add = (key: string, language: string | undefined, entry: Entry): void => {
    if (entry.valueEnd <= entry.valueStart && entry.blockStart === 0) return;
    const under = `${key} ${language ?? ''}`;
    const wording = found.get(under) ?? { key, language, entries: [] };
    wording.entries.push(entry);
    found.set(under, wording);
  };
  if (fieldOn(item.key, 'title')) add('title', undefined, item.entry);
  for (const entry of item.fields) {
    if (!isWorded(entry) || !entry.definition) continue;
    const named = nameOf(item.placed.block, entry);
    add(entry.definition.key, named === '' || named === planLanguage ? undefined : named, entry);
  }
  return [...found.values()];
}

/** True where a line of an item has a name, such as that of a language. */
export function hasNamedLine(item: Item): boolean {
  for (const { nameEnd, nameStart, definition } of item.entry.children)
    if (nameEnd > nameStart && !definition?.item) return true;
  return false;
}
