import {
  Disposable,
  EventEmitter,
  type FileDecoration,
  type FileDecorationProvider,
  l10n,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CompareParams, type ItemMark, marksRequest } from '../../../server/src/lsp/compare/protocol.ts';
import type { ThreadNode } from '../../../server/src/lsp/protocol.ts';
import { filesOfPlan, later } from '../editors.ts';
import type { ThreadItem } from '../thread-item.ts';
import { findGit, findRepository } from './git-api.ts';
import { lastCommit, type Past, Revision } from './past.ts';

/** Milliseconds without a change after which the marks are worked out. */
const pause = 1_000;

/** What the addresses begin with that items of the tree have, so that the editor asks how to mark them. */
const scheme = 'goldthread-item';

const setting = 'thread.changes';

/** Marks the items of the golden thread that are otherwise than in the last commit. Only where there is one. */
export class ThreadMarks implements FileDecorationProvider, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #log: (error: unknown) => void;
  readonly #marked = new EventEmitter<undefined>();
  readonly onDidChangeFileDecorations = this.#marked.event;
  readonly #work;
  readonly #listening: Disposable;
  #repositories: Disposable | undefined;
  #plan: Uri | undefined;
  #past: (Past & { readonly root: string }) | undefined;
  /** By the key of the item; for one that shares its key with others, by its place. */
  #marks: ReadonlyMap<string, ItemMark> = new Map();
  /** The items of the tree, by the paths of their addresses. */
  readonly #nodes = new Map<string, ThreadNode>();
  #shown = '';

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#log = (error) => client.outputChannel.warn(`changes: ${String(error)}`);
    this.#work = later(
      client.outputChannel,
      () => this.#update(),
      () => pause,
    );
    this.#listening = Disposable.from(
      this.#work,
      this.#marked,
      window.registerFileDecorationProvider(this),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`goldthread.${setting}`)) this.#work.soon();
      }),
      workspace.onDidGrantWorkspaceTrust(this.#work.soon),
    );
    void this.#watch().catch(this.#log);
  }

  /** The plan of a file is shown, or has changed: its marks are worked out when nothing has changed for a while. */
  show(plan: Uri): void {
    // The tree of another plan gives the addresses of its items.
    if (plan.toString() !== this.#plan?.toString()) this.#nodes.clear();
    this.#plan = plan;
    this.#work.soon();
  }

  /** What has changed in an item, in sentences; none where nothing has. */
  words(item: ThreadItem): readonly string[] {
    const mark = this.#markOf(item.node);
    if (mark === undefined) return [];
    if (mark.is === 'new') return [l10n.t('New since the last commit.')];
    const kind =
      mark.is === 'links' ? l10n.t('Links changed since the last commit:') : l10n.t('Changed since the last commit:');
    return [kind, ...mark.words.map((words) => `${words}.`)];
  }

  /** The address by which the editor asks for the mark of an item. That of what is below it begins with it: so a closed item shows that there is one. */
  address(item: ThreadItem): Uri {
    const keys: string[] = [];
    for (let one: ThreadItem | undefined = item; one !== undefined; one = one.parent)
      keys.unshift(encodeURIComponent(one.node.key));
    const path = `/${keys.join('/')}`;
    this.#nodes.set(path, item.node);
    return Uri.from({ scheme, path });
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    if (uri.scheme !== scheme) return undefined;
    const node = this.#nodes.get(uri.path);
    const mark = node && this.#markOf(node);
    if (mark === undefined) return undefined;
    const { badge, tooltip, color } = looks()[mark.is];
    return { badge, tooltip, color: new ThemeColor(color), propagate: true };
  }

  #markOf({ key, uri, range }: ThreadNode): ItemMark | undefined {
    const known = this.#marks.get(key);
    if (known !== undefined || uri === undefined || range === undefined) return known;
    return this.#marks.get(placeKey(uri, range.start.line));
  }

  dispose(): void {
    this.#listening.dispose();
    this.#repositories?.dispose();
    this.#past?.dispose();
  }

  /** A repository that is found later has marks, too. */
  async #watch(): Promise<void> {
    const git = await findGit();
    if (typeof git === 'string') return;
    this.#repositories = Disposable.from(
      git.onDidOpenRepository(this.#work.soon),
      git.onDidCloseRepository(this.#work.soon),
    );
  }

  async #update(): Promise<void> {
    const plan = this.#plan;
    const isWanted = workspace.getConfiguration('goldthread').get(setting) === true;
    const marks = plan === undefined || !isWanted ? [] : await this.#ask(plan);
    if (plan !== this.#plan) return;
    const shown = JSON.stringify(marks);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#marks = new Map(
      marks.map((mark) => [mark.place ? placeKey(mark.place.uri, mark.place.line) : mark.key, mark]),
    );
    this.#marked.fire(undefined);
  }

  async #ask(plan: Uri): Promise<ItemMark[]> {
    const asUri = (uri: Uri): string => this.#client.code2ProtocolConverter.asUri(uri);
    const place = await findRepository(plan);
    if (typeof place === 'string') return [];
    const root = place.repository.rootUri.toString();
    if (this.#past?.root !== root) {
      this.#past?.dispose();
      const past = new Revision(l10n.t('the last commit'), place, lastCommit, asUri);
      past.onChanged(this.#work.soon);
      this.#past = Object.assign(past, { root });
    }
    const before = await this.#past.before(await filesOfPlan(this.#client, plan));
    if (before === undefined) return [];
    const params: CompareParams = { uri: asUri(plan), before };
    return this.#client.sendRequest<ItemMark[]>(marksRequest, params);
  }
}

/** A place as a key: no kind of item is called so. */
const placeKey = (uri: string, line: number): string => `#${line} ${uri}`;

/** A letter, for those who see it, and words for everybody; a colour is never all. */
const looks = () => ({
  new: { badge: 'N', tooltip: l10n.t('New'), color: 'gitDecoration.addedResourceForeground' },
  changed: { badge: 'C', tooltip: l10n.t('Changed'), color: 'gitDecoration.modifiedResourceForeground' },
  links: { badge: 'L', tooltip: l10n.t('Links changed'), color: 'gitDecoration.modifiedResourceForeground' },
});
