import { readFileSync, realpathSync, statSync } from 'node:fs';
import { largestPicture } from '../documents/edition/picture.ts';
import { type PictureBytes, pictureFaults } from '../documents/edition/pictures.ts';
import { isWithin } from '../workspace/host.ts';
import { faultOf } from './read-text.ts';
import { withSlashes } from './slashes.ts';

/** Reads pictures that stand in some folders or below, wherever links lead; no other, and none that is too large. */
export const pictureReader =
  (folders: readonly string[]) =>
  (path: string): PictureBytes => {
    try {
      const real = withSlashes(realpathSync(path));
      if (!folders.some((folder) => isWithin(real, folder))) return pictureFaults.outside;
      const stats = statSync(real);
      if (!stats.isFile()) return { fault: 'is not a file' };
      return stats.size <= largestPicture ? readFileSync(real) : pictureFaults.tooLarge(stats.size, largestPicture);
    } catch (error) {
      return { fault: faultOf(error) };
    }
  };
