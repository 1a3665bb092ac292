import { standingOf } from '../../features/thread/standing.ts';
import type { Item } from '../../model/item.ts';
import { direct, measuresOf, questionsOf } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';

/** The measures that answer one question, show one outcome, or hang on nothing. */
export interface MeasureGroup {
  /** The question or the outcome; none for measures off the thread. */
  readonly about: Item | undefined;
  readonly measures: readonly Item[];
}

/** The measures of a plan. */
export interface Measures {
  readonly groups: readonly MeasureGroup[];
  /** Each measure once, in the order of the groups. */
  readonly all: readonly Item[];
  /** The questions that nothing answers yet. */
  readonly open: readonly Item[];
}

/**
 * The measures of a plan, and those of libraries that its questions name: under the first question that each answers; those that
 * answer none under their outcome; last, those off the thread.
 */
export function measuresOfPlan(model: Model, plan: Plan): Measures {
  const items = [...model.items(plan)];
  const groups = new Map<Item | undefined, Item[]>();
  const seen = new Set<Item>();
  const add = (about: Item | undefined, measure: Item): void => {
    if (seen.has(measure)) return;
    seen.add(measure);
    const group = groups.get(about);
    if (group) group.push(measure);
    else groups.set(about, [measure]);
  };
  const kpqs = items.filter(({ key }) => key === 'kpq');
  const own = items.filter(({ key }) => key === 'measure');
  for (const kpq of kpqs) for (const measure of inOrder(measuresOf(model, kpq), plan)) add(kpq, measure);
  for (const measure of own) for (const kpq of questionsOf(model, measure)) add(kpq, measure);
  for (const measure of own) for (const { item } of direct(model, measure, 'outcomes')) add(item, measure);
  for (const measure of own) add(undefined, measure);
  return {
    groups: [...groups].map(([about, measures]) => ({ about, measures })),
    all: [...seen],
    open: kpqs.filter((kpq) => standingOf(model, kpq).lacks.some(({ key }) => key === 'measure')),
  };
}

/** Measures by where they stand, those of the plan first. */
const inOrder = (measures: readonly Item[], plan: Plan): Item[] =>
  measures.toSorted((a, b) => {
    if (a.plan !== b.plan)
      return a.plan === plan ? -1 : b.plan === plan ? 1 : (a.plan?.id ?? '') < (b.plan?.id ?? '') ? -1 : 1;
    return (a.plan?.compareBlocks(a.placed, b.placed) ?? 0) || a.entry.at - b.entry.at;
  });
