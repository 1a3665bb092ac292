import { contextOf, type Entry, trimStart, wordFor } from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { lineEndOf } from '../fixes.ts';
import type { Edit, Fix, Span } from '../rule.ts';
import { entryUpTo, movingLines } from './lines.ts';

/**
 * A mend that makes words of lines which begin with no key: part of the text above them, or a `text` of the item that they
 * stand in. Undefined where neither can be done safely. `start` is the first letter of the first line.
 */
export function asText(placed: PlacedBlock, { start, end }: Span): Fix | undefined {
  const { block, file } = placed;
  const first = block.lineAt(start);
  const last = block.lineAt(Math.max(start, end - 1));
  const indent = start - (block.lines[first] as number);
  const { holder, above } = around(placed, start, indent);
  if (!holder?.definition?.item || !areAsDeep(placed, first, last, indent)) return undefined;
  const field = above?.definition?.item === false ? above.definition : undefined;
  if (above && field?.type === 'prose') {
    const by = (above.proseIndent || above.indent + 2) - indent;
    return movingLines('Indent it, so that it belongs to the text above', placed, first, last, by);
  }
  const { language } = file.tree;
  const text = [...contextOf(holder.definition.key, language).words.values()].find(
    ({ key, item }) => key === 'text' && !item,
  );
  if (!text || text.item) return undefined;
  if (!text.repeats && holder.children.some(({ definition }) => definition === text)) return undefined;
  const word = wordFor(text, language);
  const moved = movingLines(`Put it under “${word}:”`, placed, first, last, 2);
  const [edit, ...others] = moved?.edits ?? [];
  if (!moved || !edit) return undefined;
  const head = `${' '.repeat(indent)}${word}:${lineEndOf(file.tree.text)}`;
  return { ...moved, edits: [{ ...edit, text: head + edit.text }, ...others] };
}

/** A mend that makes comments of lines: they stay in the file, and are not part of the plan. */
export function asComment(placed: PlacedBlock, { start, end }: Span): Fix {
  const { text, lines } = placed.block;
  const edits: Edit[] = [];
  for (let line = placed.block.lineAt(start); line < lines.length && (lines[line] as number) < end; line++) {
    const at = trimStart(text, lines[line] as number, end);
    if (at < end) edits.push({ placed, start: at, end: at, text: '# ' });
  }
  return { title: 'Make it a comment, which is not printed', edits };
}

/** The entry that a line this deep stands in, and the one in it that stands right above the line. */
function around(
  { block }: PlacedBlock,
  at: number,
  indent: number,
): { holder: Entry | undefined; above: Entry | undefined } {
  let above: Entry | undefined;
  let holder = at > 0 ? entryUpTo(block, at - 1) : undefined;
  for (; holder && holder.indent >= indent; holder = holder.parent) above = holder;
  return { holder, above };
}

/** True where each line is indented with spaces, and with as many as asked at least. */
function areAsDeep({ block: { text, lines } }: PlacedBlock, first: number, last: number, indent: number): boolean {
  for (let line = first; line <= last; line++) {
    const start = lines[line] as number;
    for (let at = start; at < start + indent; at++) if (text[at] !== ' ') return false;
  }
  return true;
}
