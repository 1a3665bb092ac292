import type { Item, Link } from '../../model/item.ts';
import type { BlockContent } from '../../model/read-block.ts';

/** Items that were read anew, each with the one that it was before. */
interface Pairs {
  readonly items: readonly (readonly [from: Item, to: Item])[];
  /** True where they name the same items as before. */
  readonly hasSameLinks: boolean;
}

/**
 * The items of a document that were read anew since it was looked at before, where it has the same items still: of the same kinds,
 * with the same ids, standing in each other in the same way. Undefined where it has not.
 */
export function pairsOf(before: readonly BlockContent[], now: readonly BlockContent[]): Pairs | undefined {
  if (before.length !== now.length) return undefined;
  const items: (readonly [Item, Item])[] = [];
  let hasSameLinks = true;
  for (let index = 0; index < now.length; index++) {
    const [old, fresh] = [before[index] as BlockContent, now[index] as BlockContent];
    if (old === fresh) continue;
    if (old.items.length !== fresh.items.length || old.placed.file !== fresh.placed.file) return undefined;
    if (old.fields.length !== fresh.fields.length) return undefined;
    const standing = new Map<Item | undefined, Item | undefined>([[undefined, undefined]]);
    for (let at = 0; at < fresh.items.length; at++) {
      const [from, to] = [old.items[at] as Item, fresh.items[at] as Item];
      if (!isSameItem(from, to) || standing.get(from.parent) !== to.parent) return undefined;
      standing.set(from, to);
      items.push([from, to]);
      hasSameLinks &&= haveSameLinks(from.links, to.links);
    }
  }
  return { items, hasSameLinks };
}

/** True where nothing that others see of an item is another, besides its words. */
const isSameItem = (a: Item, b: Item): boolean =>
  a.kind === b.kind &&
  a.id === b.id &&
  isTitled(a) === isTitled(b) &&
  (a.field('title') !== undefined) === (b.field('title') !== undefined);

const isTitled = ({ entry }: Item): boolean => entry.valueEnd > entry.valueStart;

const haveSameLinks = (a: readonly Link[], b: readonly Link[]): boolean =>
  a.length === b.length &&
  a.every(({ relation, library, id }, index) => {
    const other = b[index] as Link;
    return relation === other.relation && library === other.library && id === other.id;
  });
