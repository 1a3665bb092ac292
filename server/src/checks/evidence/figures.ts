import type { Item } from '../../model/item.ts';

/**
 * Whether to name a statistic or a panel where figures lack something: where all figures of a panel lack it the panel is
 * named and none of them, else each of them by itself.
 */
export function isNamed(item: Item, lacks: (statistic: Item) => boolean): boolean {
  if (item.key === 'panel') {
    const figures = item.childrenOf('statistic').filter(hasFigure);
    return figures.length > 1 && figures.every(lacks);
  }
  return hasFigure(item) && lacks(item) && !(item.parent?.key === 'panel' && isNamed(item.parent, lacks));
}

/** True where a statistic shows a figure at all: one that is yet to be filled in has nothing to back. */
const hasFigure = (statistic: Item): boolean => statistic.has('value') || /\d/.test(statistic.title);
