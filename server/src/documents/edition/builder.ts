import type { Diagnostic } from '../../checks/diagnose.ts';
import { pathsIn } from '../../checks/syntax/paths.ts';
import type { Snapshot } from '../../features/snapshot.ts';
import { pathFrom } from '../../workspace/host.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { Format, WrittenFile } from '../formats.ts';
import { threadView } from '../thread/view.ts';
import { Edition, type EditionSource } from './edition.ts';
import type { Pictures } from './pictures.ts';

/** What is asked of a builder, for all plans alike. */
export interface Building extends Pick<EditionSource, 'language' | 'style' | 'theme' | 'template' | 'typeset'> {
  readonly to: readonly Format[];
  /** True where web pages are split: one for each chapter. */
  readonly split?: boolean | undefined;
  /** True where plans with errors are built too. */
  readonly force?: boolean | undefined;
  /** The paths of all plan files: nothing may be written over them. */
  readonly paths: readonly string[];
  readonly pictures: Pictures;
}

/** What is said of one plan. */
export interface PlanToBuild {
  readonly plan: Plan;
  /** The name of its files, without ending. */
  readonly name: string;
  readonly labels?: EditionSource['labels'];
  /** What is wrong in a file, as the project of the plan asks. */
  diagnostics(path: string): readonly Diagnostic[];
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

/** Makes the documents of plans, without writing them. */
export class Builder {
  private readonly snapshot: Snapshot;
  private readonly building: Building;
  private readonly thread = threadView();
  private named: readonly string[] | undefined;

  constructor(snapshot: Snapshot, building: Building) {
    this.snapshot = snapshot;
    this.building = building;
  }

  /** The documents of a plan, as files. */
  async build({ plan, name, labels, diagnostics }: PlanToBuild): Promise<Built> {
    const { to, split, force, pictures, paths: _, ...given } = this.building;
    const errors = plan.files.flatMap(({ path }) => diagnostics(path)).filter(({ severity }) => severity === 'error');
    if (errors.length > 0 && !force) return { errors, wrong: [], files: undefined, sources: () => [] };
    const edition = new Edition({
      ...given,
      snapshot: this.snapshot,
      plan,
      name,
      labels,
      thread: this.thread,
      isSplit: split,
      show: (path) => pathFrom(plan.root.path, path),
      picture: (path) => pictures.get(path),
    });
    const files: WrittenFile[] = [];
    for (const format of to) files.push(...(await format.write(edition)));
    const { paths, faults } = pictures.takeAsked();
    const sources = (): readonly string[] => [...this.sources(), ...paths];
    return { errors, wrong: faults, files: faults.length > 0 && !force ? undefined : files, sources };
  }

  /** The plan files, and the files that they name. */
  private sources(): readonly string[] {
    const { workspace, model } = this.snapshot;
    this.named ??= [...workspace.files.values()].flatMap(({ blocks }) =>
      blocks.flatMap((placed) => {
        const content = model.content(placed);
        return content ? pathsIn(content).map(({ resolved }) => resolved) : [];
      }),
    );
    return [...this.building.paths, ...this.named];
  }
}
