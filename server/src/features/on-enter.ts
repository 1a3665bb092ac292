import { type Entry, hasValue } from '@goldthread/grammar';
import type { TextEdit } from 'vscode-languageserver-types';
import { entryUpTo } from '../checks/syntax/lines.ts';
import type { PlanFile, Position } from '../workspace/plan-file.ts';
import { type FileLine, fileLine } from './file-line.ts';

/** How many levels deeper stands what belongs to a line, in spaces. */
const STEP = 2;
/** How many items are looked back through for one of the same kind. */
const FAR = 50;

/** A point of a list, and what stands behind its mark. Groups: mark, its number, what ends it, words. */
const bullet = /^\s*(?:([-*+])|(\d{1,8})([.)]))[ \t]+(.*)$/;

/**
 * What a new line begins with, right after Enter: as many spaces as what comes next is deep there, and in a list of a text its next
 * mark. `position` is on the new line. Only the spaces at the beginning of that line change.
 */
export function onEnter(file: PlanFile, position: Position): TextEdit[] {
  const line = fileLine(file, position.line);
  const above = fileLine(file, position.line - 1);
  if (!line || !above) return [];
  const wanted = beginning(file, above, line.words);
  if (wanted === undefined) return [];
  const spaces = line.text.slice(0, line.text.length - line.text.trimStart().length);
  let same = 0;
  while (same < spaces.length && spaces[same] === wanted[same]) same++;
  if (same === spaces.length && same === wanted.length) return [];
  const start = { line: position.line, character: same };
  return [{ range: { start, end: { ...start, character: spaces.length } }, newText: wanted.slice(same) }];
}

/** What the line below another one begins with; undefined where it stays as it is. `rest` are the words that it has already. */
function beginning(file: PlanFile, above: FileLine, rest: string): string | undefined {
  const { placed, start, words, depth } = above;
  const entry = entryUpTo(placed.block, start + above.text.length);
  if (!entry?.definition) return undefined;
  const isHead = placed.block.lines[entry.line] === start;
  if (isHead) {
    const next = entry.definition.item ? belowItem(file, above, entry, rest) : belowField(above, entry, rest);
    return next === undefined ? undefined : ' '.repeat(next);
  }
  if (entry.definition.item || entry.blockStart === 0) return undefined;
  const isInside = start >= entry.blockStart && start < entry.end;
  if (words === '')
    return rest === '' && isProse(entry) && goesOnTo(above, entry) ? ' '.repeat(entry.proseIndent) : undefined;
  if (!isInside) return undefined;
  return isProse(entry) ? ' '.repeat(depth) + nextMark(above.text, rest) : ' '.repeat(depth);
}

const isProse = ({ definition }: Entry): boolean => definition?.item === false && definition.type === 'prose';

/** True where nothing but blank lines stands between a text and a line below it. */
const goesOnTo = ({ placed, start }: FileLine, { end }: Entry): boolean =>
  placed.block.text.slice(end, Math.max(end, start)).trim() === '';

/** How deep the line below the head of an item begins. */
function belowItem(file: PlanFile, { placed }: FileLine, entry: Entry, rest: string): number | undefined {
  if (rest !== '') return undefined;
  const [child] = entry.children;
  if (child) return child.indent;
  if ((entry.definition?.item && entry.definition.root) || !hasValue(entry)) return entry.indent + STEP;
  const like = lastLike(file, placed.index, entry);
  return like?.children[0] ? entry.indent + like.children[0].indent - like.indent : entry.indent;
}

/** The item above this one that is of the same kind: how it looks is how this one may go on. */
function lastLike(file: PlanFile, block: number, entry: Entry): Entry | undefined {
  const isLike = ({ definition }: Entry): boolean => definition === entry.definition;
  if (entry.parent) {
    const siblings = entry.parent.children;
    return siblings.slice(0, siblings.indexOf(entry)).findLast(isLike);
  }
  for (let index = block - 1; index >= Math.max(0, block - FAR); index--) {
    const found = file.blocks[index]?.block.entries.findLast(isLike);
    if (found) return found;
  }
  return undefined;
}

/** How deep the line below the head of a field begins. */
function belowField({ placed }: FileLine, entry: Entry, rest: string): number {
  const { definition, indent, proseIndent, blockStart } = entry;
  if (proseIndent > 0) return proseIndent;
  if (blockStart > 0) {
    const below = placed.block.text.slice(blockStart);
    return below.length - below.trimStart().length;
  }
  const mayBeEmpty = definition?.item === false && definition.mayBeEmpty && definition.type !== 'prose';
  const isShort = entry.valueEnd > entry.valueStart ? rest === '' : mayBeEmpty && rest === '';
  return isShort ? indent : indent + STEP;
}

/** The mark of the next point of a list, where the line above is a point and says something. */
function nextMark(above: string, rest: string): string {
  const [, mark, number, end, words] = bullet.exec(above) ?? [];
  if (!words?.trim() || bullet.test(`${rest} `)) return '';
  return mark ? `${mark} ` : `${Number(number) + 1}${end} `;
}
