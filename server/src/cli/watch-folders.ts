import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { platform } from 'node:process';
import { isWithin } from '../workspace/host.ts';

/** Folders that nobody writes plans in. */
const passedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules' || name === 'dist';

/** Some systems watch a folder with all in it. Elsewhere each is watched, so that those with thousands of other files cost nothing. */
const atOnce = platform !== 'linux';

/** A folder that is watched. Another one may take its name. */
interface Watched {
  readonly watcher: FSWatcher;
  readonly identity: number;
  readonly deep: boolean;
}

/**
 * Tells when something happens in some folders or below. What it was is for those who are told to find out: systems say it in
 * different ways, and not always.
 */
export class WatchedFolders {
  private readonly tell: () => void;
  private readonly watched = new Map<string, Watched>();

  constructor(tell: () => void) {
    this.tell = tell;
  }

  /** From now on watches a folder too, with `deep` those in it as well. One that can’t be watched is left out. */
  watch(folder: string, deep: boolean): void {
    if (!deep && this.isCovered(folder)) return;
    const identity = statSync(folder, { throwIfNoEntry: false })?.ino;
    if (identity === undefined || this.watched.get(folder)?.identity === identity) return;
    this.drop(folder);
    try {
      const watcher = watch(folder, { recursive: deep && atOnce }, (event) => {
        if (event === 'rename' && deep && !atOnce) this.watchInside(folder);
        this.tell();
      });
      watcher.on('error', () => {
        this.drop(folder);
        this.tell();
      });
      this.watched.set(folder, { watcher, identity, deep });
    } catch {
      return;
    }
    if (deep && !atOnce) this.watchInside(folder);
  }

  /** Watches nothing any more. */
  close(): void {
    for (const folder of [...this.watched.keys()]) this.drop(folder);
  }

  /** True for a folder that is watched with one above it. */
  private isCovered(folder: string): boolean {
    return atOnce && [...this.watched].some(([above, { deep }]) => deep && isWithin(folder, above));
  }

  /** Watches the folders in a folder, new ones too; those that are gone no longer. */
  private watchInside(folder: string): void {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    const inside = foldersIn(folder).map((name) => start + name);
    for (const known of [...this.watched.keys()])
      if (known.startsWith(start) && !inside.some((one) => known === one || known.startsWith(`${one}/`)))
        this.drop(known);
    for (const one of inside) this.watch(one, true);
  }

  private drop(folder: string): void {
    this.watched.get(folder)?.watcher.close();
    this.watched.delete(folder);
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !passedOver(entry.name))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
