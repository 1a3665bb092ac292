import { type Field, type Kind, kindOf, wordFor } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { oneOf, oneOfKind } from '../syntax/words.ts';
import { theCy } from '../welsh.ts';

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
export const keyFor = (definition: Field | Kind, item: Item): string =>
  wordFor(definition, item.placed.file.tree.language);

/** An id as a title: `rural-crime-team` → “Rural crime team”. */
export function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  const first = String.fromCodePoint(words.codePointAt(0) ?? 0);
  return first.toUpperCase() + words.slice(first.length);
}

/** How a message names a plan or library as a whole: “the library ‘wfg-2015’”. */
export const planWords = (plan: Plan): string => `the ${kindOf(plan.kind)?.noun ?? plan.kind} ‘${plan.id}’`;

/** The same in Welsh: “y llyfrgell ‘wfg-2015’”. */
export const planWordsCy = (plan: Plan): string => `${theCy(plan.kind)} ‘${plan.id}’`;

/** How many folders of a path two files have in common. */
function sharedFolders(path: string, other: string): number {
  const folders = path.split('/').slice(0, -1);
  const others = other.split('/').slice(0, -1);
  const differs = folders.findIndex((folder, index) => folder !== others[index]);
  return differs < 0 ? folders.length : differs;
}

/** The path of a file as a message names it to somebody in another file: without the folders that both are in. */
export const seenFrom = (path: string, from: string): string =>
  path.split('/').slice(sharedFolders(path, from)).join('/');

/** The path by which one file names another: relative to its own folder. */
export function pathFrom(from: string, path: string): string {
  const climbs = from.split('/').length - 1 - sharedFolders(path, from);
  return '../'.repeat(climbs) + seenFrom(path, from);
}
