import { Archive, isArchive } from '../../archive.ts';
import { isOldOffice } from '../office/wrong-file.ts';
import type { Reader } from '../reader.ts';

/** What the list of contents of a Word file calls the part with its words: documents and templates, with macros or without. */
const mainPart = /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/;

/**
 * Word documents, by a direct reading of their XML. Libraries that turn Word into HTML (mammoth) hold all of a document as trees and set no
 * bounds, and they lose what a plan needs: printed numbers, languages, deleted words, text in simple fields, and how a heading without a
 * style looks.
 */
export const docxReader: Reader = {
  name: 'docx',
  endings: ['docx', 'docm', 'dotx', 'dotm', 'doc'],
  meaning: 'Word document',
  recognises: (bytes) => isOldOffice(bytes) || (isArchive(bytes) && isWord(bytes)),
  read: async (bytes, options) => (await import('./read.ts')).readDocx(bytes, options),
};

/** Files of Word before 2007 are taken for Word too, so that it can be said what to do with them. A damaged archive is judged by its names. */
function isWord(bytes: Uint8Array): boolean {
  try {
    const types = new Archive(bytes).read('[Content_Types].xml');
    return types !== undefined && mainPart.test(new TextDecoder().decode(types));
  } catch {
    return /\bword\/\w/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 8192)));
  }
}
