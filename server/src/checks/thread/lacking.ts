import type { Item } from '../../model/item.ts';

/** The priorities right below one. */
export const below = (priority: Item): readonly Item[] => priority.childrenOf('priority');

/** True where the priority is not inside another one. */
export const isTopmost = (priority: Item): boolean => priority.parent?.key !== 'priority';

/** True where it or any priority below it has what is asked for. */
const anyHas = (priority: Item, has: (priority: Item) => boolean): boolean =>
  has(priority) || below(priority).some((child) => anyHas(child, has));

/**
 * The priorities to name where something is missing that a priority also has when the one above it has it: the topmost one where
 * nothing below it has it either; else those that lack it while others beside them have it. `has` says whether a
 * priority has it itself.
 */
export function lacking(priority: Item, has: (priority: Item) => boolean): Item[] {
  if (has(priority)) return [];
  const children = below(priority);
  if (!children.some((child) => anyHas(child, has))) return [priority];
  return children.flatMap((child) => lacking(child, has));
}
