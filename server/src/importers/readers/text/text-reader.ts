import { ImportFault } from '../../fault.ts';
import type { Reader } from '../reader.ts';
import { decodedText, isText } from './decoding.ts';

/** Plain text, as tools that take text from PDF files leave it, and as people copy it from pages. */
export const textReader: Reader = {
  name: 'text',
  endings: ['txt', 'text'],
  meaning: 'plain text, such as PDF tools give',
  recognises: isText,
  async read(bytes) {
    const text = decodedText(bytes);
    if (text.trim() === '')
      throw new ImportFault(
        'This file has no words in it. If it came from a PDF of pictures, it needs to be read by a tool that knows letters in pictures (OCR) first.',
      );
    const { readText } = await import('./read-text.ts');
    return readText(text);
  },
};
