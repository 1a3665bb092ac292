import { Disposable, type ExtensionContext, env, l10n, type TextEditor, Uri, type WebviewPanel, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type PreviewParams,
  type PreviewUpdate,
  previewClosed,
  previewRequest,
} from '../../../server/src/lsp/protocol.ts';
import { Deeds, type Shown } from './deeds.ts';
import { PlanFiles } from './files.ts';
import { columnBeside, Follow, topOf } from './follow.ts';
import type { Chosen, FromPage, Sync, ToPage } from './messages.ts';
import { print } from './print.ts';
import { Pull } from './pull.ts';
import { readMessage } from './read-message.ts';
import { ownFiles, pictures, remotePictures, roots } from './resources.ts';
import { shell } from './shell.ts';
import { pageWords } from './words.ts';

/** The kind of panel, as the editor knows it. */
export const viewType = 'goldthread.preview';

/** What a panel is told from outside. */
export interface Surroundings {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  /** How page and text move one another, by the settings. */
  sync(): Sync;
}

/** A panel that shows the pages of one plan. */
export class PreviewPanel {
  readonly panel: WebviewPanel;
  readonly #surroundings: Surroundings;
  readonly #client: BaseLanguageClient;
  readonly #id = crypto.randomUUID();
  readonly #follow = new Follow();
  readonly #deeds: Deeds;
  readonly #pull: Pull;
  readonly #listeners: Disposable;
  #plan: Uri;
  #locked: boolean;
  #shown: Shown = { version: 0, files: new PlanFiles([]), problems: [] };
  /** What the page wants to show; undefined while there is no page that could show anything. */
  #wanted: { view: string; language: string | undefined; chosen: Chosen } | undefined;
  /** Where the text is, to be told to a page that does not know how far to scroll, once it has something to scroll. */
  #place: (() => void) | undefined;

  constructor(panel: WebviewPanel, plan: Uri, locked: boolean, surroundings: Surroundings) {
    this.panel = panel;
    this.#plan = plan;
    this.#locked = locked;
    this.#surroundings = surroundings;
    this.#client = surroundings.client;
    this.#deeds = new Deeds(this.#client, this.#follow);
    this.#pull = new Pull({
      ask: (has) => this.#ask(has),
      take: (update) => this.#take(update),
      failed: (error) => this.#failed(error),
    });
    this.#listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((raw: unknown) => void this.#receive(raw)),
      panel.onDidChangeViewState(() => {
        // A page that is not seen is gone; when it is seen again, it begins anew.
        if (!panel.visible) this.#wanted = undefined;
      }),
      panel.onDidDispose(() => this.#close()),
    );
    panel.iconPath = Uri.joinPath(surroundings.context.extensionUri, 'client/media/plan-light.svg');
    this.reload();
  }

  /** A file of the plan that is shown. */
  get plan(): Uri {
    return this.#plan;
  }

  /** The language that the reader has chosen; undefined for that of the plan. */
  get language(): string | undefined {
    return this.#wanted?.language;
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** Lets the panel stay with its plan, or follow the writer to others. */
  lock(locked: boolean): void {
    this.#locked = locked;
    this.#pull.changed();
  }

  /** True where a file is one of the plan that is shown. */
  shows(uri: Uri): boolean {
    return uri.toString() === this.#plan.toString() || this.#shown.files.numberOf(uri) !== undefined;
  }

  /** Shows another plan, that of a file. */
  show(plan: Uri): void {
    this.#plan = plan;
    this.#place = undefined;
    this.whole();
  }

  /** The page may be another one now. */
  changed(): void {
    if (this.#wanted !== undefined) this.#pull.changed();
  }

  /** The server knows nothing of this panel any more, or the page is about something else. */
  whole(): void {
    if (this.#wanted !== undefined) this.#pull.whole();
  }

  /** Makes the page itself anew: what it may load is written into it. */
  reload(): void {
    const { context } = this.#surroundings;
    const { webview } = this.panel;
    this.#wanted = undefined;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: roots(context) };
    webview.html = shell({
      words: pageWords((words) => l10n.t(words)),
      language: env.language,
      source: webview.cspSource,
      remotePictures: remotePictures(),
      ...ownFiles(context, webview),
      nonce: crypto.randomUUID().replaceAll('-', ''),
    });
  }

  /** The settings may be others now. */
  settings(): void {
    this.#say({ type: 'settings', sync: this.#surroundings.sync() });
  }

  /** An editor of the plan is scrolled. */
  scrolled(editor: TextEditor): void {
    const file = this.#shown.files.numberOf(editor.document.uri);
    if (file === undefined || this.#surroundings.sync() !== 'both') return;
    const line = this.#follow.scrolled(editor);
    if (line !== undefined) this.#say({ type: 'scroll', file, line });
  }

  /** The cursor of an editor of the plan is elsewhere. */
  cursor(editor: TextEditor): void {
    const file = this.#shown.files.numberOf(editor.document.uri);
    if (file === undefined || this.#surroundings.sync() === 'off') return;
    this.#say({ type: 'cursor', file, line: editor.selection.active.line });
  }

  /** An editor of the plan is the one that the writer looks at. */
  lookedAt(editor: TextEditor): void {
    const place = (): void => {
      this.cursor(editor);
      const file = this.#shown.files.numberOf(editor.document.uri);
      if (file === undefined || this.#surroundings.sync() !== 'both') return;
      this.#say({ type: 'scroll', file, line: topOf(editor) });
    };
    if (this.#shown.files.numberOf(editor.document.uri) === undefined) this.#place = place;
    else place();
  }

  async #ask(has: number): Promise<PreviewUpdate | null> {
    const wanted = this.#wanted;
    if (wanted === undefined) return null;
    if (this.#client.state !== State.Running) throw new Error(l10n.t('Goldthread is not running.'));
    const params: PreviewParams = {
      uri: this.#asUri(this.#plan),
      panel: this.#id,
      ...wanted,
      has,
      pictures: pictures(this.#client, this.panel.webview),
      remotePictures: remotePictures(),
    };
    return this.#client.sendRequest<PreviewUpdate | null>(previewRequest, params);
  }

  #take(update: PreviewUpdate | null): void {
    if (this.#wanted === undefined) return;
    if (update === null) {
      this.#say({ type: 'nothing', words: l10n.t('There is no plan here to show.') });
      return;
    }
    const { version, files, problems } = update;
    this.#shown = {
      version,
      files: files === undefined ? this.#shown.files : new PlanFiles(files),
      problems: problems ?? this.#shown.problems,
    };
    const [root = this.#plan] = this.#shown.files.uris;
    this.panel.title = l10n.t('Preview {0}', root.path.replace(/^.*\//, ''));
    this.#say({ type: 'update', update, plan: this.#plan.toString(), locked: this.#locked });
    this.#place?.();
    this.#place = undefined;
  }

  #failed(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.#client.outputChannel.warn(`preview: ${words}`);
    this.#say({ type: 'nothing', words: l10n.t('The plan can’t be shown at the moment: {0}', words) });
  }

  async #receive(raw: unknown): Promise<void> {
    const message = readMessage(raw);
    try {
      if (message === undefined) this.#client.outputChannel.warn('preview: a message that no page sends was ignored');
      else await this.#do(message);
    } catch (error) {
      this.#client.outputChannel.warn(`preview: ${String(error)}`);
    }
  }

  async #do(message: FromPage): Promise<void> {
    const { files } = this.#shown;
    const beside = columnBeside(this.panel.viewColumn);
    switch (message.type) {
      case 'whole': {
        const { view, language, chosen, placed } = message;
        this.#wanted = { view, language, chosen };
        this.settings();
        if (!placed) this.#lookAround();
        return this.#pull.whole();
      }
      case 'choose':
        if (this.#wanted !== undefined) this.#wanted = { ...this.#wanted, chosen: message.chosen };
        return this.changed();
      case 'reveal':
        if (this.#surroundings.sync() === 'off') return undefined;
        return this.#follow.reveal(files, message.file, message.line, message.focus, beside);
      case 'scroll':
        if (this.#surroundings.sync() === 'both') this.#follow.scroll(files, message.file, message.line);
        return undefined;
      case 'locate':
        return this.#deeds.locate(message, this.#plan, files, beside);
      case 'mend':
        return this.#tell(await this.#deeds.mend(message, this.#shown));
      case 'toggle':
        return this.#tell(await this.#deeds.toggle(message, this.#plan));
      case 'explain':
        return this.#deeds.explain(message, this.#shown);
      case 'open':
        return this.#deeds.open(message);
      case 'print':
        return print(this.#surroundings.context, this.#client, files.uris[0] ?? this.#plan, this.#wanted?.language);
    }
  }

  /** Sends the page to where the text is, once there is something to scroll. */
  #lookAround(): void {
    const editor = window.visibleTextEditors.find(({ document }) => this.shows(document.uri));
    if (editor !== undefined) this.#place = () => this.lookedAt(editor);
  }

  #tell(words: string | undefined): void {
    if (words !== undefined) this.#say({ type: 'say', words });
  }

  #say(message: ToPage): void {
    if (this.#wanted !== undefined) void this.panel.webview.postMessage(message);
  }

  #close(): void {
    this.#wanted = undefined;
    this.#listeners.dispose();
    if (this.#client.state === State.Running) void this.#client.sendNotification(previewClosed, { panel: this.#id });
  }

  #asUri(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }
}
