import { type Field, fieldsOn } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import { direct, type LinkOrigin } from '../model/links.ts';
import { itemsOf, type Side } from './side.ts';

/** A link between two items, from whichever end it is written. */
export interface PlanLink {
  readonly from: Item;
  readonly relation: string;
  readonly to: Item;
  readonly origin: LinkOrigin;
}

/** True for a field that makes links of the plan: not one that says who does something, nor one that names plans and documents. */
export const makesLinks = ({ type, orWords, to }: Field): boolean =>
  type === 'reference' && orWords !== true && !to?.includes('plan') && !to?.includes('document');

/** A link that may be written at either end, as it is kept: by the field of the measure. */
const mirrored: Readonly<Record<string, string>> = { 'kpq measures': 'kpqs' };

/** The links that the items of a plan make, each once, as written and as implied by where they stand. What is handed down is not among them. */
export function linksIn(side: Side): PlanLink[] {
  const { model } = side.snapshot;
  const seen = new Map<Item, Set<string>>();
  const found: PlanLink[] = [];
  const numbers = new Map<Item, number>();
  const numberOf = (item: Item): number => {
    const number = numbers.get(item) ?? numbers.size;
    numbers.set(item, number);
    return number;
  };
  const root = model.root(side.plan);
  for (const item of root ? [root, ...itemsOf(side)] : itemsOf(side))
    for (const field of fieldsOn(item.key)) {
      if (!makesLinks(field)) continue;
      for (const { item: target, origin } of direct(model, item, field.key)) {
        const mirror = mirrored[`${item.key} ${field.key}`];
        const link: PlanLink = mirror
          ? { from: target, relation: mirror, to: item, origin }
          : { from: item, relation: field.key, to: target, origin };
        const known = seen.get(link.from) ?? new Set();
        seen.set(link.from, known);
        const name = `${link.relation} ${numberOf(link.to)}`;
        if (!known.has(name)) found.push(link);
        known.add(name);
      }
    }
  return found;
}
