import { existsSync } from 'node:fs';
import { settingsName } from '../workspace/file-names.ts';
import { isWithin } from '../workspace/host.ts';

/** What marks the folder of a project. */
const marks = [settingsName, '.git'];

/**
 * The folder whose plans belong together with those in a folder: the nearest one upwards that has settings or is a
 * repository; where there is none, the working folder if this one is in it, and otherwise the folder itself.
 */
export const projectOf = (folder: string, cwd: string): string =>
  markedProject(folder) ?? (isWithin(folder, cwd) ? cwd : folder);

/** The nearest folder upwards that has settings or is a repository; undefined where there is none. */
export function markedProject(folder: string): string | undefined {
  for (const at of upwards(folder)) if (marks.some((mark) => existsSync(`${at}/${mark}`))) return at;
  return undefined;
}

/** The folder of the repository that a folder belongs to; undefined where it belongs to none. */
export function repositoryOf(folder: string): string | undefined {
  for (const at of upwards(folder)) if (existsSync(at === '/' ? '/.git' : `${at}/.git`)) return at;
  return undefined;
}

/** The nearest settings upwards from a folder, not above the project; undefined where there are none. */
export function settingsFor(folder: string, project: string): string | undefined {
  return settingsPlaces(folder, project).find((path) => existsSync(path));
}

/** Where the settings of a folder may stand: in it, or in one of those above up to the project, the nearest first. */
export function settingsPlaces(folder: string, project: string): string[] {
  const places: string[] = [];
  for (const at of upwards(folder)) {
    places.push(at === '/' ? `/${settingsName}` : `${at}/${settingsName}`);
    if (at === project) break;
  }
  return places;
}

/** Those folders that are in none of the others. */
export const outermost = (folders: readonly string[]): string[] => {
  const all = [...new Set(folders)];
  return all.filter((folder) => all.every((other) => other === folder || !isWithin(folder, other)));
};

/** A folder and those above it, the nearest first. */
function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; ) {
    yield at;
    const end = at.lastIndexOf('/');
    const above = end > 0 ? at.slice(0, end) : '/';
    if (at === above || end < 0) return;
    at = above;
  }
}
