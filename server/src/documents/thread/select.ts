import { Neighbours } from './around.ts';
import type { ThreadGraph, ThreadKind, ThreadNode } from './graph.ts';

/** How much is shown, from the least to the most: each adds to the one before. */
export const amounts = ['outcomes', 'kpqs', 'measures', 'actions'] as const;
export type Amount = (typeof amounts)[number];

const kindsOf: Readonly<Record<Amount, ReadonlySet<ThreadKind>>> = {
  outcomes: new Set(['outcome', 'theme', 'priority']),
  kpqs: new Set(['outcome', 'theme', 'priority', 'kpq']),
  measures: new Set(['outcome', 'theme', 'priority', 'kpq', 'measure']),
  actions: new Set(['outcome', 'theme', 'priority', 'kpq', 'measure', 'action']),
};

/** For the priorities that stand in no theme. */
export const NO_THEME = '-';

/** What is chosen of a thread. */
export interface Selection {
  /** The ref of a theme, `NO_THEME`, or undefined for all. */
  readonly theme: string | undefined;
  /** The ref of the item around which the thread is shown; undefined for all of it. */
  readonly around: string | undefined;
  readonly amount: Amount;
}

/**
 * A thread with what is not chosen left out. Around an item stands what it serves and what serves it, however far along the thread. What an
 * item lacks is said as far as that kind is shown; that it has no actions always.
 */
export function select(graph: ThreadGraph, { theme, around, amount }: Selection): ThreadGraph {
  const kinds = kindsOf[amount];
  const neighbours = new Neighbours(graph);
  let wanted: ReadonlySet<string> | undefined;
  if (theme !== undefined) wanted = ofTheme(graph, neighbours, theme);
  if (around !== undefined) {
    const near = closure([around], (ref) => neighbours.of(ref).serves);
    for (const ref of closure([around], (one) => neighbours.of(one).servedBy)) near.add(ref);
    wanted = new Set([...near].filter((ref) => wanted === undefined || wanted.has(ref)));
  }
  const shown = wanted && closure(wanted, (ref) => above(ref, neighbours));
  const nodes = graph.nodes.flatMap((node) => {
    if (!kinds.has(node.kind) || (shown && !shown.has(node.ref))) return [];
    const lacks = node.lacks.filter((kind) => kinds.has(kind) || kind === 'action');
    return [lacks.length === node.lacks.length ? node : { ...node, lacks }];
  });
  const kept = new Set(nodes.map(({ ref }) => ref));
  return {
    nodes,
    links: graph.links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    broken: graph.broken.filter(({ from, kind }) => kept.has(from) && kinds.has(kind)),
  };
}

/** Some refs and all that is reached from them step by step. */
function closure(start: Iterable<string>, next: (ref: string) => readonly string[]): Set<string> {
  const found = new Set(start);
  for (const ref of found) for (const other of next(ref)) found.add(other);
  return found;
}

/** The ref of what an item stands in, as a list of one or none. */
function above(ref: string, { nodes }: Neighbours): readonly string[] {
  const within = nodes.get(ref)?.within;
  return within === undefined ? [] : [within];
}

/** What has to do with a theme: what stands in it and asks about it, what that serves, and what measures or does any of it. */
function ofTheme({ nodes }: ThreadGraph, neighbours: Neighbours, theme: string): Set<string> {
  const servants = (ref: string, kinds: readonly ThreadKind[]): string[] =>
    neighbours
      .nodesOf(neighbours.of(ref).servedBy)
      .flatMap(({ ref: servant, kind }) => (kinds.includes(kind) ? [servant] : []));
  const inTheme = nodes.filter((node) => isPriorityArea(node) && themeOf(node, neighbours) === theme);
  const refs = inTheme.flatMap(({ ref, kind }) => (kind === 'theme' ? [ref, ...servants(ref, ['kpq'])] : [ref]));
  const found = closure(refs, (ref) => neighbours.of(ref).serves);
  return closure(found, (ref) => servants(ref, ['measure', 'action']));
}

const isPriorityArea = ({ kind, elsewhere }: ThreadNode): boolean =>
  (kind === 'priority' || kind === 'theme') && elsewhere === undefined;

/** The ref of the theme that an item stands in or is. */
function themeOf({ ref }: ThreadNode, neighbours: Neighbours): string {
  const holding = closure([ref], (one) => above(one, neighbours));
  return [...holding].find((one) => neighbours.nodes.get(one)?.kind === 'theme') ?? NO_THEME;
}
