import type { Item } from '../../model/item.ts';
import { isLocal } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import { frameworksOf, pointsOf, servingFields } from '../coverage/frameworks.ts';

/** What priorities can be set against: the outcomes, the questions, or what one framework asks. */
export interface Side {
  /** `outcomes`, `kpqs` or `framework`. */
  readonly what: 'outcomes' | 'kpqs' | 'framework';
  /** The framework. */
  readonly framework: Item | undefined;
  readonly columns: readonly Item[];
}

/** The kinds that a side may be made of, by the field with which priorities name them. */
const ofField = { outcomes: 'outcome', kpqs: 'kpq' } as const;

/** All that the priorities of a plan with some items can be set against, without what has nothing in it. */
export function sidesOf(model: Model, plan: Plan, items: readonly Item[]): Side[] {
  const fields = ['outcomes', 'kpqs'] as const;
  const sides = fields.map(
    (what): Side => ({ what, framework: undefined, columns: namable(model, plan, items, what) }),
  );
  const frameworks = frameworksOf(model, plan, items).map(
    (framework): Side => ({ what: 'framework', framework, columns: pointsOf(framework) }),
  );
  // Outcomes that belong to one priority each need no column, and are counted.
  const isThere = ({ what, columns }: Side): boolean =>
    columns.length > 0 ||
    (what === 'outcomes' && items.some((item) => item.key === 'outcome' && item.above('priority')));
  return [...sides, ...frameworks].filter(isThere);
}

/** The field with which a priority names a column. */
export const relationTo = ({ what }: Side, column: Item): string =>
  what === 'framework' ? (servingFields[column.key] ?? '') : what;

/** The outcomes or questions that a priority may name: those of the plan, of the plans and libraries that it uses, and those that are named. */
function namable(model: Model, plan: Plan, items: readonly Item[], what: keyof typeof ofField): Item[] {
  const kind = ofField[what];
  const found = new Set<Item>();
  const add = (some: Iterable<Item>): void => {
    for (const item of some) if (item.key === kind && !(kind === 'outcome' && isLocal(item))) found.add(item);
  };
  add(items);
  for (const link of model.root(plan)?.links ?? []) {
    const used = link.relation === 'uses' || link.relation === 'delivers' ? model.target(link)?.plan : undefined;
    if (used && used !== plan) add(model.items(used));
  }
  for (const item of items)
    if (item.key === 'priority')
      for (const link of item.links) {
        const target = link.relation === what ? model.target(link) : undefined;
        if (target) add([target]);
      }
  return [...found];
}
