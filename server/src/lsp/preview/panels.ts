import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../../features/snapshot.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import type { Project } from '../project.ts';
import type { Projects } from '../projects.ts';
import { checkWanted } from '../wanted.ts';

/** More panels than these nobody has open: the one that has asked longest ago counts as closed. */
const MOST = 20;

/** A panel of the client, and the file of which it shows the plan. `Shows` is what it shows of it. */
export interface Panel<Shows> {
  readonly project: Project;
  readonly path: string;
  /** The edition of the project that it has, or of which the client was told. */
  edition: number;
  shows: Shows | undefined;
}

/** A file that is in memory with all that its page depends on. */
export interface Held {
  readonly project: Project;
  readonly snapshot: Snapshot;
  readonly file: PlanFile;
}

/** The panels that clients have open, by name. What they show stays in memory, whether an editor has it open or not. */
export class Panels<Shows> {
  private readonly projects: Projects;
  /** The one that has asked last is at the end. */
  private readonly panels = new Map<string | symbol, Panel<Shows>>();

  constructor(projects: Projects) {
    this.projects = projects;
  }

  all(): Panel<Shows>[] {
    return [...this.panels.values()];
  }

  /** The panel of a name, which shows a file from now on. It forgets what it has shown of another one. */
  claim(name: string | symbol, path: string): Panel<Shows> {
    const project = this.projects.for(path);
    const known = this.panels.get(name);
    const isSame = known?.project === project && known.path === path;
    const panel = isSame ? known : { project, path, edition: -1, shows: undefined };
    this.panels.delete(name);
    this.panels.set(name, panel);
    if (isSame) return panel;
    this.tell(project);
    if (known) this.tell(known.project);
    const [oldest] = this.panels.keys();
    if (this.panels.size > MOST && oldest !== undefined) this.release(oldest);
    return panel;
  }

  /** The panel of a name is gone. */
  release(name: string | symbol): void {
    const panel = this.panels.get(name);
    if (!panel) return;
    this.panels.delete(name);
    this.tell(panel.project);
  }

  /** Waits until all is in memory that the page of a panel depends on; undefined for a file that is not there. */
  async held({ project, path }: Panel<Shows>, token: CancellationToken): Promise<Held | undefined> {
    await project.ready();
    checkWanted(token);
    const file = project.file(path);
    return file && { project, file, snapshot: project.snapshot() };
  }

  /** Tells a project which of its files are shown; one of which nothing is shown or open goes. */
  private tell(project: Project): void {
    const own = this.all().filter((panel) => panel.project === project);
    project.show(new Set(own.map(({ path }) => path)));
    this.projects.drop(project);
  }
}
