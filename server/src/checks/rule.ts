import type { Problem } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { BlockContent } from '../model/read-block.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import type { PlanFacts } from './facts.ts';

/** How much a finding matters. `off` silences a rule. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A span of a block: offsets in UTF-16 units from its start, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A change that a mend makes in one block. */
export interface Edit extends Span {
  readonly placed: PlacedBlock;
  readonly text: string;
}

/** A mend on offer: what it does, in a writer's words and in the language of its file, and the changes that do it. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True where something is still to be written afterwards. */
  readonly leavesGap?: boolean;
}

/** Another place that a finding is about. */
export interface Related extends Span {
  readonly placed: PlacedBlock;
  readonly message: string;
  /** The same in Welsh, for findings in a file whose keys are in Welsh. */
  readonly messageCy: () => string;
}

/** Something that is there, or is worked out each time somebody asks: for words that depend on more than the rule is looked at again for. */
export type Lazy<T> = T | (() => T);

/** The thing itself. */
export const now = <T extends object | string | undefined>(lazy: Lazy<T>): T =>
  typeof lazy === 'function' ? lazy() : lazy;

/** What a message says, in English and in Welsh. */
export type Words = Pick<Report, 'message' | 'messageCy'>;

/** What a rule reports about one place. A nearest id and the like, which any other block may change, are to be lazy. */
export interface Report {
  readonly message: Lazy<string>;
  /** The same in Welsh, for a file whose keys are in Welsh. It is worked out each time somebody asks. */
  readonly messageCy: () => string;
  readonly related?: readonly Related[];
  readonly fixes?: Lazy<readonly Fix[]>;
  /** The item that the finding is about, where it is about one. */
  readonly item?: Item | undefined;
}

/** A report with its place and its rule. */
export interface Finding extends Report, Span {
  readonly rule: string;
  readonly placed: PlacedBlock;
}

/** What a rule may look at, and how it reports. */
export interface RuleContext {
  readonly model: Model;
  /** What the plan says of itself: period, languages, status. */
  facts(plan: Plan | undefined): PlanFacts;
  /** Reports a span of a block. */
  report(placed: PlacedBlock, span: Span, report: Report): void;
}

/** Plan text that shows a rule: one file, or several by path with `main.plan` the one that is checked. */
export type Example = string | Readonly<Record<string, string>>;

/** What every rule says of itself. */
interface RuleBase {
  /** `group/name`. */
  readonly id: string;
  readonly severity: Severity;
  /** True for rules that ask for what is not there yet: in a draft they only hint. */
  readonly completeness?: boolean;
  /** The severity when everything is asked for (`--final`), where it is another one; a rule that is off stays off. */
  readonly finalSeverity?: Severity;
  /** What is wrong, in one sentence. */
  readonly says: string;
  /** Why it matters. */
  readonly why: string;
  /** Where the reason comes from. */
  readonly source: string;
  /** A plan that breaks the rule, and one that does not. Both are run as tests. */
  readonly breaks: Example;
  readonly clean: Example;
  /** The profile that the examples need; `basic` by default. */
  readonly profile?: string;
}

/** A rule about the text of one block: nothing outside it matters. */
export interface BlockRule extends RuleBase {
  block(content: BlockContent, context: RuleContext): void;
}

/** A rule about one layout problem or value that the grammar found. */
export interface ProblemRule extends RuleBase {
  readonly problem: string;
  describe(problem: Problem, content: BlockContent, context: RuleContext): Report;
}

/**
 * A rule about items. `reads` says how far it looks: at the item, what it holds, stands in and the plan's facts (`itself`); also
 * along the item's links in either direction (`neighbours`). It reports only within the item's own block.
 */
export interface ItemRule extends RuleBase {
  readonly kinds: readonly string[] | 'all';
  readonly reads: 'itself' | 'neighbours';
  item(item: Item, context: RuleContext): void;
}

/** Something in a block that can be compared with the same thing elsewhere in the plan. */
export interface Mark extends Span {
  readonly placed: PlacedBlock;
  /** What the rule that made it needs to know of it. */
  readonly note: string;
  /** What else the findings depend on, for rules whose notes tell all. */
  readonly also?: string | undefined;
  readonly item?: Item | undefined;
}

/** All marks of one key in one plan. */
export interface Marks {
  /** The marks in no particular order. */
  readonly all: readonly Mark[];
  /** The marks in the order in which the plan prints them. */
  inOrder(): readonly Mark[];
}

/** A rule that compares what a plan says in several places: everything with one key is looked at together. */
export interface KeyRule extends RuleBase {
  /** True where it looks at items of the plans and libraries that its plan names. */
  readonly readsOtherPlans?: boolean;
  /** True where it looks at other items of the plan too: all its keys are looked at again whenever anything in the plan changes. */
  readonly readsWholePlan?: boolean;
  /**
   * True where whether there is anything to report depends on the notes of the marks alone (and on the plan's head, and on other
   * plans if it reads them): as long as the same notes are there, a key without findings is not looked at again.
   */
  readonly notesTellAll?: boolean;
  /** True where marks are compared with each other only: one alone is not looked at. */
  readonly comparesMarks?: boolean;
  marks(content: BlockContent, mark: (key: string, mark: Mark) => void): void;
  key(key: string, marks: Marks, plan: Plan, context: RuleContext): void;
}

/** A rule about the head of a plan and about which plans there are. Looked at when either changes. */
export interface PlanRule extends RuleBase {
  plan(plan: Plan, context: RuleContext): void;
}

export type Rule = BlockRule | ProblemRule | ItemRule | KeyRule | PlanRule;

/** The span of an item's title, or of its key where it has none. */
export const titleSpan = (item: Item): Span =>
  item.entry.valueEnd > item.entry.valueStart
    ? { start: item.entry.valueStart, end: item.entry.valueEnd }
    : { start: item.entry.at, end: item.entry.keyEnd };

/** The span of an item's key and id: what a finding about a thing that is not there points to. */
export const headSpan = (item: Item): Span => ({
  start: item.entry.at,
  end: Math.max(item.entry.keyEnd, item.entry.nameEnd),
});

/** How a message names an item: its title in quotation marks, or its kind where it has none. */
export function named(item: Item): string {
  const { title } = item;
  if (!title) return item.id ? `${item.kind.noun} ‘${item.id}’` : `this ${item.kind.noun}`;
  return `‘${title.length > 80 ? `${title.slice(0, 77)}…` : title}’`;
}
