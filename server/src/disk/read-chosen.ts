import { readFile, stat } from 'node:fs/promises';
import { chosenFileFaults, type PictureBytes } from '../documents/edition/pictures.ts';
import { faultOf } from './read-text.ts';

/** Reads a file that somebody has chosen, wherever it is: no more than so many bytes. */
export async function readChosen(path: string, most: number): Promise<PictureBytes> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return { fault: stats.isDirectory() ? 'is a folder' : 'is not a file' };
    if (stats.size > most) return chosenFileFaults.tooLarge(stats.size, most);
    const { buffer, byteOffset, length } = await readFile(path);
    return new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    return { fault: faultOf(error) };
  }
}
