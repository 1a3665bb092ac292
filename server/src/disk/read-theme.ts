import { readFileSync, realpathSync, statSync } from 'node:fs';
import { largest, readTheme, type ThemeFiles, themeFileFaults } from '../documents/theme/read-theme.ts';
import type { Theme } from '../documents/theme/theme.ts';
import { isWithin, resolvePath } from '../workspace/host.ts';
import { decode, faultOf, withoutMark } from './read-text.ts';
import { withSlashes } from './slashes.ts';

/** A theme of the disk. */
export interface ThemeOnDisk {
  /** As far as it can be used; undefined where its file can’t be read. */
  readonly theme: Theme | undefined;
  /** What is wrong with it: sentences to print. */
  readonly faults: readonly string[];
  /** The files that it is made of, its own first; those that are not there too. */
  readonly files: readonly string[];
}

/**
 * Reads a theme and what it names: files in its folder, in some other folders, or below those, wherever links lead. `show` turns a path
 * into the one to print. The theme itself stands anywhere where somebody asks for it (`asked`); the settings of a project lead to those
 * other folders only.
 */
export function themeOnDisk(
  path: string,
  folders: readonly string[],
  show: (path: string) => string,
  asked = true,
): ThemeOnDisk {
  const read = readWithin(asked ? undefined : folders, path, largest.theme, themeOutside);
  const decoded = 'fault' in read ? read : decode(read.bytes);
  if (decoded.fault !== undefined)
    return { theme: undefined, faults: [`${show(path)} ${decoded.fault}.`], files: [path] };
  const named = new Set([path]);
  const allowed = [...folders, folderOf(path), folderOf(realPath(path))];
  const files: ThemeFiles = (written, most) => {
    const file = resolvePath(path, written);
    named.add(file);
    const found = readWithin(allowed, file, most);
    return 'fault' in found ? found : found.bytes;
  };
  const { theme, problems } = readTheme(withoutMark(decoded.text), files);
  const faults = problems.map(
    ({ message, line, character }) => `${show(path)}:${line + 1}:${character + 1}: ${message}`,
  );
  return { theme, faults, files: [...named] };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

function realPath(path: string): string {
  try {
    return withSlashes(realpathSync(path));
  } catch {
    return path;
  }
}

const themeOutside = { fault: 'stands outside the folder of the project, and is not used' };

/** A file in some folders, anywhere where none are named, with at most so many bytes. */
function readWithin(
  folders: readonly string[] | undefined,
  path: string,
  most: number,
  outside = themeFileFaults.outside,
): { readonly bytes: Buffer } | { readonly fault: string } {
  try {
    const real = withSlashes(realpathSync(path));
    if (folders && !folders.some((folder) => isWithin(real, folder))) return outside;
    const stats = statSync(real);
    if (!stats.isFile()) return { fault: 'is not a file' };
    if (stats.size > most) return themeFileFaults.tooLarge(stats.size, most);
    return { bytes: readFileSync(real) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** Themes of the disk, each read once. */
export class Themes {
  private readonly show: (path: string) => string;
  private readonly known = new Map<string, ThemeOnDisk>();

  /** `show` turns a path into the one to print. */
  constructor(show: (path: string) => string) {
    this.show = show;
  }

  /** A theme by its path, as `themeOnDisk` reads it. */
  get(path: string, folders: readonly string[], asked: boolean): ThemeOnDisk {
    let theme = this.known.get(path);
    if (!theme) {
      theme = themeOnDisk(path, folders, this.show, asked);
      this.known.set(path, theme);
    }
    return theme;
  }

  /** Lets those themes be read again that are made of one of these files. */
  forget(changed: ReadonlySet<string>): void {
    for (const [path, { files }] of this.known) if (files.some((file) => changed.has(file))) this.known.delete(path);
  }
}
