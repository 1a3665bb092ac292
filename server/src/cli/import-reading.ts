import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { faultOf } from '../disk/read-text.ts';
import { number } from '../reporters/words.ts';

/** The bytes of a document, or why there are none: the rest of a sentence that begins with its name. */
export type ReadDocument =
  | { readonly bytes: Uint8Array; readonly fault?: undefined }
  | { readonly bytes?: undefined; readonly fault: string };

const MEGA = 1024 * 1024;
/** How much is read at once, in bytes. */
const CHUNK = MEGA;

/** Reads a file, or the standard input where none is named: no more than so many bytes, whatever its size is said to be. */
export function readDocument(path: string | undefined, largest: number): ReadDocument {
  let file: number | undefined;
  try {
    file = path === undefined ? 0 : openSync(path, 'r');
    const stats = fstatSync(file);
    if (stats.isDirectory()) return { fault: 'is a folder. Name the documents in it' };
    if (stats.size > largest) return { fault: tooLarge(largest) };
    return readAll(file, largest);
  } catch (error) {
    return { fault: faultOf(error) };
  } finally {
    if (file) closeSync(file);
  }
}

function readAll(file: number, largest: number): ReadDocument {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = new Uint8Array(CHUNK);
    const count = readChunk(file, chunk);
    if (count === 0) return { bytes: joined(chunks, size) };
    size += count;
    if (size > largest) return { fault: tooLarge(largest) };
    chunks.push(chunk.subarray(0, count));
  }
}

/** Pieces as one. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Reads on; 0 at the end, which Windows says of a pipe by an error. */
function readChunk(file: number, chunk: Uint8Array): number {
  try {
    return readSync(file, chunk);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EOF') return 0;
    throw error;
  }
}

const tooLarge = (largest: number): string =>
  `has more than ${number(Math.floor(largest / MEGA))} MB, which is the most that is read. Take large pictures out of it, or save it in parts`;
