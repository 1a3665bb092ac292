import { standingOf } from '../../features/thread/standing.ts';
import type { Item } from '../../model/item.ts';
import { direct, linked, linking, prioritiesServed } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import { type Series, seriesOfMeasure } from '../charts/series.ts';
import type { ItemNames } from '../item-names.ts';
import { measuresOfPlan } from '../measures/groups.ts';

/** A question with the measures that answer it. */
export interface Asked {
  readonly kpq: Item;
  readonly measures: readonly Item[];
}

/** An outcome with the questions about it, each of which stands under one outcome, and the measures that show it. */
export interface Wanted {
  readonly outcome: Item;
  readonly asked: readonly Asked[];
  /** Questions about it that stand under another outcome. */
  readonly askedElsewhere: readonly Item[];
  readonly measures: readonly Item[];
}

/** A priority with what is done for it. */
export interface Worked {
  readonly priority: Item;
  readonly theme: Item | undefined;
  /** In how many priorities it stands. */
  readonly depth: number;
  /** The outcomes that are its own, and the measures that stand in it and answer no question. */
  readonly outcomes: readonly Item[];
  readonly measures: readonly Item[];
  /** Its actions and milestones, each of which stands under one priority. */
  readonly actions: readonly Item[];
  readonly actionsElsewhere: readonly Item[];
  /** The priorities of other plans that carry it out. */
  readonly carriedOutBy: readonly Item[];
}

/** What a report is about: each outcome, question, measure, priority and action of a plan, in one place each. */
export interface Subject {
  readonly wanted: readonly Wanted[];
  /** Questions about no outcome. */
  readonly asked: readonly Asked[];
  /** Measures off the thread that stand in no priority. */
  readonly measures: readonly Item[];
  readonly worked: readonly Worked[];
  /** Actions and milestones for no priority of this plan. */
  readonly actions: readonly Item[];
  readonly allMeasures: readonly Item[];
  readonly allActions: readonly Item[];
  readonly budgets: readonly Item[];
  readonly series: ReadonlyMap<Item, Series>;
  /** The priorities that work towards an outcome or help to answer a question. */
  readonly servedBy: ReadonlyMap<Item, readonly Item[]>;
  /** Questions and outcomes with no measure, and priorities without actions. */
  readonly open: {
    readonly kpqs: readonly Item[];
    readonly outcomes: readonly Item[];
    readonly priorities: ReadonlySet<Item>;
  };
}

/** Reads what a report of a plan is about. */
export function subjectOf(plan: Plan, names: ItemNames): Subject {
  const { model } = names;
  const items = [...model.items(plan)];
  const of = (...kinds: readonly string[]): Item[] => items.filter(({ key }) => kinds.includes(key));
  const priorities = of('priority');
  const { groups, all } = measuresOfPlan(model, plan);
  const measuresOn = new Map(groups.map(({ about, measures }) => [about, measures]));
  const namedBy = (relation: string): Item[] =>
    priorities.flatMap((one) => linked(model, one, relation)).map(({ item }) => item);
  const groupsOf = (kind: string): Item[] => groups.flatMap(({ about }) => (about?.key === kind ? [about] : []));
  const kpqs = [...new Set([...of('kpq'), ...namedBy('kpqs'), ...groupsOf('kpq')])];
  const outcomes = [
    ...new Set([
      ...of('outcome'),
      ...namedBy('outcomes'),
      ...kpqs.flatMap((kpq) => direct(model, kpq, 'outcomes')).map(({ item }) => item),
      ...groupsOf('outcome'),
    ]),
  ].filter((outcome) => !isOfPriority(outcome));
  const askedAbout = gathered(kpqs, (kpq) => direct(model, kpq, 'outcomes').map(({ item }) => item));
  const placed = new Set<Item>();
  const asks = (kpq: Item): Asked => ({ kpq, measures: measuresOn.get(kpq) ?? [] });
  const wanted = outcomes.map((outcome): Wanted => {
    const about = askedAbout.get(outcome) ?? [];
    const askedElsewhere = about.filter((kpq) => placed.has(kpq));
    const here = about.filter((kpq) => !placed.has(kpq));
    for (const kpq of here) placed.add(kpq);
    return { outcome, asked: here.map(asks), askedElsewhere, measures: measuresOn.get(outcome) ?? [] };
  });
  const local = groups.filter(({ about }) => !about || (about.key === 'outcome' && isOfPriority(about)));
  const loose = local.flatMap(({ measures }) => measures);
  const within = (some: readonly Item[]): ReadonlyMap<Item, readonly Item[]> =>
    gathered(some, (item) => item.above('priority') ?? []);
  const localOutcomes = within(of('outcome').filter(isOfPriority));
  const localMeasures = within(loose);
  const actions = of('action', 'milestone');
  const { first, others, rest } = byPriority(model, priorities, actions);
  const depths = new Map<Item, number>();
  const worked = priorities.map((priority): Worked => {
    const above = priority.above('priority');
    const depth = above ? (depths.get(above) ?? 0) + 1 : 0;
    depths.set(priority, depth);
    return {
      priority,
      theme: priority.above('theme'),
      depth,
      outcomes: localOutcomes.get(priority) ?? [],
      measures: localMeasures.get(priority) ?? [],
      actions: first.get(priority) ?? [],
      actionsElsewhere: others.get(priority) ?? [],
      carriedOutBy: linking(model, priority, 'priorities', 'priority').filter((one) => one.plan !== plan),
    };
  });
  const lacks =
    (kind: string) =>
    (item: Item): boolean =>
      standingOf(model, item).lacks.some(({ key }) => key === kind);
  return {
    wanted,
    asked: kpqs.filter((kpq) => !placed.has(kpq)).map(asks),
    measures: loose.filter((measure) => measure.above('priority') === undefined),
    worked,
    actions: rest,
    allMeasures: all,
    allActions: actions,
    budgets: of('budget').filter(({ parent }) => parent?.key !== 'budget'),
    series: new Map(all.map((measure) => [measure, seriesOfMeasure(model, measure, names.title(measure))])),
    servedBy: gathered(priorities, (priority) => [
      ...ownLinks(model, priority, 'outcomes'),
      ...ownLinks(model, priority, 'kpqs'),
    ]),
    open: {
      kpqs: kpqs.filter(lacks('measure')),
      outcomes: outcomes.filter((outcome) => lacks('kpq')(outcome) && (measuresOn.get(outcome) ?? []).length === 0),
      priorities: new Set(priorities.filter(lacks('action'))),
    },
  };
}

/** True for an outcome that belongs to one priority. */
const isOfPriority = (outcome: Item): boolean => outcome.above('priority') !== undefined;

/** The outcomes or questions that a priority is linked to itself, or by a plan that its own delivers; not those that it has from the priority above it. */
function ownLinks(model: Model, priority: Item, relation: string): Item[] {
  const above = priority.above('priority');
  const given = above ? linked(model, above, relation) : [];
  return linked(model, priority, relation).flatMap(({ item, origin }) =>
    origin === 'inherited' && given.some((one) => one.item === item) ? [] : [item],
  );
}

interface Served {
  /** The actions that stand under a priority: those in it, and those whose heading or own field names it first. */
  readonly first: ReadonlyMap<Item, readonly Item[]>;
  /** The actions that serve a priority and stand under another one. */
  readonly others: ReadonlyMap<Item, readonly Item[]>;
  readonly rest: readonly Item[];
}

/** Actions by the priorities that they serve. What stands in an action stays with it. */
function byPriority(model: Model, priorities: readonly Item[], actions: readonly Item[]): Served {
  const own = new Set(priorities);
  const homes = new Map<Item, Item | undefined>();
  const servedBy = (action: Item): Item[] => prioritiesServed(model, action).filter((priority) => own.has(priority));
  for (const action of actions) {
    const holder = action.above('action');
    const home = holder ? homes.get(holder) : (action.above('priority') ?? servedBy(action)[0]);
    homes.set(action, home);
  }
  const elsewhere = (action: Item): Item[] => {
    const home = homes.get(action);
    return action.above('action')
      ? []
      : servedBy(action).filter((priority) => priority !== home && !isAbove(priority, home));
  };
  return {
    first: gathered(actions, (action) => homes.get(action) ?? []),
    others: gathered(actions, elsewhere),
    rest: actions.filter((action) => homes.get(action) === undefined),
  };
}

/** Items by what each belongs to. */
function gathered(items: readonly Item[], belongsTo: (item: Item) => Item | readonly Item[]): Map<Item, Item[]> {
  const found = new Map<Item, Item[]>();
  for (const item of items)
    for (const owner of [belongsTo(item)].flat()) {
      const known = found.get(owner);
      if (known) known.push(item);
      else found.set(owner, [item]);
    }
  return found;
}

/** True where an item stands above another one. */
function isAbove(item: Item, inner: Item | undefined): boolean {
  for (let at = inner?.parent; at; at = at.parent) if (at === item) return true;
  return false;
}
