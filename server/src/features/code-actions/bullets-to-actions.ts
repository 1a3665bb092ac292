import { type Entry, kindOf, wordFor } from '@goldthread/grammar';
import { lineEndOf } from '../../checks/fixes.ts';
import { entryUpTo, strayUpTo } from '../../checks/syntax/lines.ts';
import { noKey } from '../../checks/syntax/no-key.ts';
import { unknownKey } from '../../checks/syntax/unknown-key.ts';
import { type FileLine, fileLine, nearestWords } from '../file-line.ts';
import { asItems, type ListLine, pointsOf, readList } from '../points.ts';
import { wordsFor } from '../words.ts';
import type { Action, ActionEdit, Asking } from './action.ts';

const table = {
  en: {
    turn: (count: number) =>
      count === 1 ? 'Turn the bullet into an action' : `Turn the ${count} bullets into actions`,
  },
  cy: {
    turn: (count: number) =>
      count === 1 ? 'Troi’r pwynt bwled yn weithred' : `Troi’r pwyntiau bwled yn weithredoedd (${count})`,
  },
};

/** The rules that find lines which say nothing as they stand: for those it is a mend. */
const lost: ReadonlySet<string> = new Set([noKey.id, unknownKey.id]);
/** So many lines are looked at. */
const MOST = 500;

/** What lines stand in: a text or another field, or nothing, below an item. */
type Home = { readonly field: Entry } | { readonly field: undefined };

/**
 * Makes actions of the points of a list, in a text or pasted below an item. Points in points become actions in actions; other words
 * of the text stay where they are.
 *
 *     priority homes: Better homes
 *       text:
 *         We will:
 *         - Insulate homes
 *           - in terraces first
 *
 * becomes
 *
 *     priority homes: Better homes
 *       text:
 *         We will:
 *       action: Insulate homes
 *         action: in terraces first
 */
export function bulletsToActions(asking: Asking): Action[] {
  const list = listAt(asking);
  if (!list) return [];
  const { home, lines, roles } = list;
  const [first] = lines;
  const kind = kindOf('action');
  if (!first || !kind) return [];
  const { placed } = first;
  const points = pointsOf(roles);
  const key = wordFor(kind, asking.language);
  const begun = new RegExp(`^${key}:\\s*(?=\\S)`);
  const own = points.map((point) => ({ ...point, words: point.words.replace(begun, '') }));
  const edits = home.field
    ? outOfField(asking, home.field, lines, (indent) => asItems(own, key, indent))
    : inPlace(asking, lines, (indent) => asItems(own, key, indent));
  if (!edits) return [];
  const file = placed.file.path;
  const title = wordsFor(table, asking.language).turn(points.length);
  const mends = home.field ? [] : asking.found.filter(({ rule }) => lost.has(rule));
  return [
    {
      title,
      kind: mends.length > 0 ? 'quickfix' : 'refactor.rewrite',
      mends,
      edits: edits.map((edit) => ({ file, ...edit })),
    },
  ];
}

interface List {
  readonly home: Home;
  /** The lines from the first point to the last line of the last one; and what each is. */
  readonly lines: readonly FileLine[];
  readonly roles: readonly ListLine[];
}

/** The list that is selected, or in which the cursor stands. */
function listAt({ file, range }: Asking): List | undefined {
  const { start, end } = range;
  const isEmpty = start.line === end.line && start.character === end.character;
  const to = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  if (to - start.line > MOST) return undefined;
  const at = fileLine(file, start.line);
  if (isEmpty && !at?.words) return undefined;
  const lines = isEmpty ? around(file, start.line) : withRest(file, linesFrom(file, start.line, to));
  const home = lines.find(({ words }) => words !== '');
  const belongs = home && homeOf(home);
  if (!belongs) return undefined;
  const roles = readList(lines.map(({ text }) => text));
  const chosen = isEmpty
    ? runWith(
        roles,
        lines.findIndex(({ number }) => number === start.line),
      )
    : wholeRun(roles);
  if (!chosen) return undefined;
  const own = lines.slice(chosen.from, chosen.to);
  for (const line of own) {
    const other: Home | undefined = line.words === '' ? belongs : homeOf(line);
    if (line.placed !== home.placed || other?.field !== belongs.field) return undefined;
  }
  return { home: belongs, lines: own, roles: roles.slice(chosen.from, chosen.to) };
}

function linesFrom(file: Asking['file'], from: number, to: number): FileLine[] {
  const lines: FileLine[] = [];
  for (let line = fileLine(file, from); line && line.number <= to; line = fileLine(file, line.number + 1))
    lines.push(line);
  return lines;
}

/** Lines, and those behind them with which the last point goes on. */
function withRest(file: Asking['file'], lines: readonly FileLine[]): FileLine[] {
  const all = [...lines];
  const last = all.at(-1);
  const home = last && homeOf(last);
  for (
    let next = last && fileLine(file, last.number + 1);
    home && next?.words;
    next = fileLine(file, next.number + 1)
  ) {
    const other = homeOf(next);
    const goesOn = readList([...all, next].map(({ text }) => text)).at(-1)?.role === 'more';
    if (!goesOn || next.placed !== last.placed || !other || other.field !== home.field) break;
    all.push(next);
  }
  return all;
}

/** The lines around one that stand in the same text, or belong to nothing as it does. */
function around(file: Asking['file'], number: number): FileLine[] {
  const at = fileLine(file, number);
  const home = at && homeOf(at);
  if (!home) return [];
  const belongs = (line: FileLine): boolean => {
    if (line.words === '') return line.placed === at.placed;
    const other = homeOf(line);
    return line.placed === at.placed && other !== undefined && other.field === home.field;
  };
  let from = number;
  let to = number;
  for (
    let line = fileLine(file, from - 1);
    line && belongs(line) && number - from < MOST;
    line = fileLine(file, from - 1)
  )
    from--;
  for (let line = fileLine(file, to + 1); line && belongs(line) && to - number < MOST; line = fileLine(file, to + 1))
    to++;
  return linesFrom(file, from, to);
}

/** The run of points, and of what goes on with them, that a line is in. */
function runWith(roles: readonly ListLine[], at: number): { from: number; to: number } | undefined {
  if (!isOfPoint(roles[at])) return undefined;
  let from = at;
  let to = at;
  while (from > 0 && roles[from - 1]?.role !== 'words') from--;
  while (to + 1 < roles.length && roles[to + 1]?.role !== 'words') to++;
  return trimmed(roles, from, to + 1);
}

/** All points of a selection, which stand together; words may stand before them. */
function wholeRun(roles: readonly ListLine[]): { from: number; to: number } | undefined {
  const from = roles.findIndex(({ role }) => role === 'point');
  if (from < 0 || roles.slice(from).some(({ role }) => role === 'words')) return undefined;
  return trimmed(roles, from, roles.length);
}

const isOfPoint = (line: ListLine | undefined): boolean => line?.role === 'point' || line?.role === 'more';

function trimmed(roles: readonly ListLine[], from: number, to: number): { from: number; to: number } {
  let [first, end] = [from, to];
  while (roles[first]?.role === 'blank') first++;
  while (roles[end - 1]?.role === 'blank') end--;
  return { from: first, to: end };
}

/** What a line stands in; undefined for a line that says what it is. */
function homeOf({ placed, start, text }: FileLine): Home | undefined {
  const { block } = placed;
  const end = start + text.length;
  const entry = entryUpTo(block, end);
  if (entry?.definition?.item === false && entry.blockStart > 0 && start >= entry.blockStart && start < entry.end)
    return { field: entry };
  const stray = strayUpTo(block, end);
  if (stray && start < stray.end && block.lineAt(stray.at) <= block.lineAt(start)) return { field: undefined };
  const isUnknown = entry !== undefined && !entry.definition && block.lines[entry.line] === start;
  return isUnknown ? { field: undefined } : undefined;
}

type Edit = Omit<ActionEdit, 'file'>;

/** Takes the points out of a field and puts them below it. */
function outOfField(
  asking: Asking,
  field: Entry,
  lines: readonly FileLine[],
  items: (indent: number) => string[],
): Edit[] | undefined {
  const holder = field.parent?.definition;
  const [first, last] = [lines[0] as FileLine, lines.at(-1) as FileLine];
  if (!holder?.item || !kindOf('action')?.in.includes(holder.key)) return undefined;
  const { placed } = first;
  const { block } = placed;
  const lineEnd = lineEndOf(asking.file.tree.text);
  const text = items(field.indent).join(lineEnd);
  const end = last.start + last.text.length;
  const after = block.text.slice(end, field.end).trim() !== '';
  const before = block.text.slice(Math.max(field.valueStart, field.keyEnd), first.start).trim() !== '';
  const from = before || after ? first.start : (block.lines[field.line] as number);
  if (!after) return [{ range: placed.range(from, end), newText: text }];
  const below = block.text.slice(0, field.end).trimEnd().length;
  return [
    { range: placed.range(first.start, block.lines[block.lineAt(end) + 1] ?? end), newText: '' },
    { range: placed.range(below, below), newText: lineEnd + text },
  ];
}

/** Puts actions in the place of points that belong to nothing, as deep as what the item above holds. */
function inPlace(asking: Asking, lines: readonly FileLine[], items: (indent: number) => string[]): Edit[] | undefined {
  const [first, last] = [lines[0] as FileLine, lines.at(-1) as FileLine];
  const { placed } = first;
  const holder = holderAbove(first);
  if (!holder) return undefined;
  const indent = holder.children.find((child) => child.definition)?.indent ?? holder.indent + 2;
  const next = nearestWords(asking.file, last.number + 1, 1);
  if (next && next.placed === placed && next.depth > indent) return undefined;
  const end = last.start + last.text.length;
  return [{ range: placed.range(first.start, end), newText: items(indent).join(lineEndOf(asking.file.tree.text)) }];
}

/** The item that actions may stand in and that a line belongs to by its depth; at the margin the item above it. */
export function holderAbove({ placed, start, depth }: FileLine): Entry | undefined {
  const kind = kindOf('action');
  let entry = start > 0 ? entryUpTo(placed.block, start - 1) : undefined;
  let outermost = entry;
  while (entry && (entry.indent >= depth || !entry.definition?.item || !kind?.in.includes(entry.definition.key))) {
    outermost = entry;
    entry = entry.parent;
  }
  const top = outermost?.definition;
  return entry ?? (depth === 0 && top?.item && kind?.in.includes(top.key) ? outermost : undefined);
}
