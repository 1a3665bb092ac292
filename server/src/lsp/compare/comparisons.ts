import type { CancellationToken } from 'vscode-languageserver';
import type { PlanDifference, Remark } from '../../difference/change.ts';
import { compare, type State } from '../../difference/compare.ts';
import type { Snapshot } from '../../features/snapshot.ts';
import { settingsName } from '../../workspace/file-names.ts';
import { pathFrom } from '../../workspace/host.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import type { Desk } from '../handler.ts';
import type { Project } from '../project.ts';
import { checkWanted } from '../wanted.ts';
import { Earlier, plansLike } from './earlier.ts';
import type { AskedBefore, CompareAsked, PastFiles } from './params.ts';

/** So many earlier states stay in memory: that of the tree, and those of the pages that are looked at. */
const MOST = 4;

/** How a plan differs from what it was compared with. */
export interface Compared {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly difference: PlanDifference;
  /** What is otherwise besides the plan. */
  readonly remarks: readonly Remark[];
  readonly before: State;
  readonly after: State;
  /** The headings that the profiles of the project give. */
  readonly labels: Readonly<Record<string, string>>;
  /** The path of a file by the name that the difference has for it, now or before. */
  pathOf(name: string, isBefore: boolean): string | undefined;
}

/** An earlier state, with which of its plans one may have been. */
interface Candidates {
  readonly earlier: Earlier;
  like(plan: Plan): readonly Plan[];
}

/** A state with what is wrong in it, and what comments in it allow. */
type Checked = Required<Pick<State, 'snapshot' | 'allowed'>>;

/** A state of which nobody asks what is wrong. */
const unchecked = (snapshot: Snapshot): Checked => ({
  snapshot: { ...snapshot, diagnostics: () => [] },
  allowed: () => [],
});

/** An earlier state, with those of its plans that are compared. */
interface Then extends Checked {
  readonly earlier: Earlier;
  readonly plans: readonly Plan[];
}

const nothing: PastFiles = new Map();

/** Compares plans as they are in the editor with earlier states of them, one after another. Keeps those states for the next time. */
export class Comparisons {
  private readonly desk: Desk;
  /** The one that was asked for last is at the end. */
  private readonly kept = new Map<string, Earlier>();
  private work: Promise<unknown> = Promise.resolve();

  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** How a plan differs; undefined for a file that belongs to none. What the checks find is compared only `withFindings`: it costs as much as the rest. */
  compare(asked: CompareAsked, withFindings: boolean, token: CancellationToken): Promise<Compared | undefined> {
    const next = (): Promise<Compared | undefined> => this.compareNow(asked, withFindings, token);
    const made = this.work.then(next, next);
    this.work = made;
    return made;
  }

  private async compareNow(
    { path, before }: CompareAsked,
    withFindings: boolean,
    token: CancellationToken,
  ): Promise<Compared | undefined> {
    checkWanted(token);
    const project = this.desk.projects.for(path);
    try {
      await project.ready();
      checkWanted(token);
      const apart = project.isHeld(path) ? undefined : await project.apart(path);
      const find = (): Plan | undefined => (apart?.engine.workspace.files.get(path) ?? project.file(path))?.plan;
      const files = find()?.files;
      if (!files) return undefined;
      const { earlier, like } = await this.candidates(
        project,
        files.map((file) => file.path),
        before,
      );
      checkWanted(token);
      const snapshot = apart
        ? { ...apart.engine.snapshot, diagnostics: (file: PlanFile) => apart.diagnostics(file.path) }
        : project.snapshot();
      const plan = find();
      if (!plan) return undefined;
      const past = earlier.engine.snapshot;
      const engine = apart?.engine ?? project.engine;
      const now: Checked = withFindings
        ? { snapshot, allowed: (file) => engine.diagnosis(file, project.settings.for(file)).allowed }
        : unchecked(snapshot);
      const then: Checked = withFindings
        ? {
            snapshot: { ...past, diagnostics: (file) => earlier.diagnostics(file.path) },
            allowed: (file) => earlier.allowed(file),
          }
        : unchecked(past);
      return this.difference(project, plan, now, { earlier, ...then, plans: like(plan) }, before);
    } finally {
      this.desk.projects.drop(project);
    }
  }

  private async candidates(project: Project, files: readonly string[], before: AskedBefore): Promise<Candidates> {
    if (!('path' in before)) {
      const earlier = this.earlier(`revision ${before.revision}`, project);
      await earlier.take(files, before.files);
      return { earlier, like: (plan) => plansLike(earlier, plan) };
    }
    const other = this.desk.projects.for(before.path);
    try {
      await other.ready();
      const earlier = this.earlier(`file ${before.path}`, other);
      await earlier.take([before.path], nothing);
      const plan = earlier.engine.workspace.files.get(before.path)?.plan;
      return { earlier, like: () => (plan ? [plan] : []) };
    } finally {
      this.desk.projects.drop(other);
    }
  }

  private difference(
    project: Project,
    plan: Plan,
    { snapshot, allowed }: Checked,
    { earlier, plans, ...checked }: Then,
    before: AskedBefore,
  ): Compared | undefined {
    const host = project.library.host();
    const [now, then] = [new Names(project.root), new Names(earlier.project.root)];
    const past = 'files' in before ? before.files : undefined;
    // Of two files that are compared, one is taken for the other, whatever they are called.
    if (!past && plans[0]) then.call(plans[0].root.path, now.show(plan.root.path));
    const after: State = {
      snapshot,
      plans: [plan],
      show: (path) => now.show(path),
      allowed,
      ...(past && {
        fingerprint: (path) => (host.exists(path) ? (past.get(path)?.isThere ? 'changed' : 'same') : undefined),
      }),
    };
    const state: State = {
      ...checked,
      plans,
      show: (path) => then.show(path),
      ...(past && { fingerprint: (path) => earlier.fingerprint(path) }),
    };
    const [difference] = compare(state, after);
    const pathOf = (name: string, isBefore: boolean) => (isBefore ? then : now).paths.get(name);
    const labels = project.labels(plan.root);
    const remarks = past ? settingsChanged(project, earlier, plan, past).map((path) => now.show(path)) : [];
    return (
      difference && {
        plan,
        snapshot,
        difference,
        remarks: remarks.map((file): Remark => ({ type: 'settings', file })),
        before: state,
        after,
        labels,
        pathOf,
      }
    );
  }

  /** The earlier state that has a name; a new one where there is none. */
  private earlier(name: string, project: Project): Earlier {
    const key = `${project.root}\n${name}`;
    const known = this.kept.get(key);
    const earlier = known?.project === project ? known : new Earlier(project);
    this.kept.delete(key);
    this.kept.set(key, earlier);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    return earlier;
  }
}

/** The paths of the settings because of which others hold for a plan than in an earlier state. */
function settingsChanged(project: Project, earlier: Earlier, { root }: Plan, past: PastFiles): string[] {
  const [before, now] = [earlier.settingsFor(root.path), project.settings.for(root.path)];
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  return [...past.keys()].filter(
    (path) => path.endsWith(`/${settingsName}`) && root.path.startsWith(path.slice(0, -settingsName.length)),
  );
}

/** What files are called, as seen from a folder, and which they are. */
class Names {
  /** By name. */
  readonly paths = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Gives a file a name of its own. */
  call(path: string, name: string): void {
    this.names.set(path, name);
    this.paths.set(name, path);
  }

  show(path: string): string {
    const known = this.names.get(path);
    if (known !== undefined) return known;
    const name = pathFrom(`${this.folder}/`, path);
    this.call(path, name);
    return name;
  }
}
