import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import type { Before, PastFile } from '../../../server/src/lsp/compare/protocol.ts';
import { added, type Change, type Git, type Repository } from './git-api.ts';

/** What a plan is compared with. */
export interface Past extends Disposable {
  /** What it is called, in the middle of a sentence: “the last commit”. */
  readonly name: string;
  /** What the server is to compare with, given the files of the plan as it is now. Undefined where there is nothing yet. */
  before(files: readonly Uri[]): Promise<Before | undefined>;
  /** The address under which a file opens as it was. */
  address(uri: Uri): Uri;
  /** It may be another one now. */
  onChanged(listen: () => void): Disposable;
}

/** Another plan file. */
export class OtherPlan implements Past {
  readonly name: string;
  readonly #uri: Uri;
  readonly #asUri: (uri: Uri) => string;

  constructor(uri: Uri, asUri: (uri: Uri) => string) {
    this.name = workspace.asRelativePath(uri);
    this.#uri = uri;
    this.#asUri = asUri;
  }

  async before(): Promise<Before> {
    return { uri: this.#asUri(this.#uri) };
  }

  address(uri: Uri): Uri {
    return uri;
  }

  onChanged(): Disposable {
    return { dispose: () => undefined };
  }

  dispose(): void {}
}

/** So many files are asked for at once. */
const atOnce = 8;

/** Files that are read as text; of others it only matters that they are otherwise. */
const texts = /(?:\.plan|\.csv|\/goldthread\.json)$/i;

/** The plans of a repository as they were in a commit. Each file is read once, as long as the commit is the same. */
export class Revision implements Past {
  readonly name: string;
  readonly #git: Git;
  readonly #repository: Repository;
  readonly #find: () => Promise<string | undefined>;
  readonly #asUri: (uri: Uri) => string;
  readonly #changed = new EventEmitter<void>();
  readonly #listening: Disposable[];
  readonly #read = new Map<string, PastFile>();
  #commit: string | undefined;
  #others: Promise<Change[]> | undefined;

  /** `find` gives the commit, which may be another one each time: the last one. */
  constructor(
    name: string,
    { git, repository }: { readonly git: Git; readonly repository: Repository },
    find: (repository: Repository) => Promise<string | undefined>,
    asUri: (uri: Uri) => string,
  ) {
    this.name = name;
    this.#git = git;
    this.#repository = repository;
    this.#find = () => find(repository);
    this.#asUri = asUri;
    const forget = (): void => {
      this.#others = undefined;
      this.#changed.fire();
    };
    this.#listening = [repository.state.onDidChange(forget), workspace.onDidSaveTextDocument(forget)];
  }

  async before(files: readonly Uri[]): Promise<Before | undefined> {
    const commit = await this.#find();
    if (commit === undefined) return undefined;
    if (commit !== this.#commit) {
      this.#commit = commit;
      this.#others = undefined;
      this.#read.clear();
    }
    // A file may be otherwise in the editor than on the disk, so each of the plan is looked at, whatever Git says of it.
    const wanted = new Map(files.map((uri) => [uri.toString(), uri]));
    const past: PastFile[] = [];
    for (const { uri, originalUri, status } of await this.#otherFiles(commit)) {
      const isMoved = uri.toString() !== originalUri.toString();
      for (const one of isMoved ? [uri, originalUri] : [uri])
        if (texts.test(one.path)) wanted.set(one.toString(), one);
        else past.push({ uri: this.#asUri(one), isThere: one === originalUri || (!isMoved && status !== added) });
    }
    const waiting = [...wanted.values()];
    while (waiting.length > 0)
      past.push(...(await Promise.all(waiting.splice(0, atOnce).map((uri) => this.#file(commit, uri)))));
    return { revision: commit, files: past };
  }

  /** The files that are otherwise on the disk. Where that cannot be known, it is asked again the next time. */
  #otherFiles(commit: string): Promise<Change[]> {
    this.#others ??= this.#repository.diffWith(commit).catch((error: unknown) => {
      this.#others = undefined;
      throw error;
    });
    return this.#others;
  }

  address(uri: Uri): Uri {
    return this.#commit === undefined ? uri : this.#git.toGitUri(uri, this.#commit);
  }

  onChanged(listen: () => void): Disposable {
    return this.#changed.event(listen);
  }

  dispose(): void {
    for (const one of this.#listening) one.dispose();
    this.#changed.dispose();
  }

  async #file(commit: string, uri: Uri): Promise<PastFile> {
    const name = this.#asUri(uri);
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const file = await this.#show(commit, uri, name);
    if (commit === this.#commit) this.#read.set(name, file);
    return file;
  }

  async #show(commit: string, uri: Uri, name: string): Promise<PastFile> {
    try {
      return { uri: name, isThere: true, text: await this.#repository.show(commit, uri.fsPath) };
    } catch {
      return { uri: name, isThere: false };
    }
  }
}

/** The last commit of a repository; undefined before the first. */
export const lastCommit = async ({ state }: Repository): Promise<string | undefined> => state.HEAD?.commit;
