import type { Checker } from '../checks/checker.ts';
import type { Diagnostic } from '../checks/diagnose.ts';
import type { Model } from '../model/model.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A plan or library that is known, whether its file is held or not. */
export interface KnownPlan {
  readonly path: string;
  /** `plan` or `library`. */
  readonly root: string;
  readonly id: string;
  readonly title: string;
}

/**
 * What a feature reads: the plans as they are at one moment. A feature is a function that does not wait, so nothing changes under
 * it. All is up to date when it is called.
 */
export interface Snapshot {
  readonly workspace: Workspace;
  readonly model: Model;
  readonly checker: Checker;
  /** What is wrong in a file, as its project asks; in the order of the text. */
  diagnostics(file: PlanFile): readonly Diagnostic[];
  /** All plans and libraries that could be named, those that come with the program among them. */
  knownPlans(): Iterable<KnownPlan>;
}
