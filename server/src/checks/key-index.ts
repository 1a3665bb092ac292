import type { BlockContent } from '../model/read-block.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import type { Finding, KeyRule, Mark, Marks } from './rule.ts';

/** All marks of one key in one plan, with what was found about them. */
class MarkSet implements Marks {
  readonly all = new Set<Mark>();
  findings: readonly Finding[] = [];
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  inOrder(): readonly Mark[] {
    const { files } = this.plan;
    return [...this.all].sort(
      (a, b) =>
        (a.placed.file === b.placed.file ? 0 : files.indexOf(a.placed.file) - files.indexOf(b.placed.file)) ||
        a.placed.index - b.placed.index ||
        a.start - b.start,
    );
  }
}

/** One mark with where it is kept. */
interface Kept {
  readonly rule: KeyRule;
  readonly key: string;
  readonly mark: Mark;
}

type SetsOfPlan = Map<KeyRule, Map<string, MarkSet>>;

/** The marks that rules made in blocks, by plan, rule and key; and which keys are to be looked at again. */
export class KeyIndex {
  private readonly rules: readonly KeyRule[];
  private readonly byPlan = new Map<Plan, SetsOfPlan>();
  private readonly byBlock = new Map<PlacedBlock, Kept[]>();
  private readonly dirty = new Map<Plan, Map<KeyRule, Set<string>>>();

  constructor(rules: readonly KeyRule[]) {
    this.rules = rules;
  }

  /** Takes the marks of a block in. */
  add(plan: Plan, content: BlockContent): void {
    const kept: Kept[] = [];
    for (const rule of this.rules)
      rule.marks(content, (key, mark) => {
        kept.push({ rule, key, mark });
        this.setOf(plan, rule, key).all.add(mark);
        this.spoil(plan, rule, key);
      });
    if (kept.length > 0) this.byBlock.set(content.placed, kept);
  }

  /** Takes the marks of a block out. */
  remove(plan: Plan, content: BlockContent): void {
    for (const { rule, key, mark } of this.byBlock.get(content.placed) ?? []) {
      this.setOf(plan, rule, key).all.delete(mark);
      this.spoil(plan, rule, key);
    }
    this.byBlock.delete(content.placed);
  }

  /** Forgets plans that are gone. */
  keep(plans: ReadonlySet<Plan>): void {
    for (const plan of this.byPlan.keys()) if (!plans.has(plan)) this.byPlan.delete(plan);
    for (const plan of this.dirty.keys()) if (!plans.has(plan)) this.dirty.delete(plan);
  }

  /** Looks at every key that changed, and at all keys of the plans given. */
  check(all: Iterable<Plan>, look: (rule: KeyRule, key: string, marks: Marks, plan: Plan) => readonly Finding[]): void {
    for (const plan of all)
      for (const [rule, sets] of this.byPlan.get(plan) ?? []) for (const key of sets.keys()) this.spoil(plan, rule, key);
    for (const [plan, rules] of this.dirty)
      for (const [rule, keys] of rules)
        for (const key of keys) {
          const sets = this.byPlan.get(plan)?.get(rule);
          const set = sets?.get(key);
          if (!set) continue;
          if (set.all.size === 0) sets?.delete(key);
          else set.findings = look(rule, key, set, plan);
        }
    this.dirty.clear();
  }

  /** What was found in a plan. */
  *findings(plan: Plan): Generator<Finding> {
    for (const sets of this.byPlan.get(plan)?.values() ?? []) for (const set of sets.values()) yield* set.findings;
  }

  private setOf(plan: Plan, rule: KeyRule, key: string): MarkSet {
    const rules: SetsOfPlan = this.byPlan.get(plan) ?? new Map();
    const sets = rules.get(rule) ?? new Map<string, MarkSet>();
    const set = sets.get(key) ?? new MarkSet(plan);
    if (set.all.size === 0) {
      this.byPlan.set(plan, rules.set(rule, sets.set(key, set)));
    }
    return set;
  }

  private spoil(plan: Plan, rule: KeyRule, key: string): void {
    const rules = this.dirty.get(plan) ?? new Map<KeyRule, Set<string>>();
    const keys = rules.get(rule) ?? new Set<string>();
    if (keys.size === 0) this.dirty.set(plan, rules.set(rule, keys));
    keys.add(key);
  }
}
