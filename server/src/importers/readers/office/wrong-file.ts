/** Files that are not what they are named: what they are, and what to do. */
import { isArchive, lockedFault } from '../../archive.ts';
import { ImportFault } from '../../fault.ts';

/** Where the names of what an old Office file holds are looked for. */
const directoryBytes = 4 * 1024 * 1024;

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether bytes are a file as Office wrote them until 2007, which is also how it wraps files that are locked with a password. */
export const isOldOffice = (bytes: Uint8Array): boolean => oldOffice.every((byte, at) => bytes[at] === byte);

/** What files begin with, by what they are. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF'],
  [/^\{\\rtf/, 'a document in Rich Text Format (RTF)'],
  [/^\s*<(?:!doctype html|html|head|body|div|p)\b/i, 'a web page'],
  [/^\s*<\?xml|^\s*<\w/, 'XML'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8)/, 'a picture'],
];

/**
 * Why bytes can't be read as an archive of an office program: they are of an old one, locked, empty, or of another format. `kind` is what
 * they should be: `a Word document (.docx)`.
 */
export function wrongFile(bytes: Uint8Array, kind: string): ImportFault | undefined {
  if (bytes.length === 0) return new ImportFault('This file is empty.');
  if (isOldOffice(bytes)) return oldOfficeFault(bytes);
  if (isArchive(bytes)) return undefined;
  const start = new TextDecoder('latin1').decode(bytes.subarray(bytesOfMark(bytes), 1024));
  const found = beginnings.find(([pattern]) => pattern.test(start))?.[1] ?? (isText(bytes) ? 'plain text' : undefined);
  return new ImportFault(
    found
      ? `This is not ${kind}: it is ${found}, whatever its name ends with. Give it the right ending, and import it again.`
      : `This is not ${kind}, or it is damaged. Open it in the program that made it, and save it again.`,
  );
}

function oldOfficeFault(bytes: Uint8Array): ImportFault {
  if (hasName(bytes, 'EncryptedPackage')) return lockedFault();
  if (hasName(bytes, 'WordDocument'))
    return new ImportFault(
      'This is the old Word format (.doc). Open it in Word or LibreOffice, save it as .docx, and import that.',
    );
  return new ImportFault('This is a file of an old office program. Open it there, save it as .docx, and import that.');
}

/** Whether an old Office file holds something of a name, which stands in it with two bytes a letter. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const text =
    new TextDecoder('latin1').decode(bytes.subarray(0, directoryBytes)) +
    new TextDecoder('latin1').decode(bytes.subarray(-directoryBytes));
  return text.includes([...name].join('\0'));
}

const bytesOfMark = (bytes: Uint8Array): number =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;

/** Text has no zero bytes. */
const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 4096).includes(0);
