import { ImportFault } from '../../fault.ts';
import type { Source } from '../../source.ts';
import type { Reader, ReadOptions } from '../reader.ts';

/** How far the mark of a PDF may stand from the beginning: programs put bytes of their own before it (ISO 32000-1, Annex H.3). */
const nearTheBeginning = 1024;

/** PDF: with tags by its tags, without by where the words stand on the page. */
export const pdfReader: Reader = {
  name: 'pdf',
  endings: ['pdf'],
  meaning: 'PDF',
  recognises: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, nearTheBeginning)).includes('%PDF-'),
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Source> {
    const { readPdf } = await import('./read-pdf.ts');
    try {
      return await readPdf(bytes, options);
    } catch (error) {
      // In the package that is a program of its own, with faults of its own.
      if (error instanceof Error && error.name === 'ImportFault') throw new ImportFault(error.message);
      throw error;
    }
  },
};
