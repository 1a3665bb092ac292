import { type Block, type Entry, hasValue, trimEnd, trimStart } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { BlockContent } from '../../model/read-block.ts';

/** A text in Markdown that an item has. */
export interface Prose {
  readonly item: Item;
  readonly entry: Entry;
}

/** A line of Markdown, without the indentation of the plan and without the spaces at its end. */
export interface ProseLine {
  readonly text: string;
  /** Where it begins in the block. */
  readonly start: number;
}

/** The texts of the items of a block. */
export function prosesIn({ items }: BlockContent): readonly Prose[] {
  const proses: Prose[] = [];
  for (const item of items)
    for (const entry of item.entry.children)
      if (entry.definition?.item === false && entry.definition.type === 'prose' && hasValue(entry))
        proses.push({ item, entry });
  return proses;
}

const fenceShape = /^ {0,3}(`{3,}|~{3,})/;

/** The lines of a text in the order in which they stand, comments and blocks of code left out. */
export function* proseLines(block: Block, entry: Entry): Generator<ProseLine> {
  let fence = '';
  for (const line of linesOf(block, entry)) {
    const mark = fenceShape.exec(line.text)?.[1] ?? '';
    if (fence) {
      if (mark.startsWith(fence) && line.text.trim() === mark) fence = '';
    } else if (mark) fence = mark;
    else yield line;
  }
}

function* linesOf(block: Block, { valueStart, valueEnd, blockStart, end, proseIndent }: Entry): Generator<ProseLine> {
  const { text, lines } = block;
  if (valueEnd > valueStart) yield { text: text.slice(valueStart, valueEnd), start: valueStart };
  if (blockStart === 0) return;
  for (let line = block.lineAt(blockStart); line < lines.length && (lines[line] as number) < end; line++) {
    const lineStart = lines[line] as number;
    const lineEnd = trimEnd(text, lineStart, Math.min(end, lines[line + 1] ?? text.length));
    const words = trimStart(text, lineStart, lineEnd);
    const start = Math.min(words, lineStart + proseIndent);
    if (text[words] !== '#' || words - lineStart >= proseIndent) yield { text: text.slice(start, lineEnd), start };
  }
}
