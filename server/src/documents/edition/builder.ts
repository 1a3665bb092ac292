import type { Diagnostic } from '../../checks/diagnose.ts';
import { pathsIn } from '../../checks/syntax/paths.ts';
import type { Snapshot } from '../../features/snapshot.ts';
import { pathFrom } from '../../workspace/host.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import { FormatFault } from '../format-fault.ts';
import type { Format } from '../formats.ts';
import type { WrittenFile } from '../written-file.ts';
import { Edition, type EditionSource } from './edition.ts';
import type { Pictures } from './pictures.ts';

/** What is asked of a builder, for all plans alike. */
export interface Building
  extends Pick<EditionSource, 'language' | 'style' | 'theme' | 'template' | 'typeset' | 'rasteriser' | 'withoutPlan'> {
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
  /** How its documents look, where that is not the same for all. */
  readonly theme?: EditionSource['theme'];
  /** What is wrong in a file, as the project of the plan asks. */
  diagnostics(path: string): readonly Diagnostic[];
}

/** What became of a plan. */
export interface Built {
  readonly errors: readonly Diagnostic[];
  /** What else is wrong: sentences. */
  readonly wrong: readonly string[];
  /** Why formats could not be written: sentences. The others are. */
  readonly failed: readonly string[];
  /** The files that its documents are made of: its own, those that it names, and the pictures. */
  readonly inputs: readonly string[];
  /** Its documents; undefined where it is not built. */
  readonly files: readonly WrittenFile[] | undefined;
  /** The files that it is made of, and those of the plans around it: nothing may be written over them. */
  readonly sources: () => readonly string[];
}

/** Makes the documents of plans, without writing them. */
export class Builder {
  private readonly snapshot: Snapshot;
  private readonly building: Building;
  private named: readonly string[] | undefined;

  constructor(snapshot: Snapshot, building: Building) {
    this.snapshot = snapshot;
    this.building = building;
  }

  /** The documents of a plan, as files. */
  async build({ plan, name, labels, diagnostics, theme = this.building.theme }: PlanToBuild): Promise<Built> {
    const { to, split, force, pictures, paths: _, ...given } = this.building;
    const errors = plan.files.flatMap(({ path }) => diagnostics(path)).filter(({ severity }) => severity === 'error');
    const own = [...plan.files.map(({ path }) => path), ...plan.files.flatMap((file) => this.namedIn(file))];
    if (errors.length > 0 && !force)
      return { errors, wrong: [], failed: [], inputs: own, files: undefined, sources: () => [] };
    const edition = new Edition({
      ...given,
      snapshot: this.snapshot,
      plan,
      name,
      labels,
      theme,
      isSplit: split,
      show: (path) => pathFrom(plan.root.path, path),
      picture: (path) => pictures.get(path),
    });
    const files: WrittenFile[] = [];
    const failed: string[] = [];
    for (const format of to) {
      try {
        files.push(...(await format.write(edition)));
      } catch (error) {
        if (!(error instanceof FormatFault)) throw error;
        failed.push(error.message);
      }
    }
    const { paths, faults } = pictures.takeAsked();
    const sources = (): readonly string[] => [...this.sources(), ...paths];
    const inputs = [...own, ...paths];
    return { errors, wrong: faults, failed, inputs, files: faults.length > 0 && !force ? undefined : files, sources };
  }

  /** The plan files, and the files that they name. */
  private sources(): readonly string[] {
    const { workspace } = this.snapshot;
    this.named ??= [...workspace.files.values()].flatMap((file) => this.namedIn(file));
    return [...this.building.paths, ...this.named];
  }

  /** The files that a plan file names. */
  private namedIn({ blocks }: PlanFile): string[] {
    return blocks.flatMap((placed) => {
      const content = this.snapshot.model.content(placed);
      return content ? pathsIn(content).map(({ resolved }) => resolved) : [];
    });
  }
}
