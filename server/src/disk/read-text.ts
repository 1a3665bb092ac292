import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

/** The text of a file, or why there is none, in a sentence that goes on from the file's name. */
export type ReadText =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly text?: undefined; readonly fault: string };

const BOM = '\uFEFF';
const REPLACEMENT = '\uFFFD';
const NUL = '\0';

/** Reads a file as UTF-8, a byte-order mark at its start included. */
export function readText(path: string): ReadText {
  try {
    const text = readFileSync(path, 'utf8');
    if (!text.includes(REPLACEMENT) && !text.includes(NUL)) return { text };
    return decode(readFileSync(path));
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** Reads bytes as UTF-8. */
export function decode(bytes: Buffer): ReadText {
  const fault = encodingFault(bytes);
  return fault ? { fault } : { text: bytes.toString('utf8') };
}

/** A text without the byte-order mark that some editors put at its start. */
export const withoutMark = (text: string): string => (text.startsWith(BOM) ? text.slice(1) : text);

/** Why bytes are no text in UTF-8; undefined where they are. */
function encodingFault(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'is saved as UTF-16. Save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)';
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return 'is not plain text; it looks like a Word document. Save it as plain text in UTF-8';
  if (bytes.includes(0)) return 'is not plain text. A plan is plain text, saved as UTF-8';
  if (!isUtf8(bytes))
    return 'is not saved as UTF-8, so that some letters cannot be read. Save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)';
  return undefined;
}

/** What a failure to read or write a file means. */
export function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return faults[code] ?? `cannot be used (${error instanceof Error ? error.message : String(error)})`;
}

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'is not there. Look at how the name is written, and at the folder you are in',
  EACCES: 'may not be opened: you have no permission for it',
  EPERM: 'may not be opened: you have no permission for it',
  EISDIR: 'is a folder',
  ENOTDIR: 'is not there: part of its path is a file, not a folder',
  ELOOP: 'is a link that leads back to itself',
  EROFS: 'cannot be written: the disk is read-only',
  ENOSPC: 'cannot be written: the disk is full',
  ENAMETOOLONG: 'has too long a name',
};
