import { type Entry, type Field, fieldOn, fieldsOn, kinds, trimEnd } from '@goldthread/grammar';
import type { Plan } from '../workspace/plan.ts';
import type { Range } from '../workspace/plan-file.ts';
import type { Item } from './item.ts';
import { direct, holderOf, isLocal, type LinkOrigin, linked, prioritiesServed } from './links.ts';
import type { Model } from './model.ts';
import { numbers } from './number.ts';

/** The values of an item's fields as they are written, by key in English, with the name behind it: `why`, `title cy`. */
export type ExportedFields = Readonly<Record<string, string | readonly string[]>>;

/** A link from an item to another. */
export interface ExportedLink {
  /** The ref of the item that is linked to: among the items, the plans or those elsewhere. */
  readonly to: string;
  /** The field that makes the link, in English: `outcomes`, `lead`; `prose` for double brackets in text. */
  readonly kind: string;
  readonly origin: LinkOrigin;
  readonly inherited: boolean;
}

/** An item of a plan, for other programs. */
export interface ExportedItem {
  readonly ref: string;
  readonly id: string | null;
  readonly kind: string;
  readonly title: string;
  /** The ref of the item that it stands in; null for what stands in the plan itself. */
  readonly parent: string | null;
  /** The ref of its plan. */
  readonly plan: string;
  readonly file: string;
  /** From its key to the end of what stands in it. */
  readonly range: Range;
  /** The printed number, where the plan numbers items of this kind. */
  readonly number?: string;
  /** True for an outcome or a measure that belongs to one priority or to a section. */
  readonly local?: true;
  readonly fields: ExportedFields;
  readonly links: readonly ExportedLink[];
}

/** A plan or library, for other programs. */
export interface ExportedPlan {
  readonly ref: string;
  readonly id: string | null;
  readonly kind: 'plan' | 'library';
  readonly title: string;
  /** Its files, the root first. */
  readonly files: readonly string[];
  readonly fields: ExportedFields;
  readonly links: readonly ExportedLink[];
  /** How many items of each kind it has; sub-priorities apart, and outcomes and measures of one priority or section, as `local outcome`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** An item of a plan or library that was not asked for, to which a link leads. */
export interface ExportedElsewhere {
  readonly ref: string;
  readonly id: string | null;
  readonly kind: string;
  readonly title: string;
  readonly plan: string;
  readonly file: string;
}

/** Plans as a graph, for other programs. `server/schemas/model.schema.json` describes it. */
export interface ExportedModel {
  readonly plans: readonly ExportedPlan[];
  readonly items: readonly ExportedItem[];
  readonly elsewhere: readonly ExportedElsewhere[];
}

/** Kinds that are told apart by whether one priority or section owns them. */
const localKinds: ReadonlySet<string> = new Set(['outcome', 'measure']);
const owners = ['priority', 'section'];

/**
 * The names by which other programs know items: `plan.id`; `plan/kind-n` or `plan.parent/kind-n` where an item has no id,
 * n being its place among those of its kind there; with `~2` behind it where an id is used a second time.
 */
export class Refs {
  private readonly model: Model;
  private readonly plans = new Map<Plan, string>();
  private readonly items = new Map<Item, string>();
  private readonly taken = new Set<string>();

  constructor(model: Model) {
    this.model = model;
    for (const plan of model.workspace.plans) this.plans.set(plan, this.claim(plan.id || stem(plan.root.path)));
  }

  /** The ref of an item; undefined where it belongs to no plan. */
  of(item: Item): string | undefined {
    const { plan } = item;
    if (!plan) return undefined;
    if (!this.items.has(item)) this.name(plan);
    return this.items.get(item);
  }

  /** The ref of a plan. */
  ofPlan(plan: Plan): string {
    return this.plans.get(plan) ?? plan.id;
  }

  private name(plan: Plan): void {
    const counts = new Map<string, number>();
    const own = this.ofPlan(plan);
    const root = this.model.root(plan);
    for (const item of this.model.items(plan)) {
      const above = (item.parent && this.items.get(item.parent)) ?? own;
      const unnamed = `${above}/${item.key}`;
      const count = (counts.get(unnamed) ?? 0) + 1;
      counts.set(unnamed, count);
      if (item === root) this.items.set(item, own);
      else this.items.set(item, this.claim(item.id && !item.kind.root ? `${own}.${item.id}` : `${unnamed}-${count}`));
    }
  }

  private claim(wanted: string): string {
    let ref = wanted;
    for (let again = 2; this.taken.has(ref); again++) ref = `${wanted}~${again}`;
    this.taken.add(ref);
    return ref;
  }
}

/** The names of all items as they are now: worked out once, for who asks before something changes. */
export const refsOf = (model: Model): Refs => model.rememberedOfAll('refs', () => new Refs(model));

/** The graph of some plans. `show` turns the path of a file into the one to print. */
export function exportModel(model: Model, plans: readonly Plan[], show: (path: string) => string): ExportedModel {
  const refs = refsOf(model);
  const items: ExportedItem[] = [];
  const asked = new Set(plans);
  const elsewhere = new Map<Item, ExportedElsewhere>();
  const links = (item: Item): ExportedLink[] =>
    linksOf(model, item).map(({ target, kind, origin }) => {
      if (target.plan && !asked.has(target.plan)) elsewhere.set(target, toElsewhere(target, refs, show));
      return { to: refs.of(target) ?? '', kind, origin, inherited: origin === 'inherited' };
    });
  const exported = plans.map((plan): ExportedPlan => {
    const root = model.root(plan);
    const numbered = numbers(model, plan);
    const counts = new Map<string, number>();
    for (const item of model.items(plan)) {
      if (item.kind.root) continue;
      const local = belongsToOne(item);
      const counted = countedAs(item, local);
      counts.set(counted, (counts.get(counted) ?? 0) + 1);
      const number = numbered.get(item);
      items.push({
        ...nameOf(item, refs),
        parent: item.parent && !item.parent.kind.root ? (refs.of(item.parent) ?? null) : null,
        plan: refs.ofPlan(plan),
        file: show(item.placed.file.path),
        range: rangeOf(item),
        ...(number === undefined ? {} : { number }),
        ...(local ? { local } : {}),
        fields: fieldsOf(item),
        links: links(item),
      });
    }
    return {
      ref: refs.ofPlan(plan),
      id: plan.id || null,
      kind: plan.kind,
      title: root?.title ?? '',
      files: plan.files.map((file) => show(file.path)),
      fields: root ? fieldsOf(root) : {},
      links: root ? links(root) : [],
      counts: inOrderOfKinds(counts),
    };
  });
  return { plans: exported, items, elsewhere: [...elsewhere.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)) };
}

const nameOf = (item: Item, refs: Refs): Pick<ExportedItem, 'ref' | 'id' | 'kind' | 'title'> => ({
  ref: refs.of(item) ?? '',
  id: item.id ?? null,
  kind: item.key,
  title: item.title,
});

const toElsewhere = (item: Item, refs: Refs, show: (path: string) => string): ExportedElsewhere => ({
  ...nameOf(item, refs),
  plan: item.plan ? refs.ofPlan(item.plan) : '',
  file: show(item.placed.file.path),
});

/** True for an outcome or a measure inside a priority or a section. */
const belongsToOne = (item: Item): boolean =>
  localKinds.has(item.key) && isLocal(item) && owners.some((owner) => item.above(owner) !== undefined);

function fieldsOf(item: Item): ExportedFields {
  const found = new Map<string, string[]>();
  for (const entry of item.fields) {
    const definition = entry.definition as Field;
    const name = item.nameOf(entry);
    const key = name ? `${definition.key} ${name}` : definition.key;
    const value = definition.type === 'prose' ? item.proseOf(entry) : item.valueOf(entry);
    const values = found.get(key);
    if (values) values.push(value);
    else found.set(key, [value]);
  }
  return Object.fromEntries(
    [...found].map(([key, values]) => [key, values.length === 1 ? (values[0] as string) : values]),
  );
}

interface FoundLink {
  readonly target: Item;
  readonly kind: string;
  readonly origin: LinkOrigin;
}

/** All links of an item that lead somewhere: each target once a field, in the order of the vocabulary; then those in prose. */
function linksOf(model: Model, item: Item): FoundLink[] {
  const found: FoundLink[] = [];
  for (const field of fieldsOn(item.key))
    if (field.type === 'reference')
      for (const [target, origin] of followed(model, item, field)) found.push({ target, kind: field.key, origin });
  const inProse = new Set(item.links.filter(({ relation }) => relation === 'prose').map((link) => model.target(link)));
  for (const target of inProse) if (target) found.push({ target, kind: 'prose', origin: 'written' });
  return found;
}

/** Where a field of an item leads, what it has from above included. */
function followed(model: Model, item: Item, field: Field): Map<Item, LinkOrigin> {
  const relation = field.key;
  const own = isParty(field) && item.has(relation) ? direct(model, item, relation) : linked(model, item, relation);
  const found = new Map(own.map(({ item: target, origin }) => [target, origin]));
  if (item.key !== 'action') return found;
  if (relation === 'priorities') {
    for (const priority of prioritiesServed(model, item))
      if (!found.has(priority)) found.set(priority, priority === item.above('priority') ? 'implied' : 'inherited');
  } else if (isHandedDown(relation) && !item.has(relation) && item.parent) {
    const holder = holderOf(item.parent, relation);
    for (const { item: target } of holder ? direct(model, holder, relation) : []) found.set(target, 'inherited');
  }
  return found;
}

/** True for the fields that name who does something: what an item says itself takes the place of what is said above it. */
const isParty = (field: Field): boolean => field.orWords === true;

/** True for the fields that hold for the actions in a priority, a group or a section. */
const isHandedDown = (relation: string): boolean => fieldOn('group', relation) !== undefined;

function rangeOf(item: Item): Range {
  let last: Entry = item.entry;
  for (let below = last.children.at(-1); below; below = last.children.at(-1)) last = below;
  const { block } = item.placed;
  return item.placed.range(item.entry.at, trimEnd(block.text, item.entry.at, Math.max(last.end, item.entry.valueEnd)));
}

/** Under what an item is counted: its kind, `local outcome`, or `sub-priority` for one in another of its kind. */
function countedAs({ key, parent }: Item, local: boolean): string {
  if (local) return `local ${key}`;
  return key === 'priority' && parent?.key === key ? `sub-${key}` : key;
}

function inOrderOfKinds(counts: ReadonlyMap<string, number>): Record<string, number> {
  const keys = kinds.flatMap(({ key }) => [key, `sub-${key}`, `local ${key}`]);
  return Object.fromEntries(keys.filter((key) => counts.has(key)).map((key) => [key, counts.get(key) as number]));
}

/** The name of a file without its folder and its ending. */
const stem = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.plan$/, '');
