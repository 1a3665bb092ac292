import { existsSync } from 'node:fs';
import type { SettingsFiles } from '../settings-finder.ts';
import { isPlanName, settingsName } from '../workspace/file-names.ts';
import { type Host, isWithin } from '../workspace/host.ts';
import type { PlanText } from '../workspace/naming.ts';
import { GitFault, notAllHere, Repository } from './git.ts';
import { settingsPlaces } from './project.ts';
import { decode, withoutMark } from './read-text.ts';
import { settingsOnDisk } from './settings.ts';
import { isLookedAt } from './walk.ts';

/** A file as it was: its text where it is one, without a byte-order mark. */
export interface PastFile {
  readonly isThere: boolean;
  readonly text?: string;
}

/** Files as they were, by path, where they were otherwise than they are now. Plain data. */
export type PastFiles = ReadonlyMap<string, PastFile>;

/** What has changed since a commit, in the folder as it is now. Paths are absolute, with forward slashes. */
export interface Past {
  /** The folder of the repository. */
  readonly folder: string;
  /** The files that are otherwise, new or gone. */
  readonly changed: readonly string[];
  /** Files as they were, of those that are otherwise. */
  files(paths: Iterable<string>): PastFiles;
}

/**
 * What has changed since the line of work parted from a revision: since the last commit that both have. `inside` is a folder of the
 * repository. A `GitFault` says why that can’t be known.
 */
export function pastSince(revision: string, inside: string): Past {
  const repository = Repository.of(inside);
  const start = repository.folder.endsWith('/') ? repository.folder : `${repository.folder}/`;
  const named = repository.commit(revision);
  const commit = repository.mergeBase(named, repository.commit('HEAD'));
  if (commit === undefined)
    throw new GitFault(
      `‘${revision}’ and what is checked out have no commit in common here. In a shallow copy, fetch the rest: git fetch --unshallow.`,
    );
  const contents = repository.files(commit);
  return {
    folder: repository.folder,
    changed: repository.changedSince(commit).map((path) => start + path),
    files: (paths) => {
      const wanted = new Map([...paths].map((path) => [path, contents.get(path.slice(start.length))]));
      const read = repository.contents([...wanted.values()].filter((name) => name !== undefined));
      return new Map(
        [...wanted].map(([path, name]): [string, PastFile] => {
          if (name === undefined) return [path, { isThere: false }];
          const bytes = read.get(name);
          if (!bytes) throw new GitFault(notAllHere);
          const { text } = decode(bytes);
          return [path, text === undefined ? { isThere: true } : { isThere: true, text: withoutMark(text) }];
        }),
      );
    },
  };
}

/** Files as they were; those that have not changed are asked of another host. */
export const pastHost = (past: PastFiles, now: Host): Host => ({
  exists: (path) => past.get(path)?.isThere ?? now.exists(path),
  read: (path) => {
    const file = past.get(path);
    return file ? file.text : now.read(path);
  },
});

/** Plan files as they were: those that have not changed, and those that were otherwise and belong to some projects. In the order of their paths. */
export function pastTexts(texts: readonly PlanText[], past: PastFiles, projects: readonly string[]): PlanText[] {
  const isOurs = (path: string): boolean =>
    projects.some((project) => isWithin(path, project) && isLookedAt(path.slice(project.length + 1)));
  const now = new Set(texts.map(({ path }) => path));
  const earlier = [...past].flatMap(([path, { text }]): PlanText[] =>
    text !== undefined && isPlanName(path) && (now.has(path) || isOurs(path)) ? [{ path, text }] : [],
  );
  return [...texts.filter(({ path }) => !past.has(path)), ...earlier].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Settings as they were. `projects` are the folders above which none are looked for. */
export const pastSettings = (past: PastFiles, projects: readonly string[]): SettingsFiles => {
  const now = settingsOnDisk(projects);
  return {
    nearest: (folder) =>
      settingsPlaces(folder, projects.find((project) => isWithin(folder, project)) ?? folder).find(
        (path) => past.get(path)?.isThere ?? existsSync(path),
      ),
    read: (path) => {
      const file = past.get(path);
      if (!file) return now.read(path);
      return file.text === undefined ? { fault: 'was no text' } : { text: file.text };
    },
  };
};

/** True for the path of settings. */
export const isSettings = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1) === settingsName;
