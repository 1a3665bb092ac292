import { type Field, isIdShaped, type Kind, kindOf, wordFor } from '@goldthread/grammar';
import { addingItem, lineEndOf } from '../../checks/fixes.ts';
import { fieldOf } from '../../checks/reference/follow.ts';
import { unknownId } from '../../checks/reference/unknown-id.ts';
import { titleFrom } from '../../checks/reference/words.ts';
import type { Edit } from '../../checks/rule.ts';
import type { Item, Link } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import { cursorAt } from '../cursor.ts';
import { oneOf } from '../kind-words.ts';
import { endOf, fileEdit } from '../places.ts';
import { shortened } from '../shown.ts';
import { wordsFor } from '../words.ts';
import type { Action, Asking } from './action.ts';

const table = {
  en: {
    after: (noun: string, id: string, other: string) => `Create the ${noun} ‘${id}’ after ‘${other}’`,
    into: (noun: string, id: string, other: string) => `Create the ${noun} ‘${id}’ in ‘${other}’`,
  },
  cy: {
    after: (noun: string, id: string, other: string) => `Creu ${noun} ‘${id}’ ar ôl ‘${other}’`,
    into: (noun: string, id: string, other: string) => `Creu ${noun} ‘${id}’ yn ‘${other}’`,
  },
};

/** For so many links actions are offered at a time, and so much of a title is shown in UTF-16 units. */
const MOST = 5;
const LONGEST = 50;

/**
 * Makes the item that a link names and that is not there, beside others of its kind: also in a library, and where its kind stands
 * in another item. The rule itself offers to make it right below.
 *
 *     outcome safe: Communities are safe
 *
 *     priority homes: Better homes
 *       outcomes: warm
 *
 * becomes
 *
 *     outcome safe: Communities are safe
 *
 *     outcome warm: Warm
 *
 *     priority homes: Better homes
 *       outcomes: warm
 */
export function createItem({ snapshot: { model }, file, found, language }: Asking): Action[] {
  const missing = found.filter(({ rule }) => rule === unknownId.id).slice(0, MOST);
  return missing.flatMap((diagnostic) => {
    const link = cursorAt(model, file, diagnostic.range.start)?.link;
    const field = link && fieldOf(link);
    const home = link && homeOf(model, link);
    if (!field || !home || home.shipped || !isIdShaped(link.id)) return [];
    return kindsOf(field, home).flatMap((kind): Action[] => {
      const place = placeFor(model, kind, home, link);
      if (!place) return [];
      const { edit, after, into } = place;
      const words = wordsFor(table, language);
      const noun = oneOf(kind, language);
      const title = after ? words.after(noun, link.id, nameOf(after)) : words.into(noun, link.id, into ?? home.id);
      return [{ title, kind: 'quickfix', mends: [diagnostic], edits: [fileEdit(edit)] }];
    });
  });
}

const nameOf = ({ title, id, kind }: Item): string => shortened(title || (id ?? kind.noun), LONGEST);

/** The plan or library in which the item is missing. */
const homeOf = (model: Model, { from, library }: Link): Plan | undefined =>
  from.plan && (library === undefined ? from.plan : model.library(from.plan, library));

/** The kinds that a field names and that a plan or library can have: at its margin, or in something at its margin. */
const kindsOf = ({ to = [] }: Field, { kind: home }: Plan): readonly Kind[] =>
  to.flatMap((key) => {
    const kind = kindOf(key);
    const canStand = kind?.in.some((place) => place === home || kindOf(place)?.in.includes(home));
    return kind && !kind.root && canStand ? [kind] : [];
  });

interface NewPlace {
  readonly edit: Edit;
  /** The item below which it stands, or what it stands in. */
  readonly after?: Item;
  readonly into?: string;
}

/** Where a new item of a kind goes: behind the last of its kind, else into the last item that may hold one, else to the end. */
function placeFor(model: Model, kind: Kind, home: Plan, { id, library, from }: Link): NewPlace | undefined {
  const isAtMargin = kind.in.includes(home.kind);
  let like: Item | undefined;
  let holder: Item | undefined;
  for (const item of model.items(home)) {
    if (item.kind === kind && (!isAtMargin || !item.parent)) like = item;
    if (kind.in.includes(item.key)) holder = item;
  }
  if (like?.placed === from.placed && isAtMargin) return undefined;
  if (like && isAtMargin) return { edit: below(like, kind, id), after: like };
  if (like?.parent) return { edit: inside(like.parent, kind, id), after: like };
  if (holder && !isAtMargin) return { edit: inside(holder, kind, id), into: nameOf(holder) };
  const last = home.root.blocks.at(-1);
  if (!isAtMargin || library === undefined || !last) return undefined;
  const line = lineFor(kind, home.root.tree.language, id);
  return { edit: addingItem('', last, line).edits[0] as Edit };
}

const lineFor = (kind: Kind, language: Parameters<typeof wordFor>[1], id: string): string =>
  `${wordFor(kind, language)} ${id}: ${titleFrom(id)}`;

/** A new item at the margin, below another one. */
const below = ({ placed }: Item, kind: Kind, id: string): Edit =>
  addingItem('', placed, lineFor(kind, placed.file.tree.language, id)).edits[0] as Edit;

/** A new item at the end of what an item holds. */
function inside({ placed, entry }: Item, kind: Kind, id: string): Edit {
  const at = endOf(placed, entry);
  const indent = entry.children.find(({ definition }) => definition?.item)?.indent ?? entry.children[0]?.indent;
  const lineEnd = lineEndOf(placed.file.tree.text);
  const line = ' '.repeat(indent ?? entry.indent + 2) + lineFor(kind, placed.file.tree.language, id);
  return { placed, start: at, end: at, text: lineEnd + line };
}
