import type { Line } from './lines.ts';
import type { PageText } from './page.ts';
import type { Tag } from './tag.ts';

/** An element of the tree of tags of the whole document, with the lines that it holds. */
export interface Node {
  readonly role: string;
  readonly lang: string | undefined;
  readonly alt: string | undefined;
  readonly columns: number;
  readonly page: number;
  readonly kids: (Node | readonly Line[])[];
}

/** The tree of a page. */
export const nodeOf = (tag: Tag, page: PageText): Node => ({
  role: tag.role,
  lang: tag.lang,
  alt: tag.alt,
  columns: tag.columns,
  page: page.number,
  kids: tag.kids.map((kid) => (typeof kid === 'number' ? (page.marked.get(kid) ?? []) : nodeOf(kid, page))),
});

export const isNode = (kid: Node | readonly Line[]): kid is Node => !Array.isArray(kid);

/** True for an element that holds words, or stands for what has none. */
export const isFull = (kid: Node | readonly Line[]): boolean =>
  isNode(kid) ? kid.alt !== undefined || kid.kids.some(isFull) : kid.length > 0;

/** Elements that only hold others. */
export const holders = new Set([
  'Root',
  'Document',
  'DocumentFragment',
  'Part',
  'Art',
  'Sect',
  'Div',
  'NonStruct',
  'Aside',
]);

/** Elements that come whole with each page on which some of them is: with nothing in what is on other pages. */
const wholes = new Set(['L', 'LI', 'LBody', 'Table', 'THead', 'TBody', 'TFoot', 'TR']);

/** Adds the tree of the next page: a list or a table that goes on there is one. */
export function append(tree: Node, next: Node): void {
  const at = tree.kids.findLastIndex(isFull);
  const from = next.kids.findIndex(isFull);
  const last = tree.kids[at];
  const first = next.kids[from];
  if (last && first && isNode(last) && isNode(first) && last.role === first.role) {
    if (holders.has(last.role)) {
      append(last, first);
      tree.kids.push(...next.kids.slice(from + 1));
      return;
    }
    if (wholes.has(last.role) && goesOn(last, first)) {
      merge(last, first);
      tree.kids.push(...next.kids.slice(from + 1));
      return;
    }
  }
  tree.kids.push(...next.kids);
}

/** True where an element holds the end of another of the same shape: what one has, the other has not. */
function goesOn(last: Node, first: Node): boolean {
  if (last.kids.length !== first.kids.length || last.kids.length < 2) {
    const [one] = last.kids.filter(isFull);
    const [other] = first.kids.filter(isFull);
    const areOne = last.kids.length === 1 && first.kids.length === 1;
    return areOne && one !== undefined && other !== undefined && isNode(one) && isNode(other) && goesOn(one, other);
  }
  return last.kids.findLastIndex(isFull) <= first.kids.findIndex(isFull);
}

function merge(into: Node, from: Node): void {
  for (const [index, kid] of from.kids.entries()) {
    const own = into.kids[index];
    if (own && isNode(own) && isNode(kid) && wholes.has(own.role) && isFull(own) && isFull(kid)) merge(own, kid);
    else if (own && isNode(own) && isNode(kid) && isFull(own)) own.kids.push(...kid.kids);
    else if (isFull(kid)) into.kids[index] = kid;
  }
}

/** Footnotes stand in the words that they belong to. */
export const isNote = ({ role }: Node): boolean => role === 'Note' || role === 'FENote';

/** The words of an element, without those of footnotes in it. Marks of footnotes count as raised, however they are drawn. */
export function wordsIn(kid: Node | readonly Line[]): Line[] {
  if (!isNode(kid)) return [...kid];
  if (isNote(kid)) return [];
  const lines = kid.kids.flatMap(wordsIn);
  const isMark = (kid.role === 'Lbl' || kid.role === 'Reference') && lines.length === 1;
  return isMark ? lines.map(asMark) : lines;
}

function asMark(line: Line): Line {
  const isNumber = line.runs.length === 1 && /^(?:\d{1,3}|[*†‡§]{1,3})$/.test(line.runs[0]?.text ?? '');
  return isNumber ? { ...line, runs: line.runs.map((run) => ({ ...run, raised: run.raised || 0.3 })) } : line;
}

/** All lines of an element, in order. */
export function linesWithin(node: Node): Line[] {
  return node.kids.flatMap((kid) => (isNode(kid) ? linesWithin(kid) : [...kid]));
}
