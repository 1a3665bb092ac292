import type { TextChange } from '../document.ts';
import { trimEnd, trimStart } from '../lines.ts';
import type { Block, Entry } from '../tree.ts';
import { type BlockLine, goesOnAsProse } from './block-lines.ts';

const LF = 10;
const CR = 13;

/** Where a block stands in its file. */
export interface Place {
  /** True for the block that the file begins with: no blank line stands above it. */
  readonly first: boolean;
  /** For the block that the file ends with: the line end to add where its last line has none. */
  readonly lineEnd: string | undefined;
}

/**
 * The changes that lay out a block that has no fault of structure: in order, apart from each other, as small as can be.
 * Offsets are UTF-16 units from the start of the block.
 */
export function layOut(block: Block, lines: readonly BlockLine[], place: Place): TextChange[] {
  const changes = new Changes(block.text);
  const last = place.lineEnd === undefined ? lines.length : lines.findLastIndex((line) => line.role !== 'blank');
  let gap = place.first;
  lines.forEach((line, row) => {
    if (line.role === 'blank') {
      if (gap || row > last) changes.put(line.start, line.next, '');
      else changes.empty(line);
      gap = true;
      return;
    }
    gap = false;
    layOutLine(changes, block, line);
    if (row === last && line.stop === line.next) changes.put(line.stop, line.stop, place.lineEnd ?? '');
  });
  return changes.made;
}

function layOutLine(changes: Changes, { text }: Block, line: BlockLine): void {
  if (line.at === line.stop) {
    changes.empty(line);
    return;
  }
  changes.put(line.start, line.at, ' '.repeat(line.depth + line.pad));
  if (line.role === 'prose') return;
  if (line.entry) layOutHead(changes, text, line.entry);
  if (line.entry && goesOnAsProse(line.entry)) return;
  changes.put(Math.max(trimEnd(text, line.at, line.stop), line.entry?.valueStart ?? 0), line.stop, '');
}

/** One space between key and name, none before the colon, one between colon and value. */
function layOutHead(changes: Changes, text: string, entry: Entry): void {
  const { keyEnd, nameStart, nameEnd, valueStart, valueEnd } = entry;
  if (nameEnd > nameStart) changes.put(keyEnd, nameStart, ' ');
  const wordsEnd = Math.max(keyEnd, nameEnd);
  const colon = trimStart(text, wordsEnd, valueStart);
  changes.put(wordsEnd, colon, '');
  changes.put(colon + 1, valueStart, valueEnd > valueStart ? ' ' : '');
}

/** Changes to one text, made from its start to its end. */
class Changes {
  readonly made: TextChange[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Puts a text in place of another, changing only where they differ. */
  put(start: number, end: number, wanted: string): void {
    const { text, made } = this;
    let from = start;
    let to = end;
    let head = 0;
    let tail = wanted.length;
    while (from < to && head < tail && text.charCodeAt(from) === wanted.charCodeAt(head)) {
      from++;
      head++;
    }
    while (from < to && head < tail && text.charCodeAt(to - 1) === wanted.charCodeAt(tail - 1)) {
      to--;
      tail--;
    }
    if (from === to && head === tail) return;
    const before = made.at(-1);
    const change = { start: from, end: to, text: wanted.slice(head, tail) };
    if (before?.end === from)
      made[made.length - 1] = { ...change, start: before.start, text: before.text + change.text };
    else made.push(change);
  }

  /** Takes the spaces out of a line that has nothing else; one stays where the line ends around it would become one. */
  empty({ start, stop }: BlockLine): void {
    const wouldJoin = this.text.charCodeAt(start - 1) === CR && this.text.charCodeAt(stop) === LF;
    this.put(start, stop, wouldJoin ? ' ' : '');
  }
}
