import type { Item, Link } from '../model/item.ts';
import type { Model, ModelChange } from '../model/model.ts';
import type { BlockContent } from '../model/read-block.ts';
import type { Plan } from '../workspace/plan.ts';

/** What the rest of the plan can see of a link. */
const linkFace = ({ from, relation, library, id }: Link): string =>
  [relation, library ?? '', id, from.key, from.id ?? '', relation === 'priorities' && holdsAction(from)].join('\u0000');

/** What the rest of the plan can see of an item that has an id: itself, what it names, and what it holds. */
const itemFace = (item: Item): string =>
  [
    item.key,
    item.id,
    item.title,
    item.parent?.key ?? '',
    ...item.links.map(linkFace),
    ...item.children.map((child) => `${child.key} ${child.id ?? ''}`),
  ].join('\u0001');

/** What tells one plan from another, and from what it was under another name. */
const planFace = (plan: Plan | undefined): string => (plan ? [plan.root.path, plan.kind, plan.id].join('\u0000') : '');

function holdsAction(item: Item): boolean {
  for (const below of item.withBelow()) if (below.key === 'action') return true;
  return false;
}

/** Counts each link of some blocks by what can be seen of it: those that came count up, those that went down. */
function differentLinks(change: ModelChange): {
  links: { link: Link; plan: Plan | undefined }[];
  ids: { plan: Plan; id: string }[];
} {
  const counts = new Map<string, { count: number; link: Link; plan: Plan | undefined }>();
  const faces = new Map<string, { plan: Plan; id: string; before: string; after: string }>();
  const read = ({ items, plan: before }: BlockContent, step: 1 | -1): void => {
    // A plan that has more or fewer parts than before is another object: what was said in it is looked for in the one that it is now.
    const plan = before?.root.plan ?? before;
    for (const item of items) {
      for (const link of item.links) {
        const face = `${planFace(plan)}\u0000${linkFace(link)}`;
        const counted = counts.get(face);
        counts.set(face, { count: (counted?.count ?? 0) + step, link, plan });
      }
      if (item.id === undefined || !plan) continue;
      const key = `${planFace(plan)}\u0000${item.id}`;
      const known = faces.get(key) ?? { plan, id: item.id, before: '', after: '' };
      faces.set(
        key,
        step < 0
          ? { ...known, before: known.before + itemFace(item) }
          : { ...known, after: known.after + itemFace(item) },
      );
    }
  };
  for (const content of change.removed) read(content, -1);
  for (const content of change.added) read(content, 1);
  return {
    links: [...counts.values()].filter(({ count }) => count !== 0),
    ids: [...faces.values()].filter(({ before, after }) => before !== after),
  };
}

/**
 * The items outside the changed blocks whose findings may be other than before: both ends of every link that came or
 * went, and whoever names an id that came, went or shows another face. Two things are seen from further off: what a
 * priority is asked depends on the questions about its outcomes, and what is done about a priority on those that
 * deliver it from another plan, and on those that deliver these in turn; and these have what it is linked to.
 */
export function touchedItems(model: Model, change: ModelChange): Set<Item> {
  const near = new Set<Item>();
  const { links, ids } = differentLinks(change);
  for (const { link, plan } of links) {
    for (const item of named(model, link, plan)) near.add(item);
    const target = model.target(link, plan);
    if (target && link.from.key === 'kpq' && link.relation === 'outcomes')
      for (const other of model.naming(target)) if (other.relation === 'outcomes') near.add(other.from);
  }
  for (const { plan, id } of ids) {
    for (const item of model.withId(plan, id)) near.add(item);
    for (const link of model.namingId(plan, id)) near.add(link.from);
    for (const link of model.namingPlan(id)) near.add(link.from);
  }
  const items = new Set<Item>();
  for (const item of near) {
    addFamily(items, item);
    for (const link of item.links)
      if (link.relation === 'priorities') for (const other of named(model, link, item.plan)) near.add(other);
    if (item.key !== 'priority') continue;
    for (const link of model.naming(item)) if (link.relation === 'priorities') near.add(link.from);
  }
  return items;
}

/** All items that a link may mean: where several plans share an id, each may have it. */
function named(model: Model, link: Link, plan: Plan | undefined): readonly Item[] {
  const target = model.target(link, plan);
  if (target) return namesakes(model, target);
  const plans = link.library === undefined ? [] : model.workspace.plansNamed(link.library);
  return plans.flatMap((one) => model.withId(one, link.id));
}

/** An item and those that wrongly share its id, in its plan or in another that shares the id of that. */
function namesakes(model: Model, item: Item): readonly Item[] {
  const { plan, id } = item;
  if (!plan || id === undefined || item.kind.root) return [item];
  const plans = plan.id === '' ? [plan] : model.workspace.plansNamed(plan.id);
  return plans.flatMap((one) => model.withId(one, id));
}

/** Adds an item, and for a priority those above and below it, which have its links too. */
function addFamily(items: Set<Item>, item: Item): void {
  if (items.has(item)) return;
  let top = item;
  while (top.key === 'priority' && top.parent?.key === 'priority') top = top.parent;
  if (top.key === 'priority') for (const below of top.withBelow()) items.add(below);
  else items.add(item);
  if (item.parent) items.add(item.parent);
}
