import { type Event, extensions, l10n, type Uri, workspace } from 'vscode';

/** What is used of what the Git extension of the editor offers to others (`extensions/git/src/api/git.d.ts` of VS Code). */
export interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<unknown>;
  readonly onDidOpenRepository: Event<unknown>;
  readonly onDidCloseRepository: Event<unknown>;
  getRepository(uri: Uri): Repository | null;
  /** The address under which the editor opens a file as it was. */
  toGitUri(uri: Uri, ref: string): Uri;
}

export interface Repository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly onDidChange: Event<void>;
  };
  getCommit(ref: string): Promise<Commit>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  getRefs(query: { readonly count?: number; readonly sort?: 'alphabetically' | 'committerdate' }): Promise<Ref[]>;
  log(options: { readonly maxEntries: number }): Promise<Commit[]>;
  /** What is otherwise on the disk than in a commit; files that the repository does not know left out. */
  diffWith(ref: string): Promise<Change[]>;
  /** The text of a file in a commit; fails where it has none. */
  show(ref: string, path: string): Promise<string>;
}

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
}

export interface Ref {
  /** 0 for a branch, 1 for one elsewhere, 2 for a tag. */
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}

export interface Change {
  readonly uri: Uri;
  readonly originalUri: Uri;
  readonly status: number;
}

/** The status of a file that the commit has not. */
export const added = 1;

/** The Git extension of the editor, or why there is none: a sentence for the writer. */
export async function findGit(): Promise<Git | string> {
  const extension = extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): Git }>('vscode.git');
  if (extension === undefined)
    return workspace.isTrusted
      ? l10n.t('There are no revisions here: this editor has no Git')
      : l10n.t('There are no revisions here until you trust this folder');
  try {
    const found = await extension.activate();
    return found.enabled ? found.getAPI(1) : l10n.t('There are no revisions here: Git is switched off in the settings');
  } catch {
    return l10n.t('There are no revisions here: Git is not installed');
  }
}

/** The repository that a file is in; a sentence where there is none. Waits until the editor has looked for repositories. */
export async function findRepository(
  uri: Uri,
): Promise<{ readonly git: Git; readonly repository: Repository } | string> {
  const git = await findGit();
  if (typeof git === 'string') return git;
  await isReady(git);
  const repository = git.getRepository(uri);
  return repository === null
    ? l10n.t('There are no revisions here: this folder is not in a Git repository')
    : { git, repository };
}

/** So long Git is given to look for repositories, in milliseconds. */
const patience = 5_000;

function isReady(git: Git): Promise<void> {
  if (git.state === 'initialized') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, patience);
    const listening = git.onDidChangeState(() => {
      if (git.state === 'initialized') done();
    });
    function done(): void {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    }
  });
}
