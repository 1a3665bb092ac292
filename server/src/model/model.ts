import type { Plan } from '../workspace/plan.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Item, Link } from './item.ts';
import { nested } from './nested.ts';
import { type BlockContent, readBlock } from './read-block.ts';

/** What changed in the model: what the blocks said that went, and what those say that came. */
export interface ModelChange {
  readonly removed: readonly BlockContent[];
  readonly added: readonly BlockContent[];
  readonly plansChanged: boolean;
}

/** The index of one plan or library: who has which id, and who names it from inside. */
interface PlanIndex {
  readonly ids: Map<string, Item[]>;
  /** The lists among those with more than one item that are in the printed order. */
  readonly sorted: WeakSet<Item[]>;
  readonly naming: Map<string, Set<Link>>;
}

/** The plans as a graph: items by id, and links that can be followed both ways. Kept up to date block by block. */
export class Model {
  readonly workspace: Workspace;
  private readonly contents = new Map<PlacedBlock, BlockContent>();
  private readonly indexes = new Map<Plan, PlanIndex>();
  /** The links with a dot, by what stands before it and after it; those that name a plan as a whole under an empty id. */
  private readonly qualified = new Map<string, Map<string, Set<Link>>>();

  /** What has been worked out about items since the last change, by what was asked. */
  private readonly memory = new Map<string, Map<Item, unknown>>();
  /** The same of the whole. */
  private readonly whole = new Map<string, unknown>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** What is worked out about an item, once until something changes. */
  remembered<Value>(question: string, item: Item, workOut: () => Value): Value {
    const answers = nested(this.memory, question) as Map<Item, Value>;
    const known = answers.get(item);
    if (known !== undefined) return known;
    const value = workOut();
    answers.set(item, value);
    return value;
  }

  /** What is worked out about the whole, once until something changes. */
  rememberedOfAll<Value>(question: string, workOut: () => Value): Value {
    const known = this.whole.get(question) as Value | undefined;
    if (known !== undefined) return known;
    const value = workOut();
    this.whole.set(question, value);
    return value;
  }

  /** Lets go of what was worked out. It is worked out again when it is asked for. */
  forget(): void {
    this.memory.clear();
    this.whole.clear();
  }

  /** Takes in what changed in the workspace. */
  update(): ModelChange {
    const change = this.workspace.takeChanges();
    if (change.removed.length === 0 && change.added.length === 0 && !change.plansChanged)
      return { removed: [], added: [], plansChanged: false };
    this.forget();
    const removed = change.removed.map((placed) => {
      const content = this.contents.get(placed) as BlockContent;
      this.index(content, false);
      this.contents.delete(placed);
      return content;
    });
    const added = change.added.map((placed) => {
      const content = readBlock(placed);
      this.contents.set(placed, content);
      this.index(content, true);
      return content;
    });
    if (change.plansChanged) {
      const known = new Set(this.workspace.plans);
      for (const plan of this.indexes.keys()) if (!known.has(plan)) this.indexes.delete(plan);
    }
    return { removed, added, plansChanged: change.plansChanged };
  }

  /** What a block says. */
  content(placed: PlacedBlock): BlockContent | undefined {
    return this.contents.get(placed);
  }

  /** The first entry of a plan or library as an item. */
  root(plan: Plan): Item | undefined {
    const placed = plan.root.firstBlock;
    const item = placed && this.contents.get(placed)?.items[0];
    return item?.kind.root ? item : undefined;
  }

  /** All items of a plan, its parts where they are included, in the printed order. */
  *items(plan: Plan): Generator<Item> {
    for (const placed of blocksInOrder(plan)) yield* this.contents.get(placed)?.items ?? [];
  }

  /** The items with an id in a plan: none, one, or several where an id is used twice; the first comes first. */
  withId(plan: Plan, id: string): readonly Item[] {
    const index = this.indexes.get(plan);
    const items = index?.ids.get(id);
    if (!items) return noItems;
    if (items.length > 1 && !index?.sorted.has(items))
      index?.sorted.add(items.sort((a, b) => plan.compareBlocks(a.placed, b.placed) || a.entry.at - b.entry.at));
    return items;
  }

  /** All ids of a plan. */
  ids(plan: Plan): Iterable<string> {
    return this.indexes.get(plan)?.ids.keys() ?? [];
  }

  /** The plan or library that a name before a dot means, seen from a plan. */
  library(from: Plan, name: string): Plan | undefined {
    return from.id === name ? from : this.workspace.plansNamed(name)[0];
  }

  /** The item that a link names, seen from the plan that it stands in; undefined where there is none. */
  target(link: Link, plan: Plan | undefined = link.from.plan): Item | undefined {
    if (!plan) return undefined;
    if (link.library !== undefined) {
      const library = this.library(plan, link.library);
      return library && this.withId(library, link.id)[0];
    }
    const own = this.withId(plan, link.id)[0];
    if (!namesPlans(link) || own?.key === 'document') return own;
    const named = this.workspace.plansNamed(link.id)[0];
    return (named && this.root(named)) ?? own;
  }

  /** The links that name an item, from its own plan and from others; in no particular order. */
  naming(item: Item): Iterable<Link> {
    const plan = item.plan;
    if (!plan) return noLinks;
    if (item.kind.root) return this.qualified.get(plan.id)?.get('') ?? noLinks;
    return item.id === undefined ? noLinks : this.namingId(plan, item.id);
  }

  /** The links that name an id of a plan, whether anything has it or not. */
  namingId(plan: Plan, id: string): Iterable<Link> {
    const inside = this.indexes.get(plan)?.naming.get(id);
    const outside = this.qualified.get(plan.id)?.get(id);
    return inside && outside ? [...inside, ...outside] : (inside ?? outside ?? noLinks);
  }

  /** The links that name a plan or library, or anything in it, from outside. */
  *namingPlan(id: string): Generator<Link> {
    for (const links of this.qualified.get(id)?.values() ?? []) yield* links;
  }

  private index({ plan, items }: BlockContent, add: boolean): void {
    if (!plan) return;
    const { ids, sorted, naming } = this.indexOf(plan);
    for (const item of items) {
      if (item.id !== undefined && !item.kind.root) {
        if (add) sorted.delete(push(ids, item.id, item));
        else take(ids, item.id, item);
      }
      for (const link of item.links) {
        const { library, id } = link;
        if (library !== undefined) note(nested(this.qualified, library), id, link, add);
        else {
          note(naming, id, link, add);
          if (namesPlans(link)) note(nested(this.qualified, id), '', link, add);
        }
      }
    }
  }

  private indexOf(plan: Plan): PlanIndex {
    const found = this.indexes.get(plan);
    if (found) return found;
    const made: PlanIndex = { ids: new Map(), sorted: new WeakSet(), naming: new Map() };
    this.indexes.set(plan, made);
    return made;
  }
}

const noItems: readonly Item[] = [];
const noLinks: readonly Link[] = [];

/** The blocks of a plan in the printed order: a part stands where it is included. */
export function* blocksInOrder(plan: Plan): Generator<PlacedBlock> {
  const parts = new Map(plan.files.map((file) => [file.path, file]));
  const seen = new Set([plan.root]);
  const waiting = [plan.root.blocks.values()];
  for (let blocks = waiting.at(-1); blocks; blocks = waiting.at(-1)) {
    const next = blocks.next();
    if (next.done) {
      waiting.pop();
      continue;
    }
    yield next.value;
    const path = next.value.file.includePath(next.value);
    const part = path === undefined ? undefined : parts.get(path);
    if (!part || seen.has(part)) continue;
    seen.add(part);
    waiting.push(part.blocks.values());
  }
}

/** True for a link of a field such as `uses`, which names plans and libraries as a whole. */
export const namesPlans = (link: Link): boolean =>
  link.entry.definition?.item === false && (link.entry.definition.to?.includes('plan') ?? false);

/** Adds a value to the list under a key; gives the list. */
function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): Value[] {
  const values = map.get(key) ?? [];
  if (values.length === 0) map.set(key, [value]);
  else values.push(value);
  return values;
}

function take<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const left = (map.get(key) ?? []).filter((other) => other !== value);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}

function note<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value, add: boolean): void {
  const values = map.get(key);
  if (add) {
    if (values) values.add(value);
    else map.set(key, new Set([value]));
  } else if (values) {
    values.delete(value);
    if (values.size === 0) map.delete(key);
  }
}
