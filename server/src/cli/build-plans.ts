import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { settingsPlaces } from '../disk/project.ts';
import { rasteriser } from '../disk/rasteriser.ts';
import { pictureReader } from '../disk/read-picture.ts';
import { Themes } from '../disk/read-theme.ts';
import { documentStyle } from '../disk/shipped.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { withSlashes } from '../disk/slashes.ts';
import { TypesetProgram } from '../disk/typesetter.ts';
import { Builder } from '../documents/edition/builder.ts';
import { Pictures } from '../documents/edition/pictures.ts';
import { namesOf } from '../documents/edition/plan-names.ts';
import type { Engine } from '../engine.ts';
import { labelsOf } from '../profiles/index.ts';
import { counted, number } from '../reporters/words.ts';
import { askedPlans, orphanFault, publishedPlans } from '../workspace/asked-plans.ts';
import { isWithin } from '../workspace/host.ts';
import type { Plan } from '../workspace/plan.ts';
import { type BuildOptions, needsTypesetter, readTemplate } from './build-options.ts';
import { complaint, themeFault } from './build-telling.ts';
import { OutFolder } from './out-folder.ts';
import type { Progress } from './progress.ts';
import { SettingsFinder } from './settings.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** What is read of the plans that are asked for, and of all others of their projects. */
export interface ReadPlans {
  readonly engine: Engine;
  /** The folders of their projects. */
  readonly projects: readonly string[];
  /** The paths of all plan files. */
  readonly paths: readonly string[];
  /** The paths of those that are asked for. */
  readonly asked: readonly string[];
  /** What could not be read: sentences. */
  readonly faults: readonly string[];
}

/** What became of some plans. */
export interface Outcome {
  readonly built: number;
  readonly all: number;
  /** The paths of the files that were written, in order. */
  readonly files: readonly string[];
  /** What went wrong besides what is wrong with single plans: sentences to print. */
  readonly faults: readonly string[];
}

/** What the documents of a plan were made of. */
interface Made {
  readonly inputs: readonly string[];
  /** What was asked of it, and what its files are called. */
  readonly terms: string;
}

/** What stays the same while some plans are built. */
interface Run extends ReadPlans {
  readonly builder: Builder;
  readonly finder: SettingsFinder;
  readonly names: ReadonlyMap<Plan, string>;
  readonly out: OutFolder;
  readonly progress: Progress;
  readonly faults: string[];
}

/** Builds plans, and knows of each what its documents were made of, so that it can build again those for which that changed. */
export class PlanBuilder {
  private readonly options: BuildOptions;
  private readonly terminal: Terminal;
  private readonly show: (path: string) => string;
  private readonly themes: Themes;
  private readonly made = new Map<string, Made>();
  private pictures: Pictures | undefined;
  private template: Uint8Array | undefined;
  private readonly press: TypesetProgram | undefined;
  private isStopped = false;

  constructor(options: BuildOptions, terminal: Terminal) {
    this.options = options;
    this.terminal = terminal;
    this.show = shownFrom(terminal.cwd);
    this.themes = new Themes(this.show);
    if (needsTypesetter(options.to)) {
      this.press = new TypesetProgram();
      this.press.start();
    }
  }

  /** Ends what helps it to build. */
  close(): void {
    this.press?.close();
  }

  /** Builds no plan any more after the one that is being built. */
  stop(): void {
    this.isStopped = true;
  }

  /** The files that documents were made of, those that were missing included. */
  *inputs(): Generator<string> {
    for (const { inputs } of this.made.values()) yield* inputs;
  }

  /** Reads these files again when they are next needed. */
  forget(paths: ReadonlySet<string>): void {
    for (const path of paths) this.pictures?.forget(path);
    this.themes.forget(paths);
    this.template = undefined;
  }

  /** Builds those plans that were never built, are made of one of the changed files, or of which something else is asked now. */
  async build(plans: ReadPlans, progress: Progress, changed: ReadonlySet<string> = new Set()): Promise<Outcome> {
    const { engine, projects } = plans;
    const fault = this.readTemplate();
    if (fault !== undefined) return { built: 0, all: 0, files: [], faults: [fault] };
    const { cwd } = this.terminal;
    const { out: folder, overwrite, profile, theme } = this.options;
    const overrides = {
      ...(profile ? { profiles: profile } : {}),
      ...(theme ? { theme: withSlashes(resolve(cwd, theme)) } : {}),
    };
    const { plans: found, orphans } = askedPlans(plans.asked, engine.workspace);
    const published = publishedPlans(found);
    const run: Run = {
      ...plans,
      builder: this.builder(plans),
      finder: new SettingsFinder(projects, overrides, this.show),
      names: namesOf(published, engine.model),
      out: new OutFolder(resolve(cwd, folder), this.show, overwrite),
      progress,
      faults: [...plans.faults, ...orphans.map((path) => orphanFault(this.show(path)))],
    };
    const stale = published.filter((plan) => this.isStale(plan, run, changed));
    let built = 0;
    for (const [index, plan] of stale.entries()) {
      await setImmediate();
      if (this.isStopped) break;
      progress.tell(`Building: ${number(index)} of ${counted(stale.length, 'plan')} …`);
      if (await this.buildOne(plan, run)) built++;
    }
    run.out.finish();
    progress.end();
    const { out, finder } = run;
    const faults = [...run.faults, ...finder.faults, ...out.faults];
    return { built, all: stale.length, files: out.written.map(this.show), faults: [...new Set(faults)] };
  }

  private builder({ engine, projects, paths }: ReadPlans): Builder {
    const { to, language, split, withoutPlan, force } = this.options;
    this.pictures ??= new Pictures(pictureReader(projects), this.show);
    const { pictures, template } = this;
    return new Builder(engine.snapshot, {
      ...{ to, language, split, withoutPlan, force, template, paths, pictures, rasteriser },
      style: documentStyle(),
      typeset: this.press?.typeset,
    });
  }

  /** Reads the template, where there is one and it is not known; why it can’t be read. */
  private readTemplate(): string | undefined {
    const { template } = this.options;
    if (template === undefined || this.template) return undefined;
    try {
      this.template = readTemplate(template, this.terminal.cwd);
      return undefined;
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
  }

  private get templatePath(): string[] {
    const { template } = this.options;
    return template === undefined ? [] : [withSlashes(resolve(this.terminal.cwd, template))];
  }

  private isStale(plan: Plan, run: Run, changed: ReadonlySet<string>): boolean {
    const made = this.made.get(plan.root.path);
    return made?.terms !== termsOf(plan, run) || made.inputs.some((path) => changed.has(path));
  }

  /** Builds one plan and says what is wrong with it; true where all of its documents were written. */
  private async buildOne(plan: Plan, run: Run): Promise<boolean> {
    const { engine, finder, builder, names, out, progress, faults, projects } = run;
    const { terminal, show, options } = this;
    const { path } = plan.root;
    const settings = finder.for(path);
    const { force } = options;
    const isAsked = options.theme !== undefined;
    const theme = settings.theme === undefined ? undefined : this.themes.get(settings.theme, projects, isAsked);
    if (theme && theme.faults.length > 0) faults.push(...theme.faults, themeFault(show(theme.files[0] ?? ''), force));
    const { errors, wrong, failed, files, sources, inputs } = await builder.build({
      plan,
      name: names.get(plan) ?? '',
      labels: labelsOf(settings.profiles),
      theme: theme?.theme,
      diagnostics: (file) => engine.diagnostics(file, settings),
    });
    const others = [...(theme?.files ?? []), ...this.templatePath, ...placesOf(path, projects)];
    this.made.set(path, { inputs: [...inputs, ...others], terms: termsOf(plan, run) });
    if (errors.length + wrong.length > 0) {
      progress.end();
      terminal.err(complaint(show(path), errors, wrong, { engine, terminal, force, show }));
    }
    faults.push(...failed.map((sentence) => `${show(path)}: ${sentence}`));
    if (!files || (theme && theme.faults.length > 0 && !force)) return false;
    if (!out.write(files, () => [...sources(), ...others])) return false;
    const remarks = files.flatMap((file) => file.remarks ?? []);
    if (remarks.length > 0) progress.end();
    for (const remark of remarks) terminal.err(`${show(path)}: ${remark}\n`);
    return failed.length === 0;
  }
}

/** Where the settings of a file may stand. */
function placesOf(path: string, projects: readonly string[]): string[] {
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  return settingsPlaces(folder, projects.find((project) => isWithin(folder, project)) ?? folder);
}

/** What is asked of a plan, and what its files are called. */
const termsOf = (plan: Plan, { names, finder }: Run): string =>
  JSON.stringify([names.get(plan), finder.for(plan.root.path)]);
