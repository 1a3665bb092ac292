import { fieldOn } from '@goldthread/grammar';
import { numberOf, printed } from '../../features/shown.ts';
import type { Item } from '../../model/item.ts';
import { holderOf } from '../../model/links.ts';
import type { ItemNames } from '../item-names.ts';

/** Between several values in one cell. */
const BETWEEN = '; ';

/** The number and the title of an item, as they are printed. */
export const namesOf = (item: Item, names: ItemNames): { readonly number: string; readonly title: string } => ({
  number: numberOf(names.model, item) ?? '',
  title: item.title === '' ? '' : names.title(item),
});

/** The value of a field in the language of the file where the item has it, else in its own, with the words that references stand for. */
export function valueIn(item: Item, key: string, { model, language }: ItemNames): string {
  const translated = item.field(key, language);
  return printed(model, item, (translated && item.valueOf(translated)) || item.value(key));
}

/** Who does or owns something: the titles of those that a field names, or its words; what it doesn’t say itself it has from above. */
export function partiesOf(item: Item, key: string, names: ItemNames): string {
  const isHandedDown = fieldOn('group', key) !== undefined;
  const holder = isHandedDown ? holderOf(item, key) : item;
  const links = holder?.links.filter(({ relation }) => relation === key) ?? [];
  if (!holder || links.length === 0) return holder ? valueIn(holder, key, names) : '';
  return links
    .map((link) => {
      const target = names.model.target(link);
      return target ? names.title(target) : holder.placed.block.text.slice(link.start, link.end);
    })
    .join(BETWEEN);
}

/** Items by what they are called. */
export const called = (items: readonly Item[], names: ItemNames): string =>
  items.map((item) => names.title(item)).join(BETWEEN);

/** Items by the names under which other programs know them. */
export const refsOf = (items: readonly Item[], names: ItemNames): string =>
  items.map((item) => names.ref(item)).join(BETWEEN);
