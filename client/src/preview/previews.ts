import {
  Disposable,
  type ExtensionContext,
  l10n,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, DidChangeTextDocumentNotification, State } from 'vscode-languageclient';
import { previewChanged } from '../../../server/src/lsp/protocol.ts';
import { isPlan } from '../editors.ts';
import type { Sync } from './messages.ts';
import { PreviewPanel, viewType } from './panel.ts';
import { readState } from './read-state.ts';
import { roots } from './resources.ts';

/** The previews of a window: opens them, keeps them up to date, and lets one that is not locked follow the writer from plan to plan. */
export class Previews {
  readonly #context: ExtensionContext;
  readonly #client: BaseLanguageClient;
  readonly #panels = new Set<PreviewPanel>();

  constructor(context: ExtensionContext, client: BaseLanguageClient) {
    this.#context = context;
    this.#client = client;
  }

  /** Opens the preview of a plan; one that is not locked is used again. */
  open(plan: Uri | undefined, column: ViewColumn): void {
    const uri = plan ?? planEditor()?.document.uri;
    if (uri === undefined) return;
    const there =
      this.#all().find((panel) => !panel.locked) ?? this.#all().find((panel) => panel.locked && panel.shows(uri));
    if (there !== undefined) {
      if (!there.shows(uri)) there.show(uri);
      there.panel.reveal(undefined, column === ViewColumn.Beside);
      return;
    }
    const where = { viewColumn: column, preserveFocus: column === ViewColumn.Beside };
    const options = { enableFindWidget: true };
    this.#add(window.createWebviewPanel(viewType, l10n.t('Preview'), where, options), uri, false);
  }

  /** Lets the preview that has the focus stay with its plan, or follow again. */
  lock(): void {
    const panel = this.#active();
    panel?.lock(!panel.locked);
  }

  /** The plan that is shown by the preview that has the focus, and the language that the reader has chosen; undefined where none has. */
  get shown(): { readonly plan: Uri; readonly language: string | undefined } | undefined {
    return this.#active();
  }

  /** Goes from the preview that has the focus to the text. */
  async source(): Promise<void> {
    const panel = this.#active();
    if (panel === undefined) return;
    const shown = window.visibleTextEditors.find(({ document }) => panel.shows(document.uri));
    await window.showTextDocument(shown?.document ?? (await workspace.openTextDocument(panel.plan)), {
      viewColumn: shown?.viewColumn ?? ViewColumn.Active,
    });
  }

  /** Everything that may change a page, and what brings previews back when the window is opened again. */
  listen(): Disposable {
    const client = this.#client;
    const changes = client.getFeature(DidChangeTextDocumentNotification.method);
    return Disposable.from(
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, raw) => {
          const { plan, locked } = readState(raw);
          const uri =
            plan === ''
              ? window.visibleTextEditors.find(({ document }) => isPlan(document))?.document.uri
              : Uri.parse(plan);
          if (uri === undefined) panel.dispose();
          else this.#add(panel, uri, locked);
        },
      }),
      // The server is told of a change first, and then asked; in the same turn, since the writer waits.
      changes.onAboutToSendNotification(({ textDocument }) =>
        queueMicrotask(() => this.#each((panel) => panel.shows(textDocument.uri) && panel.changed())),
      ),
      client.onNotification(previewChanged, () => this.#each((panel) => panel.changed())),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#each((panel) => panel.whole());
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#each((panel) => panel.scrolled(textEditor))),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#each((panel) => panel.cursor(textEditor))),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('goldthread.preview.remotePictures')) this.#each((panel) => panel.reload());
        if (change.affectsConfiguration('goldthread.preview')) this.#each((panel) => panel.settings());
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.#each((panel) => panel.reload())),
      workspace.onDidChangeWorkspaceFolders(() => this.#each((panel) => panel.reload())),
    );
  }

  #add(panel: WebviewPanel, plan: Uri, locked: boolean): void {
    panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: roots(this.#context) };
    const added = new PreviewPanel(panel, plan, locked, { context: this.#context, client: this.#client, sync });
    this.#panels.add(added);
    panel.onDidDispose(() => this.#panels.delete(added));
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor === undefined || !isPlan(editor.document)) return;
    this.#each((panel) => {
      if (!panel.locked && !panel.shows(editor.document.uri)) panel.show(editor.document.uri);
      panel.lookedAt(editor);
    });
  }

  #active(): PreviewPanel | undefined {
    return this.#all().find(({ panel }) => panel.active);
  }

  #all(): PreviewPanel[] {
    return [...this.#panels];
  }

  #each(tell: (panel: PreviewPanel) => unknown): void {
    for (const panel of this.#all()) tell(panel);
  }
}

/** How page and text move one another, by the settings. */
function sync(): Sync {
  const chosen = workspace.getConfiguration('goldthread').get('preview.sync');
  return chosen === 'off' || chosen === 'click' ? chosen : 'both';
}

/** The editor that has the focus, where it shows a plan. */
function planEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor !== undefined && isPlan(editor.document) ? editor : undefined;
}
