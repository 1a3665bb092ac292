import type { Block, ListPoint } from '../source.ts';

/** A point with those below it. */
export interface PointTree {
  readonly point: ListPoint;
  /** Its place among the blocks. */
  readonly at: number;
  readonly children: PointTree[];
}

/** The points that stand from a place on, one after the other, as the trees that they make. */
export function pointsFrom(
  blocks: readonly Block[],
  from: number,
): { readonly trees: PointTree[]; readonly end: number } {
  const trees: PointTree[] = [];
  const open: PointTree[] = [];
  let at = from;
  for (let block = blocks[at]; block?.type === 'point'; block = blocks[++at]) {
    const tree: PointTree = { point: block, at, children: [] };
    while (open.length > 0 && (open.at(-1) as PointTree).point.depth >= block.depth) open.pop();
    (open.at(-1)?.children ?? trees).push(tree);
    open.push(tree);
  }
  return { trees, end: at };
}
