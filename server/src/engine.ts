import { type TextChange, textOf } from '@goldthread/grammar';
import { Checker } from './checks/checker.ts';
import { type Diagnosis, type Diagnostic, diagnose, RuleBook } from './checks/diagnose.ts';
import { rules } from './checks/index.ts';
import { defaultSettings, type Settings } from './checks/settings.ts';
import type { Snapshot } from './features/snapshot.ts';
import { Model } from './model/model.ts';
import { type Host, isWithin, resolvePath } from './workspace/host.ts';
import type { PlacedBlock } from './workspace/plan-file.ts';
import { Workspace } from './workspace/workspace.ts';

/**
 * The one engine: files in, the plan as a graph and what is wrong with it out. The command line and the language server both
 * use it. Changes are taken in at once and worked through when something is asked for.
 */
export class Engine {
  readonly workspace: Workspace;
  readonly model: Model;
  readonly checker: Checker;
  /** How often anything was changed: another number whenever anything may be otherwise than before. */
  changes = 0;
  private settings: Settings;
  private readonly books = new WeakMap<Settings, RuleBook>();

  constructor(host: Host, settings: Settings = defaultSettings) {
    this.workspace = new Workspace(host);
    this.model = new Model(this.workspace);
    this.checker = new Checker(this.model, rules);
    this.settings = settings;
  }

  /** Asks for other things of the plans from now on. */
  configure(settings: Settings): void {
    this.settings = settings;
  }

  /** Adds a file or gives it another text. */
  set(path: string, text: string): void {
    this.changes++;
    this.workspace.set(path, text);
  }

  /** Adds a library that comes with the program. */
  ship(path: string, text: string): void {
    this.changes++;
    this.workspace.set(path, text, true);
  }

  /** Changes part of a file. */
  change(path: string, change: TextChange): void {
    this.changes++;
    this.workspace.change(path, change);
  }

  /** Takes a file out. */
  delete(path: string): void {
    this.changes++;
    this.workspace.delete(path);
  }

  /** Takes in that another file than a plan is there, gone or has changed, or all in a folder: a picture, a table of figures. */
  refresh(path: string): void {
    this.changes++;
    for (const file of this.workspace.files.values()) this.workspace.reread(file, (placed) => this.names(placed, path));
  }

  private names(placed: PlacedBlock, path: string): boolean {
    const named = this.model.content(placed)?.paths ?? [];
    return named.some(({ entry }) => isWithin(resolvePath(placed.file.path, textOf(placed.block, entry)), path));
  }

  /** Works through what has changed. */
  update(): void {
    this.checker.update();
  }

  /** What is wrong in a file, in the order of its text; nothing for a file that is not known. */
  diagnostics(path: string, settings = this.settings): Diagnostic[] {
    return this.diagnosis(path, settings).diagnostics;
  }

  /** What is wrong in a file, and what would be if no comment in it allowed it. */
  diagnosis(path: string, settings = this.settings): Diagnosis {
    this.update();
    const file = this.workspace.files.get(path);
    return file ? diagnose(this.checker, this.bookOf(settings), file) : { diagnostics: [], allowed: [] };
  }

  /** All that is known, up to date, for what reads it at one moment. */
  get snapshot(): Snapshot {
    this.update();
    const { workspace, model, checker } = this;
    return {
      workspace,
      model,
      checker,
      diagnostics: ({ path }) => this.diagnostics(path),
      *knownPlans() {
        for (const plan of workspace.plans)
          if (plan.id !== '')
            yield { path: plan.root.path, root: plan.kind, id: plan.id, title: model.root(plan)?.title ?? '' };
      },
    };
  }

  private bookOf(settings: Settings): RuleBook {
    const known = this.books.get(settings);
    if (known) return known;
    const book = new RuleBook(rules, settings);
    this.books.set(settings, book);
    return book;
  }
}
