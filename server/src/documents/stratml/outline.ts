import type { Item } from '../../model/item.ts';
import { direct, isLocal, linked, linking, prioritiesServed, questionsOf } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';

/** A Goal of StratML with what stands in it. */
export interface Goal {
  readonly type: 'goal';
  /** The outcome, theme or priority; undefined for the goal of what belongs to none. */
  readonly item: Item | undefined;
  readonly objectives: Objective[];
}

/** An Objective of StratML. */
export interface Objective {
  readonly type: 'objective';
  readonly goal: Goal;
  /** The priority, action, aim or local outcome; undefined for the objective that holds the indicators of a goal. */
  readonly item: Item | undefined;
  /** What its item stands in, where that is an objective too: in StratML objectives hold no others. */
  readonly within: Item | undefined;
  readonly indicators: Item[];
}

export type Holder = Goal | Objective;

/** The goal that something stands in, or is. */
export const goalOf = (holder: Holder): Goal => (holder.type === 'goal' ? holder : holder.goal);

/** Where a plan’s items stand in StratML. */
export interface Outline {
  readonly goals: readonly Goal[];
  /** The goal or objective that an item is. */
  readonly holders: ReadonlyMap<Item, Holder>;
  /** The objective that the indicator of a question or measure stands in. */
  readonly indicators: ReadonlyMap<Item, Objective>;
}

/**
 * Finds the goals, objectives and indicators of a plan:
 *
 * * Goals are the outcomes of the plan, in its order; then what priorities belong to that work towards no outcome: their theme, else
 *   the priority itself. An outcome or priority of another plan is a goal where priorities or actions here serve it.
 * * A priority is an objective of the first outcome it works towards, else of its theme. What stands in it follows it: priorities, aims,
 *   outcomes of its own, actions; then the actions elsewhere that serve it.
 * * Questions stand with the first outcome they ask about, else with the first priority that names them; measures stand behind
 *   the question they answer, else with their outcome, their priority or the action that names them. Since goals hold no indicators, those
 *   of a goal stand in an objective of their own.
 * * Actions and indicators that belong to none of these stand in one last goal.
 */
export function outlineOf(model: Model, plan: Plan): Outline {
  return new Reader(model, plan).read();
}

class Reader {
  private readonly model: Model;
  private readonly plan: Plan;
  private readonly items: readonly Item[];
  private readonly goals = new Map<Item, Goal>();
  private readonly others: Goal = { type: 'goal', item: undefined, objectives: [] };
  private readonly holders = new Map<Item, Holder>();
  /** The objectives for indicators of goals. */
  private readonly own = new Map<Goal, Objective>();
  private readonly indicators = new Map<Item, Objective>();

  constructor(model: Model, plan: Plan) {
    this.model = model;
    this.plan = plan;
    this.items = [...model.items(plan)];
  }

  read(): Outline {
    for (const item of this.items) if (item.key === 'outcome' && !isLocal(item)) this.goal(item);
    const trunks = this.items.filter((item) => item.key === 'priority' && !item.above('priority'));
    const heads = new Set(trunks);
    const inside = new Map<Item, Item[]>();
    const outside = new Map<Item | undefined, Item[]>();
    for (const item of this.items) {
      if (heads.has(item) || !isObjective(item)) continue;
      const above = topPriority(item);
      if (above) push(inside, above, item);
      else push(outside, this.served(item), item);
    }
    for (const trunk of trunks) {
      this.placeHead(trunk);
      for (const item of inside.get(trunk) ?? []) this.place(item, this.holders.get(holderAbove(item)) as Holder);
      this.placeAll(outside.get(trunk) ?? [], trunk);
    }
    for (const [priority, actions] of outside) if (!priority || !heads.has(priority)) this.placeAll(actions, priority);
    this.placeIndicators();
    const goals = [...this.goals.values()];
    if (this.others.objectives.length > 0 || goals.length === 0) goals.push(this.others);
    return { goals, holders: this.holders, indicators: this.indicators };
  }

  private goal(item: Item): Goal {
    let goal = this.goals.get(item);
    if (!goal) {
      goal = { type: 'goal', item, objectives: [] };
      this.goals.set(item, goal);
      this.holders.set(item, goal);
    }
    return goal;
  }

  /** Makes an item an objective of what another is, behind what is there. */
  private place(item: Item, above: Holder): Objective {
    const goal = goalOf(above);
    const within = above.type === 'objective' ? above.item : undefined;
    const objective: Objective = { type: 'objective', goal, item, within, indicators: [] };
    goal.objectives.push(objective);
    this.holders.set(item, objective);
    return objective;
  }

  /** A priority that stands in no other. */
  private placeHead(priority: Item): void {
    const goal = this.outcomeOf(priority) ?? priority.above('theme');
    if (goal) this.place(priority, this.goal(goal));
    else this.goal(priority);
  }

  /** The first outcome that a priority works towards and that is a goal: of this plan, else of another. */
  private outcomeOf(priority: Item): Item | undefined {
    const outcomes = linked(this.model, priority, 'outcomes')
      .map(({ item }) => item)
      .filter((outcome) => !isLocal(outcome));
    return outcomes.find(({ plan }) => plan === this.plan) ?? outcomes[0];
  }

  /** The priority that an action outside of all priorities serves first; with what stands above it where that is an action. */
  private served(item: Item): Item | undefined {
    const served = prioritiesServed(this.model, item);
    const first = served.find(({ plan }) => plan === this.plan) ?? served[0];
    return first && first.plan === this.plan ? (topPriority(first) ?? first) : first;
  }

  /** Actions that stand in no priority, behind the one they serve; in the last goal where there is none. */
  private placeAll(actions: readonly Item[], trunk: Item | undefined): void {
    for (const item of actions) {
      const above = item.above('action');
      const placed = above && this.holders.get(above);
      const own = prioritiesServed(this.model, item).map((priority) => this.holders.get(priority));
      this.place(item, placed ?? own.find((one) => one) ?? (trunk ? this.goal(trunk) : this.others));
    }
  }

  private placeIndicators(): void {
    const { model } = this;
    const placed = new Map<Objective, Item[]>();
    const behind = new Map<Item, Item[]>();
    for (const kpq of this.questions()) {
      const objective = this.indicatorsOf(this.ofQuestion(kpq));
      this.indicators.set(kpq, objective);
      push(placed, objective, kpq);
    }
    for (const measure of this.measures()) {
      const question = questionsOf(model, measure).find((kpq) => this.indicators.has(kpq));
      const objective = question ? this.indicators.get(question) : undefined;
      const holder = objective ?? this.indicatorsOf(this.ofMeasure(measure));
      this.indicators.set(measure, holder);
      if (question) push(behind, question, measure);
      else push(placed, holder, measure);
    }
    for (const [{ indicators }, items] of placed)
      for (const item of items) indicators.push(item, ...(behind.get(item) ?? []));
  }

  /** The questions of the plan, and those of others that its priorities name. */
  private questions(): Set<Item> {
    const own = this.items.filter(({ key }) => key === 'kpq');
    return new Set([...own, ...this.named('priority', 'kpqs')]);
  }

  /** The measures of the plan, and those of others that its questions and actions name. */
  private measures(): Set<Item> {
    const own = this.items.filter(({ key }) => key === 'measure');
    return new Set([...own, ...this.named('kpq', 'measures'), ...this.named('action', 'measures')]);
  }

  private named(kind: string, relation: string): Item[] {
    const naming = this.items.filter(({ key }) => key === kind);
    return naming.flatMap((item) => direct(this.model, item, relation).map((one) => one.item));
  }

  private ofQuestion(kpq: Item): Holder | undefined {
    const { model } = this;
    const outcomes = direct(model, kpq, 'outcomes').map(({ item }) => item);
    return this.firstOf(outcomes) ?? this.firstNaming(kpq, 'kpqs', 'priority') ?? this.firstAbove(kpq);
  }

  private ofMeasure(measure: Item): Holder | undefined {
    const { model } = this;
    const outcomes = direct(model, measure, 'outcomes').map(({ item }) => item);
    return this.firstOf(outcomes) ?? this.firstAbove(measure) ?? this.firstNaming(measure, 'measures', 'action');
  }

  private firstOf(items: readonly Item[]): Holder | undefined {
    const first = items.find((item) => this.holders.has(item));
    return first && this.holders.get(first);
  }

  /** The first item of a kind, in the order of the plan, that names another. */
  private firstNaming(item: Item, relation: string, kind: string): Holder | undefined {
    const naming = new Set(linking(this.model, item, relation, kind));
    return naming.size === 0 ? undefined : this.firstOf(this.items.filter((one) => naming.has(one)));
  }

  private firstAbove(item: Item): Holder | undefined {
    for (let above = item.parent; above; above = above.parent) {
      const holder = this.holders.get(above);
      if (holder) return holder;
    }
    return undefined;
  }

  /** The objective that indicators of a goal or objective stand in. */
  private indicatorsOf(holder: Holder = this.others): Objective {
    if (holder.type === 'objective') return holder;
    let own = this.own.get(holder);
    if (!own) {
      own = { type: 'objective', goal: holder, item: undefined, within: undefined, indicators: [] };
      holder.objectives.unshift(own);
      this.own.set(holder, own);
    }
    return own;
  }
}

/** True for what is an objective wherever it stands, besides priorities that stand in no other. */
const isObjective = (item: Item): boolean =>
  item.key === 'action' ||
  item.key === 'priority' ||
  ((item.key === 'aim' || item.key === 'outcome') && item.above('priority') !== undefined);

/** The outermost priority that an item stands in. */
function topPriority(item: Item): Item | undefined {
  let top: Item | undefined;
  for (let above = item.above('priority'); above; above = above.above('priority')) top = above;
  return top;
}

/** What holds an item in a priority: an action that it is a step of, else the priority. */
function holderAbove(item: Item): Item {
  let above = item.parent as Item;
  while (above.key !== 'priority' && above.key !== 'action') above = above.parent as Item;
  return above;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
