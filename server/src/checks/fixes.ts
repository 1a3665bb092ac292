import type { Item } from '../model/item.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import type { Fix, Span } from './rule.ts';

/** A mend that puts other words in the place of a span. */
export const replacing = (title: string, placed: PlacedBlock, { start, end }: Span, text: string): Fix => ({
  title,
  edits: [{ placed, start, end, text }],
});

/** A mend that takes whole lines out: those that a span touches. */
export function deletingLines(title: string, placed: PlacedBlock, { start, end }: Span): Fix {
  const { block } = placed;
  const first = block.lines[block.lineAt(start)] ?? 0;
  const last = block.lineAt(Math.max(start, end - 1));
  return { title, edits: [{ placed, start: first, end: block.lines[last + 1] ?? block.text.length, text: '' }] };
}

/** A mend that adds a field to an item, on the line below its head. `line` is `key: value`. */
export function addingField(title: string, item: Item, line: string): Fix {
  const { block } = item.placed;
  const at = item.entry.end;
  const indent = item.entry.children[0]?.indent ?? item.entry.indent + 2;
  const ended = /[\r\n]$/.test(block.text.slice(0, at));
  const lineEnd = lineEndOf(block.text);
  const text = `${ended ? '' : lineEnd}${' '.repeat(indent)}${line}${lineEnd}`;
  return { title, edits: [{ placed: item.placed, start: at, end: at, text }] };
}

/** A mend that adds an item at column 0 below the block that something stands in. */
export function addingItem(title: string, placed: PlacedBlock, line: string): Fix {
  const { text } = placed.block;
  const at = placed.block.trailing;
  const lineEnd = lineEndOf(text);
  const ended = /[\r\n]$/.test(text.slice(0, at));
  return { title, edits: [{ placed, start: at, end: at, text: `${ended ? '' : lineEnd}${lineEnd}${line}${lineEnd}` }] };
}

/** The line end that a text uses. */
export const lineEndOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
