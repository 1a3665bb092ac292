import { type Entry, fieldOn, trimStart, wordFor } from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import { lineEndOf } from '../fixes.ts';
import type { Edit, Fix, Span } from '../rule.ts';
import { depthOf, entryUpTo, isBlank, MOST_LINES, nextLine } from './lines.ts';

/**
 * A mend that makes words of lines which begin with no key: part of the text above them, or a `text` of the item that they
 * stand in. Undefined where neither can be done safely. `start` is the first letter of the first line.
 */
export function asText(placed: PlacedBlock, { start, end }: Span): Fix | undefined {
  const { block } = placed;
  const first = block.lineAt(start);
  const last = block.lineAt(Math.max(start, end - 1));
  const indent = start - (block.lines[first] as number);
  const before = start > 0 ? entryUpTo(block, start - 1) : undefined;
  let above: Entry | undefined;
  let holder = before;
  for (; holder && holder.indent >= indent; holder = holder.parent) above = holder;
  if (before && isProse(before) && before.end === block.lines[first]) above = before;
  const next = depthBelow(placed, last);
  if (above && isProse(above)) {
    if (next > above.indent) return undefined;
    const edits = deepened(placed, first, last, above.proseIndent || above.indent + 2, false);
    return edits && { title: titlesFor(placed).indentAsText, edits };
  }
  const item = holder ?? above;
  const depth = item?.children[0]?.indent ?? (indent || 2);
  if (!item || next > depth || (holder && depth !== indent)) return undefined;
  return underText(placed, item, first, last, depth);
}

const isProse = ({ definition }: Entry): boolean => definition?.item === false && definition.type === 'prose';

/** Puts lines under a `text` of their own, so deep, where the item can have one. */
function underText(placed: PlacedBlock, item: Entry, first: number, last: number, depth: number): Fix | undefined {
  const { definition, children } = item;
  if (!definition?.item || definition.root) return undefined;
  const { language } = placed.file.tree;
  const field = fieldOn(definition.key, 'text');
  if (!field || (!field.repeats && children.some((child) => child.definition === field))) return undefined;
  const word = wordFor(field, language);
  const [edit, ...others] = deepened(placed, first, last, depth + 2, true) ?? [];
  if (!edit) return undefined;
  const head = `${' '.repeat(depth)}${word}:${lineEndOf(placed.block.text)}`;
  return { title: titlesFor(placed).putUnder(word), edits: [{ ...edit, text: head + edit.text }, ...others] };
}

/**
 * Edits that make lines as deep as a text is: each line that is not yet, or, where they keep their depths to one another,
 * all by as much as the first. Undefined where there are very many, or where one is not indented with spaces.
 */
function deepened(placed: PlacedBlock, first: number, last: number, depth: number, keeps: boolean): Edit[] | undefined {
  if (last - first >= MOST_LINES) return undefined;
  const { lines } = placed.block;
  const by = depth - (depthOf(placed, first) ?? depth);
  const edits: Edit[] = [];
  for (let line = first; line <= last; line++) {
    const start = lines[line] as number;
    if (isBlank(placed, line)) continue;
    const own = depthOf(placed, line);
    if (own === undefined) return undefined;
    const more = Math.max(depth - own, keeps ? by : 0);
    if (more > 0) edits.push({ placed, start, end: start, text: ' '.repeat(more) });
  }
  return edits;
}

/** A mend that makes comments of lines: they stay in the file, and are not part of the plan. */
export function asComment(placed: PlacedBlock, { start, end }: Span): Fix | undefined {
  const { block } = placed;
  const first = block.lineAt(start);
  const last = block.lineAt(Math.max(start, end - 1));
  if (last - first >= MOST_LINES) return undefined;
  const edits: Edit[] = [];
  for (let line = first; line <= last; line++) {
    if (isBlank(placed, line)) continue;
    const at = trimStart(block.text, block.lines[line] as number, block.text.length);
    edits.push({ placed, start: at, end: at, text: '# ' });
  }
  return { title: titlesFor(placed).asComment, edits };
}

/** How deep the next line is that is neither blank nor a comment; 0 at the end of the block. A tab counts as deep. */
function depthBelow(placed: PlacedBlock, line: number): number {
  const next = nextLine(placed, line);
  return next === undefined ? 0 : (depthOf(placed, next) ?? Number.POSITIVE_INFINITY);
}
