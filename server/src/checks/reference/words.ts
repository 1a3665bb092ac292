import { type Field, type Kind, kindOf, wordFor } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { oneOf, oneOfKind } from '../syntax/words.ts';

/** How much of what is written a message repeats, in UTF-16 units. */
const LONGEST = 60;

/** Typed words in quotation marks, in one line and shortened where they are long. */
export function quoted(words: string): string {
  const start = words.slice(0, LONGEST * 2).replace(/\s+/g, ' ');
  const short = start.length > LONGEST ? `${start.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : start;
  return `‘${short}’`;
}

/** The kinds that a field names, as a choice: “an outcome”, “a role or a partner”. */
export const oneOfKinds = (field: Field): string => oneOf((field.to ?? []).map(oneOfKind));

/** The key of a field or kind in the language of the file that an item stands in. */
export const keyFor = (definition: Field | Kind, item: Item): string => wordFor(definition, item.placed.file.tree.language);

/** An id as a title: `rural-crime-team` → “Rural crime team”. */
export function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  const first = String.fromCodePoint(words.codePointAt(0) ?? 0);
  return first.toUpperCase() + words.slice(first.length);
}

/** How a message names a plan or library as a whole: “the library ‘wfg-2015’”. */
export const planWords = (plan: Plan): string => `the ${kindOf(plan.kind)?.noun ?? plan.kind} ‘${plan.id}’`;

/** The path of a file as somebody sees it from another: without the folders that both are in. */
export function seenFrom(path: string, from: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = path.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  return parts.slice(shared).join('/');
}
