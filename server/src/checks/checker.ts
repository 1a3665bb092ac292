import { kinds } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { BlockContent } from '../model/read-block.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlacedBlock, PlanFile } from '../workspace/plan-file.ts';
import { mayAllow } from './allow.ts';
import { type PlanFacts, readFacts, sameFacts } from './facts.ts';
import { KeyIndex } from './key-index.ts';
import type {
  BlockRule,
  Finding,
  ItemRule,
  KeyRule,
  Marks,
  PlanRule,
  ProblemRule,
  Report,
  Rule,
  RuleContext,
  Span,
} from './rule.ts';
import { touchedItems } from './touched.ts';

/**
 * Keeps the findings of all rules up to date. After a change it looks again at the blocks that were read again, at the
 * items on either end of the links that came or went, at what shares a key with what changed, and at nothing else.
 */
export class Checker implements RuleContext {
  readonly model: Model;
  /** The rules that threw, with what they threw last: each costs its own result only. */
  readonly failures = new Map<string, unknown>();
  private readonly blockRules: BlockRule[] = [];
  private readonly problemRules = new Map<string, ProblemRule>();
  private readonly ownRules: RulesByKind;
  private readonly linkRules: RulesByKind;
  private readonly planRules: PlanRule[] = [];
  private readonly keyIndex: KeyIndex;

  private readonly byBlock = new Map<PlacedBlock, readonly Finding[]>();
  private readonly byItem = new Map<Item, readonly Finding[]>();
  /** The items whose findings point to a place in another block. */
  private readonly pointing = new Map<PlacedBlock, Set<Item>>();
  private readonly byPlan = new Map<Plan, readonly Finding[]>();
  /** The blocks of each file of which there may be something to say. */
  private readonly noted = new Map<PlanFile, Set<PlacedBlock>>();
  private readonly heads = new Map<Plan, PlanFacts>();
  private plans: ReadonlySet<Plan> = new Set();
  /** The rule that is running, and what it has reported. */
  private rule: Rule | undefined;
  private found: Finding[] = [];

  constructor(model: Model, rules: readonly Rule[]) {
    this.model = model;
    const keyRules: KeyRule[] = [];
    const itemRules: ItemRule[] = [];
    for (const rule of rules) {
      if ('block' in rule) this.blockRules.push(rule);
      else if ('problem' in rule) this.problemRules.set(rule.problem, rule);
      else if ('item' in rule) itemRules.push(rule);
      else if ('key' in rule) keyRules.push(rule);
      else this.planRules.push(rule);
    }
    this.ownRules = rulesByKind(itemRules.filter((rule) => rule.reads === 'itself'));
    this.linkRules = rulesByKind(itemRules.filter((rule) => rule.reads === 'neighbours'));
    this.keyIndex = new KeyIndex(keyRules, ({ id }, error) => this.failures.set(id, error));
  }

  facts(plan: Plan | undefined): PlanFacts {
    return (plan && this.heads.get(plan)) ?? readFacts(this.model, plan);
  }

  report(placed: PlacedBlock, { start, end }: Span, report: Report): void {
    if (this.rule) this.found.push({ rule: this.rule.id, placed, start, end, ...report });
  }

  /** Takes in what changed since the last call. */
  update(): void {
    const wasEmpty = this.heads.size === 0;
    const change = this.model.update();
    if (change.removed.length === 0 && change.added.length === 0 && !change.plansChanged) return;
    const plans = new Set<Plan>();
    for (const content of change.removed) {
      this.byBlock.delete(content.placed);
      this.noted.get(content.placed.file)?.delete(content.placed);
      for (const item of content.items) this.byItem.delete(item);
      if (content.plan) plans.add(content.plan);
      this.keyIndex.remove(content.placed);
    }
    for (const { plan } of change.added) if (plan) plans.add(plan);
    const renamed = change.plansChanged ? this.readPlans() : [];

    const blocks = new Set(change.added);
    const isHeadRead = ({ root: { firstBlock } }: Plan): boolean => {
      const content = firstBlock && this.model.content(firstBlock);
      return content !== undefined && blocks.has(content);
    };
    const restated = this.readHeads([...plans].filter((plan) => isHeadRead(plan) || !this.heads.has(plan)));
    for (const plan of wasEmpty ? [] : restated)
      for (const file of plan.files)
        for (const placed of file.blocks) {
          const content = this.model.content(placed);
          if (content) blocks.add(content);
        }
    const items = wasEmpty ? new Set<Item>() : touchedItems(this.model, change);
    for (const id of renamed) for (const { from } of this.model.namingPlan(id)) items.add(from);
    for (const { placed } of change.removed) {
      for (const item of this.pointing.get(placed) ?? []) items.add(item);
      this.pointing.delete(placed);
    }
    for (const { placed } of change.added) if (mayAllow(placed)) this.note(placed);
    for (const content of blocks) this.checkBlock(content);
    for (const content of blocks) for (const item of content.items) this.checkLinks(item);
    for (const item of items) {
      const content = this.model.content(item.placed);
      if (content && !blocks.has(content)) this.checkLinks(item);
    }
    for (const content of change.added) if (content.plan) this.keyIndex.add(content.plan, content);
    for (const plan of plans) this.keyIndex.spoilInward(plan);
    for (const { id } of plans)
      for (const { from } of this.model.namingPlan(id)) if (from.plan) this.keyIndex.spoilOutward(from.plan);
    if (change.plansChanged) for (const plan of this.plans) this.keyIndex.spoilOutward(plan);
    this.keyIndex.check(restated, (rule, key, marks, plan) => this.checkKey(rule, key, marks, plan));
    for (const plan of change.plansChanged ? this.model.workspace.plans : plans)
      if (change.plansChanged || isHeadRead(plan)) this.checkPlan(plan);
    this.model.forget();
  }

  /** The findings in one block about the block and its items, in no particular order. */
  findings(placed: PlacedBlock): Finding[] {
    const found = [...(this.byBlock.get(placed) ?? noFindings)];
    if (this.byItem.size === 0) return found;
    for (const item of this.model.content(placed)?.items ?? [])
      for (const finding of this.byItem.get(item) ?? noFindings) found.push(finding);
    return found;
  }

  /** The blocks of a file that have findings of their own or may allow some, in the order of the text. */
  notedBlocks(file: PlanFile): PlacedBlock[] {
    return [...(this.noted.get(file) ?? [])].sort((a, b) => a.index - b.index);
  }

  /** The findings about a plan as a whole and about what it says in several places. They may stand in any of its files. */
  planFindings(plan: Plan): readonly Finding[] {
    return [...(this.byPlan.get(plan) ?? noFindings), ...this.keyIndex.findings(plan)];
  }

  /** The plans among these whose head says something else than before, or was read again. */
  private readHeads(plans: Iterable<Plan>): Set<Plan> {
    const restated = new Set<Plan>();
    for (const plan of plans) {
      const facts = readFacts(this.model, plan);
      const before = this.heads.get(plan);
      if (!before || !sameFacts(before, facts)) restated.add(plan);
      this.heads.set(plan, facts);
    }
    return restated;
  }

  /** Forgets the plans that are gone. Gives the ids of plans that are gone or new. */
  private readPlans(): string[] {
    const before = this.plans;
    this.plans = new Set(this.model.workspace.plans);
    const gone = [...before].filter((plan) => !this.plans.has(plan));
    for (const plan of gone) {
      this.heads.delete(plan);
      this.byPlan.delete(plan);
    }
    this.keyIndex.keep(this.plans);
    return [...gone, ...[...this.plans].filter((plan) => !before.has(plan))].map((plan) => plan.id);
  }

  private checkBlock(content: BlockContent): void {
    for (const problem of content.problems) {
      const rule = this.problemRules.get(problem.code);
      if (rule) this.run(rule, () => this.report(content.placed, problem, rule.describe(problem, content, this)));
    }
    for (const rule of this.blockRules) {
      const before = this.begin(rule);
      try {
        rule.block(content, this);
      } catch (error) {
        this.failed(rule, error, before);
      }
    }
    for (const item of content.items) this.checkItem(item, this.ownRules);
    const found = this.collected();
    if (found.length === 0) this.byBlock.delete(content.placed);
    else {
      this.byBlock.set(content.placed, found);
      this.note(content.placed);
    }
  }

  private checkLinks(item: Item): void {
    this.checkItem(item, this.linkRules);
    const found = this.collected();
    if (found.length === 0) this.byItem.delete(item);
    else {
      this.byItem.set(item, found);
      this.note(item.placed);
    }
    for (const { related = [] } of found)
      for (const { placed } of related) {
        if (placed === item.placed) continue;
        const pointing = this.pointing.get(placed);
        if (pointing) pointing.add(item);
        else this.pointing.set(placed, new Set([item]));
      }
  }

  private note(placed: PlacedBlock): void {
    const noted = this.noted.get(placed.file);
    if (noted) noted.add(placed);
    else this.noted.set(placed.file, new Set([placed]));
  }

  private checkItem(item: Item, rules: RulesByKind): void {
    for (const rule of rules.get(item.key) ?? []) {
      const before = this.begin(rule);
      try {
        rule.item(item, this);
      } catch (error) {
        this.failed(rule, error, before);
      }
    }
  }

  private checkKey(rule: KeyRule, key: string, marks: Marks, plan: Plan): readonly Finding[] {
    const before = this.begin(rule);
    try {
      rule.key(key, marks, plan, this);
    } catch (error) {
      this.failed(rule, error, before);
    }
    return this.collected();
  }

  private checkPlan(plan: Plan): void {
    for (const rule of this.planRules) this.run(rule, () => rule.plan(plan, this));
    this.byPlan.set(plan, this.collected());
  }

  /** What has been reported since the last call. What is reported from then on has no rule until one runs. */
  private collected(): readonly Finding[] {
    this.rule = undefined;
    if (this.found.length === 0) return noFindings;
    const { found } = this;
    this.found = [];
    return found;
  }

  /** Runs a rule. */
  private run(rule: Rule, work: () => void): void {
    const before = this.begin(rule);
    try {
      work();
    } catch (error) {
      this.failed(rule, error, before);
    }
  }

  /** Says which rule runs from now on; gives how much has been reported before it. */
  private begin(rule: Rule): number {
    this.rule = rule;
    return this.found.length;
  }

  /** A rule that threw has reported nothing. */
  private failed(rule: Rule, error: unknown, before: number): void {
    this.found.length = before;
    this.failures.set(rule.id, error);
  }
}

const noFindings: readonly Finding[] = [];

/** The rules about items of each kind. */
type RulesByKind = ReadonlyMap<string, readonly ItemRule[]>;

const rulesByKind = (rules: readonly ItemRule[]): RulesByKind =>
  new Map(kinds.map(({ key }) => [key, rules.filter((rule) => rule.kinds === 'all' || rule.kinds.includes(key))]));
