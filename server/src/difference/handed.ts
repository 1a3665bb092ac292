import { type Field, fieldOn, fieldsOn } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import { holderOf, linked } from '../model/links.ts';
import type { HandedChange } from './change.ts';
import type { Known } from './known.ts';
import { makesLinks } from './links.ts';
import { readValue, type Said } from './said.ts';
import type { Side } from './side.ts';

/** The fields of what stands above that hold for an item, unless it says otherwise: those of a group that it may have, too. */
const fieldsFor = (item: Item): Field[] =>
  fieldsOn('group').filter(
    ({ key, type }) => (type === 'reference' || type === 'due') && fieldOn(item.key, key) !== undefined,
  );

/** What an item that was moved has from what stands above it otherwise than before. */
export function handedChanges(before: Side, after: Side, old: Item, item: Item, known: Known): HandedChange[] {
  const had = handedTo(before, old, (one) => known.after(one) ?? one);
  const has = handedTo(after, item, (one) => one);
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((field): HandedChange[] => {
    // What it says itself, before or now, is told of the item itself.
    const [from, to] = [had.get(field) ?? [], has.get(field) ?? []];
    return from.join('\n') === to.join('\n') ? [] : [{ field, from, to }];
  });
}

/**
 * True where an item that does not say something itself in one state has the same from above: a lead that went from the actions to the
 * priority over them is still theirs. `said` is what it says in the other state.
 */
export function isHanded(
  side: Side,
  item: Item,
  { field, name, list, text }: Said,
  now: (item: Item) => Item,
): boolean {
  if (name !== '' || !fieldsFor(item).some(({ key }) => key === field.key)) return false;
  const holder = holderOf(item, field.key);
  if (holder === undefined || holder === item) return false;
  return readValue(side, holder, field.key, now).join('\n') === (list ?? [text]).join('\n');
}

/** What an item has from above, by field; `now` gives an item as it is called. */
function handedTo(side: Side, item: Item, now: (item: Item) => Item): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const isPriority = item.key === 'priority';
  for (const field of fieldsFor(item)) {
    const holder = isPriority && makesLinks(field) ? undefined : holderOf(item, field.key);
    if (holder && holder !== item) found.set(field.key, readValue(side, holder, field.key, now));
  }
  // A priority has the links of those above it besides its own.
  for (const field of isPriority ? fieldsOn(item.key).filter(makesLinks) : []) {
    const given = linked(side.snapshot.model, item, field.key).filter(({ origin }) => origin === 'inherited');
    if (given.length > 0)
      found.set(
        field.key,
        given.map(({ item: one }) => now(one).title || now(one).id || ''),
      );
  }
  return found;
}
