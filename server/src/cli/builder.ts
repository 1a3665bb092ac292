import { dirname, isAbsolute, relative } from 'node:path';
import type { Diagnostic } from '../checks/diagnose.ts';
import type { Settings } from '../checks/settings.ts';
import { pathsIn } from '../checks/syntax/paths.ts';
import { documentStyle } from '../disk/shipped.ts';
import { withSlashes } from '../disk/slashes.ts';
import { Edition } from '../documents/edition/edition.ts';
import type { Format, WrittenFile } from '../documents/formats.ts';
import { threadView } from '../documents/thread/view.ts';
import type { Engine } from '../engine.ts';
import type { Snapshot } from '../features/snapshot.ts';
import { labelsOf } from '../profiles/index.ts';
import type { Plan } from '../workspace/plan.ts';
import type { Pictures } from './pictures.ts';

/** What is asked of a builder. */
export interface Building {
  readonly to: readonly Format[];
  readonly language?: 'en' | 'cy';
  /** True where web pages are split: one for each chapter. */
  readonly split?: true;
  /** True where plans with errors are built too. */
  readonly force?: true;
  /** The plan files that were read. */
  readonly paths: readonly string[];
  readonly pictures: Pictures;
}

/** What became of a plan. */
export interface Built {
  readonly errors: readonly Diagnostic[];
  /** What else is wrong: sentences. */
  readonly wrong: readonly string[];
  /** Its documents; undefined where it is not built. */
  readonly files: readonly WrittenFile[] | undefined;
  /** The files that it is made of, and those of the plans around it: nothing may be written over them. */
  readonly sources: () => readonly string[];
}

/** Makes the documents of plans that an engine knows, without writing them. */
export class Builder {
  private readonly engine: Engine;
  private readonly building: Building;
  private readonly style = documentStyle();
  private readonly thread = threadView();
  private named: readonly string[] | undefined;

  constructor(engine: Engine, building: Building) {
    this.engine = engine;
    this.building = building;
  }

  /** The documents of a plan, as files of a name; `settings` say what is wrong in it. */
  async build(plan: Plan, name: string, settings: Settings): Promise<Built> {
    const { to, language, split, force, pictures } = this.building;
    const errors = plan.files
      .flatMap(({ path }) => this.engine.diagnostics(path, settings))
      .filter(({ severity }) => severity === 'error');
    if (errors.length > 0 && !force) return { errors, wrong: [], files: undefined, sources: () => [] };
    const folder = dirname(plan.root.path);
    const edition = new Edition({
      snapshot: this.snapshot,
      plan,
      name,
      ...(language ? { language } : {}),
      labels: labelsOf(settings.profiles),
      style: this.style,
      thread: this.thread,
      isSplit: split,
      show: (path) => (isAbsolute(path) ? withSlashes(relative(folder, path)) : path),
      picture: (path) => pictures.get(path),
    });
    const files: WrittenFile[] = [];
    for (const format of to) files.push(...(await format.write(edition)));
    const { paths, faults } = pictures.takeAsked();
    const sources = (): readonly string[] => [...this.sources(), ...paths];
    return { errors, wrong: faults, files: faults.length > 0 && !force ? undefined : files, sources };
  }

  private get snapshot(): Snapshot {
    const { engine } = this;
    const { workspace, model, checker } = engine;
    return {
      workspace,
      model,
      checker,
      diagnostics: ({ path }) => engine.diagnostics(path),
      knownPlans: () => [],
    };
  }

  /** The plan files, and the files that they name. */
  private sources(): readonly string[] {
    const { workspace, model } = this.engine;
    this.named ??= [...workspace.files.values()].flatMap(({ blocks }) =>
      blocks.flatMap((placed) => {
        const content = model.content(placed);
        return content ? pathsIn(content).map(({ resolved }) => resolved) : [];
      }),
    );
    return [...this.building.paths, ...this.named];
  }
}
