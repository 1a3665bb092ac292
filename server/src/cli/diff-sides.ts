import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { GitFault, Repository } from '../disk/git.ts';
import { Commits, diskTree, type PlanTree } from '../disk/plan-tree.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { planFilesIn } from '../disk/walk.ts';
import { isPlanName } from '../workspace/file-names.ts';
import { isWithin } from '../workspace/host.ts';
import { comparedPaths, pathOf } from './diff-paths.ts';
import { settingsAmong, textOf } from './diff-settings.ts';
import { UsageError } from './usage-error.ts';

/** What somebody wants of a comparison besides. */
export interface Wanted {
  /** Files and folders that the plans stand in that are asked for; all if there are none. */
  readonly plan?: readonly string[];
  /** True where two revisions are compared as they are, not since they parted. */
  readonly exact?: true;
}

/** What is compared. */
export interface Compared {
  readonly before: PlanTree;
  readonly after: PlanTree;
  /** The line of work that `after` parted from, as it is now; `before` is where they parted. Undefined where it has not gone on. */
  readonly other: PlanTree | undefined;
  /** The names of the files that are not the same in `before` and `after`. */
  readonly changed: ReadonlySet<string>;
  /** The names of the settings among them that ask for something else than before. */
  readonly settings: readonly string[];
  /** True for the name of a file that is there to be named by what is compared, and is not compared itself. */
  isGuest?(name: string): boolean;
  /** The folders of repositories inside this one that have changed. */
  readonly submodules: readonly string[];
  /** The folders of the disk in which that what `after` shows may stand, such as its pictures. */
  readonly folders: readonly string[];
  /** True for the name of a file that is asked for. */
  isAsked(name: string): boolean;
}

/** Finds what is to be compared, from what somebody named: two folders, two files, or revisions and the paths of plans. */
export function compared(named: readonly string[], wanted: Wanted, cwd: string): Compared {
  if (named.includes(''))
    throw new UsageError('A revision is empty. Name a branch, a tag or a commit, or leave it out.');
  try {
    const paths = named.filter((name) => isPath(name, cwd));
    const asked = (wanted.plan ?? []).map((name) => pathOf(name, cwd));
    const [one, other] = paths;
    if (one !== undefined && other !== undefined) return comparedPaths(one, other, asked, cwd);
    const own = paths.map((name) => pathOf(name, cwd));
    const revisions = named.filter((name) => !paths.includes(name));
    return comparedRevisions(revisions, [...own, ...asked], wanted.exact === true, cwd);
  } catch (error) {
    if (error instanceof GitFault) throw new UsageError(error.message);
    throw error;
  }
}

/** Revisions of a repository, or one and the files as they are now. */
function comparedRevisions(
  revisions: readonly string[],
  asked: readonly string[],
  exact: boolean,
  cwd: string,
): Compared {
  const repository = Repository.of(asked[0] === undefined ? cwd : folderOf(asked[0]));
  const { folder } = repository;
  for (const path of asked)
    if (!isWithin(path, folder)) throw new UsageError(`${shownFrom(cwd)(path)} is not in this repository.`);
  const isAsked = (path: string): boolean => asked.length === 0 || asked.some((one) => isWithin(path, one));
  const commits = new Commits(repository);
  const { base, head, isExact } = rangeOf(revisions, repository);
  const from = repository.commit(base);
  const found = (
    before: PlanTree,
    after: PlanTree,
    other: PlanTree | undefined,
    base: string,
    head?: string,
  ): Compared => {
    const nameOf = (path: string): string => `${folder}/${path}`;
    const files = head === undefined ? repository.changedSince(base) : repository.changedBetween(base, head);
    const changed = new Set(files.map(nameOf));
    const plans = [...before.plans, ...after.plans];
    const empty = asked.find((path) => !plans.some((plan) => isWithin(plan, path)));
    if (empty !== undefined)
      throw new UsageError(`There is no plan in ${shownFrom(cwd)(empty)}, neither before nor after.`);
    return {
      before,
      after,
      other,
      isAsked,
      folders: [folder],
      changed,
      settings: settingsAmong(changed, (name) => [textOf(before, name), textOf(after, name)]),
      submodules: repository.submodulesChanged(base, head).map(nameOf),
    };
  };
  if (head === undefined) {
    const now = diskTree(planFilesIn(folder), [folder]);
    return found(commits.tree(from), now, undefined, from);
  }
  const to = repository.commit(head);
  const parted = exact || isExact ? from : repository.mergeBase(from, to);
  if (parted === undefined)
    throw new UsageError(
      `‘${base}’ and ‘${head}’ have no commit in common here. In a shallow copy, fetch the rest: git fetch --unshallow. To compare them as they are: --exact.`,
    );
  const other = parted === from ? undefined : commits.tree(from);
  return found(commits.tree(parted), commits.tree(to), other, parted, to);
}

/** Which revisions are meant: those that are named, or both in one as git writes them: `main...HEAD`, `v1..v2`. */
function rangeOf(
  [base = 'HEAD', head]: readonly string[],
  repository: Repository,
): { readonly base: string; readonly head: string | undefined; readonly isExact: boolean } {
  const [, from, dots, to] = /^(.+?)(\.{2,3})(.+)$/.exec(base) ?? [];
  if (head !== undefined || !from || !to || isRevision(base, repository)) return { base, head, isExact: false };
  return { base: from, head: to, isExact: dots === '..' };
}

/** True for what is meant for a path: what can be nothing else, and what is there and is no revision. */
function isPath(name: string, cwd: string): boolean {
  if (/^\.{0,2}[\\/]|^\.{1,2}$|^[A-Za-z]:[\\/]/.test(name) || isPlanName(name)) return true;
  if (!existsSync(resolve(cwd, name))) return false;
  try {
    return !isRevision(name, Repository.of(cwd));
  } catch {
    return true;
  }
}

function isRevision(name: string, repository: Repository): boolean {
  try {
    repository.commit(name);
    return true;
  } catch {
    return false;
  }
}

const folderOf = (path: string): string =>
  existsSync(path) && statSync(path).isDirectory() ? path : path.slice(0, path.lastIndexOf('/')) || '/';
