import type { Diagnostic } from '../checks/diagnose.ts';
import type { Settings } from '../checks/settings.ts';
import { Engine } from '../engine.ts';
import type { Catalogue } from '../workspace/catalogue.ts';
import { settle } from './settle.ts';
import type { ProjectHost } from './surroundings.ts';

/** What is needed of the project in which the files stand. */
export interface Library {
  /** The files of an engine. */
  host(): ProjectHost;
  /** True for a library that comes with the program. */
  isShipped(path: string): boolean;
  /** True for a file that is held. */
  isHeld(path: string): boolean;
  text(path: string): Promise<string | undefined>;
  settingsFor(path: string): Settings;
  giveWay(): Promise<void>;
}

/** For how long files are read or checked before other work goes first, in milliseconds. */
export const SLICE = 6;

/**
 * What is wrong in files that are not held. It is worked out when it is asked for, set by set of files that depend on each other, and
 * not kept; but which files have been looked at since something changed that they depend on is.
 */
export class Elsewhere {
  private readonly catalogue: Catalogue;
  private readonly library: Library;
  private readonly fresh = new Set<string>();
  /** The files that name pictures or tables of figures. */
  private readonly naming = new Set<string>();

  constructor(catalogue: Catalogue, library: Library) {
    this.catalogue = catalogue;
    this.library = library;
  }

  /** A file changes: what depends on it has to be looked at again. Called before the catalogue learns of the change, and after it. */
  forget(path: string): void {
    for (const other of this.catalogue.related([path], true)) this.fresh.delete(other);
    this.fresh.delete(path);
  }

  /** A picture or a table of figures changes. */
  forgetNaming(): void {
    for (const path of this.naming) this.fresh.delete(path);
    this.naming.clear();
  }

  forgetAll(): void {
    this.fresh.clear();
  }

  /** Those of some files that have not been looked at since something changed that they depend on. */
  stale(paths: Iterable<string>): string[] {
    return [...paths].filter((path) => !this.fresh.has(path) && !this.library.isHeld(path));
  }

  /** What is wrong in those of some files that are not held; other work goes first in between. */
  async *diagnostics(paths: Iterable<string>): AsyncGenerator<{ path: string; found: readonly Diagnostic[] }> {
    const wanted = new Set(paths);
    for (const path of wanted) {
      if (this.library.isHeld(path)) continue;
      const related = this.catalogue.related([path]);
      const engine = await this.engineWith(related);
      for (const other of related) {
        if (!wanted.has(other) || this.library.isHeld(other)) continue;
        if (other !== path && this.catalogue.isGuest(other)) continue;
        wanted.delete(other);
        this.fresh.add(other);
        if (namesFiles(engine, other)) this.naming.add(other);
        yield { path: other, found: engine.diagnostics(other, this.library.settingsFor(other)) };
      }
      await this.library.giveWay();
    }
  }

  /** An engine of its own with some files, as they are now. */
  async engineWith(paths: Iterable<string>, host: ProjectHost = this.library.host()): Promise<Engine> {
    const engine = new Engine(host);
    let until = performance.now() + SLICE;
    for (const path of paths) {
      const text = await this.library.text(path);
      if (text === undefined) continue;
      if (this.library.isShipped(path)) engine.ship(path, text);
      else engine.set(path, text);
      if (performance.now() < until) continue;
      engine.update();
      await this.library.giveWay();
      until = performance.now() + SLICE;
    }
    await settle(engine, host);
    return engine;
  }
}

const namesFiles = ({ workspace, model }: Engine, path: string): boolean =>
  workspace.files.get(path)?.blocks.some((placed) => (model.content(placed)?.paths.length ?? 0) > 0) ?? false;
