import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { Range } from '../workspace/plan-file.ts';
import type { Cursor } from './cursor.ts';
import { linkPlace, titleOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { subjectAt } from './subject.ts';
import { type Strand, servants, served } from './thread/strands.ts';

/** One step along the golden thread. */
export interface Step {
  readonly item: Item;
  /** Where the item that serves says that it does; its title where it says so by standing in the other. In that item’s file. */
  readonly ranges: readonly Range[];
}

/** The item that a walk along the thread begins at: the one named at a cursor, or whose id, title or key it is. */
export function threadItemAt({ model }: Snapshot, cursor: Cursor): Item | undefined {
  const named = subjectAt(model, cursor)?.named;
  if (named?.what === 'item') return named.item;
  return named?.what === 'plan' && named.plan ? model.root(named.plan) : undefined;
}

/** What serves an item: the priorities of an outcome, the actions of a priority, the measures of a question. */
export const stepsIn = (model: Model, item: Item): Step[] =>
  servants(model, item).map((strand) => ({ item: strand.from, ranges: rangesOf(model, strand) }));

/** What an item serves. */
export const stepsOut = (model: Model, item: Item): Step[] =>
  served(model, item).map((strand) => ({ item: strand.to, ranges: rangesOf(model, strand) }));

function rangesOf(model: Model, { from, to }: Strand): Range[] {
  const links = from.links.filter((link) => link.relation !== 'prose' && model.target(link) === to);
  return links.length > 0 ? links.map((link) => linkPlace(link).range) : [titleOf(from).range];
}
