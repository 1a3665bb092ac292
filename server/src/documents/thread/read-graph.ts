import { fieldOn } from '@goldthread/grammar';
import { oneOf } from '../../features/kind-words.ts';
import { numberOf } from '../../features/shown.ts';
import { standingOf } from '../../features/thread/standing.ts';
import { type Strand, served } from '../../features/thread/strands.ts';
import type { Item, Link } from '../../model/item.ts';
import { isLocal, measuresOf } from '../../model/links.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { ItemNames } from '../item-names.ts';
import type { BrokenName, ThreadGraph, ThreadKind, ThreadLink, ThreadNode } from './graph.ts';

const kinds: ReadonlySet<string> = new Set<ThreadKind>(['outcome', 'theme', 'priority', 'action', 'kpq', 'measure']);

/** What each field that makes a thread should name. */
const namedBy: Readonly<Record<string, ThreadKind>> = {
  outcomes: 'outcome',
  kpqs: 'kpq',
  measures: 'measure',
  priorities: 'priority',
};

/**
 * Reads the golden thread of a plan: its outcomes, themes, priorities, questions and measures, those of other plans and libraries
 * that these serve, and what serves what; actions too where they are asked for.
 */
export function readGraph(names: ItemNames, plan: Plan, withActions: boolean): ThreadGraph {
  const { model } = names;
  const items = new Set<Item>();
  for (const item of model.items(plan)) if (isDrawn(item, withActions)) items.add(item);
  const strands: Strand[] = [];
  // What another plan lends is added at the end, and read in its turn.
  for (const item of items) {
    for (const strand of served(model, item))
      if (isThreadKind(strand.to.key) && (strand.to.key !== 'action' || isDrawn(strand.to, withActions))) {
        items.add(strand.to);
        strands.push(strand);
      }
    if (item.plan !== plan && item.key === 'kpq')
      for (const measure of measuresOf(model, item)) if (measure.plan === item.plan) items.add(measure);
  }
  const nodes = inOrder(items, plan).map((item) => nodeOf(names, plan, item, items));
  const links = strands.map(
    ({ from, to, origin }): ThreadLink => ({ from: names.ref(from), to: names.ref(to), origin }),
  );
  const broken = [...items].flatMap((item) => (item.plan === plan ? brokenNames(names, item) : []));
  return { nodes, links, broken };
}

/** The items in the order of the document: those of the plan itself, then those of others, plan by plan. */
function inOrder(items: Iterable<Item>, plan: Plan): Item[] {
  const byPlan = new Map<Plan | undefined, Item[]>([[plan, []]]);
  for (const item of items) {
    const known = byPlan.get(item.plan);
    if (known) known.push(item);
    else byPlan.set(item.plan, [item]);
  }
  for (const [of, some] of byPlan)
    if (of && of !== plan) some.sort((a, b) => of.compareBlocks(a.placed, b.placed) || a.entry.at - b.entry.at);
  return [...byPlan.values()].flat();
}

const isThreadKind = (key: string): key is ThreadKind => kinds.has(key);

/** True for an item that is drawn whatever names it. An outcome in a section of the plan itself is narrative: it needs a link. */
function isDrawn(item: Item, withActions: boolean): boolean {
  if (item.key === 'action') return withActions && item.parent?.key !== 'action';
  if (item.key === 'outcome') return !isLocal(item) || item.above('priority') !== undefined;
  if (item.key === 'theme') return item.children.some(({ key }) => kinds.has(key));
  return kinds.has(item.key);
}

function nodeOf(names: ItemNames, plan: Plan, item: Item, drawn: ReadonlySet<Item>): ThreadNode {
  const { model } = names;
  const isOwn = item.plan === plan;
  const title = names.words(item).at(-1);
  const isNamed = item.title !== '' || item.id !== undefined;
  const root = isOwn || !item.plan ? undefined : model.root(item.plan);
  const within = item.key === 'priority' ? item.parent : undefined;
  return {
    ref: names.ref(item),
    kind: item.key as ThreadKind,
    word: oneOf(item.kind, names.language),
    number: numberOf(model, item),
    title: isNamed && title?.type === 'text' ? title.text : '',
    lang: isNamed && title?.type === 'text' ? title.lang : undefined,
    within: within && drawn.has(within) ? names.ref(within) : undefined,
    local: item.key === 'outcome' && isLocal(item),
    elsewhere: isOwn ? undefined : root ? names.title(root) : (item.plan?.id ?? ''),
    lacks: isOwn ? standingOf(model, item).lacks.flatMap(({ key }) => (isThreadKind(key) ? [key] : [])) : [],
  };
}

/** The names in the links of an item that make no link. */
function brokenNames(names: ItemNames, item: Item): BrokenName[] {
  const { model, language } = names;
  return item.links.flatMap((link) => {
    const kind = namedBy[link.relation];
    const field = kind && fieldOn(item.key, link.relation);
    const target = field && model.target(link);
    if (!field || (target && field.to?.includes(target.key))) return [];
    return [{ from: names.ref(item), kind, name: asWritten(link), means: target && oneOf(target.kind, language) }];
  });
}

const asWritten = ({ library, id }: Link): string => (library === undefined ? id : `${library}.${id}`);
