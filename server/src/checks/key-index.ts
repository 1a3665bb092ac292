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
    if (this.all.length > 0 || this.balance) this.count(mark, 1);
    else this.isForced = true;
    if (this.all.length > 0) this.all.push(mark);
    else this.all = [mark];
  }

  /** Takes a mark out. It is looked for from the end, where those are that came last: they are the next to go. */
  remove(mark: Mark): void {
    const last = this.all.pop();
    if (last && last !== mark) this.all[this.all.lastIndexOf(mark)] = last;
    this.count(mark, -1);
  }

  private count({ note, also }: Mark, step: 1 | -1): void {
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

/** The marks that were made in one block: each mark, and under the same number the set that it is in. */
interface Made {
  readonly marks: readonly Mark[];
  readonly sets: readonly MarkSet[];
}

/** The marks that rules made in blocks, by plan, rule and key; and which keys are to be looked at again. */
export class KeyIndex {
  private readonly rules: readonly KeyRule[];
  /** For each plan the marks of each rule, in the order of the rules. */
  private readonly byPlan = new Map<Plan, SetsByKey[]>();
  private readonly byBlock = new Map<PlacedBlock, Made>();
  /** The keys at which something was found. */
  private readonly found = new Map<Plan, Set<MarkSet>>();
  private dirty: MarkSet[] = [];
  /** The plans that have marks for the first time: all their keys are looked at in any case. */
  private readonly fresh = new Set<Plan>();

  /** Told when a rule throws while it makes its marks: those that it made before count. */
  private readonly failed: (rule: KeyRule, error: unknown) => void;

  constructor(rules: readonly KeyRule[], failed: (rule: KeyRule, error: unknown) => void) {
    this.rules = rules;
    this.failed = failed;
  }

  /** Takes the marks of a block in. */
  add(plan: Plan, content: BlockContent): void {
    const { rules } = this;
    const all = this.setsOf(plan);
    const marks: Mark[] = [];
    const sets: MarkSet[] = [];
    let rule = rules[0] as KeyRule;
    let byKey = all[0] as SetsByKey;
    const make = (key: string, mark: Mark): void => {
      let set = byKey.get(key);
      if (!set) {
        set = new MarkSet(plan, rule, key);
        byKey.set(key, set);
      }
      this.spoil(set);
      set.add(mark);
      marks.push(mark);
      sets.push(set);
    };
    for (let number = 0; number < rules.length; number++) {
      rule = rules[number] as KeyRule;
      byKey = all[number] as SetsByKey;
      try {
        rule.marks(content, make);
      } catch (error) {
        this.failed(rule, error);
      }
    }
    // Lists that grew one by one keep room for more: a copy has none.
    if (marks.length > 0) this.byBlock.set(content.placed, { marks: marks.slice(), sets: sets.slice() });
  }

  /** Takes the marks of a block out. */
  remove(placed: PlacedBlock): void {
    const made = this.byBlock.get(placed);
    if (!made) return;
    this.byBlock.delete(placed);
    for (const [number, set] of made.sets.entries()) {
      this.spoil(set);
      set.remove(made.marks[number] as Mark);
    }
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
