import type { TextChange } from '@goldthread/grammar';
import type { Diagnostic } from '../checks/diagnose.ts';
import { Engine } from '../engine.ts';
import type { Snapshot } from '../features/snapshot.ts';
import { labelsOf } from '../profiles/index.ts';
import { Catalogue, summaryOf } from '../workspace/catalogue.ts';
import { isPlanName, settingsName } from '../workspace/file-names.ts';
import { isWithin } from '../workspace/host.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import { includedBelow, pathsToLookAt } from './around.ts';
import { Elsewhere, type Library, SLICE } from './elsewhere.ts';
import { folderOf } from './paths.ts';
import { ProjectSettings } from './project-settings.ts';
import { settle } from './settle.ts';
import type { ProjectHost, Surroundings } from './surroundings.ts';

/** So many files stay in memory though nothing open depends on them. */
const KEPT = 300;

/** How far indexing has come. */
export type Progress = (done: number, all: number) => void;

/** Plans that stay as they are. */
export interface Apart {
  readonly engine: Engine;
  /** Reads the files that were asked for and had not been read; true where there were any. */
  settled(): Promise<boolean>;
  /** What is wrong in a file, as the project asks. */
  diagnostics(path: string): readonly Diagnostic[];
}

/**
 * The plans of one folder. Of every file it knows what it depends on; in memory, as trees and items, are those that are open and
 * those that their findings depend on.
 */
export class Project {
  /** The folder, without a slash at its end. */
  readonly root: string;
  readonly engine: Engine;
  private readonly surroundings: Surroundings;
  private readonly deep: boolean;
  private readonly log: (error: unknown) => void;
  private readonly host: ProjectHost;
  private readonly catalogue: Catalogue;
  private readonly elsewhere: Elsewhere;
  /** What engines of other states of the plans are filled from. */
  readonly library: Library;
  private readonly shipped: ReadonlyMap<string, string>;
  private readonly open = new Set<string>();
  /** The files that are shown though no editor may have them open. */
  private shown: ReadonlySet<string> = new Set();
  /** The files of which all that name them are wanted too. */
  private readonly named = new Set<string>();
  /** The open files and all that their findings depend on. */
  private wanted: ReadonlySet<string> = new Set();
  readonly settings: ProjectSettings;
  /** All that is still being read. */
  private work: Promise<void>;
  private isIndexed = false;
  private isEnded = false;
  private waiting = 1;

  /** `deep` tells whether the folders in the folder belong to it. */
  constructor(
    root: string,
    deep: boolean,
    surroundings: Surroundings,
    progress: Progress,
    log: (error: unknown) => void,
  ) {
    this.root = root;
    this.settings = new ProjectSettings(root);
    this.log = log;
    this.deep = deep;
    this.surroundings = surroundings;
    this.host = surroundings.hostFor(root);
    this.engine = new Engine(this.host);
    this.shipped = new Map(surroundings.libraries.map(({ path, text }) => [path, text]));
    this.catalogue = new Catalogue(surroundings.libraries);
    this.library = {
      host: () => surroundings.hostFor(root),
      isShipped: (path) => this.shipped.has(path),
      isHeld: (path) => this.isHeld(path),
      text: (path) => this.text(path),
      settingsFor: (path) => this.settings.for(path),
      giveWay: () => surroundings.giveWay(),
    };
    this.elsewhere = new Elsewhere(this.catalogue, this.library);
    this.work = this.done(this.index(progress));
  }

  /** Another number whenever anything in memory, or what is asked of it, may be otherwise than before. */
  get edition(): number {
    return this.engine.changes + this.settings.changes;
  }

  /** The plans as they are now, with all changes worked through. */
  snapshot(): Snapshot {
    const { engine } = this;
    engine.update();
    return {
      workspace: engine.workspace,
      model: engine.model,
      checker: engine.checker,
      diagnostics: (file) => this.diagnostics(file),
      knownPlans: () => this.catalogue.plans(),
    };
  }

  /** The headings that the profiles of a file promise. */
  labels({ path }: PlanFile): Readonly<Record<string, string>> {
    return labelsOf(this.settings.for(path).profiles);
  }

  /** The path of the theme that the documents of a file have; undefined for the looks of the house. */
  theme({ path }: PlanFile): string | undefined {
    return this.settings.for(path).theme;
  }

  /** What is wrong in a file; nothing in a library that comes with the program. */
  diagnostics({ path }: PlanFile): readonly Diagnostic[] {
    return this.shipped.has(path) ? [] : this.engine.diagnostics(path, this.settings.for(path));
  }

  /**
   * A file with all that its findings depend on, as they are now, in an engine of its own: it stays as it is while writers type on. It
   * need not be in memory.
   */
  async apart(path: string): Promise<Apart> {
    await this.ready();
    const host = this.surroundings.hostFor(this.root);
    const engine = await this.elsewhere.engineWith(this.catalogue.related([path]), host);
    return {
      engine,
      settled: () => settle(engine, host),
      diagnostics: (one) => (this.shipped.has(one) ? [] : engine.diagnostics(one, this.settings.for(one))),
    };
  }

  /** The files that the findings of some depend on, those themselves among them. */
  related(paths: Iterable<string>): ReadonlySet<string> {
    return this.catalogue.related(paths);
  }

  /** A file that is in memory. */
  file(path: string): PlanFile | undefined {
    return this.engine.workspace.files.get(path);
  }

  /** The files that an editor has open. */
  get openFiles(): PlanFile[] {
    return [...this.open].flatMap((path) => this.file(path) ?? []);
  }

  /** All files that are in memory with all that their findings depend on, but for libraries that come with the program. */
  get heldFiles(): PlanFile[] {
    return [...this.engine.workspace.files.values()].filter(({ path }) => this.isHeld(path) && !this.shipped.has(path));
  }

  /** True for a file that is in memory with all that its findings depend on. Others may be left there from before. */
  isHeld(path: string): boolean {
    return this.open.has(path) || (this.wanted.has(path) && this.engine.workspace.files.has(path));
  }

  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  /** True while an editor has a file open, or one is shown. */
  get isUsed(): boolean {
    return this.open.size > 0 || this.shown.size > 0;
  }

  /** From now on these files are shown: they stay in memory with all that their findings depend on, whether an editor has them open or not. */
  show(paths: ReadonlySet<string>): void {
    if (paths.size === this.shown.size && [...paths].every((path) => this.shown.has(path))) return;
    this.shown = paths;
    this.fill();
  }

  /** True while files are still being read. */
  get isBusy(): boolean {
    return this.waiting > 0;
  }

  /** Waits until all is read that findings depend on; with a path, also every file that names what stands in it. */
  async ready(path?: string): Promise<void> {
    if (path !== undefined && this.catalogue.isGuest(path) && !this.named.has(path)) {
      this.named.add(path);
      this.fill();
    }
    do {
      for (let waited: unknown; waited !== this.work; await this.work) waited = this.work;
    } while (await settle(this.engine, this.host));
  }

  /** Reads the files that were asked for since it was ready and had not been read; true where there were any. */
  settled(): Promise<boolean> {
    return settle(this.engine, this.host);
  }

  /** An editor opens a file: from now on its text counts, not that on the disk. */
  opened(path: string, text: string): void {
    this.open.add(path);
    this.elsewhere.forget(path);
    this.engine.set(path, text);
    this.catalogue.set(summaryOf({ path, text }));
    this.fill();
  }

  /** The text of an open file changes. */
  changed(path: string, change: TextChange): void {
    const file = this.file(path);
    if (!file) return;
    const before = file.blocks[file.firstBlock?.index ?? 0];
    this.engine.change(path, change);
    const first = file.blockAt(change.start);
    const last = file.blockAt(change.start + change.text.length);
    if (!first || !last) return;
    const touched = file.blocks.slice(first.index, last.index + 1);
    const isHead = before !== file.blocks[file.firstBlock?.index ?? 0];
    if (isHead || touched.some((placed) => file.includePath(placed) !== undefined))
      this.catalogue.set(summaryOf({ path, text: file.tree.text }));
    else if (!this.catalogue.note(path, touched.map(({ block }) => block.text).join('\n'))) return;
    this.fill();
  }

  /** An open file gets another text as a whole. */
  replaced(path: string, text: string): void {
    this.engine.set(path, text);
    this.catalogue.set(summaryOf({ path, text }));
    this.fill();
  }

  /** An editor closes a file: what is on the disk counts again. */
  closed(path: string): void {
    this.open.delete(path);
    this.named.delete(path);
    this.looked(path);
  }

  /** A file on the disk is there, has changed or is gone. What an editor has open counts more. */
  looked(path: string): void {
    if (path.endsWith(`/${settingsName}`)) this.queue(() => this.readSettings(path));
    else if (isPlanName(path)) {
      if (!this.open.has(path)) this.queue(() => this.readAgain(path));
    } else {
      this.host.forget(path);
      this.engine.refresh(path);
      this.elsewhere.forgetNaming();
      // A folder that is gone takes its files with it, and nobody tells of each.
      for (const known of this.catalogue.paths()) if (known.startsWith(`${path}/`)) this.looked(known);
    }
  }

  /** Looks at the disk again, for an editor that does not say what changes there: which files there are, and all that open ones depend on. */
  lookAround(): void {
    this.queue(async () => {
      const there = await this.surroundings.list(this.root, this.deep);
      for (const path of pathsToLookAt(there, this.paths(), this.wanted)) this.looked(path);
      this.host.forget(this.root);
      this.engine.refresh(this.root);
      this.elsewhere.forgetNaming();
    });
  }

  /** True for a file of the project: one in its folder or, where these belong to it or it is included, in the folders in that. */
  has(path: string): boolean {
    return folderOf(path) === this.root || (this.deep && isWithin(path, this.root)) || this.includes(path);
  }

  /** True for a file of another folder that does not belong to the project but for a plan that includes it. */
  includes(path: string): boolean {
    return (
      !this.deep && folderOf(path) !== this.root && !this.shipped.has(path) && this.catalogue.head(path) !== undefined
    );
  }

  /** Nobody needs the project any more. */
  end(): void {
    this.isEnded = true;
  }

  /** The paths of all plan files, shipped libraries aside. */
  *paths(): Generator<string> {
    for (const path of this.catalogue.paths()) if (!this.shipped.has(path)) yield path;
  }

  /** What a file says of itself in its first entry: another object whenever the file has been read again. */
  head(path: string): ReturnType<Catalogue['head']> {
    return this.catalogue.head(path);
  }

  /** The text of a file, as the editor has it or as it is on the disk. */
  async text(path: string): Promise<string | undefined> {
    return this.file(path)?.tree.text ?? this.shipped.get(path) ?? this.surroundings.read(path);
  }

  /** What is wrong in those of some files that are not in memory. */
  diagnosticsElsewhere(paths: Iterable<string>): AsyncGenerator<{ path: string; found: readonly Diagnostic[] }> {
    return this.elsewhere.diagnostics(paths);
  }

  /** The files not in memory in which something else may be wrong than when they were last asked about. */
  staleElsewhere(): string[] {
    return this.elsewhere.stale(this.paths());
  }

  /** Finds all files and reads what they say of themselves. */
  private async index(progress: Progress): Promise<void> {
    const paths = await this.surroundings.list(this.root, this.deep);
    const plans = paths.filter(isPlanName);
    for (const path of paths) if (!isPlanName(path)) await this.readSettings(path);
    let until = performance.now() + SLICE;
    for (const [index, path] of plans.entries()) {
      if (this.isEnded) return;
      if (!this.open.has(path)) {
        const text = await this.surroundings.read(path);
        if (text !== undefined && !this.open.has(path)) this.catalogue.set(summaryOf({ path, text }));
      }
      if (performance.now() < until) continue;
      progress(index, plans.length);
      await this.surroundings.giveWay();
      until = performance.now() + SLICE;
    }
    this.isIndexed = true;
    progress(plans.length, plans.length);
    await this.load();
  }

  /** Sees to it that what open files depend on is in memory. */
  private fill(): void {
    if (this.isIndexed) this.queue(() => this.load());
  }

  private queue(work: () => Promise<void>): void {
    this.waiting++;
    this.work = this.done(this.work.then(work));
  }

  /** Work that is done in any case: what goes wrong is logged, and costs its own result only. */
  private async done(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.log(error);
    } finally {
      this.waiting--;
    }
  }

  private async load(): Promise<void> {
    if (!this.deep)
      for await (const file of includedBelow(this.catalogue, this.root, this.surroundings.read))
        this.catalogue.set(summaryOf(file));
    const wanted = this.catalogue.related([...this.open, ...this.shown]);
    for (const path of this.catalogue.related(this.named, true)) wanted.add(path);
    let until = performance.now() + SLICE;
    for (const path of wanted) {
      if (this.file(path)) continue;
      const library = this.shipped.get(path);
      if (library !== undefined) this.engine.ship(path, library);
      else {
        const text = await this.surroundings.read(path);
        if (text !== undefined && !this.file(path)) this.engine.set(path, text);
      }
      if (performance.now() < until) continue;
      this.engine.update();
      await this.surroundings.giveWay();
      until = performance.now() + SLICE;
    }
    for (const path of this.wanted) if (!wanted.has(path)) this.elsewhere.forget(path);
    this.wanted = wanted;
    if (this.engine.workspace.files.size <= Math.max(KEPT, 2 * wanted.size)) return;
    for (const path of [...this.engine.workspace.files.keys()])
      if (!wanted.has(path) && !this.open.has(path)) this.engine.delete(path);
  }

  private async readAgain(path: string): Promise<void> {
    const text = await this.surroundings.read(path);
    if (this.open.has(path)) return;
    this.elsewhere.forget(path);
    if (text === undefined) {
      this.catalogue.delete(path);
      this.engine.delete(path);
    } else {
      this.catalogue.set(summaryOf({ path, text }));
      if (this.file(path)) this.engine.set(path, text);
    }
    this.elsewhere.forget(path);
    await this.load();
  }

  private async readSettings(path: string): Promise<void> {
    this.elsewhere.forgetAll();
    const text = await this.surroundings.read(path);
    this.settings.read(path, text);
  }
}
