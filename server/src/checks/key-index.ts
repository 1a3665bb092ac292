import type { BlockContent } from '../model/read-block.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import type { Finding, KeyRule, Mark, Marks } from './rule.ts';

/**
 * All marks of one key in one plan, with what was found about them, and how they changed since they were looked at: how many more
 * or fewer there are with each note, or that they are to be looked at in any case.
 */
class MarkSet implements Marks {
  readonly plan: Plan;
  readonly rule: KeyRule;
  readonly key: string;
  all: Mark[] = noMarks;
  findings: readonly Finding[] = noFindings;
  isSpoilt = false;
  isForced = false;
  private balance: Map<string, number> | undefined = undefined;

  constructor(plan: Plan, rule: KeyRule, key: string) {
    this.plan = plan;
    this.rule = rule;
    this.key = key;
  }

  inOrder(): readonly Mark[] {
    return [...this.all].sort((a, b) => this.plan.compareBlocks(a.placed, b.placed) || a.start - b.start);
  }

  /** Takes a mark in. Of a key that had none when the change began there is nothing to compare it with. */
  add(mark: Mark): void {
    if (this.all.length > 0) {
      this.all.push(mark);
      this.count(mark, 1);
      return;
    }
    this.all = [mark];
    if (this.balance) this.count(mark, 1);
    else this.isForced = true;
  }

  count({ note, also }: Mark, step: 1 | -1): void {
    if (this.isForced) return;
    const told = also === undefined ? note : `${note}\n${also}`;
    this.balance ??= new Map();
    this.balance.set(told, (this.balance.get(told) ?? 0) + step);
  }

  /** True where the marks changed in nothing that their notes tell. */
  get isAsBefore(): boolean {
    if (this.isForced) return false;
    for (const count of this.balance?.values() ?? []) if (count !== 0) return false;
    return true;
  }

  /** Begins to watch for changes anew. */
  watch(): void {
    this.isSpoilt = this.isForced = false;
    this.balance = undefined;
  }
}

/** The marks of a key that has none: one list for all, never written to. */
const noMarks: Mark[] = [];
const noFindings: readonly Finding[] = [];

/** The marks of one rule in one plan, by key. */
type SetsByKey = Map<string, MarkSet>;

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
  /** For each plan the marks of each rule, in the order of the rules. */
  private readonly byPlan = new Map<Plan, SetsByKey[]>();
  /** The keys at which something was found. */
  private readonly found = new Map<Plan, Set<MarkSet>>();
  private dirty: MarkSet[] = [];
  /** The plans that have marks for the first time: all their keys are looked at in any case. */
  private readonly fresh = new Set<Plan>();

  /** Blocks whose marks are yet to be taken out. */
  private readonly gone = new Set<PlacedBlock>();

  /** Told when a rule throws while it makes its marks: it has made none. */
  private readonly failed: (rule: KeyRule, error: unknown) => void;

  /** The plan and the number of the rule whose marks are being made. */
  private plan: Plan | undefined = undefined;
  private running = 0;

  constructor(rules: readonly KeyRule[], failed: (rule: KeyRule, error: unknown) => void) {
    this.rules = rules;
    this.failed = failed;
  }

  /** Takes the marks of a block in. */
  add(plan: Plan, content: BlockContent): void {
    this.eachMark(plan, content, this.enter);
  }

  /** Takes the marks of a block out. */
  remove(plan: Plan, content: BlockContent): void {
    this.gone.add(content.placed);
    this.eachMark(plan, content, this.leave);
  }

  private readonly enter = (key: string, mark: Mark): void => {
    const plan = this.plan as Plan;
    const sets = this.setsOf(plan)[this.running] as SetsByKey;
    let set = sets.get(key);
    if (!set) {
      set = new MarkSet(plan, this.rules[this.running] as KeyRule, key);
      sets.set(key, set);
    }
    this.spoil(set);
    set.add(mark);
  };

  private readonly leave = (key: string, mark: Mark): void => {
    const set = this.byPlan.get(this.plan as Plan)?.[this.running]?.get(key);
    if (!set) return;
    this.spoil(set);
    set.count(mark, -1);
  };

  /** Lets go of the marks of all blocks that were taken out. To be called before others are taken in. */
  settle(): void {
    if (this.gone.size === 0) return;
    for (const set of this.dirty) set.all = without(this.gone, set.all);
    this.gone.clear();
  }

  /** Has the keys of a plan looked at again whose rules look into other plans: one of those has changed. */
  spoilOutward(plan: Plan): void {
    this.force(plan, ({ readsOtherPlans }) => readsOtherPlans === true);
  }

  /** Has the keys of a plan looked at again whose rules look at the whole of it: something in it has changed. */
  spoilInward(plan: Plan): void {
    this.force(plan, ({ readsWholePlan }) => readsWholePlan === true);
  }

  /** Forgets plans that are gone. */
  keep(plans: ReadonlySet<Plan>): void {
    for (const byPlan of [this.byPlan, this.found])
      for (const plan of byPlan.keys()) if (!plans.has(plan)) byPlan.delete(plan);
    for (const plan of this.fresh) if (!plans.has(plan)) this.fresh.delete(plan);
    this.dirty = this.dirty.filter(({ plan }) => plans.has(plan));
  }

  /** Looks at every key that changed, and at all keys of the plans given. */
  check(all: Iterable<Plan>, look: (rule: KeyRule, key: string, marks: Marks, plan: Plan) => readonly Finding[]): void {
    for (const plan of all) this.force(plan, () => true);
    for (const set of this.dirty) {
      const { rule, key, plan } = set;
      if (!rule.notesTellAll || set.findings.length > 0 || !set.isAsBefore) {
        if (set.all.length === 0) this.byPlan.get(plan)?.[this.rules.indexOf(rule)]?.delete(key);
        const isIdle = set.all.length === 0 || (rule.comparesMarks && set.all.length === 1);
        set.findings = isIdle ? noFindings : look(rule, key, set, plan);
        this.note(set);
      }
      set.watch();
    }
    this.dirty.length = 0;
    this.fresh.clear();
  }

  /** What was found in a plan, in no particular order. */
  findings(plan: Plan): readonly Finding[] {
    const sets = this.found.get(plan);
    return sets ? [...sets].flatMap(({ findings }) => findings) : noFindings;
  }

  /** Keeps the keys at hand at which something was found: there are few of them. */
  private note(set: MarkSet): void {
    const sets = this.found.get(set.plan);
    if (set.findings.length === 0) sets?.delete(set);
    else if (sets) sets.add(set);
    else this.found.set(set.plan, new Set([set]));
  }

  private eachMark(plan: Plan, content: BlockContent, use: (key: string, mark: Mark) => void): void {
    const { rules } = this;
    this.plan = plan;
    for (let number = 0; number < rules.length; number++) {
      const rule = rules[number] as KeyRule;
      this.running = number;
      try {
        rule.marks(content, use);
      } catch (error) {
        this.failed(rule, error);
      }
    }
  }

  /** Has the keys of some rules looked at again, whatever has changed in them. */
  private force(plan: Plan, isMeant: (rule: KeyRule) => boolean): void {
    if (this.fresh.has(plan)) return;
    for (const [number, sets] of this.byPlan.get(plan)?.entries() ?? []) {
      if (sets.size === 0 || !isMeant(this.rules[number] as KeyRule)) continue;
      for (const set of sets.values()) {
        this.spoil(set);
        set.isForced = true;
      }
    }
  }

  private spoil(set: MarkSet): void {
    if (set.isSpoilt) return;
    set.isSpoilt = true;
    this.dirty.push(set);
  }

  private setsOf(plan: Plan): SetsByKey[] {
    let sets = this.byPlan.get(plan);
    if (!sets) {
      sets = this.rules.map(() => new Map());
      this.byPlan.set(plan, sets);
      this.fresh.add(plan);
    }
    return sets;
  }
}
