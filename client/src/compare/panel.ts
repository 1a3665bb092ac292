import {
  CancellationTokenSource,
  Disposable,
  type ExtensionContext,
  l10n,
  Selection,
  TextEditorRevealType,
  Uri,
  type WebviewPanel,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type ComparedPlace,
  type CompareParams,
  type Comparison,
  compareRequest,
  type Shown,
} from '../../../server/src/lsp/compare/protocol.ts';
import { threadChanged } from '../../../server/src/lsp/protocol.ts';
import { filesOfPlan, later } from '../editors.ts';
import { columnBeside } from '../preview/follow.ts';
import type { Past } from './past.ts';
import { type CompareShell, compareShell } from './shell.ts';

/** Milliseconds without a change after which the page is made again: the whole document takes longer. */
const pauses: Readonly<Record<Shown, number>> = { changes: 400, document: 1_500 };

/** The addresses of commands that a page may ask for. */
export interface PageLinks {
  /** Opens a place of it. */
  place(number: number): string;
  /** Has the changes told in this way. */
  show(shown: Shown): string;
}

/** A page that shows what changed in a plan since another state of it, and goes on doing so. */
export class ComparePanel {
  readonly panel: WebviewPanel;
  readonly #context: ExtensionContext;
  readonly #client: BaseLanguageClient;
  readonly #plan: Uri;
  readonly #past: Past;
  readonly #link: PageLinks;
  readonly #refresh;
  #places: readonly ComparedPlace[] = [];
  #asking: CancellationTokenSource | undefined;
  #shown: Shown = 'changes';
  #isStale = false;

  constructor(
    panel: WebviewPanel,
    { context, client }: { readonly context: ExtensionContext; readonly client: BaseLanguageClient },
    plan: Uri,
    past: Past,
    link: PageLinks,
  ) {
    this.panel = panel;
    this.#context = context;
    this.#client = client;
    this.#plan = plan;
    this.#past = past;
    this.#link = link;
    this.#refresh = later(
      client.outputChannel,
      () => this.#show(),
      () => pauses[this.#shown],
    );
    const changed = (): void => {
      this.#isStale = true;
      if (panel.visible) this.#refresh.soon();
    };
    const listening = Disposable.from(
      client.onNotification(threadChanged, changed),
      client.onDidChangeState(changed),
      past.onChanged(changed),
      panel.onDidChangeViewState(() => {
        if (panel.visible && this.#isStale) this.#refresh.soon();
      }),
    );
    panel.onDidDispose(() => {
      this.#asking?.cancel();
      Disposable.from(listening, this.#refresh, past).dispose();
    });
    this.#write({ words: l10n.t('Comparing…') });
    void this.#show();
  }

  /** Tells the changes in another way. */
  tell(shown: Shown): void {
    this.#shown = shown;
    void this.#show();
  }

  /** Opens the place of a link: in the text, or, for what is gone, in what the plan is compared with. */
  async open(number: number): Promise<void> {
    const place = this.#places[number];
    if (place === undefined) return;
    const uri = Uri.parse(place.uri);
    const address = place.isBefore ? this.#past.address(uri) : uri;
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === address.toString());
    const editor = await window.showTextDocument(address, {
      viewColumn: shown?.viewColumn ?? columnBeside(this.panel.viewColumn),
    });
    const { document } = editor;
    const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(Math.min(place.line, document.lineCount - 1));
    const start = range.start.with({ character: firstNonWhitespaceCharacterIndex });
    editor.selection = new Selection(start, start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #show(): Promise<void> {
    this.#isStale = false;
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    try {
      const found = await this.#ask(asking);
      if (asking.token.isCancellationRequested) return;
      this.#places = found?.places ?? [];
      if (found === undefined) this.#write({ words: l10n.t('There is nothing here to compare.') });
      else if (found.isSame) this.#write({ words: l10n.t('Nothing in the plan has changed.') }, found.title);
      else this.#write({ html: found.html }, found.title);
    } catch (error) {
      if (asking.token.isCancellationRequested) return;
      const words = error instanceof Error ? error.message : String(error);
      this.#client.outputChannel.warn(`compare: ${words}`);
      this.#write({ words: l10n.t('The plan can’t be compared at the moment: {0}', words) });
    } finally {
      asking.dispose();
    }
  }

  async #ask({ token }: CancellationTokenSource): Promise<Comparison | undefined> {
    if (this.#client.state !== State.Running) throw new Error(l10n.t('Goldthread is not running.'));
    const before = await this.#past.before(await filesOfPlan(this.#client, this.#plan));
    if (before === undefined || token.isCancellationRequested) return undefined;
    const params: CompareParams = {
      uri: this.#client.code2ProtocolConverter.asUri(this.#plan),
      before,
      shown: this.#shown,
    };
    return (await this.#client.sendRequest<Comparison | null>(compareRequest, params, token)) ?? undefined;
  }

  #write(content: CompareShell['content'], title = this.#plan.path.replace(/^.*\//, '')): void {
    const { webview } = this.panel;
    const style = (path: string): string =>
      webview.asWebviewUri(Uri.joinPath(this.#context.extensionUri, path)).toString();
    const way = (shown: Shown, words: string) => ({
      words,
      address: shown === this.#shown ? undefined : this.#link.show(shown),
    });
    const html = compareShell({
      title,
      said: l10n.t('What has changed since {0}', this.#past.name),
      content,
      source: webview.cspSource,
      styles: ['server/templates/document.css', 'client/media/compare.css'].map(style),
      ways: [way('changes', l10n.t('What changed')), way('document', l10n.t('In the whole document'))],
      place: (number) => this.#link.place(number),
    });
    if (html !== webview.html) webview.html = html;
  }
}
