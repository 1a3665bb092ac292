import { lstatSync, mkdirSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { faultOf } from '../disk/read-text.ts';
import { withSlashes } from '../disk/slashes.ts';
import type { WrittenFile } from '../documents/written-file.ts';
import { settingsName } from '../workspace/file-names.ts';
import { digestOf, OutRecord } from './out-record.ts';
import { putFile } from './write-file.ts';

/** How long what was written goes without a note of it at most, in milliseconds, should the program be ended. */
const PACE = 1000;

/**
 * The folder that documents are written to. Nothing is written outside it, nor over anything that a plan is made of, nor over what
 * somebody else put there or has worked on since.
 */
export class OutFolder {
  /** The paths of all files that were made, in order, with forward slashes. */
  readonly written: string[] = [];
  /** What went wrong: sentences to print. */
  readonly faults: string[] = [];
  private readonly folder: string;
  private readonly show: (path: string) => string;
  private readonly overwrite: boolean;
  private readonly record: OutRecord;
  private readonly realPaths = new Map<string, string>();
  /** When the record was last written. */
  private saved = performance.now();

  /** `folder` is absolute; `show` turns a path into the one to print. With `overwrite` the files of others give way. */
  constructor(folder: string, show: (path: string) => string, overwrite = false) {
    this.folder = folder;
    this.show = show;
    this.overwrite = overwrite;
    this.record = new OutRecord(folder);
  }

  /** Writes the files of one plan; false where one of them could not be. `sources` are the paths that nothing is written over. */
  write(files: readonly WrittenFile[], sources: () => readonly string[]): boolean {
    const before = this.faults.length;
    let kept: ReadonlySet<string> | undefined;
    const isSource = (path: string): boolean => {
      kept ??= new Set(sources().map((source) => this.realPath(source)));
      return kept.has(realPath(path));
    };
    for (const { name, content } of files) {
      const path = join(this.folder, name);
      const shown = this.show(withSlashes(path));
      try {
        mkdirSync(dirname(path), { recursive: true });
        const digest = digestOf(content);
        const stats = statsOf(path);
        const is = stats && this.find(name, path, stats, digest);
        if (stats && (name === settingsName || isSource(path)))
          this.faults.push(`${shown} belongs to a plan, and is not written over. Name another folder: --out …`);
        else if (is === 'another’s' && !this.overwrite)
          this.faults.push(
            `${shown} is there already, and is not as Goldthread wrote it: it is somebody’s own, or was worked on since. Move it away, name another folder (--out …), or have it replaced: --overwrite.`,
          );
        else {
          if (is !== 'the same') putFile(path, content);
          this.record.note(name, digest);
          this.written.push(withSlashes(path));
        }
      } catch (error) {
        const isFile =
          error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR');
        this.faults.push(
          isFile ? `${this.show(withSlashes(this.folder))} is a file, not a folder.` : `${shown} ${faultOf(error)}.`,
        );
        break;
      }
    }
    if (performance.now() - this.saved >= PACE) this.finish();
    return this.faults.length === before;
  }

  /** What stands where a file is to be written. */
  private find(name: string, path: string, stats: Stats, digest: string): 'the same' | 'ours' | 'another’s' {
    if (!stats.isFile()) return 'another’s';
    const found = digestOf(readFileSync(path));
    if (found === digest) return 'the same';
    return this.record.has(name, found) ? 'ours' : 'another’s';
  }

  /** Notes in the folder what was written to it. To be called at the end. */
  finish(): void {
    this.saved = performance.now();
    try {
      this.record.save();
    } catch (error) {
      this.faults.push(`${this.show(withSlashes(this.folder))} ${faultOf(error)}.`);
    }
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

/** What stands at a path, a link not followed; undefined where nothing does. */
export function statsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** Where a path leads; the path itself where it leads nowhere. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
