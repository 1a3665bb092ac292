import { type WholeDocument, wholeDocument } from '../edition/annex.ts';
import type { Edition } from '../edition/edition.ts';
import { metadataOf } from '../edition/metadata.ts';
import { FormatFault } from '../format-fault.ts';
import type { WrittenFile } from '../written-file.ts';
import { sheetOf } from './document.ts';

/** The document of an edition for print (PDF). The same edition gives the same bytes. */
export async function pdfFiles(
  edition: Edition,
  whole: WholeDocument = wholeDocument(edition),
): Promise<readonly WrittenFile[]> {
  const { theme, typeset } = edition.source;
  if (!typeset)
    throw new FormatFault('Nothing here can make PDF: build it with the command “goldthread build --to pdf”.');
  const options = {
    language: edition.language,
    picture: (path: string) => edition.source.picture(path),
    anchorOf: whole.anchorOf,
  };
  const { untaken, ...sheet } = sheetOf(whole, metadataOf(edition, whole), options, theme);
  const { bytes, remarks } = await typeset(sheet);
  const told = untaken.map(
    (path) =>
      `The picture ${edition.source.show(path)} is of a sort that PDF does not have, and is told in words. Save it as PNG or JPEG.`,
  );
  return [{ name: edition.fileName('pdf', whole.kind), content: bytes, remarks: [...remarks, ...told] }];
}
