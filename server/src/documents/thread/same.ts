import { plain } from '../plain-words.ts';
import type { Flow, Inline, Point } from '../tree.ts';
import type { ViewOptions } from '../view.ts';
import { faultsOf, type Neighbours, nameOf } from './around.ts';
import type { ThreadGraph, ThreadKind, ThreadNode } from './graph.ts';
import { type ThreadWords, threadWords } from './words.ts';

/** What stands below an item of a kind in the list, in this order: what serves it. */
const below: Readonly<Partial<Record<ThreadKind, readonly ThreadKind[]>>> = {
  outcome: ['priority', 'kpq', 'measure'],
  kpq: ['priority', 'measure'],
  theme: ['priority', 'kpq'],
  priority: ['priority', 'action', 'measure'],
  action: ['measure'],
};

/** The drawn thread as a list: each outcome with what serves it, then what hangs on no outcome; what is broken is said at each. */
export function sameAsText(
  graph: ThreadGraph,
  neighbours: Neighbours,
  { language, prefix }: { readonly language: ViewOptions['language']; readonly prefix: string },
): Flow[] {
  const words = threadWords(language);
  const writer = new ListWriter(neighbours, words, prefix);
  const outcomes = graph.nodes.filter(({ kind }) => kind === 'outcome');
  const flow: Flow[] = outcomes.length > 0 ? [writer.list(outcomes)] : [];
  const rest = graph.nodes.filter((node) => !writer.isTold(node) && node.kind !== 'theme');
  const tops = rest.filter(({ within }) => within === undefined || !rest.some(({ ref }) => ref === within));
  if (tops.length > 0) {
    flow.push({ type: 'paragraph', children: [{ type: 'strong', children: [plain(words.offThread)] }] });
    flow.push(writer.list(tops));
  }
  return flow;
}

const listOf = (points: readonly Point[]): Flow => ({ type: 'list', ordered: false, role: 'thread', points });

/** Writes items as points of a list. An item that serves several others stands below each; what is below it is told once. */
class ListWriter {
  private readonly neighbours: Neighbours;
  private readonly words: ThreadWords;
  private readonly prefix: string;
  private readonly told = new Set<string>();

  constructor(neighbours: Neighbours, words: ThreadWords, prefix: string) {
    this.neighbours = neighbours;
    this.words = words;
    this.prefix = prefix;
  }

  isTold(node: ThreadNode): boolean {
    return this.told.has(node.ref);
  }

  /** Items as a list with what is below them. Does not call itself: priorities may nest without end. */
  list(nodes: readonly ThreadNode[]): Flow {
    const top: Point[] = [];
    const waiting = nodes.toReversed().map((node) => ({ node, points: top }));
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { point, inner } = this.point(next.node);
      next.points.push(point);
      for (const node of inner.nodes.toReversed()) waiting.push({ node, points: inner.points });
    }
    return listOf(top);
  }

  /** An item as a point, and the items below it with the list that they go to. */
  private point(node: ThreadNode) {
    const isFirst = !this.told.has(node.ref);
    this.told.add(node.ref);
    const anchor = `${this.prefix}${node.ref}`;
    const name: Inline = {
      type: 'mention',
      anchor: isFirst ? undefined : anchor,
      item: node.ref,
      lang: node.lang,
      children: [plain(nameOf(node, this.words))],
    };
    const faults = faultsOf(node, this.neighbours, this.words);
    const flow: Flow[] = [{ type: 'paragraph', children: [name, ...this.remarks(node, faults)] }];
    const points: Point[] = [];
    const nodes = isFirst ? this.below(node) : [];
    if (nodes.length > 0) flow.push(listOf(points));
    return { point: isFirst ? { anchor, flow } : { flow }, inner: { nodes, points } };
  }

  private below({ ref, kind }: ThreadNode): ThreadNode[] {
    const nodes = this.neighbours.nodesOf(this.neighbours.of(ref).servedBy);
    return (below[kind] ?? []).flatMap((one) => nodes.filter((node) => node.kind === one));
  }

  private remarks(node: ThreadNode, faults: readonly string[]): Inline[] {
    const above = node.within === undefined ? undefined : this.neighbours.nodes.get(node.within);
    const remarks = [
      ...(above?.kind === 'theme' ? [nameOf(above, this.words)] : []),
      ...(node.local ? [this.words.local] : []),
      ...(node.elsewhere === undefined ? [] : [this.words.from(node.elsewhere)]),
    ];
    return [
      ...(remarks.length > 0 ? [plain(` (${remarks.join('; ')})`)] : []),
      ...(faults.length > 0 ? [plain(' – '), { type: 'strong' as const, children: [plain(faults.join('; '))] }] : []),
    ];
  }
}
