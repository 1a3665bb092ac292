import { type Dirent, readdirSync } from 'node:fs';
import { isPlanName } from '../workspace/file-names.ts';

/** Folders that hold what others have made. */
const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist']);
const isHidden = (name: string): boolean => name.startsWith('.');

/** True for a path whose folders are gone through and whose name is not hidden. Seen from the folder that is gone through. */
export const isLookedAt = (path: string): boolean =>
  path.split('/').every((name, index, names) => !isHidden(name) && !(index < names.length - 1 && skipped.has(name)));

/** The plan files in a folder and the folders in it, as `filesIn` finds them. */
export const planFilesIn = (folder: string): string[] => filesIn(folder, isPlanName);

/**
 * The files of some names in a folder and, unless `deep` is false, the folders in it, in the order of their paths. Hidden files and
 * folders, `node_modules` and `dist` are left out, and so are links: what they lead to inside the folder is found where it stands,
 * and what is outside is nobody's business here. A folder that may not be opened is left out too.
 */
export function filesIn(folder: string, isWanted: (name: string) => boolean, deep = true): string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const entry of entriesOf(at)) {
      if (isHidden(entry.name)) continue;
      const path = at.endsWith('/') ? at + entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (deep && !skipped.has(entry.name)) waiting.push(path);
      } else if (entry.isFile() && isWanted(entry.name)) found.push(path);
    }
  }
  return found.sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
