import type { AllowedFinding, Diagnostic } from '../../checks/diagnose.ts';
import { defaultSettings, type Settings } from '../../checks/settings.ts';
import { readConfig } from '../../config.ts';
import { Engine } from '../../engine.ts';
import { Catalogue, summaryOf } from '../../workspace/catalogue.ts';
import { isPlanName, settingsName } from '../../workspace/file-names.ts';
import { includesOf } from '../../workspace/naming.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { Project } from '../project.ts';
import { settle } from '../settle.ts';
import type { ProjectHost } from '../surroundings.ts';
import type { PastFiles } from './params.ts';

/** The plans of a project as they were, in an engine of their own. What is asked for again is not read again. */
export class Earlier {
  readonly project: Project;
  private past: PastFiles = new Map();
  private host: ProjectHost;
  private filled: Engine;
  /** The texts that were looked at, by path. */
  private looked: ReadonlyMap<string, string> = new Map();
  private readonly settings = new Map<string, Settings | null>();

  constructor(project: Project) {
    this.project = project;
    this.host = project.library.host();
    this.filled = new Engine(this.host);
  }

  get engine(): Engine {
    return this.filled;
  }

  /** What was wrong in a file, as the project asked at that time. */
  diagnostics(path: string): readonly Diagnostic[] {
    if (this.project.library.isShipped(path)) return [];
    return this.filled.diagnostics(path, this.settingsFor(path));
  }

  /** What comments in a file allowed, as the project asked at that time. */
  allowed(path: string): readonly AllowedFinding[] {
    if (this.project.library.isShipped(path)) return [];
    return this.filled.diagnosis(path, this.settingsFor(path)).allowed;
  }

  /** The settings that held for a file. */
  settingsFor(path: string): Settings {
    return this.project.settings.for(path, (folder) => this.settingsIn(folder));
  }

  /** What a file that was there holds, in letters that are others where it holds something else now. */
  fingerprint(path: string): string | undefined {
    const file = this.past.get(path);
    if (file) return file.isThere ? 'otherwise' : undefined;
    return this.host.exists(path) ? 'same' : undefined;
  }

  /** Takes in files as they were, with all that those depend on which make up a plan now. */
  async take(plan: readonly string[], past: PastFiles): Promise<void> {
    if (!isSamePast(past, this.past)) this.begin(past);
    const texts = await this.textsAround(plan);
    if (!areSame(texts, this.looked)) {
      this.looked = texts;
      await this.fill(this.wanted(plan, texts), texts);
    }
    await settle(this.filled, this.host);
  }

  /** Forgets what is known of other files as they were. Plans are kept: what has not changed in them is not read again. */
  private begin(past: PastFiles): void {
    const others = (files: PastFiles): PastFiles => new Map([...files].filter(([path]) => !isPlanName(path)));
    const isOther = !isSamePast(others(past), others(this.past));
    this.past = past;
    this.settings.clear();
    if (!isOther) return;
    this.host = pastHost(this.past, this.project.library.host());
    this.filled = new Engine(this.host);
    this.looked = new Map();
  }

  /** The texts of the plans as they were that may have to do with a plan, by path. */
  private async textsAround(plan: readonly string[]): Promise<Map<string, string>> {
    const { past, project } = this;
    const texts = new Map<string, string>();
    for (const [path, { text }] of past)
      if (text !== undefined && isPlanName(path) && path.startsWith(`${project.root}/`)) texts.set(path, text);
    const waiting = new Set(project.related(plan));
    for (const [path, text] of texts) for (const other of includesOf({ path, text })) waiting.add(other);
    for (const path of waiting) {
      if (past.has(path) || texts.has(path)) continue;
      const text = await project.library.text(path);
      if (text === undefined) continue;
      texts.set(path, text);
      for (const other of project.related([path])) waiting.add(other);
    }
    return texts;
  }

  /** The files on which those depended that make up a plan now, and those that are gone since. */
  private wanted(plan: readonly string[], texts: ReadonlyMap<string, string>): Set<string> {
    const catalogue = new Catalogue();
    for (const [path, text] of texts) catalogue.set(summaryOf({ path, text }, this.project.library.isShipped(path)));
    const now = new Set(this.project.paths());
    const gone = [...texts.keys()].filter((path) => !now.has(path) && !this.project.library.isShipped(path));
    return catalogue.isComplete ? catalogue.related([...plan, ...gone]) : new Set(texts.keys());
  }

  private async fill(wanted: ReadonlySet<string>, texts: ReadonlyMap<string, string>): Promise<void> {
    const { filled: engine, project } = this;
    const { files } = engine.workspace;
    for (const path of [...files.keys()]) if (!wanted.has(path)) engine.delete(path);
    for (const path of wanted) {
      const text = texts.get(path);
      if (text === undefined || files.get(path)?.tree.text === text) continue;
      if (project.library.isShipped(path)) engine.ship(path, text);
      else engine.set(path, text);
    }
    await project.library.giveWay();
    engine.update();
    await project.library.giveWay();
  }

  /** The settings that a folder had; null where it had none, undefined where they are the same now. */
  private settingsIn(folder: string): Settings | null | undefined {
    const file = this.past.get(`${folder}/${settingsName}`);
    if (!file) return undefined;
    const known = this.settings.get(folder);
    if (known !== undefined) return known;
    const found = file.text === undefined ? null : { ...defaultSettings, ...readConfig(file.text).settings };
    this.settings.set(folder, found);
    return found;
  }
}

/** The plans of an earlier state that one may have been: that of its id or of its first file, and those that begin in files which are gone. */
export function plansLike({ engine, project }: Earlier, { kind, id, root }: Plan): Plan[] {
  const now = new Set(project.paths());
  return engine.workspace.plans.filter(
    (plan) =>
      !plan.shipped &&
      plan.kind === kind &&
      ((plan.id !== '' && plan.id === id) || plan.root.path === root.path || !now.has(plan.root.path)),
  );
}

/** Files as they were; those that are the same now are asked of another host. */
const pastHost = (past: PastFiles, now: ProjectHost): ProjectHost => ({
  exists: (path) => past.get(path)?.isThere ?? now.exists(path),
  read: (path) => {
    const file = past.get(path);
    return file ? file.text : now.read(path);
  },
  forget: (path) => now.forget(path),
  fetch: () => now.fetch?.(),
});

const isSamePast = (a: PastFiles, b: PastFiles): boolean =>
  a.size === b.size &&
  [...a].every(([path, { isThere, text }]) => {
    const other = b.get(path);
    return other !== undefined && other.isThere === isThere && other.text === text;
  });

const areSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
