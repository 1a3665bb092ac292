import { kindOf } from '@goldthread/grammar';
import { counted } from '../../features/kind-words.ts';
import type { ViewOptions } from '../view.ts';
import type { BrokenName, ThreadGraph, ThreadKind, ThreadNode } from './graph.ts';
import type { ThreadWords } from './words.ts';

/** What an item serves and what serves it, one step along the thread, as refs; and the names in it that lead nowhere. */
export interface Around {
  readonly serves: readonly string[];
  readonly servedBy: readonly string[];
  readonly broken: readonly BrokenName[];
}

const nothing: Around = { serves: [], servedBy: [], broken: [] };

/** The neighbours of each item, by ref. */
export class Neighbours {
  private readonly byRef = new Map<string, { serves: string[]; servedBy: string[]; broken: BrokenName[] }>();
  readonly nodes: ReadonlyMap<string, ThreadNode>;

  constructor({ nodes, links, broken }: ThreadGraph) {
    this.nodes = new Map(nodes.map((node) => [node.ref, node]));
    for (const { ref } of nodes) this.byRef.set(ref, { serves: [], servedBy: [], broken: [] });
    for (const { from, to } of links) {
      this.byRef.get(from)?.serves.push(to);
      this.byRef.get(to)?.servedBy.push(from);
    }
    for (const one of broken) this.byRef.get(one.from)?.broken.push(one);
  }

  of(ref: string): Around {
    return this.byRef.get(ref) ?? nothing;
  }

  /** The items with some refs, those left out that aren’t in the thread as it is shown. */
  nodesOf(refs: readonly string[]): ThreadNode[] {
    return refs.flatMap((ref) => this.nodes.get(ref) ?? []);
  }
}

const kinds: readonly ThreadKind[] = ['outcome', 'theme', 'priority', 'action', 'kpq', 'measure'];

/** An item with its kind, for lists and for those who hear it: “Priority 2: Better homes”. */
export function nameOf({ word, number, title }: ThreadNode, words: ThreadWords): string {
  return `${capital(word)}${number === undefined ? '' : ` ${number}`}: ${title || words.untitled}`;
}

/** So many of each kind among some items: “2 outcomes, 1 KPQ”. */
function countsOf(nodes: Iterable<ThreadNode>, language: ViewOptions['language']): string {
  const counts = new Map<ThreadKind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return kinds
    .flatMap((key) => {
      const kind = kindOf(key);
      const count = counts.get(key);
      return kind && count ? [counted(count, kind, language)] : [];
    })
    .join(', ');
}

/** How much there is of everything, in a sentence. */
export const summary = ({ nodes }: ThreadGraph, language: ViewOptions['language']): string =>
  `${capital(countsOf(nodes, language))}.`;

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** In how many places the thread is broken. */
export const faultsIn = ({ nodes, broken }: ThreadGraph): number =>
  nodes.reduce((sum, { lacks }) => sum + lacks.length, broken.length);

/** How an item stands, for those who hear it: what it is, how much it serves and is served by, and where the thread is broken. */
export function labelOf(
  node: ThreadNode,
  neighbours: Neighbours,
  words: ThreadWords,
  language: ViewOptions['language'],
): string {
  const { serves, servedBy } = neighbours.of(node.ref);
  const counts = (refs: readonly string[]): string => countsOf(neighbours.nodesOf(refs), language);
  const sentences = [
    nameOf(node, words),
    ...(node.local ? [words.local] : []),
    ...(node.elsewhere === undefined ? [] : [words.from(node.elsewhere)]),
    ...(serves.length > 0 ? [`${words.serves}: ${counts(serves)}`] : []),
    ...(servedBy.length > 0 ? [`${words.servedBy}: ${counts(servedBy)}`] : []),
    ...faultsOf(node, neighbours, words),
  ];
  return sentences.map((sentence) => sentence.replace(/[\s.]+$/, '')).join('. ');
}

/** What is broken at an item, in words. */
export const faultsOf = (node: ThreadNode, neighbours: Neighbours, words: ThreadWords): string[] => [
  ...node.lacks.flatMap((kind) => words.lacks[node.kind]?.[kind] ?? []),
  ...neighbours
    .of(node.ref)
    .broken.map(({ name, means }) => `“${name}”: ${means === undefined ? words.unknown : words.means(means)}`),
];
