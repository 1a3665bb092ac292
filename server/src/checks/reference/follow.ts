import type { Field } from '@goldthread/grammar';
import type { Item, Link } from '../../model/item.ts';
import { namesPlans } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { RuleContext } from '../rule.ts';

/** Where a link ends. Each way to go astray has a rule of its own, so that one mistake gives one finding. */
export type Followed =
  | { readonly end: 'item'; readonly item: Item }
  /** The id is there, but not on a kind that the field names. */
  | { readonly end: 'wrong-kind'; readonly item: Item; readonly field: Field }
  /** No plan or library has the name. */
  | { readonly end: 'no-library'; readonly name: string }
  /** The plan or library is there, but not among those that this plan uses. */
  | { readonly end: 'not-used'; readonly library: Plan }
  /** Nothing has the id: in the library before the dot, or else in the plan. */
  | { readonly end: 'no-item'; readonly library: Plan | undefined };

/** The field that names; undefined for a reference in prose, which may name anything. */
export const fieldOf = (link: Link): Field | undefined =>
  link.relation !== 'prose' && link.entry.definition?.item === false ? link.entry.definition : undefined;

/** The link as it is written. */
export const writtenIn = (link: Link): string => link.from.placed.block.text.slice(link.start, link.end);

/** True where an item is of a kind that a field names; a field that is not there names all. */
export const fits = (item: Item, field: Field | undefined): boolean => field?.to?.includes(item.key) ?? true;

/** True for a plan or library that says so in its first entry, with a name: any file that is no part counts as a plan. */
export function isNamedPlan(plan: Plan, context: RuleContext): boolean {
  const root = context.model.root(plan);
  return plan.id !== '' && root !== undefined && root.key !== 'part';
}

/** The plan or library with a name, as a plan sees it. */
export function planNamed(name: string, from: Plan, context: RuleContext): Plan | undefined {
  if (from.id === name) return from;
  return context.model.workspace.plansNamed(name).find((plan) => isNamedPlan(plan, context));
}

/** True where a plan's `uses` has a name. */
export const isUsed = (name: string, plan: Plan, context: RuleContext): boolean =>
  context.facts(plan).uses.some((used) => used === name || used.normalize('NFC') === name);

/** Follows a link to its end. Undefined where nothing can be said: in a file that belongs to no plan, or a Markdown link in brackets. */
export function follow(link: Link, context: RuleContext): Followed | undefined {
  const { plan } = link.from;
  if (!plan || isMarkdownLink(link)) return undefined;
  const field = fieldOf(link);
  if (field && field.key === 'uses') return followUse(link, plan, field, context);
  if (link.library === undefined) return followOwn(link, plan, field, context);
  const library = planNamed(link.library, plan, context);
  if (!library) return { end: 'no-library', name: link.library };
  if (library !== plan && !isUsed(link.library, plan, context)) return { end: 'not-used', library };
  return endAt(context.model.withId(library, link.id), field) ?? { end: 'no-item', library };
}

/** A link with its end. */
export interface LinkEnd {
  readonly link: Link;
  readonly followed: Followed | undefined;
}

/** The links of an item with their ends, in their order. Several rules ask for them one after the other. */
export const endsOf = (item: Item, context: RuleContext): readonly LinkEnd[] =>
  item.links.length === 0
    ? none
    : context.model.remembered('ends', item, () =>
        item.links.map((link) => ({ link, followed: follow(link, context) })),
      );

const none: readonly LinkEnd[] = [];

/** `uses` names whole plans and libraries, whatever items there are. */
function followUse(link: Link, plan: Plan, field: Field, context: RuleContext): Followed {
  const named = link.library === undefined ? planNamed(link.id, plan, context) : undefined;
  const root = named && context.model.root(named);
  return (root && endAt([root], field)) ?? { end: 'no-library', name: writtenIn(link).normalize('NFC') };
}

/** An id with no dot: of this plan, or of a plan as a whole where the field names plans. */
function followOwn(link: Link, plan: Plan, field: Field | undefined, context: RuleContext): Followed {
  const own = endAt(context.model.withId(plan, link.id), field);
  if (own?.end === 'item' || !namesPlans(link)) return own ?? { end: 'no-item', library: undefined };
  const named = planNamed(link.id, plan, context);
  const root = named && context.model.root(named);
  return (root && endAt([root], field)) ?? own ?? { end: 'no-item', library: undefined };
}

/** The end of a link that leads to one of these items: the first that fits, or the first that does not. */
function endAt(items: readonly Item[], field: Field | undefined): Followed | undefined {
  const [first] = items;
  if (!first) return undefined;
  const fitting = items.find((item) => fits(item, field));
  if (fitting || !field) return { end: 'item', item: fitting ?? first };
  return { end: 'wrong-kind', item: first, field };
}

/** True for `[[1]](https://…)`: a Markdown link whose words are in brackets. */
const isMarkdownLink = (link: Link): boolean =>
  link.relation === 'prose' && link.from.placed.block.text.startsWith(']](', link.end);
