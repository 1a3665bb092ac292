import { type Entry, type Kind, nameOf, textOf } from '@goldthread/grammar';
import { lineEndOf } from '../../checks/fixes.ts';
import { titleFrom } from '../../checks/reference/words.ts';
import { depthOf, isBlank, wordsAt } from '../../checks/syntax/lines.ts';
import { wrongPlace } from '../../checks/syntax/wrong-place.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { endOf } from '../places.ts';
import { shortened } from '../shown.ts';
import { wordsFor } from '../words.ts';
import { type Action, type ActionEdit, type Asking, touches } from './action.ts';

const table = {
  en: { into: (name: string) => `Move it into ‘${name}’`, margin: 'Move it to the left margin' },
  cy: { into: (name: string) => `Symud i mewn i ‘${name}’`, margin: 'Symud i’r ymyl chwith' },
};

/** So many items at the margin are looked through upwards for one that may hold it, and so much of a title is shown. */
const FAR = 200;
const LONGEST = 50;

/** A place for an item: behind a line, so deep. */
interface Destination {
  readonly placed: PlacedBlock;
  /** The offset in the block behind the line end of that line. */
  readonly at: number;
  readonly indent: number;
}

/**
 * Moves an item that stands where it cannot stand to where it can: into the nearest item above that may hold it, or out to the left
 * margin.
 *
 *     priority homes: Better homes
 *       action: Insulate homes
 *       milestone: First hundred homes
 *
 * becomes
 *
 *     priority homes: Better homes
 *       action: Insulate homes
 *         milestone: First hundred homes
 */
export function moveItem(asking: Asking): Action[] {
  const { file, cursor, found, language, range } = asking;
  const entry = cursor?.entry;
  if (!cursor || !entry?.definition?.item || entry.definition.root || cursor.part === 'margin') return [];
  const { placed } = cursor;
  const kind = entry.definition;
  const margin = file.tree.content.place.replace('-content', '');
  if (mayStand(kind, entry, margin) || (entry.parent && !entry.parent.definition)) return [];
  const words = wordsFor(table, language);
  const mends = found.filter((one) => one.rule === wrongPlace.id && touches(one.range, range));
  const offered = mends.some(({ fixes }) => fixes.length > 0);
  const actions: Action[] = [];
  const add = (title: string, destination: Destination): void => {
    const edits = moved(placed, entry, destination);
    if (edits) actions.push({ title, kind: 'quickfix', mends, edits });
  };
  const holder = holderFor(kind, entry, placed);
  if (holder && !(offered && holder.placed !== placed && holder.placed.index === placed.index - 1)) {
    const block = holder.placed.block;
    const id = nameOf(block, holder.entry);
    const name = shortened(textOf(block, holder.entry) || id || titleFrom(kind.key), LONGEST);
    add(words.into(name), endInside(holder.placed, holder.entry, entry));
  }
  if (kind.in.includes(margin) && entry.indent > 0 && !offered)
    add(words.margin, { placed, at: afterLine(placed, placed.block.trailing), indent: 0 });
  return actions;
}

/** Whether a kind may stand where an entry of it stands. */
function mayStand(kind: Kind, { parent, indent }: Entry, margin: string): boolean {
  const above = parent?.definition;
  if (!above) return indent === 0 && kind.in.includes(margin);
  return above.item && !above.root && kind.in.includes(above.key);
}

const mayHold = (kind: Kind, { definition }: Entry): boolean =>
  definition?.item === true && !definition.root && kind.in.includes(definition.key);

/** The nearest item above that may hold a kind: one that the entry stands in already, else the last that begins above it. */
function holderFor(
  kind: Kind,
  entry: Entry,
  placed: PlacedBlock,
): { readonly placed: PlacedBlock; readonly entry: Entry } | undefined {
  for (let above = entry.parent; above; above = above.parent) if (mayHold(kind, above)) return { placed, entry: above };
  for (let at: Entry | undefined = entry; at; at = at.parent) {
    const siblings: readonly Entry[] = at.parent?.children ?? placed.block.entries;
    const found = lastHolding(kind, siblings.slice(0, siblings.indexOf(at)));
    if (found) return { placed, entry: found };
  }
  for (let index = placed.index - 1; index >= Math.max(0, placed.index - FAR); index--) {
    const other = placed.file.blocks[index];
    const found = other && lastHolding(kind, other.block.entries);
    if (found) return { placed: other, entry: found };
  }
  return undefined;
}

/** The last of some entries, or of those in them, that may hold a kind; one outside before those in it. */
function lastHolding(kind: Kind, entries: readonly Entry[]): Entry | undefined {
  const waiting = [...entries];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    if (mayHold(kind, entry)) return entry;
    for (const child of entry.children) waiting.push(child);
  }
  return undefined;
}

/** Behind all that an item holds; where it holds the moved one somewhere inside, behind what holds that. */
function endInside(placed: PlacedBlock, holder: Entry, moving: Entry): Destination {
  let last = holder;
  for (let at: Entry | undefined = moving; at; at = at.parent) if (at.parent === holder) last = at;
  const indent = holder.children.find((child) => child !== moving)?.indent ?? holder.indent + 2;
  return { placed, at: afterLine(placed, endOf(placed, last)), indent };
}

/** The offset at which the line after that of an offset begins. */
function afterLine({ block }: PlacedBlock, offset: number): number {
  const line = block.lineAt(Math.max(0, offset - 1));
  return block.lines[line + 1] ?? block.text.length;
}

/** The edits that put an entry, with all that is in it and the comments right above it, elsewhere. Undefined where tabs are in the way. */
function moved(placed: PlacedBlock, entry: Entry, to: Destination): ActionEdit[] | undefined {
  const { block, file } = placed;
  let first = entry.line;
  while (first > 0 && isCommentOf(placed, first - 1, entry)) first--;
  const last = block.lineAt(Math.max(entry.at, endOf(placed, entry) - 1));
  const lines: string[] = [];
  for (let line = first; line <= last; line++) {
    const depth = isBlank(placed, line) ? 0 : depthOf(placed, line);
    if (depth === undefined) return undefined;
    const end = block.lines[line + 1] ?? block.text.length;
    const words = block.text.slice(wordsAt(placed, line), end).trimEnd();
    lines.push(words && ' '.repeat(Math.max(0, depth + to.indent - entry.indent)) + words);
  }
  const lineEnd = lineEndOf(file.tree.text);
  const start = block.lines[first] as number;
  const end = block.lines[last + 1] ?? block.text.length;
  const gap = to.indent === 0 && start > 0 ? lineEnd : '';
  const text = gap + lines.join(lineEnd) + lineEnd;
  const cut = placed.range(start, end);
  if (to.placed === placed && (to.at === start || to.at === end))
    return [{ file: file.path, range: cut, newText: text }];
  const isAlone = entry.indent === 0 && block.text.slice(end).trim() === '';
  const ended = to.at === 0 || /[\r\n]/.test(to.placed.block.text.charAt(to.at - 1));
  return [
    { file: file.path, range: placed.range(start, isAlone ? block.text.length : end), newText: '' },
    { file: file.path, range: to.placed.range(to.at, to.at), newText: ended ? text : lineEnd + text },
  ];
}

/** True for a line that is a comment as deep as an entry, and so about it. */
const isCommentOf = (placed: PlacedBlock, line: number, { indent }: Entry): boolean =>
  placed.block.text.charAt(wordsAt(placed, line)) === '#' && depthOf(placed, line) === indent;
