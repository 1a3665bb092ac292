import { execFileSync } from 'node:child_process';
import { withSlashes } from './slashes.ts';

/** What is to be said of a copy that was made without all contents. */
export const notAllHere =
  'This copy of the repository has not all that its commits hold. Fetch the rest: git fetch --refetch --no-filter.';

/** Why git could not say what it was asked: a sentence for those who asked. */
export class GitFault extends Error {}

/** What git is told before anything else: nothing that a repository has set may run another program, or wait for one. */
const careful = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.quotePath=false',
  '-c',
  'protocol.allow=never',
  '--no-pager',
];

/** How git is asked what is otherwise. */
const comparing = ['diff', '-z', '--no-renames', '--no-ext-diff'];

/** The most that git may answer, in bytes. */
const MOST = 1024 * 1024 * 1024;

/** A repository of git: the files of its commits, read and never changed. Paths are those of git: from the folder of the repository. */
export class Repository {
  /** The folder of its work tree, with forward slashes; of one without files, its own. */
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** The repository that a folder belongs to; a `GitFault` where there is none, or no git. */
  static of(folder: string): Repository {
    const ask = (what: string): string =>
      run(folder, ['rev-parse', what])
        .toString('utf8')
        .replace(/\r?\n$/, '');
    const isBare = ask('--is-bare-repository') === 'true';
    return new Repository(withSlashes(ask(isBare ? '--absolute-git-dir' : '--show-toplevel')));
  }

  /** The commit that a name stands for: a branch, a tag, `HEAD~2`; a `GitFault` where there is none. */
  commit(name: string): string {
    try {
      return this.line(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    } catch {
      if (name === 'HEAD') throw new GitFault('This repository has no commit yet to compare with.');
      throw new GitFault(
        `There is no revision ‘${name}’ in this repository. Name a branch, a tag or a commit; in a shallow copy, fetch it first: ${fetching(name)}.`,
      );
    }
  }

  /** The last commit that two have in common; undefined where they have none. */
  mergeBase(one: string, other: string): string | undefined {
    try {
      return this.line(['merge-base', one, other]);
    } catch {
      return undefined;
    }
  }

  /** The paths of all files of a commit, with the names of their contents. */
  files(commit: string): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const record of records(this.run(['ls-tree', '-r', '-z', '--full-tree', commit]))) {
      // “100644 blob 3b18e5…\tpath”: a link is not followed, and another repository is none of ours.
      const [, mode = '', name = '', path = ''] = /^(\d+) blob (\w+)\t([\s\S]*)$/.exec(record) ?? [];
      if (mode.startsWith('100')) found.set(path, name);
    }
    return found;
  }

  /** Contents by their names, as `files` gives them, all in one go. */
  contents(names: Iterable<string>): ReadonlyMap<string, Buffer> {
    const wanted = [...new Set(names)];
    const found = new Map<string, Buffer>();
    if (wanted.length === 0) return found;
    const answer = this.run(['cat-file', '--batch', '--buffer'], `${wanted.join('\n')}\n`);
    for (let at = 0; at < answer.length; ) {
      const end = answer.indexOf(10, at);
      const [name = '', type, size = ''] = answer.toString('utf8', at, end).split(' ');
      at = end + 1;
      if (type !== 'blob') continue;
      found.set(name, answer.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
    return found;
  }

  /** The paths of the files that are not as in a commit, in the folder as it is now: changed, new or gone. */
  changedSince(commit: string): string[] {
    const changed = this.run([...comparing, '--name-only', '--ignore-submodules', commit, '--']);
    const unknown = this.run(['ls-files', '-z', '--others', '--exclude-standard']);
    return [...new Set([...records(changed), ...records(unknown)])].sort();
  }

  /** The folders of the repositories inside this one that are at another commit than in a commit of this one: in another one, or in the folder as it is now. */
  submodulesChanged(commit: string, to?: string): string[] {
    const commits = to === undefined ? [commit] : [commit, to];
    // “:160000 160000 1a2b3c… 4d5e6f… M”, then the path.
    const fields = records(this.run([...comparing, '--raw', '--ignore-submodules=dirty', ...commits, '--']));
    return fields.filter((_, index) => /^:(?:\d+ 160000|160000) /.test(fields[index - 1] ?? '')).sort();
  }

  /** The paths of the files that are not the same in two commits. */
  changedBetween(one: string, other: string): string[] {
    const [before, after] = [this.files(one), this.files(other)];
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((path) => before.get(path) !== after.get(path))
      .sort();
  }

  private line(command: readonly string[]): string {
    return this.run(command).toString('utf8').trim();
  }

  private run(command: readonly string[], input?: string): Buffer {
    return run(this.folder, command, input);
  }
}

/** The command that fetches what a name stands for: a branch or a tag; all commits for one that is counted from another. */
function fetching(name: string): string {
  if (/^[\w./-]+[~^]/.test(name)) return 'git fetch --unshallow';
  if (!/^[\w./-]+$/.test(name)) return 'git fetch origin …';
  const branch = /^origin\/(.+)$/.exec(name)?.[1];
  return branch === undefined ? `git fetch origin ${name}` : `git fetch origin ${branch}:refs/remotes/${name}`;
}

/** What stands between zero bytes. */
const records = (answer: Buffer): string[] => answer.toString('utf8').split('\0').filter(Boolean);

function run(folder: string, command: readonly string[], input?: string): Buffer {
  try {
    return execFileSync('git', [...careful, ...command], {
      cwd: folder,
      maxBuffer: MOST,
      windowsHide: true,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
    });
  } catch (error) {
    throw new GitFault(whyNot(error));
  }
}

function whyNot(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return 'The program git is not there. Revisions cannot be read without it.';
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  if (/not a git repository/.test(said))
    return 'This folder is in no git repository, so it has no revisions. Two folders or two files can be compared without one: goldthread diff old new';
  if (/must be run in a work tree/.test(said))
    return 'This repository is bare: it has no files to compare with. Name two revisions: goldthread diff main our-branch';
  if (/dubious ownership/.test(said))
    return 'Git does not trust this repository, since another user owns it. Tell it to: git config --global --add safe.directory FOLDER.';
  if (/transport .* not allowed|promisor/.test(said)) return notAllHere;
  return `Git could not do it: ${said.split('\n')[0] || 'it gave no reason'}.`;
}
