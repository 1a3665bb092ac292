import { textWidth, wrapped } from '../text-width.ts';
import type { BrokenName, ThreadGraph, ThreadKind, ThreadNode, ThreadOrigin } from './graph.ts';
import type { ThreadWords } from './words.ts';

/** The columns from left to right. `delivered` holds the priorities of the plan that this one carries out. */
export const columnNames = ['outcome', 'delivered', 'priority', 'action', 'kpq', 'measure'] as const;
export type ColumnName = (typeof columnNames)[number];

/** Measures of the drawing, in CSS pixels. */
export const metrics = {
  size: 13,
  line: 17,
  small: 12,
  smallLine: 15,
  column: 186,
  between: 62,
  padX: 11,
  padY: 8,
  gap: 8,
  indent: 16,
  lane: 5,
} as const;

/** A box of the drawing that has no place yet. */
export interface Box {
  /** The ref of the item; for a broken end, a key that no ref can be. */
  readonly key: string;
  readonly column: ColumnName;
  readonly shape: ThreadKind | 'missing' | 'unknown';
  /** The item; for a broken end, that at which the thread is broken. */
  readonly node: ThreadNode;
  /** The number before the title. */
  readonly number: string;
  readonly lines: readonly string[];
  /** In smaller type below the title. */
  readonly notes: readonly string[];
  readonly indent: number;
  readonly height: number;
}

/** A line between two boxes. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** `nested` for a priority in another; `broken` for a line to a broken end. */
  readonly sort: ThreadOrigin | 'nested' | 'broken';
  /** For a line to a broken end: the ref of the item at which the thread is broken. */
  readonly of?: string;
}

/** What is drawn, without places. Boxes are in the order of the document. */
export interface Boxes {
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
}

/** The boxes and lines of a thread: its items, and the ends at which it is broken. */
export function boxesOf(graph: ThreadGraph, words: ThreadWords): Boxes {
  const byRef = new Map(graph.nodes.map((node) => [node.ref, node]));
  const boxes = graph.nodes.map((node) => itemBox(node, depthOf(node, byRef), graph, words));
  const edges: Edge[] = [];
  for (const { from, to, origin } of graph.links) {
    const [inner, outer] = [byRef.get(from), byRef.get(to)];
    if (!inner || !outer) continue;
    if (inner.within !== to) edges.push({ from, to, sort: origin });
    else if (outer.kind !== 'theme') edges.push({ from, to, sort: 'nested' });
  }
  for (const node of graph.nodes)
    for (const kind of node.lacks)
      if (isDrawnLack(node, kind, graph)) {
        const key = `missing\n${kind}\n${node.ref}`;
        boxes.push(endBox(key, 'missing', columnOf(kind), node, '', words.lacks[node.kind]?.[kind] ?? ''));
        edges.push({ from: key, to: node.ref, sort: 'broken', of: node.ref });
      }
  const unknown = new Set<string>();
  for (const broken of graph.broken) {
    const node = byRef.get(broken.from);
    if (!node) continue;
    const key = `unknown\n${broken.kind}\n${broken.name}`;
    if (!unknown.has(key)) boxes.push(unknownBox(key, broken, node, words));
    unknown.add(key);
    edges.push({ from: node.ref, to: key, sort: 'broken', of: node.ref });
  }
  return { boxes, edges };
}

/**
 * True for what gets a box of its own: that a priority has no actions is said in its box where no actions are drawn; and where an outcome
 * has questions that nothing measures, it is each of these that has an end.
 */
function isDrawnLack({ kind }: ThreadNode, lack: ThreadKind, { nodes }: ThreadGraph): boolean {
  if (lack === 'action') return nodes.some((node) => node.kind === 'action');
  return !(kind === 'outcome' && lack === 'measure');
}

const columnOf = (kind: ThreadKind): ColumnName => (kind === 'theme' ? 'priority' : kind);

function itemBox(node: ThreadNode, depth: number, graph: ThreadGraph, words: ThreadWords): Box {
  const bold = node.kind === 'theme';
  const number = node.number === undefined ? '' : `${node.number} `;
  const indent = Math.min(depth, 3) * metrics.indent;
  const width = metrics.column - indent - 2 * metrics.padX;
  const first = number ? textWidth(number, metrics.size, true) + 3 : 0;
  const lines = wrapped(node.title || words.untitled, {
    size: metrics.size,
    width,
    most: node.local ? 2 : 3,
    bold,
    first,
  });
  const notes = [
    ...(node.elsewhere === undefined || node.kind === 'priority' ? [] : [words.from(node.elsewhere)]),
    ...node.lacks.flatMap((lack) =>
      lack === 'action' && !isDrawnLack(node, lack, graph) ? (words.lacks[node.kind]?.[lack] ?? []) : [],
    ),
  ].flatMap((note) => wrapped(note, { size: metrics.small, width, most: 2 }));
  const column = node.kind === 'priority' && node.elsewhere !== undefined ? 'delivered' : columnOf(node.kind);
  return {
    key: node.ref,
    column,
    shape: node.kind,
    node,
    number,
    lines,
    notes,
    indent,
    height: heightOf(lines, notes),
  };
}

function endBox(
  key: string,
  shape: 'missing' | 'unknown',
  column: ColumnName,
  node: ThreadNode,
  title: string,
  note: string,
): Box {
  const width = metrics.column - 2 * metrics.padX;
  const lines = wrapped(title, { size: metrics.size, width, most: 2 });
  const notes = wrapped(note, { size: metrics.small, width, most: 3 });
  return { key, column, shape, node, number: '', lines, notes, indent: 0, height: heightOf(lines, notes) };
}

/** What a priority names as one should be a priority of the plan that is delivered. */
function unknownBox(key: string, { kind, name, means }: BrokenName, node: ThreadNode, words: ThreadWords): Box {
  const column = kind === 'priority' && node.kind === 'priority' ? 'delivered' : columnOf(kind);
  return endBox(key, 'unknown', column, node, name, means === undefined ? words.unknown : words.means(means));
}

const heightOf = (lines: readonly string[], notes: readonly string[]): number =>
  2 * metrics.padY + lines.length * metrics.line + notes.length * metrics.smallLine;

/** How many priorities an item stands in. */
function depthOf(node: ThreadNode, byRef: ReadonlyMap<string, ThreadNode>): number {
  let depth = 0;
  for (let at = node; at.within !== undefined && depth < 1000; depth++) {
    const outer = byRef.get(at.within);
    if (!outer || outer.kind === 'theme') break;
    at = outer;
  }
  return depth;
}
