import { mkdirSync, readFileSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { faultOf } from '../disk/read-text.ts';
import { withSlashes } from '../disk/slashes.ts';
import { realPath, statsOf } from './out-folder.ts';
import { putFile } from './write-file.ts';

/** A file to be written: its path below the folder of the plan, with forward slashes. */
export interface NewFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What hinders the writing of files. */
export interface WriterOptions {
  /** Turns a path into the one to print. */
  readonly show: (path: string) => string;
  /** The paths of the documents that are brought in: nothing is ever written over one of them. */
  readonly sources: readonly string[];
  /** True where files that are there already give way. */
  readonly force: boolean;
}

/**
 * A folder that plans are written to, with what belongs to them. Nothing is written outside it, through a link below it, over a document
 * that is brought in, nor, unless that is asked for, over anything that is there.
 */
export class PlanFolder {
  private readonly folder: string;
  private readonly options: WriterOptions;
  private readonly sources: ReadonlySet<string>;

  /** `folder` is absolute. */
  constructor(folder: string, options: WriterOptions) {
    this.folder = folder;
    this.options = options;
    this.sources = new Set(options.sources.map(realPath));
  }

  /** The path of a file in it, as it is printed. */
  shown(name: string): string {
    return this.options.show(withSlashes(join(this.folder, name)));
  }

  /** What hinders the writing of some files: sentences. Empty where they can be written. */
  hindrances(files: readonly NewFile[]): string[] {
    return files.flatMap((file) => this.hindrance(file) ?? []);
  }

  private hindrance({ name, content }: NewFile): string | undefined {
    if (!isPlainPath(name)) return `‘${name}’ is no name for a file beside a plan; it is not written.`;
    const path = join(this.folder, name);
    const shown = this.shown(name);
    try {
      const link = this.linkAbove(name);
      if (link) return `${this.shown(link)} is a link to another folder, and nothing is written through it.`;
      const stats = statsOf(path);
      if (!stats) return undefined;
      if (stats.isDirectory()) return `${shown} is a folder. Name another file: --out …`;
      if (this.sources.has(realPath(path)))
        return `${shown} is what is brought in, and is not written over. Name another file: --out …`;
      if (this.options.force || (content instanceof Uint8Array && isSame(path, stats, content))) return undefined;
      return `${shown} is there already, and stays as it is. Name another place (--out …), or have it replaced: --force.`;
    } catch (error) {
      return `${shown} ${faultOf(error)}.`;
    }
  }

  /** Writes files, in order. Gives what went wrong, in a sentence; what comes after that is not written. */
  write(files: readonly NewFile[]): string | undefined {
    for (const { name, content } of files) {
      const hindrance = this.hindrance({ name, content });
      if (hindrance) return hindrance;
      try {
        mkdirSync(dirname(join(this.folder, name)), { recursive: true });
        putFile(join(this.folder, name), content);
      } catch (error) {
        return `${this.shown(name)} ${faultOf(error)}.`;
      }
    }
    return undefined;
  }

  /** The folder between this one and a file in it that is a link; undefined where none is. */
  private linkAbove(name: string): string | undefined {
    const parts = name.split('/').slice(0, -1);
    return parts
      .map((_, index) => parts.slice(0, index + 1).join('/'))
      .find((above) => statsOf(join(this.folder, above))?.isSymbolicLink());
  }
}

/** Whether a path leads down from a folder, by names that every system takes for names. */
const isPlainPath = (name: string): boolean =>
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\p{Cc}]/u.test(part));

/** Whether a file has a content already: pictures that several plans share are. */
const isSame = (path: string, stats: Stats, content: Uint8Array): boolean =>
  stats.isFile() && stats.size === content.length && readFileSync(path).equals(content);
