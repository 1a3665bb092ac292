import { readFileSync, statSync } from 'node:fs';
import type { PictureBytes } from '../documents/edition/pictures.ts';
import { faultOf } from './read-text.ts';

/** The largest template, in bytes. Those of large bodies, with their pictures, are a tenth of it. */
const largest = 20 * 1024 * 1024;

/** The bytes of a document of Word whose styles are to be taken; else why not: the rest of a sentence that begins with its name. */
export function templateOnDisk(path: string): PictureBytes {
  try {
    if (statSync(path).size > largest)
      return { fault: 'has more than 20 MB. A template needs its styles only: take the pictures out' };
    return readFileSync(path);
  } catch (error) {
    return { fault: faultOf(error) };
  }
}
