import { textOf, valueSpan } from '@goldthread/grammar';
import { fieldOf, fits } from '../checks/reference/follow.ts';
import type { Span } from '../checks/rule.ts';
import type { Item, Link } from '../model/item.ts';
import { type Model, namesPlans } from '../model/model.ts';
import { resolvePath } from '../workspace/host.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import type { Cursor } from './cursor.ts';
import { dotOf, idStartOf } from './places.ts';

/** What a name in a plan file stands for. */
export type Named =
  /** An item with an id, or one without. `plan` is that in which the id is unique. */
  | { readonly what: 'item'; readonly item: Item; readonly plan: Plan | undefined }
  /** An id that nothing in its plan has. */
  | { readonly what: 'id'; readonly id: string; readonly plan: Plan }
  /** A plan or library as a whole; `plan` is undefined where there is none with the id. */
  | { readonly what: 'plan'; readonly id: string; readonly plan: Plan | undefined }
  /** A file: a part, a picture, a table of figures. */
  | { readonly what: 'file'; readonly path: string };

/** What is spoken of at a place in a plan file. */
export interface Subject {
  readonly named: Named;
  /** The words that name it. Offsets of the block of the cursor. */
  readonly span: Span;
  /** What these words are: its id where it is declared, its id or path where it is named, or its key or title. */
  readonly said: 'id' | 'name' | 'title';
  /** The link that is pointed at. */
  readonly link: Link | undefined;
}

/** What is spoken of where a cursor stands: behind an id, a link, a path, or on an item’s own line. */
export function subjectAt(model: Model, cursor: Cursor): Subject | undefined {
  const { placed, offset, entry, part, item, link } = cursor;
  if (link) return linkSubject(model, link, offset);
  if (!entry?.definition || part === 'margin') return undefined;
  if (!entry.definition.item) {
    if (entry.definition.type !== 'path' || part !== 'value') return undefined;
    const written = textOf(placed.block, entry);
    if (!written) return undefined;
    const named: Named = { what: 'file', path: resolvePath(placed.file.path, written) };
    return { named, span: valueSpan(placed.block, entry), said: 'name', link: undefined };
  }
  if (!item || item.entry !== entry) return undefined;
  const named: Named = item.kind.root
    ? { what: 'plan', id: item.id ?? '', plan: declaredBy(model, item) }
    : { what: 'item', item, plan: item.plan };
  if (part === 'name') return { named, span: { start: entry.nameStart, end: entry.nameEnd }, said: 'id', link };
  const span =
    part === 'value' ? valueSpan(placed.block, entry) : { start: entry.at, end: Math.max(entry.keyEnd, entry.at) };
  return { named, span, said: 'title', link };
}

/** The plan whose id the first entry of a file says. */
function declaredBy(model: Model, { id, plan }: Item): Plan | undefined {
  return id === undefined || plan?.id === id ? plan : model.workspace.plansNamed(id)[0];
}

/** The plan that a file belongs to; for a part that no plan includes, the one that it says it is a part of. */
export const homeOf = (model: Model, file: PlanFile): Plan | undefined =>
  file.plan ?? model.workspace.plansNamed(file.rootId)[0];

/** The items that a link may lead to: those with its id that its field can name, or else all with its id. The first is meant. */
export function targetsOf(model: Model, link: Link): readonly Item[] {
  const target = model.target(link, homeOf(model, link.from.placed.file));
  if (!target?.plan || target.kind.root || target.id === undefined) return target ? [target] : [];
  const all = model.withId(target.plan, target.id);
  if (all.length < 2) return all;
  const fitting = all.filter((item) => fits(item, fieldOf(link)));
  return fitting.length > 0 ? fitting : all;
}

function linkSubject(model: Model, link: Link, offset: number): Subject | undefined {
  const dot = dotOf(link);
  const plan = homeOf(model, link.from.placed.file);
  const [target] = targetsOf(model, link);
  if (link.library !== undefined && offset <= dot) {
    const library = plan && model.library(plan, link.library);
    const span = { start: link.start, end: dot };
    return { named: { what: 'plan', id: link.library, plan: library }, span, said: 'name', link };
  }
  const span = { start: idStartOf(link), end: link.end };
  if (link.library === undefined && namesPlans(link) && (!target || target.kind.root))
    return { named: { what: 'plan', id: link.id, plan: target?.plan }, span, said: 'name', link };
  if (target) return { named: { what: 'item', item: target, plan: target.plan }, span, said: 'name', link };
  const within = link.library === undefined ? plan : plan && model.library(plan, link.library);
  return within && { named: { what: 'id', id: link.id, plan: within }, span, said: 'name', link };
}

/** The links that name something, from wherever they come. */
export function* linksTo(model: Model, named: Named): Generator<Link> {
  if (named.what === 'item') {
    const { item } = named;
    for (const link of model.naming(item)) if (targetsOf(model, link).includes(item)) yield link;
  } else if (named.what === 'id') {
    for (const link of model.namingId(named.plan, named.id)) if (targetsOf(model, link).length === 0) yield link;
  } else if (named.what === 'plan') {
    for (const link of model.namingPlan(named.id)) if (planOf(model, link) === named.plan) yield link;
  }
}

/** The plan or library that a link names, as a whole or before a dot. */
function planOf(model: Model, link: Link): Plan | undefined {
  const from = homeOf(model, link.from.placed.file);
  if (link.library !== undefined) return from && model.library(from, link.library);
  const [target] = targetsOf(model, link);
  return target?.kind.root ? target.plan : undefined;
}

/** The words of a link that name something: an id, or the plan before the dot. Offsets of the block of the link. */
export const nameIn = (link: Link, named: Named): Span =>
  named.what === 'plan' && link.library !== undefined
    ? { start: link.start, end: dotOf(link) }
    : { start: idStartOf(link), end: link.end };

/** The file in whose first entry the plan of something is declared. */
export const rootFileOf = (named: Named): PlanFile | undefined =>
  named.what === 'file' ? undefined : named.plan?.root;
