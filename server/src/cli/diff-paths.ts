import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { findAsked } from '../disk/asked.ts';
import { findWithNeighbours } from '../disk/load.ts';
import { diskTree, type PlanTree } from '../disk/plan-tree.ts';
import { faultOf, readText } from '../disk/read-text.ts';
import { withSlashes } from '../disk/slashes.ts';
import { isWithin } from '../workspace/host.ts';
import { readHead } from '../workspace/naming.ts';
import { settingsAmong, textOf } from './diff-settings.ts';
import type { Compared } from './diff-sides.ts';
import { UsageError } from './usage-error.ts';

/** One of two folders or files of the disk. */
interface Named {
  readonly path: string;
  readonly isFile: boolean;
  /** The folder, or the folder of the file. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly projects: readonly string[];
  readonly neighbours: readonly string[];
}

/** Compares two folders, or two files, as they are on the disk; of what stands in them, what is asked for. */
export function comparedPaths(one: string, other: string, asked: readonly string[], cwd: string): Compared {
  const [before, after] = [namedIn(one, cwd), namedIn(other, cwd)];
  if (before.isFile !== after.isFile) throw new UsageError(`Name two folders, or two files: not one of each.`);
  const areOnePlan = planIdIn(before.path) === planIdIn(after.path);
  // A file is called as the other one is, a file in a folder by its path from there; what stands beside them by its own.
  const nameIn =
    ({ isFile, path: top }: Named) =>
    (path: string): string => {
      if (isFile) return path === top ? after.path : path === after.path ? before.path : path;
      return isWithin(path, top) ? `${after.path}${path.slice(top.length)}` : path;
    };
  // Another draft beside two files that are compared is neither of them.
  const ids = new Set([before, after].map(({ path }) => planIdIn(path)).filter((id) => id !== ''));
  const beside = before.isFile ? new Set([...before.neighbours, ...after.neighbours]) : new Set<string>();
  for (const { path } of [before, after]) beside.delete(path);
  const drafts = new Set([...beside].filter((path) => ids.has(planIdIn(path))));
  const treeOf = (side: Named, against: Named): PlanTree => {
    const own = new Set(side.files);
    const others = new Set(against.files);
    // What stands in the place of the other side is that side, unless it is another plan, which this one may name.
    const isThere = (path: string): boolean =>
      own.has(path) || (!drafts.has(path) && (!others.has(path) || (side.isFile && !areOnePlan)));
    return diskTree(side.neighbours.filter(isThere), side.projects, nameIn(side));
  };
  const textsOf = (side: Named, tree: PlanTree): Map<string, string | undefined> =>
    new Map([...side.files.map((path) => [tree.name(path), tree.text(path).text] as const), ...settingsOf(side, tree)]);
  const trees = { before: treeOf(before, after), after: treeOf(after, before) };
  const [old, young] = [textsOf(before, trees.before), textsOf(after, trees.after)];
  const names = new Set([...old.keys(), ...young.keys()]);
  const changed = new Set(
    [...names].filter((name) => old.get(name) !== young.get(name) || !old.has(name) || !young.has(name)),
  );
  return {
    ...trees,
    other: undefined,
    folders: after.projects,
    submodules: [],
    changed,
    settings: settingsAmong(changed, (name) => [old.get(name), young.get(name)]),
    isGuest: (name) => before.isFile && !areOnePlan && name === before.path,
    isAsked: (name) =>
      // Of two files only these are compared, whatever stands beside them.
      before.isFile ? name === after.path : asked.length === 0 || asked.some((path) => isWithin(name, path)),
  };
}

/** The id that a plan file gives itself; empty where it gives none. */
const planIdIn = (path: string): string => readHead({ path, text: readText(path).text ?? '' }).id;

/** The settings of a folder that is compared, by name: those in it, for what stands above holds for both. */
function settingsOf({ isFile, path: top, files }: Named, tree: PlanTree): Map<string, string | undefined> {
  const folders = new Set(isFile ? [] : files.map((path) => path.slice(0, path.lastIndexOf('/'))));
  const paths = [...folders].flatMap((folder) => tree.settings.nearest(folder) ?? []);
  const own = paths.filter((path) => isWithin(path, top));
  return new Map(own.map((path) => [tree.name(path), textOf(tree, path)]));
}

function namedIn(name: string, cwd: string): Named {
  const asked = findAsked([name], cwd);
  const [found] = asked.paths;
  if (!found) throw new UsageError(asked.faults.join('\n'));
  const path = pathOf(name, cwd);
  const { projects, paths } = findWithNeighbours(asked, cwd);
  return { path, isFile: path !== found.folder, ...found, projects, neighbours: paths };
}

/** The absolute path of what somebody named. It need not be there: a plan that is gone may be asked for. */
export function pathOf(name: string, cwd: string): string {
  const path = resolve(cwd, name);
  try {
    return withSlashes(existsSync(path) ? realpathSync(path) : resolve(realpathSync(dirname(path)), basename(path)));
  } catch (error) {
    throw new UsageError(`${name} ${faultOf(error)}.`);
  }
}
