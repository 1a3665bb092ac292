/**
 * What the engine needs of the world: files. Paths are absolute or relative to one root, with forward slashes; the
 * engine compares them as they are. The command line gives it Node's files, an editor its own, a test a table.
 */
export interface Host {
  /** The text of a file; undefined where there is none or it cannot be read. */
  read(path: string): string | undefined;
  /** True where a file is there. */
  exists(path: string): boolean;
}

/** A host of files that are all in memory, by path. */
export function memoryHost(files: Readonly<Record<string, string>>): Host {
  return { read: (path) => files[path], exists: (path) => Object.hasOwn(files, path) };
}

/** The path that a plan file names, seen from the folder of that file: `.` and `..` are taken out. */
export function resolvePath(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1);
  // A document that has never been saved stands in no folder: nothing is found from there.
  const nowhere = parts.length === 0 ? unsaved.exec(from)?.[0] : undefined;
  if (nowhere) return nowhere + relative;
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** True where a path is a folder or stands in it. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** How a path is written from the folder of a file: the opposite of `resolvePath`. One that can’t be reached from there stays as it is. */
export function pathFrom(file: string, path: string): string {
  const folder = file.split('/').slice(0, -1);
  const parts = path.split('/');
  if (isRooted(parts) !== isRooted(folder) || (isRooted(parts) && parts[0] !== folder[0])) return path;
  let shared = 0;
  while (shared < folder.length && shared < parts.length - 1 && folder[shared] === parts[shared]) shared++;
  const up = folder.slice(shared);
  // Nobody knows what a folder is called above which a path begins.
  return up.includes('..') ? path : [...up.map(() => '..'), ...parts.slice(shared)].join('/');
}

/** What the path of a document begins with that has never been saved: `untitled:Plan-1`. */
const unsaved = /^[a-z][a-z0-9+.-]+:(?!\/)/i;

/** True where the first part of a path is a disk, a drive or a scheme. */
const isRooted = ([first = '.']: readonly string[]): boolean => first === '' || /^[a-z][\w+.-]*:/i.test(first);
