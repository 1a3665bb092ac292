import type { KeyLanguage } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { isLocal, linked, questionsOf } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import { lacksInWords } from '../code-lens.ts';
import { oneOf } from '../kind-words.ts';
import { type Place, titleOf, wholeOf } from '../places.ts';
import { callOf, numberOf } from '../shown.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordsFor } from '../words.ts';
import { standingOf } from './standing.ts';
import { servants } from './strands.ts';

/** An item on the golden thread, or a heading, with what is below it. */
export interface ThreadItem {
  /** The same for the same item after an edit elsewhere, and unique among its siblings. */
  readonly key: string;
  /** The key of its kind in English; `group` for a heading. */
  readonly kind: string;
  /** Its number and its title. */
  readonly title: string;
  /** Its kind, and what it is short of: “outcome · no measure yet”. */
  readonly description: string;
  /** What is broken here, in sentences. */
  readonly faults: readonly string[];
  /** The whole of it, and its title; none for a heading. */
  readonly whole: Place | undefined;
  readonly focus: Place | undefined;
  readonly children: readonly ThreadItem[];
}

/** What is said of an item wherever it stands. */
type Said = Omit<ThreadItem, 'key' | 'children'>;

const phrases = {
  en: { off: 'Not on the thread', untitled: 'no title yet' },
  cy: { off: 'Ddim ar yr edau', untitled: 'dim teitl eto' },
};

/** The rules whose findings at an item are breaks of the thread there: those about the thread itself, and names that lead nowhere. */
const threadRule = /^(?:thread|kpq|measure)\/|^reference\/(?:unknown|wrong|ambiguous)/;

/** So deep the tree goes, and so much may stand below one item: items that serve each other by mistake would have no end. */
const DEEPEST = 12;
const MOST_BELOW = 10_000;

/**
 * The golden thread of the plan that a file belongs to: the outcomes, with the priorities that work towards each and their actions,
 * and the questions about each with their measures; last, under a heading, what hangs on nothing.
 */
export function threadTree(snapshot: Snapshot, file: PlanFile): ThreadItem[] {
  const { plan } = file;
  return plan ? new Tree(snapshot, plan, file.tree.language).roots() : [];
}

class Tree {
  private readonly snapshot: Snapshot;
  private readonly model: Model;
  private readonly plan: Plan;
  private readonly language: KeyLanguage;
  private readonly faults: ReadonlyMap<Item, readonly string[]>;
  /** The nodes that are made. An item that serves several others stands below each, with the same below it. */
  private readonly made = new Map<Item, readonly ThreadItem[]>();
  /** What is said of items, wherever they stand. */
  private readonly said = new Map<Item, Said>();
  /** How much stands in lists of nodes, all that is below them counted. */
  private readonly sizes = new Map<readonly ThreadItem[], number>();

  constructor(snapshot: Snapshot, plan: Plan, language: KeyLanguage) {
    this.snapshot = snapshot;
    this.model = snapshot.model;
    this.plan = plan;
    this.language = language;
    this.faults = this.readFaults();
  }

  roots(): ThreadItem[] {
    const items = [...this.model.items(this.plan)];
    const own = items.filter((item) => item.key === 'outcome' && !isLocal(item));
    const outcomes = new Set(own);
    for (const item of items)
      if (item.key === 'priority' || item.key === 'kpq' || item.key === 'measure')
        for (const { item: outcome } of linked(this.model, item, 'outcomes'))
          if (outcome.plan !== this.plan) outcomes.add(outcome);
    const roots = this.nodes([...outcomes], 0);
    const off = this.nodes(
      items.filter((item) => this.isOff(item)),
      1,
    );
    if (off.length === 0) return roots;
    const title = wordsFor(phrases, this.language).off;
    const heading = {
      key: 'group',
      kind: 'group',
      title,
      description: '',
      faults: [],
      whole: undefined,
      focus: undefined,
    };
    return [...roots, { ...heading, children: off }];
  }

  /** True for an item that should hang on another one and does not. */
  private isOff(item: Item): boolean {
    switch (item.key) {
      case 'priority':
        return item.parent?.key !== 'priority' && ![...item.withBelow()].some((below) => this.hasOutcome(below));
      case 'kpq':
        return !this.hasOutcome(item);
      case 'measure':
        return questionsOf(this.model, item).length === 0 && !this.hasOutcome(item);
      default:
        return false;
    }
  }

  private hasOutcome(item: Item): boolean {
    return (
      (item.key === 'priority' || item.key === 'kpq' || item.key === 'measure') &&
      linked(this.model, item, 'outcomes').some(({ item: outcome }) => outcome.plan !== this.plan || !isLocal(outcome))
    );
  }

  /** Items as nodes, with keys that tell siblings of the same name apart. */
  private nodes(items: readonly Item[], depth: number): ThreadItem[] {
    const keys = new Map<string, number>();
    return items.map((item) => {
      const name = `${item.key} ${item.plan === this.plan ? '' : `${item.plan?.id}.`}${item.id ?? item.title}`;
      const count = (keys.get(name) ?? 0) + 1;
      keys.set(name, count);
      return this.node(item, count > 1 ? `${name} (${count})` : name, depth);
    });
  }

  private node(item: Item, key: string, depth: number): ThreadItem {
    let said = this.said.get(item);
    if (!said) {
      said = this.say(item);
      this.said.set(item, said);
    }
    return { key, ...said, children: this.below(item, depth + 1) };
  }

  private say(item: Item): Said {
    const number = numberOf(this.model, item);
    const title = callOf(this.model, item) || wordsFor(phrases, this.language).untitled;
    const lacks = lacksInWords(standingOf(this.model, item).lacks, this.language);
    return {
      kind: item.key,
      title: number ? `${number} ${title}` : title,
      description: [oneOf(item.kind, this.language), ...lacks].join(' · '),
      faults: this.faults.get(item) ?? [],
      whole: wholeOf(item),
      focus: titleOf(item),
    };
  }

  /** What stands below an item: what serves it, kind by kind. */
  private below(item: Item, depth: number): readonly ThreadItem[] {
    const known = this.made.get(item);
    if (known || depth > DEEPEST) return known ?? [];
    const shown = shownBelow[item.key] ?? [];
    const items = servants(this.model, item).flatMap(({ from }) => (this.standsBelow(from, item, shown) ? [from] : []));
    items.sort((a, b) => shown.indexOf(a.key) - shown.indexOf(b.key));
    const nodes = this.cut(this.nodes(items, depth));
    this.made.set(item, nodes);
    return nodes;
  }

  /** A list of nodes; without what is below them where that is too much. */
  private cut(nodes: readonly ThreadItem[]): readonly ThreadItem[] {
    const size = nodes.reduce((sum, { children }) => sum + 1 + (this.sizes.get(children) ?? 0), 0);
    const kept = size > MOST_BELOW ? nodes.map((node) => ({ ...node, children: [] })) : nodes;
    this.sizes.set(kept, kept === nodes ? size : nodes.length);
    return kept;
  }

  /** A measure that answers a question about an outcome stands below the question, not below the outcome too. */
  private standsBelow(from: Item, item: Item, shown: readonly string[]): boolean {
    if (!shown.includes(from.key)) return false;
    return item.key !== 'outcome' || from.key !== 'measure' || questionsOf(this.model, from).length === 0;
  }

  private readFaults(): Map<Item, string[]> {
    const faults = new Map<Item, string[]>();
    for (const file of this.plan.files)
      for (const { rule, item, message } of this.snapshot.diagnostics(file)) {
        if (!item || !threadRule.test(rule)) continue;
        const known = faults.get(item);
        if (known) known.push(message);
        else faults.set(item, [message]);
      }
    return faults;
  }
}

/** Which kinds stand below one, in this order. */
const shownBelow: Readonly<Record<string, readonly string[]>> = {
  outcome: ['priority', 'kpq', 'measure'],
  kpq: ['measure'],
  priority: ['priority', 'action', 'measure'],
  action: ['action', 'milestone', 'measure'],
};
