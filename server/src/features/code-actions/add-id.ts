import { wordFor } from '@goldthread/grammar';
import { freeIds } from '../completion/ids.ts';
import { placeOf } from '../places.ts';
import { wordsFor } from '../words.ts';
import type { Action, Asking } from './action.ts';

const table = {
  en: { add: (id: string) => `Add the id ‘${id}’` },
  cy: { add: (id: string) => `Ychwanegu’r id ‘${id}’` },
};

/**
 * Gives an item an id, made of its title, by which others can name it.
 *
 *     outcome: Communities are safe
 *
 * becomes
 *
 *     outcome communities-safe: Communities are safe
 */
export function addId({ snapshot, range, cursor, language }: Asking): Action[] {
  const item = cursor?.item;
  if (!cursor || !item || item.entry !== cursor.entry || item.kind.root || item.id !== undefined) return [];
  if (cursor.part === 'margin' || range.start.line !== range.end.line) return [];
  const { placed, entry } = item;
  const known = { snapshot, plan: item.plan, language };
  const [id] = [item.title, wordFor(item.kind, language)].flatMap((words) => freeIds(known, words));
  const { path, range: place } = placeOf(placed, entry.keyEnd, entry.keyEnd);
  if (id === undefined) return [];
  const title = wordsFor(table, language).add(id);
  // Where the colon is missing too, the id would be taken for one of the words.
  const colon = placed.block.text.slice(entry.keyEnd, Math.max(entry.keyEnd, entry.valueStart)).includes(':')
    ? ''
    : ':';
  return [{ title, kind: 'refactor.rewrite', edits: [{ file: path, range: place, newText: ` ${id}${colon}` }] }];
}
