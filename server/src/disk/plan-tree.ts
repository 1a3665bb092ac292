import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SettingsFiles } from '../settings-finder.ts';
import { isPlanName, settingsName } from '../workspace/file-names.ts';
import type { Host } from '../workspace/host.ts';
import { diskHost } from './disk-host.ts';
import type { Repository } from './git.ts';
import { decode, type ReadText, readText, withoutMark } from './read-text.ts';
import { settingsOnDisk } from './settings.ts';
import { isLookedAt } from './walk.ts';

/** The files of plans in one state: those of a commit, or those on the disk. Paths are absolute, with forward slashes. */
export interface PlanTree extends Host {
  /** The plan files, in order. */
  readonly plans: readonly string[];
  readonly settings: SettingsFiles;
  /** The text of a plan file, a byte-order mark left out, or why there is none. */
  text(path: string): ReadText;
  /** What a file holds, in a few letters that are others where it holds something else; undefined where there is none. */
  fingerprint(path: string): string | undefined;
  /** What a file is called, the same in both states that are compared. */
  name(path: string): string;
}

/** The files of commits of a repository: the contents of each are read once. */
export class Commits {
  private readonly repository: Repository;
  private readonly contents = new Map<string, Buffer>();

  constructor(repository: Repository) {
    this.repository = repository;
  }

  /** The files of a commit, as if they stood in the folder of the repository. */
  tree(commit: string): PlanTree {
    const { folder } = this.repository;
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    const files = this.repository.files(commit);
    const blobOf = (path: string): string | undefined =>
      path.startsWith(start) ? files.get(path.slice(start.length)) : undefined;
    const plans = [...files.keys()].filter((path) => isPlanName(path) && isLookedAt(path));
    this.read(plans.flatMap((path) => files.get(path) ?? []));
    const text = (path: string): ReadText => {
      const bytes = this.bytes(blobOf(path));
      const found = bytes ? decode(bytes) : { fault: 'is not there' };
      return found.text === undefined ? found : { text: withoutMark(found.text) };
    };
    return {
      plans: plans.map((path) => start + path).sort(),
      text,
      exists: (path) => blobOf(path) !== undefined,
      read: (path) => text(path).text,
      fingerprint: (path) => fingerprintOf(this.bytes(blobOf(path))),
      name: (path) => path,
      settings: {
        nearest: (from) => nearestSettings(from, folder, (path) => blobOf(path) !== undefined),
        read: (path) => {
          const found = text(path);
          return found.text === undefined ? { fault: found.fault } : { text: found.text };
        },
      },
    };
  }

  private read(blobs: readonly string[]): void {
    const wanted = blobs.filter((blob) => !this.contents.has(blob));
    for (const [blob, bytes] of this.repository.contents(wanted)) this.contents.set(blob, bytes);
  }

  private bytes(blob: string | undefined): Buffer | undefined {
    if (blob === undefined) return undefined;
    this.read([blob]);
    return this.contents.get(blob);
  }
}

/** Plan files on the disk. `projects` are the folders that nothing is read outside of; `name` says what a file is called. */
export function diskTree(
  plans: readonly string[],
  projects: readonly string[],
  name: (path: string) => string = (path) => path,
): PlanTree {
  const host = diskHost(projects);
  return {
    plans,
    settings: settingsOnDisk(projects),
    text: (path) => {
      const found = readText(path);
      return found.text === undefined ? found : { text: withoutMark(found.text) };
    },
    exists: (path) => host.exists(path),
    read: (path) => host.read(path),
    fingerprint: (path) => (host.exists(path) ? fingerprintOf(readFileSync(path)) : undefined),
    name,
  };
}

/** What bytes are known by; how the lines of a text end makes no difference, since git may change that. */
function fingerprintOf(bytes: Buffer | undefined): string | undefined {
  if (!bytes) return undefined;
  const content = bytes.includes(0) ? bytes : bytes.toString('latin1').replaceAll('\r\n', '\n');
  return createHash('sha256').update(content).digest('hex');
}

/** The nearest settings upwards from a folder, not above another one. */
function nearestSettings(from: string, top: string, isThere: (path: string) => boolean): string | undefined {
  for (let at = from; at.length >= top.length; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const path = `${at}/${settingsName}`;
    if (isThere(path)) return path;
    if (at === '') break;
  }
  return undefined;
}
