import { type Entry, fieldOn, fieldsOn, hasColon, wordFor } from '@goldthread/grammar';
import type { FileEdit } from '../checks/diagnose.ts';
import { lineEndOf } from '../checks/fixes.ts';
import { addingUse } from '../checks/reference/unknown-library.ts';
import type { Edit } from '../checks/rule.ts';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import { freeIds } from './completion/ids.ts';
import { addingName, takingNames } from './id-list.ts';
import { linkState, nameFrom } from './link-state.ts';
import { changesOnly } from './only-link.ts';
import { endOf, fileEdit } from './places.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The edits that make a link from an item to another by one of its fields, or break it. Undefined where there is nothing to change:
 * the link is as it should be, or it is not (only) for this field to say, or the other item cannot be named, or the text
 * around is so unfinished that something else would change too.
 *
 * The name goes to the end of the list as the list is written, or into a new line below the links that the item has. The last name that
 * is taken out takes its line with it. An item that has no id is given one; a library that the plan does not use yet is used.
 */
export function toggleLink(
  snapshot: Snapshot,
  from: Item,
  relation: string,
  to: Item,
  on: boolean,
): FileEdit[] | undefined {
  const { on: isOn, canChange } = linkState(snapshot.model, from, relation, to);
  if (isOn === on || !canChange) return undefined;
  const made = on ? making(snapshot, from, relation, to) : breaking(snapshot.model, from, relation, to);
  if (!made || !changesOnly(made.edits, { from, relation, to, on, name: made.name })) return undefined;
  return made.edits.map(fileEdit);
}

/** Edits, and the name that they put in or take out. */
interface Made {
  readonly edits: readonly Edit[];
  readonly name: string;
}

function breaking(model: Model, from: Item, relation: string, to: Item): Made | undefined {
  const field = fieldOn(from.key, relation);
  if (!field) return undefined;
  const { written } = linkState(model, from, relation, to);
  const starts = new Set(written.map(({ start }) => start));
  // Not only its own fields: those below a line that nobody understands count as well.
  const entries = new Set(written.map(({ entry }) => entry));
  const edits = [...entries].flatMap((entry) =>
    takingNames(from.placed, entry, field, ({ start }) => starts.has(start)),
  );
  return { edits, name: nameFrom(model, from, to) ?? '' };
}

function making(snapshot: Snapshot, from: Item, relation: string, to: Item): Made | undefined {
  const { model } = snapshot;
  const named = to.id === undefined ? givingId(snapshot, from, to) : { name: nameFrom(model, from, to), edits: [] };
  if (named?.name === undefined) return undefined;
  const line = addition(from, relation, named.name);
  return line && { name: named.name, edits: [line, ...named.edits, ...using(model, from, to)] };
}

/** The edit that adds a name to a field of an item, or the field. */
function addition(item: Item, relation: string, name: string): Edit | undefined {
  const field = fieldOn(item.key, relation);
  if (!field) return undefined;
  const entries = item.fieldsNamed(relation);
  const entry = entries.findLast((one) => item.links.some((link) => link.entry === one)) ?? entries[0];
  return entry
    ? addingName(item.placed, entry, field, name)
    : newLine(item, relation, `${wordFor(field, item.placed.file.tree.language)}: ${name}`);
}

/** The edit that puts the line of a new field below the head of an item and the links that come before it in the vocabulary. */
function newLine({ placed, entry, key }: Item, relation: string, line: string): Edit {
  const order = fieldsOn(key).map((field) => field.key);
  const comesBefore = ({ definition }: Entry): boolean =>
    definition?.item === false &&
    (definition.key === 'title' ||
      (definition.type === 'reference' && order.indexOf(definition.key) < order.indexOf(relation)));
  let above: Entry | undefined;
  for (const child of entry.children) {
    if (child.definition?.item) break;
    if (comesBefore(child)) above = child;
  }
  const at = above ? endOf(placed, above) : headEnd(placed.block.text, entry);
  const indent = entry.children[0]?.indent ?? entry.indent + 2;
  return { placed, start: at, end: at, text: `${lineEndOf(placed.file.tree.text)}${' '.repeat(indent)}${line}` };
}

/** Where the line of an item ends. */
function headEnd(text: string, { keyEnd, nameEnd, valueEnd, end }: Entry): number {
  const last = Math.max(keyEnd, nameEnd, valueEnd);
  const rest = /^[^\r\n]*/.exec(text.slice(last, Math.max(last, end)))?.[0] ?? '';
  return last + rest.length;
}

/** The name that an item without an id is given, and the edit that gives it. None for an item whose line says something else than a title. */
function givingId(
  snapshot: Snapshot,
  from: Item,
  { placed, entry, plan, title, kind }: Item,
): { readonly name: string; readonly edits: readonly Edit[] } | undefined {
  if (!plan || plan.shipped || !from.plan || !hasColon(placed.block, entry)) return undefined;
  const { language } = placed.file.tree;
  const [id] = [title, wordFor(kind, language)].flatMap((words) => freeIds({ snapshot, plan, language }, words));
  if (id === undefined) return undefined;
  if (plan !== from.plan && (plan.id === '' || snapshot.model.library(from.plan, plan.id) !== plan)) return undefined;
  const name = plan === from.plan ? id : `${plan.id}.${id}`;
  return { name, edits: [{ placed, start: entry.keyEnd, end: entry.keyEnd, text: ` ${id}` }] };
}

/** The edit that says that a plan uses the one in which an item stands, where it does not say so yet. */
function using(model: Model, { plan }: Item, to: Item): readonly Edit[] {
  const root = plan && model.root(plan);
  if (!root || !to.plan || plan === to.plan) return [];
  const used = root.value('uses').split(',');
  if (used.some((name) => name.trim().normalize('NFC') === to.plan?.id)) return [];
  return addingUse(root, to.plan.id)[0]?.edits ?? [];
}
