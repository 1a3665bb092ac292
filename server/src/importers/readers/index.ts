import { ImportFault } from '../fault.ts';
import { docxReader } from './docx/docx.ts';
import { htmlReader } from './html/reader.ts';
import { jsonReader } from './json/reader.ts';
import { markdownReader } from './markdown/reader.ts';
import { odtReader } from './odt/odt.ts';
import { pdfReader } from './pdf/pdf.ts';
import type { Reader } from './reader.ts';
import { stratmlReader } from './stratml/reader.ts';
import { textReader } from './text/text-reader.ts';

/** The formats that documents come in, the surest to be recognised first. */
export const readers: readonly Reader[] = [
  docxReader,
  odtReader,
  pdfReader,
  jsonReader,
  stratmlReader,
  htmlReader,
  markdownReader,
  textReader,
];

/** True for Rich Text Format: it is text, but its words stand among the codes of an office program. */
const isRichText = (bytes: Uint8Array): boolean => [...'{\\rtf'].every((sign, at) => bytes[at] === sign.charCodeAt(0));

/** How a document is read, and what its name says against that. */
export interface Choice {
  readonly reader: Reader;
  /** The ending of its name, where another format goes by it. */
  readonly misnamed: string | undefined;
}

/**
 * The reader for a document: the one asked for, else the one that its ending names where the bytes are that, else the first that they are.
 *
 * @throws {ImportFault} where there is no such format, or none that the bytes are.
 */
export function readerFor(bytes: Uint8Array, name: string, asked?: string): Choice {
  if (asked !== undefined) {
    const reader = readers.find((one) => one.name === asked);
    if (reader) return { reader, misnamed: undefined };
    const known = readers.map((one) => one.name).join(', ');
    throw new ImportFault(`There is no format “${asked}” to read documents as: it is one of ${known}.`);
  }
  if (bytes.length === 0) throw new ImportFault('The file is empty, so there is nothing to bring in.');
  if (isRichText(bytes))
    throw new ImportFault(
      'This is Rich Text Format (RTF). Open it in Word or LibreOffice, save it as .docx, and import that.',
    );
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  const byEnding = readers.filter(({ endings }) => ending !== undefined && endings.includes(ending));
  const found = byEnding.find((one) => one.recognises(bytes)) ?? readers.find((one) => one.recognises(bytes));
  const [meant] = byEnding;
  // What is not recognised is given to the reader that its name asks for: it says what is wrong.
  const reader = found ?? meant;
  if (!reader)
    throw new ImportFault(
      'This is none of the formats that can be brought in. Save it as .docx, .pdf or .txt, and import that.',
    );
  return { reader, misnamed: meant && meant !== reader ? ending : undefined };
}
