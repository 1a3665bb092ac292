import type { Item } from '../../model/item.ts';

/** The priorities right below one. */
export const below = (priority: Item): readonly Item[] => priority.childrenOf('priority');

/** True where the priority is not inside another one. */
export const isTopmost = (priority: Item): boolean => priority.parent?.key !== 'priority';

/**
 * The priorities to name where something is missing that a priority also has when the one above it has it: the topmost one where
 * nothing below it has it either; else those that lack it while others beside them have it. `has` says whether a
 * priority has it itself.
 */
export const lacking = (priority: Item, has: (priority: Item) => boolean): readonly Item[] =>
  look(priority, has) ?? [priority];

/** The priorities to name at or below one; undefined where none of them has what is asked for. */
function look(priority: Item, has: (priority: Item) => boolean): readonly Item[] | undefined {
  if (has(priority)) return [];
  const children = below(priority);
  const named = children.map((child) => look(child, has));
  if (named.every((one) => one === undefined)) return undefined;
  return named.flatMap((one, index) => one ?? (children[index] as Item));
}
