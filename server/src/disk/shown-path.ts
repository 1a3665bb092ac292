import { isAbsolute, relative } from 'node:path';
import { withSlashes } from './slashes.ts';

/** How files are called in what is printed: from the working folder, with forward slashes; others than files of the disk as they are. */
export function shownFrom(cwd: string): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const shown = isAbsolute(path) ? withSlashes(relative(cwd, path)) || '.' : path;
    known.set(path, shown);
    return shown;
  };
}
