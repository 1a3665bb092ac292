import { type Asked, findAsked } from '../disk/asked.ts';
import { diskHost } from '../disk/disk-host.ts';
import { engineWith, findWithNeighbours, readPlans } from '../disk/load.ts';
import { shippedLibraries } from '../disk/shipped.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { Catalogue, summaryOf } from '../workspace/catalogue.ts';
import type { ReadPlans } from './build-plans.ts';
import type { Progress } from './progress.ts';

/** Plans that are kept, and read again as far as they change. */
export class WatchedPlans {
  /** The folders of their projects. */
  readonly projects: readonly string[];
  private readonly named: readonly string[];
  private readonly cwd: string;
  private readonly show: (path: string) => string;
  private readonly catalogue = new Catalogue(shippedLibraries());
  private readonly host: ReturnType<typeof diskHost>;
  private readonly engine: ReadPlans['engine'];
  private paths: ReadonlySet<string> = new Set();
  private asked: Asked;
  private readonly unreadable = new Map<string, string>();

  /** Finds plans, and reads none yet. `named` are the paths that somebody asked for. */
  constructor(named: readonly string[], cwd: string) {
    this.named = named;
    this.cwd = cwd;
    this.show = shownFrom(cwd);
    this.asked = findAsked(named, cwd);
    this.projects = findWithNeighbours(this.asked, cwd).projects;
    this.host = diskHost(this.projects);
    this.engine = engineWith([], this.projects, undefined, this.host);
  }

  /** All that is known of the plans. */
  get plans(): ReadPlans {
    const { engine, projects, paths, asked, unreadable, show } = this;
    const unread = [...unreadable].map(([path, fault]) => `${show(path)} ${fault}.`);
    return { engine, projects, paths: [...paths], asked: asked.files, faults: [...asked.faults, ...unread] };
  }

  /** Looks which plan files there are. Gives those that are new. */
  find(): readonly string[] {
    const before = this.paths;
    this.asked = findAsked(this.named, this.cwd);
    this.paths = new Set(findWithNeighbours(this.asked, this.cwd).paths);
    return [...this.paths].filter((path) => !before.has(path));
  }

  /** Reads files again, plans and others. Gives all plan files for which that can make a difference, besides the files themselves. */
  read(changed: ReadonlySet<string>, progress: Progress): ReadonlySet<string> {
    const plans = [...changed].filter((path) => this.paths.has(path) || this.engine.workspace.files.has(path));
    const before = this.catalogue.related(plans);
    const { texts, unreadable } = readPlans(plans, this.asked, progress);
    const read = new Set(texts.map(({ path }) => path));
    for (const path of plans) {
      this.unreadable.delete(path);
      if (read.has(path)) continue;
      this.engine.delete(path);
      this.catalogue.delete(path);
    }
    for (const { path, fault } of unreadable) this.unreadable.set(path, fault);
    for (const file of texts) {
      this.engine.set(file.path, file.text);
      this.catalogue.set(summaryOf(file));
    }
    for (const path of changed) {
      if (read.has(path)) continue;
      this.host.forget(path);
      this.engine.refresh(path);
    }
    this.engine.update();
    return new Set([...changed, ...before, ...this.catalogue.related(plans)]);
  }
}
