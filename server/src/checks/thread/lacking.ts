import type { Item } from '../../model/item.ts';

/** The priorities right below one. */
export const below = (priority: Item): readonly Item[] => priority.childrenOf('priority');

/** True where the priority is not inside another one. */
export const isTopmost = (priority: Item): boolean => priority.parent?.key !== 'priority';

const none: readonly Item[] = [];

/**
 * The priorities to name where something is missing that a priority also has when the one above it has it: the topmost one where
 * nothing below it has it either; else those that lack it while others beside them have it. `has` says whether a
 * priority has it itself.
 */
export function lacking(priority: Item, has: (priority: Item) => boolean): readonly Item[] {
  if (below(priority).length === 0) return has(priority) ? none : [priority];
  const order = [priority];
  const having = new Set<Item>();
  for (const one of order)
    if (has(one)) having.add(one);
    else order.push(...below(one));
  // From the innermost outwards, and not by calls within calls: nesting has no end. Undefined where nothing at or below has it.
  const named = new Map<Item, readonly Item[] | undefined>();
  for (const one of order.toReversed()) {
    const children = below(one);
    if (having.has(one)) named.set(one, []);
    else if (children.some((child) => named.get(child) !== undefined))
      named.set(
        one,
        children.flatMap((child) => named.get(child) ?? child),
      );
  }
  return named.get(priority) ?? [priority];
}
