import { isAbsolute, relative, sep } from 'node:path';
import { withSlashes } from './slashes.ts';

/** How files are called in what is printed: from the working folder, with forward slashes; others than files of the disk as they are. */
export function shownFrom(cwd: string): (path: string) => string {
  const known = new Map<string, string>();
  const below = cwd.endsWith(sep) ? cwd : cwd + sep;
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    // Of thousands of paths, working out the way from one to the other takes long.
    const isPlain = path.startsWith(below) && !path.includes(`${sep}.`);
    const shown = isPlain ? withSlashes(path.slice(below.length)) : seen(path, cwd);
    known.set(path, shown);
    return shown;
  };
}

const seen = (path: string, cwd: string): string => (isAbsolute(path) ? withSlashes(relative(cwd, path)) || '.' : path);
