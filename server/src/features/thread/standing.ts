import { type Kind, kindOf } from '@goldthread/grammar';
import { lacking } from '../../checks/thread/lacking.ts';
import type { Item } from '../../model/item.ts';
import { isLinked, isLocal, measuresOf, questionsOf } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import { servants } from './strands.ts';

/** How an item stands on the golden thread. */
export interface Standing {
  /** What it has, by kind; kinds of which it has none are left out. */
  readonly has: readonly { readonly kind: Kind; readonly items: readonly Item[] }[];
  /** What it is short of: without one of these the thread ends here. */
  readonly lacks: readonly Kind[];
}

const nothing: Standing = { has: [], lacks: [] };

/** How an outcome, a question, a measure or a priority stands on the thread; other kinds neither have nor lack anything. */
export function standingOf(model: Model, item: Item): Standing {
  const read = readers[item.key];
  if (!read) return nothing;
  const { has, lacks } = read(model, item);
  const isAsked = item.plan?.kind === 'plan' && !(item.key === 'outcome' && isLocal(item));
  return {
    has: Object.entries(has).flatMap(([key, items]) => {
      const kind = kindOf(key);
      return kind && items.length > 0 ? [{ kind, items }] : [];
    }),
    lacks: isAsked ? lacks.flatMap((key) => kindOf(key) ?? []) : [],
  };
}

type Reader = (
  model: Model,
  item: Item,
) => { has: Readonly<Record<string, readonly Item[]>>; lacks: readonly string[] };

const readers: Readonly<Record<string, Reader>> = {
  outcome(model, outcome) {
    const priorities = servantsOf(model, outcome, 'priority').filter((priority) => priority !== outcome.parent);
    const kpqs = servantsOf(model, outcome, 'kpq');
    const measures = [
      ...new Set([...servantsOf(model, outcome, 'measure'), ...kpqs.flatMap((kpq) => measuresOf(model, kpq))]),
    ];
    return {
      has: { priority: priorities, kpq: kpqs, measure: measures },
      lacks: [
        ...(priorities.length > 0 ? [] : ['priority']),
        ...(kpqs.length === 0 ? ['kpq'] : measures.length === 0 ? ['measure'] : []),
      ],
    };
  },
  kpq(model, kpq) {
    const priorities = servantsOf(model, kpq, 'priority');
    const measures = measuresOf(model, kpq);
    return {
      has: { priority: priorities, measure: measures },
      lacks: [
        ...(isLinked(model, kpq, 'outcomes') ? [] : ['outcome']),
        ...(priorities.length > 0 ? [] : ['priority']),
        ...(measures.length > 0 || isLinked(model, kpq, 'measures') ? [] : ['measure']),
      ],
    };
  },
  measure(model, measure) {
    const kpqs = questionsOf(model, measure);
    return { has: { kpq: kpqs }, lacks: kpqs.length > 0 || isLinked(model, measure, 'kpqs') ? [] : ['kpq'] };
  },
  priority(model, priority) {
    const top = topmost(priority);
    const lacks = (relation: string): boolean => lackingBelow(model, top, relation).has(priority);
    const actions = actionsOf(model, priority);
    const isIdle = actions.length === 0 && (priority === top || actionsOf(model, priority.parent as Item).length > 0);
    return {
      has: { priority: servantsOf(model, priority, 'priority'), action: actions },
      lacks: [
        ...(lacks('outcomes') ? ['outcome'] : []),
        ...(lacks('kpqs') ? ['kpq'] : []),
        ...(isIdle ? ['action'] : []),
      ],
    };
  },
};

const servantsOf = (model: Model, item: Item, kind: string): Item[] =>
  servants(model, item).flatMap(({ from }) => (from.key === kind ? [from] : []));

/** The priorities to name where a link is missing, of a topmost one and those below it. */
const lackingBelow = (model: Model, top: Item, relation: string): ReadonlySet<Item> =>
  model.remembered(`lacks ${relation}`, top, () => new Set(lacking(top, (one) => isLinked(model, one, relation))));

function topmost(priority: Item): Item {
  let top = priority;
  while (top.parent?.key === 'priority') top = top.parent;
  return top;
}

/** The actions of a priority, of the priorities in it, and of those of other plans that deliver it; actions in actions left out. */
const actionsOf = (model: Model, priority: Item): readonly Item[] =>
  model.remembered('actions', priority, () => {
    const actions = new Set<Item>();
    const seen = new Set([priority]);
    for (const next of seen)
      for (const { from } of servants(model, next))
        if (from.key === 'priority') seen.add(from);
        else if (from.key === 'action') actions.add(from);
    return [...actions];
  });
