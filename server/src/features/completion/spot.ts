import { type Block, type Entry, isSpace, type KeyLanguage, trimEnd } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { PlacedBlock, PlanFile, Position } from '../../workspace/plan-file.ts';
import type { Snapshot } from '../snapshot.ts';
import { homeOf } from '../subject.ts';

/** A place on a line of a plan file, whatever stands there. All offsets are UTF-16 units from the start of the block. */
export interface Spot {
  readonly snapshot: Snapshot;
  readonly file: PlanFile;
  /** The plan that the file belongs to, or says that it is a part of. */
  readonly plan: Plan | undefined;
  readonly language: KeyLanguage;
  /** Undefined in a file without any text. */
  readonly placed: PlacedBlock | undefined;
  readonly text: string;
  readonly offset: number;
  /** The character that made the editor ask; undefined where the writer asked or typed a word. */
  readonly typed: string | undefined;
  /** The number of the line in the file and in the block, its first unit, its first word and its end. */
  readonly position: Position;
  readonly line: number;
  readonly lineStart: number;
  readonly at: number;
  readonly lineEnd: number;
  /** How deep the first word stands, in columns; on a blank line how deep the cursor stands. */
  readonly column: number;
  /** The entry that begins on the line. */
  readonly own: Entry | undefined;
  /** The entry that the line belongs to by its depth: the nearest above it that is less deep. */
  readonly holder: Entry | undefined;
}

/** What stands at a position of a file. A position beyond a line is its end. */
export function spotAt(snapshot: Snapshot, file: PlanFile, wanted: Position, typed: string | undefined): Spot {
  const { placed, offset } = file.locate(wanted) ?? { placed: undefined, offset: 0 };
  const text = placed?.block.text ?? '';
  const position = placed?.position(offset) ?? { line: 0, character: 0 };
  const lineStart = offset - position.character;
  const line = placed ? position.line - (file.tree.lines[placed.index] ?? 0) : 0;
  const nextLine = placed?.block.lines[line + 1] ?? text.length;
  let lineEnd = nextLine;
  while (lineEnd > lineStart && isLineEnd(text.charCodeAt(lineEnd - 1))) lineEnd--;
  let at = lineStart;
  while (at < lineEnd && isSpace(text.charCodeAt(at))) at++;
  const column = columnOf(text, lineStart, at < lineEnd ? at : offset);
  const own = placed && entryOn(placed.block, line);
  const holder = own ? own.parent : placed && holderOf(placed.block, line, column);
  const plan = homeOf(snapshot.model, file);
  const here = { snapshot, file, plan, language: file.tree.language, placed, text, offset, typed, position };
  return { ...here, line, lineStart, at, lineEnd, column, own, holder };
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;
const TAB = 9;
const BYTE_ORDER_MARK = 0xfeff;

/** How deep an offset stands: a tab goes to the next even column. */
function columnOf(text: string, lineStart: number, end: number): number {
  let column = 0;
  for (let at = lineStart; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === TAB) column += 2 - (column % 2);
    else if (code !== BYTE_ORDER_MARK) column++;
  }
  return column;
}

/** The entry that begins on a line of a block. */
function entryOn(block: Block, line: number): Entry | undefined {
  for (let entries = block.entries; entries.length > 0; ) {
    const last = entries.findLast((entry) => entry.line <= line);
    if (!last || last.line === line) return last;
    entries = last.children;
  }
  return undefined;
}

/** The entry to which a line of this depth belongs. */
function holderOf(block: Block, line: number, column: number): Entry | undefined {
  let holder: Entry | undefined;
  for (let entries = block.entries; entries.length > 0; ) {
    const last = entries.findLast((entry) => entry.line < line);
    if (!last || last.indent >= column) break;
    holder = last;
    entries = last.children;
  }
  return holder;
}

/** The item of an entry, or the nearest that it stands in. */
export function itemOf({ snapshot, placed }: Spot, entry: Entry | undefined): Item | undefined {
  const items = (placed && snapshot.model.content(placed)?.items) ?? [];
  for (let at = entry; at; at = at.parent) {
    const item = at.definition?.item ? items.find((one) => one.entry === at) : undefined;
    if (item) return item;
  }
  return undefined;
}

/** The end of the words of the line, not before the cursor. */
export const wordsEnd = ({ text, lineStart, lineEnd, offset }: Spot): number =>
  Math.max(offset, trimEnd(text, lineStart, lineEnd));

/** A space before what is written where none stands yet, behind a colon or a comma. */
export const gapBefore = ({ text }: Spot, start: number): string => (/[:,]/.test(text.charAt(start - 1)) ? ' ' : '');
