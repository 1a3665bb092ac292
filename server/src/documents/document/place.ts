import type { Entry } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Draft, Span } from './draft.ts';
import type { Node } from './nodes.ts';

/** Where on the page something stands. */
export interface Place {
  /** What it is found by: the anchor of its item, with what it is of it behind a colon. */
  readonly key: string;
  /** The level of a heading that stands here. */
  readonly level: number;
  readonly depth: number;
  /** The heading of the list that begins here, if it has one; what stands in the list is one level deeper then. */
  readonly heading: string | undefined;
  /** True where a heading above says what kind it is. */
  readonly told: boolean;
}

/** Where the heading of a list stands, by the key of the block that begins with it. */
export const anchorAbove = (key: string): string => `_${key}:heading`;

/** The source of some nodes: one stretch where they stand in one block of the text. */
function spansOf(nodes: readonly Node[]): Span[] {
  const spans: Span[] = [];
  for (const { placed, at, until } of nodes) {
    const last = spans.at(-1);
    if (last?.placed === placed) spans[spans.length - 1] = { placed, start: last.start, end: until };
    else spans.push({ placed, start: at, end: until });
  }
  return spans;
}

/** The source of one entry with its own lines. */
export const spanOf = ({ placed }: Item, entry: Entry): Span => ({ placed, start: entry.at, end: entry.end });

/** A block that is written from some nodes. */
export function draftOf(
  { key, depth, level, heading, told }: Place,
  nodes: readonly Node[],
  rest: Pick<Draft, 'role' | 'item' | 'write' | 'asks' | 'isCurious' | 'isLinked'>,
): Draft {
  const spans = spansOf(nodes);
  return {
    key,
    depth,
    from: spans[0],
    to: spans.at(-1),
    spans,
    shape: `${rest.role} ${level} ${told} ${heading ?? ''}`,
    ...rest,
  };
}
