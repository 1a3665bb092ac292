import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { faultOf } from '../disk/read-text.ts';
import { withSlashes } from '../disk/slashes.ts';
import type { WrittenFile } from '../documents/formats.ts';
import { settingsName } from '../workspace/file-names.ts';
import { putFile } from './write-file.ts';

/** The folder that documents are written to. Nothing is written outside it, nor over anything that a plan is made of. */
export class OutFolder {
  /** The paths of all files that were written, in order, with forward slashes. */
  readonly written: string[] = [];
  /** What went wrong: sentences to print. */
  readonly faults: string[] = [];
  private readonly folder: string;
  private readonly show: (path: string) => string;
  private readonly realPaths = new Map<string, string>();

  /** `folder` is absolute; `show` turns a path into the one to print. */
  constructor(folder: string, show: (path: string) => string) {
    this.folder = folder;
    this.show = show;
  }

  /** Writes the files of one plan; false where one of them could not be. `sources` are the paths that nothing is written over. */
  write(files: readonly WrittenFile[], sources: () => readonly string[]): boolean {
    const before = this.faults.length;
    let kept: ReadonlySet<string> | undefined;
    for (const { name, content } of files) {
      const path = join(this.folder, name);
      const shown = this.show(withSlashes(path));
      try {
        mkdirSync(dirname(path), { recursive: true });
        if (isThere(path)) {
          kept ??= new Set(sources().map((source) => this.realPath(source)));
          if (kept.has(realPath(path)) || name === settingsName) {
            this.faults.push(`${shown} belongs to a plan, and is not written over. Name another folder: --out …`);
            continue;
          }
        }
        putFile(path, content);
        this.written.push(withSlashes(path));
      } catch (error) {
        const isFile =
          error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR');
        this.faults.push(
          isFile ? `${this.show(withSlashes(this.folder))} is a file, not a folder.` : `${shown} ${faultOf(error)}.`,
        );
        break;
      }
    }
    return this.faults.length === before;
  }

  /** Where a source leads. Nothing that is written changes that. */
  private realPath(source: string): string {
    let real = this.realPaths.get(source);
    if (real === undefined) {
      real = realPath(source);
      this.realPaths.set(source, real);
    }
    return real;
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Where a path leads; the path itself where it leads nowhere. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
