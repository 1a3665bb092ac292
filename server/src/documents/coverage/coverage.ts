import { fieldOn } from '@goldthread/grammar';
import { covered, isServed } from '../../checks/coverage/covered.ts';
import type { Item } from '../../model/item.ts';
import { linking } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import { frameworksOf, pointsOf, servingFields } from './frameworks.ts';

/** A goal or a requirement, and what a plan has for it. */
export interface CoveredPoint {
  readonly item: Item;
  /** How many goals it stands in. */
  readonly depth: number;
  /** What names it: these serve or meet it. */
  readonly by: readonly Item[];
  /** The duties that state it; a duty meets nothing. */
  readonly stated: readonly Item[];
  /** True where something serves or meets it, or one in it. */
  readonly isServed: boolean;
}

/** A framework, and what a plan has for each of its points. */
export interface CoveredFramework {
  readonly framework: Item;
  /** True where the plan says that it covers it. */
  readonly isCovered: boolean;
  readonly anyWillDo: boolean;
  readonly points: readonly CoveredPoint[];
}

/** The kinds whose items serve goals and meet requirements. */
const serving = new Set(fieldOn('priority', 'goals')?.on);

/** What a plan has for the frameworks that it answers to. */
export function coverageOf(model: Model, plan: Plan): CoveredFramework[] {
  const asked = new Map(covered(model, plan).map((one) => [one.framework, one]));
  return frameworksOf(model, plan, [...model.items(plan)]).flatMap((framework) => {
    const items = pointsOf(framework);
    if (items.length === 0) return [];
    const naming = new Map(items.map((item) => [item, namingOf(model, plan, item)]));
    const by = new Set(items.filter((item) => naming.get(item)?.some(({ key }) => serving.has(key))));
    const points = items.map((item): CoveredPoint => {
      const own = naming.get(item) ?? [];
      return {
        item,
        depth: depthOf(item, framework),
        by: own.filter(({ key }) => serving.has(key)),
        stated: own.filter(({ key }) => key === 'duty'),
        isServed: isServed(item, by),
      };
    });
    const one = asked.get(framework);
    return [{ framework, isCovered: one !== undefined, anyWillDo: one?.anyWillDo === true, points }];
  });
}

/** What in a plan names a goal or requirement, in the printed order. */
const namingOf = (model: Model, plan: Plan, item: Item): Item[] =>
  linking(model, item, servingFields[item.key] ?? '')
    .filter((one) => one.plan === plan)
    .sort((a, b) => plan.compareBlocks(a.placed, b.placed) || a.entry.at - b.entry.at);

function depthOf(item: Item, framework: Item): number {
  let depth = 0;
  for (let above = item.parent; above && above !== framework; above = above.parent) depth++;
  return depth;
}
