import type { Item } from '../../model/item.ts';

/**
 * What to name where figures lack something, seen from a statistic or a panel: the panel alone where all of its figures
 * lack it, else each of them that does. A statistic in a panel is named with its panel, so nothing is named twice.
 */
export function lacking(item: Item, lacks: (statistic: Item) => boolean): readonly Item[] {
  if (item.key === 'statistic') return item.parent?.key !== 'panel' && hasFigure(item) && lacks(item) ? [item] : [];
  const figures = item.childrenOf('statistic').filter(hasFigure);
  const named = figures.filter(lacks);
  return named.length > 1 && named.length === figures.length ? [item] : named;
}

/** True where a statistic shows a figure at all: one that is yet to be filled in has nothing to back. */
const hasFigure = (statistic: Item): boolean => statistic.has('value') || /\d/.test(statistic.title);
