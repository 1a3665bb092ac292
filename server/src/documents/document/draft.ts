import type { Block as Text } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import type { Flow } from '../tree.ts';
import type { Block } from '../view.ts';
import type { Outside } from './outside.ts';
import type { Writer } from './writer.ts';

/** A stretch of the source that a block says something of: offsets in a block of the text, the end exclusive. */
export interface Span {
  readonly placed: PlacedBlock;
  readonly start: number;
  readonly end: number;
}

/** A block of the page before its words are written. */
export interface Draft {
  readonly key: string;
  readonly role: string;
  readonly depth: number;
  readonly item: Item | undefined;
  /** Where it begins, and where it ends; none for what is worked out. */
  readonly from: Span | undefined;
  readonly to: Span | undefined;
  /** All source that it says something of, `from` and `to` among it. */
  readonly spans: readonly Span[];
  /** What else shapes it and does not stand in its source: heading levels, labels. */
  readonly shape: string;
  /** True where it asks who names its item. */
  readonly isLinked?: boolean | undefined;
  /** True where it asks about more of other items than their faces and who names them, and so has to ask each time. */
  readonly isCurious?: boolean | undefined;
  /** What it says that stands elsewhere in the plan, besides the items that it names: numbers, faces of items that name it. */
  readonly asks?: ((outside: Outside) => readonly unknown[]) | undefined;
  /** Its words. Whatever it tells of other items it learns from the writer or from what it asked. */
  readonly write: (writer: Writer, answers: readonly unknown[]) => readonly Flow[];
  /** What was written from it, for a draft that is used again from page to page. */
  written?: Written;
}

/** What a block was written from, its words, and the block as it was given last. */
export interface Written {
  readonly shape: string;
  spans: readonly KnownSpan[];
  readonly answers: readonly unknown[];
  readonly names: Writer['names'];
  readonly files: Writer['files'];
  readonly flow: readonly Flow[];
  block: Block | undefined;
  /** The first line of the block of text that it begins in. */
  first: number;
}

/** The line of a span in its file, counted from 0. */
export const lineOf = ({ placed, start }: Span): number =>
  (placed.file.tree.lines[placed.index] as number) + placed.block.lineAt(start);

/** The last line of a span with something on it. */
export function lastLineOf({ placed, start, end }: Span): number {
  const { text } = placed.block;
  let at = Math.min(end, text.length);
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return (placed.file.tree.lines[placed.index] as number) + placed.block.lineAt(Math.max(start, at - 1));
}

/** Source as it is remembered: where it stood in which text, and how many lines below the first of the block. */
interface KnownSpan {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** True where a block would be written from the same source as before. */
export function isFromSame(before: readonly KnownSpan[], { spans, from }: Draft): boolean {
  if (before.length !== spans.length) return false;
  const first = from ? lineOf(from) : 0;
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] as Span;
    const known = before[index] as KnownSpan;
    const { block } = span.placed;
    const isSame = known.text === block && known.start === span.start && known.end === span.end;
    if (!isSame && known.text.text.slice(known.start, known.end) !== block.text.slice(span.start, span.end))
      return false;
    if (from && known.line !== lineOf(span) - first) return false;
  }
  return true;
}

/** The source of a block, to be remembered. */
export function rememberedSpans({ spans, from }: Draft): KnownSpan[] {
  const first = from ? lineOf(from) : 0;
  return spans.map((span) => {
    const { start, end, placed } = span;
    return { text: placed.block, start, end, line: lineOf(span) - first };
  });
}
