import { nested } from '../model/nested.ts';
import type { BlockContent } from '../model/read-block.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import type { Finding, KeyRule, Mark, Marks } from './rule.ts';

/** All marks of one key in one plan, with what was found about them. */
class MarkSet implements Marks {
  all: Mark[] = [];
  findings: readonly Finding[] = [];
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  inOrder(): readonly Mark[] {
    return [...this.all].sort((a, b) => this.plan.compareBlocks(a.placed, b.placed) || a.start - b.start);
  }
}

type SetsOfPlan = Map<KeyRule, Map<string, MarkSet>>;

/** How the marks of one key changed: how many more or fewer there are with each note; or that it is to be looked at in any case. */
class KeyChange {
  isForced = false;
  private balance: Map<string, number> | undefined;

  count({ note, also }: Mark, step: 1 | -1): void {
    if (this.isForced) return;
    const told = also === undefined ? note : `${note}\n${also}`;
    this.balance ??= new Map();
    this.balance.set(told, (this.balance.get(told) ?? 0) + step);
  }

  /** Counts a mark of a key that had none when the change began: there is nothing to compare it with. */
  countFirst(mark: Mark): void {
    if (this.balance) this.count(mark, 1);
    else this.isForced = true;
  }

  get isNone(): boolean {
    if (this.isForced) return false;
    for (const count of this.balance?.values() ?? []) if (count !== 0) return false;
    return true;
  }
}

/** The marks that are in none of some blocks. */
function without(gone: ReadonlySet<PlacedBlock>, marks: readonly Mark[]): Mark[] {
  const [first] = gone;
  // Most often it is one block: a comparison is quicker than a search.
  return gone.size === 1
    ? marks.filter((mark) => mark.placed !== first)
    : marks.filter((mark) => !gone.has(mark.placed));
}

/** The marks that rules made in blocks, by plan, rule and key; and which keys are to be looked at again. */
export class KeyIndex {
  private readonly rules: readonly KeyRule[];
  private readonly byPlan = new Map<Plan, SetsOfPlan>();
  private readonly dirty = new Map<Plan, Map<KeyRule, Map<string, KeyChange>>>();

  /** Blocks whose marks are yet to be taken out. */
  private readonly gone = new Set<PlacedBlock>();

  /** Told when a rule throws while it makes its marks: it has made none. */
  private readonly failed: (rule: KeyRule, error: unknown) => void;

  constructor(rules: readonly KeyRule[], failed: (rule: KeyRule, error: unknown) => void) {
    this.rules = rules;
    this.failed = failed;
  }

  /** Takes the marks of a block in. */
  add(plan: Plan, content: BlockContent): void {
    this.eachMark(content, (rule, key, mark) => {
      const set = this.setOf(plan, rule, key);
      const change = this.spoil(plan, rule, key);
      if (set.all.length > 0) {
        set.all.push(mark);
        change.count(mark, 1);
      } else {
        set.all = [mark];
        change.countFirst(mark);
      }
    });
  }

  /** Takes the marks of a block out. */
  remove(plan: Plan, content: BlockContent): void {
    this.gone.add(content.placed);
    this.eachMark(content, (rule, key, mark) => this.spoil(plan, rule, key).count(mark, -1));
  }

  /** Lets go of the marks of all blocks that were taken out. To be called before others are taken in. */
  settle(): void {
    if (this.gone.size === 0) return;
    for (const [plan, rules] of this.dirty)
      for (const [rule, keys] of rules)
        for (const key of keys.keys()) {
          const set = this.byPlan.get(plan)?.get(rule)?.get(key);
          if (set) set.all = without(this.gone, set.all);
        }
    this.gone.clear();
  }

  /** Has the keys of a plan looked at again whose rules look into other plans: one of those has changed. */
  spoilOutward(plan: Plan): void {
    for (const [rule, sets] of this.byPlan.get(plan) ?? [])
      if (rule.readsOtherPlans) for (const key of sets.keys()) this.spoil(plan, rule, key).isForced = true;
  }

  /** Has the keys of a plan looked at again whose rules look at the whole of it: something in it has changed. */
  spoilInward(plan: Plan): void {
    for (const [rule, sets] of this.byPlan.get(plan) ?? [])
      if (rule.readsWholePlan) for (const key of sets.keys()) this.spoil(plan, rule, key).isForced = true;
  }

  private eachMark(content: BlockContent, use: (rule: KeyRule, key: string, mark: Mark) => void): void {
    for (const rule of this.rules) {
      try {
        rule.marks(content, (key, mark) => use(rule, key, mark));
      } catch (error) {
        this.failed(rule, error);
      }
    }
  }

  /** Forgets plans that are gone. */
  keep(plans: ReadonlySet<Plan>): void {
    for (const plan of this.byPlan.keys()) if (!plans.has(plan)) this.byPlan.delete(plan);
    for (const plan of this.dirty.keys()) if (!plans.has(plan)) this.dirty.delete(plan);
  }

  /** Looks at every key that changed, and at all keys of the plans given. */
  check(all: Iterable<Plan>, look: (rule: KeyRule, key: string, marks: Marks, plan: Plan) => readonly Finding[]): void {
    for (const plan of all)
      for (const [rule, sets] of this.byPlan.get(plan) ?? [])
        for (const key of sets.keys()) this.spoil(plan, rule, key).isForced = true;
    for (const [plan, rules] of this.dirty)
      for (const [rule, keys] of rules)
        for (const [key, change] of keys) {
          const sets = this.byPlan.get(plan)?.get(rule);
          const set = sets?.get(key);
          if (!set || (rule.notesTellAll && set.findings.length === 0 && change.isNone)) continue;
          if (set.all.length === 0) sets?.delete(key);
          else set.findings = look(rule, key, set, plan);
        }
    this.dirty.clear();
  }

  /** What was found in a plan. */
  *findings(plan: Plan): Generator<Finding> {
    for (const sets of this.byPlan.get(plan)?.values() ?? []) for (const set of sets.values()) yield* set.findings;
  }

  private setOf(plan: Plan, rule: KeyRule, key: string): MarkSet {
    const sets = nested(nested(this.byPlan, plan), rule);
    let set = sets.get(key);
    if (!set) {
      set = new MarkSet(plan);
      sets.set(key, set);
    }
    return set;
  }

  private spoil(plan: Plan, rule: KeyRule, key: string): KeyChange {
    const rules = nested(this.dirty, plan);
    const keys = nested(rules, rule);
    let change = keys.get(key);
    if (!change) {
      change = new KeyChange();
      keys.set(key, change);
    }
    return change;
  }
}
