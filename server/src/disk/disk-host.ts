import { realpathSync, statSync } from 'node:fs';
import { type Host, isWithin } from '../workspace/host.ts';
import { readText, withoutMark } from './read-text.ts';
import { withSlashes } from './slashes.ts';

/** The largest file of figures that is read, in bytes: a hundred thousand rows, more than anybody reads on a page. */
const largest = 5 * 1024 * 1024;

/**
 * The files of the disk that stand in some folders; a link that leads out of them is as good as not there, and one that is too large is
 * not read. A text is read once; `forget` lets it be read again.
 */
export function diskHost(folders: readonly string[]): Host & { forget(path: string): void } {
  const texts = new Map<string, string | undefined>();
  const inside = (path: string): string | undefined => {
    try {
      const real = withSlashes(realpathSync(path));
      return folders.some((folder) => isWithin(real, folder)) && statSync(real).isFile() ? real : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    exists: (path) => inside(path) !== undefined,
    forget: (path) => {
      for (const known of [...texts.keys()]) if (isWithin(known, path)) texts.delete(known);
    },
    read: (path) => {
      if (!texts.has(path)) {
        const real = inside(path);
        const { text } = real === undefined || statSync(real).size > largest ? {} : readText(real);
        texts.set(path, text === undefined ? undefined : withoutMark(text));
      }
      return texts.get(path);
    },
  };
}
