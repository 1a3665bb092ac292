import { bounds } from './bounds.ts';

/** An element of the tree of tags, as far as it is on a page (ISO 32000-1, 14.7 and 14.8). */
export interface Tag {
  /** The standard type that it counts as: `H1`. */
  readonly role: string;
  readonly lang: string | undefined;
  /** Words for somebody who does not see it. */
  readonly alt: string | undefined;
  readonly columns: number;
  readonly kids: (Tag | number)[];
}

/** A node as the library gives it. */
interface Node {
  readonly role?: unknown;
  readonly type?: unknown;
  readonly id?: unknown;
  readonly lang?: unknown;
  readonly alt?: unknown;
  readonly colSpan?: unknown;
  readonly children?: unknown;
}

/** The tree of tags of a page, and the numbers of all marked content that it names; undefined where it names none. */
export function tagOf(tree: unknown): { readonly tag: Tag; readonly marks: readonly number[] } | undefined {
  const marks: number[] = [];
  let left: number = bounds.tagsOfPage;
  const read = (node: Node, depth: number): Tag => {
    const kids: (Tag | number)[] = [];
    for (const kid of Array.isArray(node.children) ? (node.children as readonly Node[]) : []) {
      if (--left < 0 || depth > bounds.tagDepth) break;
      const [, mark] = kid.type === 'content' ? (/_mc(\d+)$/.exec(String(kid.id)) ?? []) : [];
      if (mark !== undefined) {
        marks.push(Number(mark));
        kids.push(Number(mark));
      } else if (kid.role !== undefined) kids.push(read(kid, depth + 1));
    }
    return {
      role: String(node.role),
      lang: words(node.lang),
      alt: words(node.alt),
      columns: typeof node.colSpan === 'number' ? Math.min(Math.max(1, node.colSpan), 100) : 1,
      kids,
    };
  };
  const tag = read(tree as Node, 0);
  return marks.length > 0 ? { tag, marks } : undefined;
}

const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);
