import { folderOf } from './paths.ts';
import { type Progress, Project } from './project.ts';
import type { Surroundings } from './surroundings.ts';

/** All projects that an editor has open: one for each of its folders, and one for each folder of a file that stands in none of them. */
export class Projects {
  private readonly surroundings: Surroundings;
  private readonly progress: (root: string) => Progress;
  private readonly log: (error: unknown) => void;
  private readonly roots = new Map<string, Project>();
  private readonly loose = new Map<string, Project>();

  constructor(surroundings: Surroundings, progress: (root: string) => Progress, log: (error: unknown) => void) {
    this.surroundings = surroundings;
    this.progress = progress;
    this.log = log;
  }

  /** Adds a folder with all that is in it. */
  add(root: string): void {
    if (!this.roots.has(root)) this.roots.set(root, this.make(root, true));
  }

  /** Takes a folder out. */
  remove(root: string): void {
    this.roots.get(root)?.end();
    this.roots.delete(root);
  }

  /** The project of a file: that of the innermost folder. A file that is in none gets one as it has for the command line, or of its folder alone. */
  for(path: string): Project {
    const known = this.known(path);
    if (known) return known;
    const folder = folderOf(path);
    const marked = this.surroundings.projectOf(folder);
    const made = this.make(marked ?? folder, marked !== undefined);
    this.loose.set(made.root, made);
    return made;
  }

  /** The project that a file is in, if there is one. For a library that comes with the program: one that has it in memory. */
  known(path: string): Project | undefined {
    let found: Project | undefined;
    for (const project of this.roots.values())
      if (path.startsWith(`${project.root}/`) && project.root.length >= (found?.root.length ?? 0)) found = project;
    if (found) return found;
    const loose = [...this.loose.values()].filter((project) => project.has(path));
    // A plan that includes the file is worth more than the folder that it stands in.
    const rank = (project: Project): number =>
      project.includes(path) ? Number.POSITIVE_INFINITY : project.root.length;
    return loose.sort((a, b) => rank(b) - rank(a))[0] ?? [...this.all()].find((project) => project.file(path));
  }

  /** A file other than an open one is there, has changed or is gone. */
  looked(path: string): void {
    this.known(path)?.looked(path);
  }

  /** Lets go of a project of one folder in which nothing is open or shown any more. */
  drop(project: Project): void {
    if (this.loose.get(project.root) !== project || project.isUsed) return;
    this.loose.delete(project.root);
    project.end();
  }

  *all(): Generator<Project> {
    yield* this.roots.values();
    yield* this.loose.values();
  }

  private make(root: string, deep: boolean): Project {
    return new Project(root, deep, this.surroundings, this.progress(root), this.log);
  }
}
