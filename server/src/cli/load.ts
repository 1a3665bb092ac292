import { Engine } from '../engine.ts';
import { counted, number } from '../reporters/words.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import type { Asked } from './asked.ts';
import { diskHost } from './disk-host.ts';
import type { Progress } from './progress.ts';
import { outermost, projectOf } from './project.ts';
import { readText, withoutMark } from './read-text.ts';
import { shippedLibraries } from './shipped.ts';
import { planFilesIn } from './walk.ts';

/** Plans that are ready to be looked at. */
export interface Loaded {
  readonly engine: Engine;
  /** The folders of the projects that the files belong to; none is in another. */
  readonly projects: readonly string[];
  /** The files that were asked for and could be read, in the order of their paths. */
  readonly files: readonly PlanFile[];
  /** Files that were asked for and could not be read: path, and what is wrong in the rest of a sentence. */
  readonly unreadable: readonly { readonly path: string; readonly fault: string }[];
}

/**
 * Reads what was asked for, and with it every plan of the same project: parts belong to plans, and plans name each other, so
 * that what is right in one file depends on others. What cannot be read matters only where it was asked for.
 */
export function load(asked: Asked, cwd: string, progress: Progress): Loaded {
  const projects = outermost(asked.paths.map(({ folder }) => projectOf(folder, cwd)));
  const wanted = new Set(asked.files);
  const paths = withNeighbours(asked, projects);

  const engine = new Engine(diskHost(projects));
  for (const { path, text } of shippedLibraries()) engine.ship(path, text);
  const files: PlanFile[] = [];
  const unreadable: { path: string; fault: string }[] = [];
  for (const [index, path] of paths.entries()) {
    if (index % 100 === 0) progress.tell(`Reading: ${number(index)} of ${counted(paths.length, 'file')} …`);
    const { text, fault } = readText(path);
    if (text !== undefined) engine.set(path, withoutMark(text));
    else if (wanted.has(path)) unreadable.push({ path, fault });
    const file = wanted.has(path) ? engine.workspace.files.get(path) : undefined;
    if (file) files.push(file);
  }
  return { engine, projects, files, unreadable };
}

/** The files that were asked for and all those of their projects; of a folder that a project leaves out, those that stand there too. */
function withNeighbours(asked: Asked, projects: readonly string[]): string[] {
  const found = new Set(projects.flatMap(planFilesIn));
  for (const { folder, files } of asked.paths) {
    if (files.every((file) => found.has(file))) continue;
    for (const file of [...planFilesIn(folder), ...files]) found.add(file);
  }
  return [...found].sort();
}
