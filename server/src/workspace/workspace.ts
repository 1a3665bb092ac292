import type { TextChange } from '@goldthread/grammar';
import type { Host } from './host.ts';
import { Plan } from './plan.ts';
import { type PlacedBlock, PlanFile } from './plan-file.ts';

/** What changed in a workspace since it was last asked: blocks that went and came, and plans that are new or gone. */
export interface WorkspaceChange {
  readonly removed: readonly PlacedBlock[];
  readonly added: readonly PlacedBlock[];
  /** True where files belong together otherwise than before. */
  readonly plansChanged: boolean;
}

/**
 * The files that are known, and which plan each belongs to. It is changed by one caller at a time; whoever needs it
 * unchanged for a while does its work without waiting in between.
 */
export class Workspace {
  readonly host: Host;
  readonly files = new Map<string, PlanFile>();
  plans: Plan[] = [];
  private readonly shipped = new Set<string>();
  private byId = new Map<string, Plan[]>();
  private removed: PlacedBlock[] = [];
  private added: PlacedBlock[] = [];
  private headsChanged = false;

  constructor(host: Host) {
    this.host = host;
  }

  /** Adds a file, or gives it another text. `shipped` marks a library that comes with the program. */
  set(path: string, text: string, shipped = false): void {
    const file = this.files.get(path);
    if (shipped) this.shipped.add(path);
    if (file) {
      const change = file.replace(text);
      this.note(change.removed, change.added, change.headChanged);
      return;
    }
    const made = new PlanFile(path, text);
    this.files.set(path, made);
    this.note([], made.blocks, true);
  }

  /** Changes a part of a file's text. Nothing happens where the file is not known. */
  change(path: string, change: TextChange): void {
    const file = this.files.get(path);
    if (!file) return;
    const { removed, added, headChanged } = file.change(change);
    this.note(removed, added, headChanged);
  }

  /** Counts blocks of a file as read again, since what they name outside has changed. */
  reread(file: PlanFile, which: (placed: PlacedBlock) => boolean): void {
    const { removed, added, headChanged } = file.reread(which);
    this.note(removed, added, headChanged);
  }

  /** Takes a file out. */
  delete(path: string): void {
    const file = this.files.get(path);
    if (!file) return;
    this.files.delete(path);
    this.note(file.blocks, [], true);
  }

  /** The plans and libraries with an id, those of the workspace before shipped ones; in the order of their paths. */
  plansNamed(id: string): readonly Plan[] {
    return this.byId.get(id) ?? [];
  }

  /**
   * What changed since the last call. Files that moved to another plan count as gone and come again, so that whoever
   * keeps an index by plan need not look at anything else.
   */
  takeChanges(): WorkspaceChange {
    const moved = this.headsChanged ? this.assign() : [];
    const came = new Set(this.added);
    const went = new Set(this.removed);
    const removed = this.removed.filter((placed) => !came.has(placed));
    const added = this.added.filter((placed) => !went.has(placed));
    for (const file of moved)
      for (const placed of file.blocks)
        if (!came.has(placed)) {
          removed.push(placed);
          added.push(placed);
        }
    const change = { removed, added, plansChanged: this.headsChanged };
    this.removed = [];
    this.added = [];
    this.headsChanged = false;
    return change;
  }

  private note(removed: readonly PlacedBlock[], added: readonly PlacedBlock[], headChanged: boolean): void {
    for (const placed of removed) this.removed.push(placed);
    for (const placed of added) this.added.push(placed);
    this.headsChanged ||= headChanged;
  }

  /** Finds out which files make which plan; gives the files whose plan is another than before. */
  private assign(): PlanFile[] {
    const before = new Map([...this.files.values()].map((file) => [file, file.plan] as const));
    const known = new Map(this.plans.map((plan) => [plan.root, plan]));
    for (const file of this.files.values()) file.plan = undefined;
    const roots = [...this.files.values()].filter((file) => file.tree.root !== 'part');
    roots.sort((a, b) => (a.path < b.path ? -1 : 1));
    this.plans = roots.map((root) => {
      const files = this.withIncluded(root);
      const shipped = this.shipped.has(root.path);
      const old = known.get(root);
      const fresh = new Plan(root, files, shipped);
      const plan = old && samePlan(old, fresh) ? old : fresh;
      for (const file of files) file.plan = plan;
      return plan;
    });
    this.byId = new Map();
    for (const plan of [...this.plans].sort((a, b) => Number(a.shipped) - Number(b.shipped))) {
      const named = this.byId.get(plan.id);
      if (named) named.push(plan);
      else this.byId.set(plan.id, [plan]);
    }
    return [...this.files.values()].filter((file) => file.plan !== before.get(file));
  }

  /** A root and the parts that it includes, and they in turn; each file once, and only files that no plan has yet. */
  private withIncluded(root: PlanFile): PlanFile[] {
    const files: PlanFile[] = [];
    const waiting = [root];
    const seen = new Set<PlanFile>();
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      if (seen.has(file) || file.plan) continue;
      seen.add(file);
      files.push(file);
      const included = [...file.includes()].map((include) => this.files.get(include.path));
      for (const part of included.reverse()) if (part && part.tree.root === 'part') waiting.push(part);
    }
    return files;
  }
}

const samePlan = (a: Plan, b: Plan): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.files.length === b.files.length &&
  a.files.every((file, index) => file === b.files[index]);
