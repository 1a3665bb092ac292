import { Engine } from '../engine.ts';
import { counted, number } from '../reporters/words.ts';
import { Catalogue, summaryOf } from '../workspace/catalogue.ts';
import type { Host } from '../workspace/host.ts';
import type { PlanText } from '../workspace/naming.ts';
import type { Asked } from './asked.ts';
import { diskHost } from './disk-host.ts';
import { outermost, projectOf } from './project.ts';
import { readText, withoutMark } from './read-text.ts';
import { shippedLibraries } from './shipped.ts';
import { planFilesIn } from './walk.ts';

/** Is told how far long work has come, in words. */
export interface Listener {
  tell(text: string): void;
}

/** Which files there are to read. */
export interface Found {
  /** The folders of the projects that the files belong to; none is in another. */
  readonly projects: readonly string[];
  /** The paths of the files that were asked for and of all others of their projects, in order. */
  readonly paths: readonly string[];
}

/** What could be read. */
export interface PlanTexts {
  /** In the order of their paths. */
  readonly texts: PlanText[];
  /** Files that were asked for and could not be read: path, and what is wrong in the rest of a sentence. */
  readonly unreadable: readonly { readonly path: string; readonly fault: string }[];
}

/**
 * Finds what was asked for, and with it every plan of the same project: parts belong to plans, and plans name each other, so
 * that what is right in one file depends on others.
 */
export function findWithNeighbours(asked: Asked, cwd: string): Found {
  const projects = outermost(asked.paths.map(({ folder }) => projectOf(folder, cwd)));
  const found = new Set(projects.flatMap(planFilesIn));
  for (const { folder, files } of asked.paths) {
    // Of a folder that a project leaves out, those that stand there are neighbours too.
    if (files.every((file) => found.has(file))) continue;
    for (const file of [...planFilesIn(folder), ...files]) found.add(file);
  }
  return { projects, paths: [...found].sort() };
}

/** Reads files. What cannot be read matters only where it was asked for. */
export function readPlans(paths: readonly string[], asked: Asked, progress: Listener): PlanTexts {
  const wanted = new Set(asked.files);
  const texts: PlanText[] = [];
  const unreadable: { path: string; fault: string }[] = [];
  for (const [index, path] of paths.entries()) {
    if (index % 100 === 0) progress.tell(`Reading: ${number(index)} of ${counted(paths.length, 'file')} …`);
    const { text, fault } = readText(path);
    if (text !== undefined) texts.push({ path, text: withoutMark(text) });
    else if (wanted.has(path)) unreadable.push({ path, fault });
  }
  return { texts, unreadable };
}

/**
 * Reads the files that were asked for, and of the others those that they depend on: checking or printing them with these gives what it gives
 * with all. The others are looked through once and let go of, so that a folder may have any number of plans.
 */
export function readNeeded(paths: readonly string[], asked: Asked, progress: Listener): PlanTexts {
  const wanted = new Set(asked.files);
  if (paths.every((path) => wanted.has(path))) return readPlans(paths, asked, progress);
  const catalogue = new Catalogue(shippedLibraries());
  for (const [index, path] of paths.entries()) {
    if (index % 100 === 0) progress.tell(`Looking through: ${number(index)} of ${counted(paths.length, 'file')} …`);
    const { text } = readText(path);
    if (text !== undefined) catalogue.set(summaryOf({ path, text: withoutMark(text) }));
  }
  const related = catalogue.related(wanted);
  if (!catalogue.isComplete) return readPlans(paths, asked, progress);
  return readPlans(
    paths.filter((path) => related.has(path) || wanted.has(path)),
    asked,
    progress,
  );
}

/**
 * An engine that knows some files, what stands beside them in their projects, and of the libraries that come with the program those
 * that are named; all of them where none are. `host` is given by those who have files read again later.
 */
export function engineWith(
  texts: readonly PlanText[],
  projects: readonly string[],
  libraries?: ReadonlySet<string>,
  host: Host = diskHost(projects),
): Engine {
  const engine = new Engine(host);
  for (const { path, text } of shippedLibraries()) if (libraries?.has(path) ?? true) engine.ship(path, text);
  for (const { path, text } of texts) engine.set(path, text);
  return engine;
}
