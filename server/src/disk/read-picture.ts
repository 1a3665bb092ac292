import { readFileSync, realpathSync, statSync } from 'node:fs';
import { largestPicture } from '../documents/edition/picture.ts';
import type { PictureBytes } from '../documents/edition/pictures.ts';
import { isWithin } from './project.ts';
import { faultOf } from './read-text.ts';
import { withSlashes } from './slashes.ts';

const MEGABYTE = 1024 * 1024;

/** Reads pictures that stand in some folders or below, wherever links lead; no other, and none that is too large. */
export const pictureReader =
  (folders: readonly string[]) =>
  (path: string): PictureBytes => {
    try {
      const real = withSlashes(realpathSync(path));
      if (!folders.some((folder) => isWithin(real, folder)))
        return { fault: 'is not in the folder of the plan, and is not shown' };
      const stats = statSync(real);
      if (!stats.isFile()) return { fault: 'is not a file' };
      if (stats.size <= largestPicture) return readFileSync(real);
      const size = Math.ceil(stats.size / MEGABYTE).toLocaleString('en-GB');
      return {
        fault: `has ${size} MB; ${largestPicture / MEGABYTE} MB is the most. Save it with fewer pixels: 2,000 across are enough for print`,
      };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  };
