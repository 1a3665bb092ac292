import { idFrom, isIdShaped, isReferenceShaped, nameOf, wordOf } from '@goldthread/grammar';
import type { FileEdit } from '../checks/diagnose.ts';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { Plan } from '../workspace/plan.ts';
import type { Range } from '../workspace/plan-file.ts';
import type { Cursor } from './cursor.ts';
import { comparePlaces, idOf, type Place, placeOf } from './places.ts';
import { partsOf } from './references.ts';
import { renameWords } from './rename-words.ts';
import type { Snapshot } from './snapshot.ts';
import { linksTo, type Named, nameIn, type Subject, subjectAt, targetsOf } from './subject.ts';
import { wordsFor } from './words.ts';

/** Why nothing is renamed, in a sentence for the writer. */
export interface Refusal {
  readonly refusal: string;
}

/** What would be renamed: the words in the file, and what stands in the box where the writer types. */
export interface Renamable {
  readonly range: Range;
  readonly placeholder: string;
}

/** A thing whose id can be changed. */
type Nameable = Extract<Named, { plan: Plan | undefined }> & { readonly plan: Plan };

/** The longest piece of a typed name that a refusal repeats, in UTF-16 units. */
const LONGEST = 40;

/** Whether the id at a cursor can be renamed: an item’s, a plan’s or a library’s, where it is declared or where it is named. */
export function prepareRename({ model }: Snapshot, cursor: Cursor): Renamable | Refusal {
  const subject = renamable(model, cursor);
  if ('refusal' in subject) return subject;
  const { start, end } = subject.span;
  return { range: cursor.placed.range(start, end), placeholder: cursor.placed.block.text.slice(start, end) };
}

/**
 * The edits that give what stands at a cursor another id: where it is declared, and in every link to it. For a plan or library its
 * first entry, those of its parts, and what stands before dots. What is printed stays as it is, since ids are not printed. Refuses
 * where the words are no id, or would make something else be named.
 */
export function rename(snapshot: Snapshot, cursor: Cursor, typed: string): { readonly edits: FileEdit[] } | Refusal {
  const { model } = snapshot;
  const subject = renamable(model, cursor);
  if ('refusal' in subject) return subject;
  const { named } = subject;
  const id = typed.trim().normalize('NFC');
  const refusal = faultOf(id, cursor) ?? takenBy(id, named, snapshot, cursor);
  if (refusal !== undefined) return { refusal };
  const places = id === idNow(named) ? [] : [...placesOf(model, named)].sort(comparePlaces);
  return { edits: places.map(({ path, range }) => ({ file: path, range, newText: id })) };
}

const wordsAt = ({ file }: Cursor) => wordsFor(renameWords, file.tree.language);

/** What is named at a cursor, if it can be renamed. */
function renamable(model: Model, cursor: Cursor): (Subject & { readonly named: Nameable }) | Refusal {
  const words = wordsAt(cursor);
  const subject = subjectAt(model, cursor);
  if (!subject) return { refusal: words.notAnId };
  const { named, said } = subject;
  if (named.what === 'file') return { refusal: words.onPath };
  if (named.what === 'id') return { refusal: words.unknownId(named.id) };
  if (named.what === 'plan' && !named.plan) return { refusal: words.unknownPlan(named.id) };
  if (!named.plan) return { refusal: words.noPlan };
  if (named.plan.shipped) return { refusal: words.shipped(named.plan.id) };
  if (said === 'title') {
    const id = idNow(named);
    return { refusal: id ? words.onTitle(id) : words.noId(withId(cursor)) };
  }
  return { ...subject, named: named as Nameable };
}

const idNow = (named: Nameable | Named): string =>
  named.what === 'item' ? (named.item.id ?? '') : 'id' in named ? named.id : '';

/** The line of the item at a cursor as it would look with an id. */
function withId({ placed, item, file }: Cursor): string {
  if (!item) return '';
  const key = wordOf(placed.block, item.entry, file.tree.language);
  const slug = idFrom(item.title);
  return `${key} ${isId(slug) ? slug : 'road-safety'}: …`;
}

/** True for words that can be an id and can be named wherever ids are. */
const isId = (words: string): boolean => isIdShaped(words) && isReferenceShaped(words);

/** What is wrong with an id by itself. */
function faultOf(id: string, cursor: Cursor): string | undefined {
  const words = wordsAt(cursor);
  if (id === '') return words.empty;
  if (isId(id)) return undefined;
  const offer = idFrom(id);
  const short = id.length > LONGEST ? `${id.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : id;
  return words.badId(short.replace(/[\s\p{Cc}]+/gu, ' '), isId(offer) ? offer : '');
}

/** Why a thing cannot have an id: something else has it, or would be taken for it. */
function takenBy(id: string, named: Nameable, { model, knownPlans }: Snapshot, cursor: Cursor): string | undefined {
  const words = wordsAt(cursor);
  if (id === idNow(named)) return undefined;
  if (named.what === 'item') {
    const [other] = model.withId(named.plan, id);
    if (other) return words.taken(id, other.title);
    for (const link of model.namingId(named.plan, id))
      if (targetsOf(model, link).length > 0) return words.takenByPlan(id);
    return undefined;
  }
  for (const plan of knownPlans()) if (plan.id === id) return words.takenByPlan(id);
  for (const { from, library } of linksTo(model, named)) {
    const [other] = library === undefined && from.plan ? model.withId(from.plan, id) : [];
    if (other) return words.taken(id, other.title);
  }
  return undefined;
}

/** Where the id of something stands: where it is declared, and where it is meant. */
function* placesOf(model: Model, named: Nameable): Generator<Place> {
  for (const declaration of declaring(model, named))
    if (nameOf(declaration.placed.block, declaration.entry)) yield idOf(declaration);
  for (const link of linksTo(model, named)) {
    if (named.what === 'item' && targetsOf(model, link)[0] !== named.item) continue;
    const { start, end } = nameIn(link, named);
    yield placeOf(link.from.placed, start, end);
  }
}

/** The entries that have an id as their name: an item; the root of a plan and those of its parts. */
function declaring(model: Model, named: Nameable): readonly Item[] {
  if (named.what === 'item') return [named.item];
  const root = model.root(named.plan);
  return [...(root ? [root] : []), ...partsOf(model, named.plan)];
}
