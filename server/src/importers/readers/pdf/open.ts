import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The part of the library that reads is loaded here, so that it is found without a file beside this one.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { ImportFault } from '../../fault.ts';
import { bounds } from './bounds.ts';

/** A document that is open, and how it is closed. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

/**
 * Opens a PDF for reading its words: no code of it is run, nothing is fetched, no picture is unpacked, and no font of the machine is
 * looked at.
 *
 * @throws {ImportFault} where it is protected, broken, or has too many pages.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({
    // The library takes the bytes for itself, and leaves none to whoever gave them.
    data: new Uint8Array(bytes),
    verbosity: 0,
    maxImageSize: 1,
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  const close = (): Promise<void> => task.destroy().catch(() => undefined);
  try {
    const document = await task.promise;
    if (document.numPages > bounds.pages)
      throw new ImportFault(
        `This PDF says that it has ${document.numPages.toLocaleString('en')} pages, and ${bounds.pages.toLocaleString('en')} are read at most: bring it in in parts.`,
      );
    return { document, close };
  } catch (error) {
    await close();
    throw faultOf(error);
  }
}

/** What is told of a document that can't be opened. */
function faultOf(error: unknown): ImportFault {
  if (error instanceof ImportFault) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new ImportFault(
      'This PDF opens with a password only: save a copy without one (print it to a new PDF, or take the password out in the program that made it), and bring that in.',
    );
  return new ImportFault(
    'This PDF is broken: its beginning or its list of pages can’t be read. Open it in another program, save it again, and bring that in.',
  );
}
