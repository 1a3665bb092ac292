import { type Entry, type KeyLanguage, kindOf } from '@goldthread/grammar';
import { lineEndOf } from '../checks/fixes.ts';
import { entryUpTo } from '../checks/syntax/lines.ts';
import type { PlacedBlock, PlanFile, Range } from '../workspace/plan-file.ts';
import { depthOf, type FileLine, fileLine, nearestWords } from './file-line.ts';

/** A place in a text. */
export interface PlaceInProse {
  readonly entry: Entry;
  /** How deep its lines stand. */
  readonly depth: number;
  /** True right behind its key, and where words of it stand on lines below the place. */
  readonly isOnKey: boolean;
  readonly goesOn: boolean;
}

/** A place where lines are put in, and what stands around it. */
export interface Insertion {
  readonly file: PlanFile;
  readonly placed: PlacedBlock | undefined;
  readonly language: KeyLanguage;
  readonly lineEnd: string;
  /** What stands on the line before the place, and behind it. */
  readonly before: string;
  readonly after: string;
  /** The text that the place is in. */
  readonly prose: PlaceInProse | undefined;
  /** The innermost entry whose key stands before the place. */
  readonly above: Entry | undefined;
  /** How deep a line stands that begins there: the cursor’s column on an empty line, else that of the line. */
  readonly column: number;
  /** The depth of the next line that says anything, in the same block; 0 where there is none. */
  readonly next: number;
}

/** What stands around a range of a file that is to be replaced by lines. */
export function insertionAt(file: PlanFile, { start, end }: Range): Insertion {
  const line = fileLine(file, start.line);
  const { language, text } = file.tree;
  const known = { file, placed: line?.placed, language, lineEnd: lineEndOf(text) };
  if (!line) return { ...known, before: '', after: '', prose: undefined, above: undefined, column: 0, next: 0 };
  const last = end.line === start.line ? line : (fileLine(file, end.line) ?? line);
  const before = line.text.slice(0, start.character);
  const after = last.text.slice(end.character);
  const above = entryUpTo(line.placed.block, line.start + before.length);
  const column = before.trim() === '' ? depthOf(before) : line.depth;
  const below = nearestWords(file, last.number + 1, 1);
  const next = below?.placed === line.placed ? below.depth : 0;
  return { ...known, before, after, prose: proseAt(line, last, before, above), above, column, next };
}

/** The text that a place is in: on or below the line of its key, as deep as it stands. */
function proseAt(line: FileLine, last: FileLine, before: string, entry: Entry | undefined): Insertion['prose'] {
  const { definition } = entry ?? {};
  if (!entry || definition?.item !== false || definition.type !== 'prose') return undefined;
  const { block } = line.placed;
  const depth = entry.proseIndent || entry.indent + 2;
  const isHead = block.lines[entry.line] === line.start;
  const at = line.start + before.length;
  const isInside = entry.blockStart > 0 && line.start >= entry.blockStart && line.start < entry.end;
  const isBelow = block.text.slice(entry.end, line.start).trim() === '' && depthOf(before) > entry.indent;
  if (isHead ? at < entry.valueStart : !isInside && !(before.trim() === '' && isBelow)) return undefined;
  const end = last.placed === line.placed ? last.start + last.text.length : block.text.length;
  const isOnKey = isHead && block.text.slice(entry.valueStart, at).trim() === '';
  return { entry, depth, isOnKey, goesOn: block.text.slice(end, entry.end).trim() !== '' };
}

/**
 * The item into which a line goes that begins at a place, of those that may hold a kind: by its depth; behind an item’s own line
 * that item, unless `beside` it of the same kind; at the margin the item above.
 */
export function holderAt({ before, above, column }: Insertion, holds: (kind: string) => boolean): Entry | undefined {
  const isBehind = before.trim() !== '';
  const fits = ({ definition }: Entry): boolean => definition?.item === true && holds(definition.key);
  let entry = above;
  let outermost = above;
  for (; entry; entry = entry.parent) {
    outermost = entry;
    const isDeep = entry.indent < column || (isBehind && entry === above);
    if (isDeep && fits(entry)) return entry;
  }
  return column === 0 && outermost && fits(outermost) ? outermost : undefined;
}

/** True where items of a kind may stand in another, or at the margin: `plan`, `library`. */
export const holds = (place: string, kind: string): boolean => kindOf(kind)?.in.includes(place) ?? false;

/** How deep stands what an item holds. */
export const depthIn = (holder: Entry): number =>
  holder.children.find(({ definition }) => definition)?.indent ?? holder.indent + 2;

/**
 * Lines as the text that takes the place of the range: on a line of their own behind words, without the spaces that stand there
 * already. Undefined where words behind the place, or deeper lines below it, would belong to something else then.
 */
export function fitted(at: Insertion, lines: readonly string[]): string | undefined {
  const [first = '', ...others] = lines;
  const { before, after, lineEnd } = at;
  const depth = depthOf(first);
  const has = depthOf(before);
  const isBlank = before.trim() === '';
  if (after.trim() !== '' && !isBlank) return undefined;
  if (after.trim() !== '' ? depthOf(before + after) > depth : at.next > depth) return undefined;
  const start = isBlank && !/[^ ]/.test(before) && depth >= has ? first.slice(has) : lineEnd + first;
  const end = after.trim() === '' ? '' : lineEnd + before;
  return [start, ...others].join(lineEnd) + end;
}
