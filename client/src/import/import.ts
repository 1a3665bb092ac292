import { type CancellationToken, type ExtensionContext, l10n, ProgressLocation, Uri, ViewColumn, window } from 'vscode';
import { type BaseLanguageClient, ProgressType, State } from 'vscode-languageclient';
import {
  type ImportAnswer,
  type ImportedPlan,
  type ImportFormat,
  type ImportParams,
  type ImportProgress,
  importFormatsRequest,
  importRequest,
} from '../../../server/src/lsp/import/protocol.ts';
import { writeFiles } from '../export/write.ts';
import { chooseDocument, isReadHere } from './choose.ts';
import { ImportPanel } from './panel.ts';
import { choosePlaces } from './places.ts';

/** The kind of panel, as the editor knows it. */
const viewType = 'goldthread.import';

/**
 * Makes a plan of a document: asks for the document, where none is given, and where the plan goes; writes it with its pictures, opens it,
 * and shows beside it the document as it was read.
 */
export const importDocument =
  (context: ExtensionContext, client: BaseLanguageClient) =>
  async (file?: unknown): Promise<void> => {
    try {
      await run(context, client, file);
    } catch (error) {
      client.outputChannel.error(error instanceof Error ? error : String(error));
      await window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };

async function run(context: ExtensionContext, client: BaseLanguageClient, file: unknown): Promise<void> {
  if (client.state !== State.Running) throw new Error(l10n.t('Goldthread is not running, so nothing can be imported.'));
  const formats = await client.sendRequest<ImportFormat[]>(importFormatsRequest);
  const document = file instanceof Uri ? file : await chooseDocument(formats);
  if (document === undefined || !(await isReadHere(document, formats))) return;
  const { imported, fault } = await read(client, document);
  if (fault !== undefined) {
    await window.showErrorMessage(fault);
    return;
  }
  if (imported === undefined) return;
  const places = await choosePlaces(document, imported);
  if (places === undefined) return;
  await writeFiles(places.files);
  const editor = await window.showTextDocument(places.plan, { viewColumn: ViewColumn.One, preview: false });
  open(context, client, document, imported, editor.document.uri);
}

/** Has the document read, with a notification that says how far it is and lets the writer stop it. */
function read(client: BaseLanguageClient, document: Uri): Thenable<ImportAnswer> {
  const notification = {
    location: ProgressLocation.Notification,
    title: l10n.t('Reading {0}', nameOf(document)),
    cancellable: true,
  };
  return window.withProgress(notification, async (progress, token) => {
    const name = crypto.randomUUID();
    let share = 0;
    const listening = client.onProgress(new ProgressType<ImportProgress>(), name, ({ done, all }) => {
      const now = all > 0 ? Math.min(100, Math.round((100 * done) / all)) : 0;
      if (now > share) progress.report({ message: `${now} %`, increment: now - share });
      share = Math.max(share, now);
    });
    try {
      const params: ImportParams = { uri: client.code2ProtocolConverter.asUri(document), progress: name };
      return await answer(client, params, token);
    } finally {
      listening.dispose();
    }
  });
}

/** What the server makes of the document; nothing where the writer has stopped it. */
async function answer(
  client: BaseLanguageClient,
  params: ImportParams,
  token: CancellationToken,
): Promise<ImportAnswer> {
  try {
    const found = await client.sendRequest<ImportAnswer | null>(importRequest, params, token);
    return found ?? { fault: l10n.t('The document could not be imported. “Goldthread: Show Log” says why.') };
  } catch (error) {
    if (token.isCancellationRequested) return {};
    throw error;
  }
}

/** Shows the document as it was read beside its plan. */
function open(
  context: ExtensionContext,
  client: BaseLanguageClient,
  document: Uri,
  { page }: ImportedPlan,
  plan: Uri,
): void {
  const name = nameOf(document);
  const panel = window.createWebviewPanel(
    viewType,
    l10n.t('{0}, as it was read', name),
    { viewColumn: ViewColumn.Two, preserveFocus: true },
    {
      enableScripts: true,
      enableForms: false,
      enableFindWidget: true,
      localResourceRoots: ['client/media', 'client/dist'].map((folder) => Uri.joinPath(context.extensionUri, folder)),
    },
  );
  context.subscriptions.push(panel);
  new ImportPanel(panel, { context, client }, { name, page, plan });
}

const nameOf = ({ path }: Uri): string => path.replace(/^.*\//, '');
