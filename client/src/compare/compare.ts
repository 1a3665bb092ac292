import { commands, Disposable, type ExtensionContext, l10n, Uri, ViewColumn, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { filesOfPlan, planInEditor } from '../editors.ts';
import { choosePast } from './choose.ts';
import { ComparePanel, type PageLinks } from './panel.ts';

/** The kind of panel, as the editor knows it. */
const viewType = 'goldthread.compare';

/** What links on a page ask for, with the number of the page and that of a place, or how it is to be told. No other command can be asked for there. */
const openCommand = 'goldthread.openCompared';
const tellCommand = 'goldthread.tellCompared';

/** The pages that show what changed: makes one, and opens what is clicked on it. */
export class Comparing {
  readonly #context: ExtensionContext;
  readonly #client: BaseLanguageClient;
  readonly #panels = new Map<number, ComparePanel>();
  #made = 0;

  constructor(context: ExtensionContext, client: BaseLanguageClient) {
    this.#context = context;
    this.#client = client;
  }

  /** Asks what a plan is to be compared with, and shows what has changed. The plan is that of the file given, of the preview, or of the text. */
  async compare(file: unknown, shown: Uri | undefined): Promise<void> {
    const plan = file instanceof Uri ? file : (shown ?? planInEditor());
    if (plan === undefined) {
      await window.showInformationMessage(l10n.t('Open a plan first: it is what will be compared.'));
      return;
    }
    try {
      const files = await filesOfPlan(this.#client, plan);
      const past = await choosePast(plan, files, (uri) => this.#client.code2ProtocolConverter.asUri(uri));
      if (past === undefined) return;
      const number = ++this.#made;
      const panel = window.createWebviewPanel(viewType, l10n.t('Changes in {0}', nameOf(plan)), ViewColumn.Beside, {
        enableScripts: false,
        enableForms: false,
        enableCommandUris: [openCommand, tellCommand],
        enableFindWidget: true,
        localResourceRoots: ['client/media', 'server/templates'].map((folder) =>
          Uri.joinPath(this.#context.extensionUri, folder),
        ),
      });
      panel.iconPath = Uri.joinPath(this.#context.extensionUri, 'client/media/plan-light.svg');
      const address = (command: string, what: unknown): string =>
        `command:${command}?${encodeURIComponent(JSON.stringify([number, what]))}`;
      const link: PageLinks = {
        place: (place) => address(openCommand, place),
        show: (shown) => address(tellCommand, shown),
      };
      const surroundings = { context: this.#context, client: this.#client };
      this.#panels.set(number, new ComparePanel(panel, surroundings, plan, past, link));
      panel.onDidDispose(() => this.#panels.delete(number));
    } catch (error) {
      this.#client.outputChannel.error(error instanceof Error ? error : String(error));
      await window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  listen(): Disposable {
    return Disposable.from(
      commands.registerCommand(openCommand, async (panel: unknown, place: unknown) => {
        if (typeof panel === 'number' && typeof place === 'number') await this.#panels.get(panel)?.open(place);
      }),
      commands.registerCommand(tellCommand, (panel: unknown, shown: unknown) => {
        if (typeof panel === 'number' && (shown === 'changes' || shown === 'document'))
          this.#panels.get(panel)?.tell(shown);
      }),
      { dispose: () => this.#close() },
    );
  }

  #close(): void {
    for (const { panel } of [...this.#panels.values()]) panel.dispose();
  }
}

const nameOf = ({ path }: Uri): string => path.replace(/^.*\//, '');
