/** A zip archive, read within bounds: what is in it is unpacked one at a time, counted as it comes, and never written anywhere. */
import { Inflate } from 'fflate';
import { directoryOf, type Entry } from './archive-directory.ts';
import { ImportFault } from './fault.ts';
import { limits } from './limits.ts';

/** Packed bytes that are unpacked at once: at most a thousand times as many come out. */
const step = 16 * 1024;

/** Something in an archive that is not read. */
export interface Ignored {
  readonly name: string;
  /** Why: “its name leads out of the archive”. */
  readonly why: string;
}

/** What a zip archive holds. */
export class Archive {
  /** What is in it and not read. */
  readonly ignored: readonly Ignored[];
  readonly #most: Readonly<Record<keyof typeof limits, number>>;
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #namesInSmall: ReadonlyMap<string, string>;
  #unpacked = 0;

  /** @throws {ImportFault} where the bytes are not a zip archive, are cut off, or are beyond the limits. */
  constructor(bytes: Uint8Array, most: Readonly<Record<keyof typeof limits, number>> = limits) {
    this.#most = most;
    const { entries, ignored } = directoryOf(bytes);
    this.#bytes = bytes;
    this.#entries = entries;
    this.ignored = ignored;
    this.#namesInSmall = new Map([...entries.keys()].reverse().map((name) => [name.toLowerCase(), name]));
  }

  /** The names in it, in its order: `word/document.xml`. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** Whether it holds something of a name; capitals are not told apart where nothing has that very name. */
  has(name: string): boolean {
    return this.#entry(name) !== undefined;
  }

  /** The bytes of one of its files unpacked, by its own word; 0 where there is none of that name. */
  sizeOf(name: string): number {
    return this.#entry(name)?.size ?? 0;
  }

  /**
   * The bytes of one of its files, undefined where there is none of that name.
   *
   * @throws {ImportFault} as `pieces` does.
   */
  read(name: string): Uint8Array | undefined {
    if (!this.has(name)) return undefined;
    const pieces = [...this.pieces(name)];
    if (pieces.length === 1) return pieces[0];
    const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  /**
   * The bytes of one of its files as they are unpacked; none where there is none of that name.
   *
   * @throws {ImportFault} where it is damaged, locked, packed in a way that nobody knows, or larger than the limits, by what comes out
   *   and by what the archive says of it.
   */
  *pieces(name: string): Generator<Uint8Array> {
    const entry = this.#entry(name);
    if (!entry) return;
    if (entry.isLocked) throw lockedFault();
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.packed);
    this.#checkSize(entry, entry.size, this.#unpacked + entry.size);
    let size = 0;
    for (const piece of entry.method === 0 ? [packed] : this.#inflated(packed, name)) {
      size += piece.length;
      this.#unpacked += piece.length;
      this.#checkSize(entry, size, this.#unpacked);
      yield piece;
    }
    if (size !== entry.size) throw damaged(name);
  }

  *#inflated(packed: Uint8Array, name: string): Generator<Uint8Array> {
    let out: Uint8Array[] = [];
    let isFinished = false;
    const inflate = new Inflate((data, isLast) => {
      if (data.length > 0) out.push(data);
      isFinished ||= isLast;
    });
    for (let at = 0; at < packed.length && !isFinished; at += step) {
      try {
        inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
      } catch {
        throw damaged(name);
      }
      yield* out;
      out = [];
    }
  }

  #checkSize({ name, packed, size: said }: Entry, size: number, all: number): void {
    if (size > said)
      throw new ImportFault(
        `This file says that “${name}” in it has ${said} bytes, but it has more. A file that was made by an office program does not do that, so it is not read.`,
      );
    const isTooLarge = size > this.#most.entryBytes || all > this.#most.archiveBytes;
    if (isTooLarge || (size > this.#most.ratioFrom && size > packed * this.#most.ratio))
      throw new ImportFault(
        `“${name}” in this file is too large when it is unpacked (more than ${Math.floor(size / 1024 / 1024)} MB). It may have been made to do harm, so it is not read.`,
      );
  }

  #entry(name: string): Entry | undefined {
    return this.#entries.get(name) ?? this.#entries.get(this.#namesInSmall.get(name.toLowerCase()) ?? '');
  }
}

/** Whether bytes begin as a zip archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** A document is locked with a password. */
export const lockedFault = (): ImportFault =>
  new ImportFault('This document is locked with a password. Open it, save a copy without a password, and import that.');

const damaged = (name: string): ImportFault =>
  new ImportFault(
    `This file is damaged: “${name}” in it can't be unpacked. Open it in the program that made it, and save it again.`,
  );
