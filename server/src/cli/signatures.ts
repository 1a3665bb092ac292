import { statSync } from 'node:fs';

/** Knows how files were when they were last looked at, so that it can tell which have changed: came, went, or were written. */
export class Signatures {
  private readonly known = new Map<string, string>();

  /** Looks at files that are not known yet. One that was written after `since`, in milliseconds since 1970, counts as changed. */
  note(paths: Iterable<string>, since = Number.POSITIVE_INFINITY): void {
    for (const path of paths) {
      if (this.known.has(path)) continue;
      const { signature, written } = look(path);
      this.known.set(path, written < since ? signature : 'new');
    }
  }

  /** The files of those known that are otherwise than they were when they were last looked at. */
  changed(): Set<string> {
    const changed = new Set<string>();
    for (const [path, before] of this.known) {
      const { signature } = look(path);
      if (signature === before) continue;
      this.known.set(path, signature);
      changed.add(path);
    }
    return changed;
  }

  /** True where a file was there when it was last looked at, and is not there now. */
  anyGone(): boolean {
    return [...this.known].some(([path, before]) => before !== '' && look(path).signature === '');
  }
}

/** What tells a file from what it was, since another may take its name and be as long: empty where there is none. And when it was written. */
function look(path: string): { readonly signature: string; readonly written: number } {
  try {
    const stats = statSync(path);
    return stats.isFile()
      ? { signature: `${stats.ino} ${stats.size} ${stats.mtimeMs}`, written: stats.mtimeMs }
      : { signature: '', written: 0 };
  } catch {
    return { signature: '', written: 0 };
  }
}
