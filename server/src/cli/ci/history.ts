import { execFileSync } from 'node:child_process';
import { GitFault, Repository } from '../../disk/git.ts';

/** So long may a fetch take, in milliseconds. */
const LONGEST = 120_000;

/**
 * Makes sure that a commit is in the copy of the repository that a service made, and where the work parted from it; services copy the last
 * commit alone, if nobody asks for more. A sentence that says why it is not; undefined where it is.
 */
export function fetchBase(base: string, cwd: string): string | undefined {
  try {
    const repository = Repository.of(cwd);
    if (has(repository, base)) return undefined;
    fetch(base, cwd);
    return has(repository, base)
      ? undefined
      : 'The change cannot be compared: the copy of the repository has not where it began. Ask for all of it: fetch-depth: 0 at actions/checkout, GIT_DEPTH: "0" at GitLab.';
  } catch (error) {
    if (error instanceof GitFault) return error.message;
    throw error;
  }
}

function has(repository: Repository, base: string): boolean {
  try {
    return repository.mergeBase(repository.commit(base), repository.commit('HEAD')) !== undefined;
  } catch {
    return false;
  }
}

/** Fetches a commit with all before it; what goes wrong is seen by its not being there. */
function fetch(base: string, cwd: string): void {
  for (const more of [['--unshallow'], []])
    try {
      execFileSync('git', ['fetch', '--quiet', '--no-tags', ...more, 'origin', base], {
        cwd,
        stdio: 'ignore',
        timeout: LONGEST,
        env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
      });
      return;
    } catch {}
}
