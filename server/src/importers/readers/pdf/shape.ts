import type { Line } from './lines.ts';
import { holders, isFull, isNode, isNote, type Node } from './tree.ts';

/** Elements in a line. */
const inline = new Set([
  'Span',
  'Link',
  'Reference',
  'Quote',
  'Code',
  'Em',
  'Strong',
  'Lbl',
  'Annot',
  'BibEntry',
  'Sub',
  'Ruby',
  'Warichu',
  'RB',
  'RT',
  'WT',
  'Form',
  'Formula',
]);

/** True for the mark of a point. */
export const isLabel = (kid: Node | readonly Line[]): boolean => isNode(kid) && kid.role === 'Lbl';

/** What a point holds beside its mark. */
export const bodyOf = (point: Node): (Node | readonly Line[])[] => point.kids.filter((kid) => !isLabel(kid));

/** True for a point whose body is one paragraph. */
export const isShort = (point: Node): boolean =>
  bodyOf(point).every((kid) => {
    if (!isNode(kid) || isLeaf(kid)) return true;
    const [only, ...more] = opened(kid);
    return more.length === 0 && (only === undefined || !isNode(only) || isLeaf(only));
  });

/** True for an element that stands in a line. */
export const isInline = (node: Node): boolean => inline.has(node.role) || isNote(node);

/** True for an element with nothing but words in a line in it. */
export const isLeaf = (node: Node): boolean => node.kids.every((kid) => !isNode(kid) || (isInline(kid) && isLeaf(kid)));

/** True for a paragraph with nothing but words in it. */
export const isPlain = (node: Node): boolean => node.role === 'P' && isLeaf(node);

/** True where the first is a paragraph. */
export const isFirstWhole = ([first]: readonly (Node | readonly Line[])[]): boolean =>
  first !== undefined && isNode(first) && isPlain(first);

/** What the body of a point holds. */
export const opened = (node: Node): (Node | readonly Line[])[] =>
  node.role === 'LBody' || holders.has(node.role) ? node.kids.filter(isFull) : [node];

/** The rows of a table, and which of them are of its head. */
export function* rowsOf(node: Node, isHead: boolean): Generator<{ row: Node; isHead: boolean }> {
  for (const kid of node.kids) {
    if (!isNode(kid)) continue;
    if (kid.role === 'TR') yield { row: kid, isHead };
    else if (kid.role !== 'Caption') yield* rowsOf(kid, isHead || kid.role === 'THead');
  }
}
