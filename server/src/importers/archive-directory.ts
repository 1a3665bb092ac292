/** The directory at the end of a zip archive (APPNOTE.TXT 4.3): which files are in it, and where. */
import type { Ignored } from './archive.ts';
import { ImportFault } from './fault.ts';
import { limits } from './limits.ts';

/** A file in an archive. */
export interface Entry {
  readonly name: string;
  /** 0 where it is stored as it is, 8 where it is packed by DEFLATE. */
  readonly method: number;
  readonly isLocked: boolean;
  /** Bytes packed. */
  readonly packed: number;
  /** Bytes unpacked, by its own word. */
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly start: number;
}

const endSign = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const entrySign = 0x02014b50;
const entryLength = 46;
const fileSign = 0x04034b50;
const fileLength = 30;
/** A size or place that does not fit into four bytes, and stands in the further fields instead. */
const elsewhere = 0xffffffff;
const wideFields = 1;

/**
 * What is in an archive, by name, in its order.
 *
 * @throws {ImportFault} where there is no directory, it does not fit the bytes, there are too many files, or they share bytes.
 */
export function directoryOf(bytes: Uint8Array): { entries: Map<string, Entry>; ignored: Ignored[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.archiveEntries)
    throw new ImportFault(
      `This file holds ${count} files, and no more than ${limits.archiveEntries} are read. It is not an ordinary document.`,
    );
  const entries = new Map<string, Entry>();
  const ignored: Ignored[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySign) throw cutOff();
    const entry = entryAt(view, bytes, at);
    const why = entry.name.endsWith('/') ? undefined : whyIgnored(entry, entries);
    if (why) ignored.push({ name: entry.name, why });
    else if (!entry.name.endsWith('/')) entries.set(entry.name, entry);
    at += entryLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseOverlaps([...entries.values()]);
  return { entries, ignored };
}

function endOf(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--)
    if (view.getUint32(at, true) === endSign) return at;
  throw cutOff();
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): Entry {
  const nameLength = view.getUint16(at + 28, true);
  const name = nameOf(bytes.subarray(at + entryLength, at + entryLength + nameLength));
  const further = at + entryLength + nameLength;
  const wide = wideNumbers(view, further, further + view.getUint16(at + 30, true));
  const number = (offset: number) => {
    const value = view.getUint32(at + offset, true);
    return value === elsewhere ? (wide.shift() ?? value) : value;
  };
  // In this order: it is the order of the further fields.
  const size = number(24);
  const packed = number(20);
  const place = number(42);
  return {
    name,
    method: view.getUint16(at + 10, true),
    isLocked: (view.getUint16(at + 8, true) & 1) === 1,
    packed,
    size,
    start: startOf(view, place, packed),
  };
}

/** The packed bytes stand behind a header of their own, whose name and further fields have lengths of their own. */
function startOf(view: DataView, place: number, packed: number): number {
  if (place + fileLength > view.byteLength || view.getUint32(place, true) !== fileSign) throw cutOff();
  const start = place + fileLength + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  if (start + packed > view.byteLength) throw cutOff();
  return start;
}

/** Sizes and places in eight bytes (APPNOTE.TXT 4.5.3). */
function wideNumbers(view: DataView, from: number, to: number): number[] {
  let at = from;
  while (at + 4 <= Math.min(to, view.byteLength)) {
    const length = view.getUint16(at + 2, true);
    const end = Math.min(at + 4 + length, to, view.byteLength);
    if (view.getUint16(at, true) === wideFields)
      return Array.from({ length: Math.floor((end - at - 4) / 8) }, (_, index) =>
        Number(view.getBigUint64(at + 4 + index * 8, true)),
      );
    at += 4 + length;
  }
  return [];
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function whyIgnored({ name, method }: Entry, entries: ReadonlyMap<string, Entry>): string | undefined {
  if (entries.has(name)) return 'another file in it has the same name';
  if (name.split('/').includes('..')) return 'its name leads out of the document';
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'its name is that of a place on a computer';
  if (name.includes('\\')) return 'its name has a backslash';
  if (name === '' || name.includes('\0')) return 'it has no proper name';
  if (method !== 0 && method !== 8) return 'it is packed in a way that office programs do not use';
  return undefined;
}

/** Files that share bytes are how a small archive unpacks into a huge one. */
function refuseOverlaps(entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (entry.start < end)
      throw new ImportFault(
        `“${entry.name}” in this file shares its bytes with another. A file that was made by an office program does not do that, so it is not read.`,
      );
    end = entry.start + entry.packed;
  }
}

const cutOff = (): ImportFault =>
  new ImportFault('This file is cut off or damaged: what it holds can’t be found. Copy or download it again.');
