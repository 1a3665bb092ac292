import { commands, type ExtensionContext, l10n, type Uri, ViewColumn, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkWorkspace } from './commands/check-workspace.ts';
import { explain } from './commands/explain.ts';
import { newPlan } from './commands/new-plan.ts';
import { restartServer } from './commands/restart-server.ts';
import { showReferences } from './commands/show-references.ts';
import { Comparing } from './compare/compare.ts';
import { exportPlan } from './export/export.ts';
import { importDocument } from './import/import.ts';
import { registerPaste } from './paste.ts';
import { registerPictures } from './pictures.ts';
import { Previews } from './preview/previews.ts';
import { answerServer } from './server-files.ts';
import { showState } from './state.ts';
import { showThread } from './thread-view.ts';

/** What the extension gives to those who ask for it: its tests. */
export interface Goldthread {
  readonly client: BaseLanguageClient;
}

/** What the extension does in every host, given the client of this one. */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<Goldthread> {
  const previews = new Previews(context, client);
  const comparing = new Comparing(context, client);
  const all: Record<string, (...args: never[]) => unknown> = {
    'goldthread.newPlan': newPlan(client),
    'goldthread.checkWorkspace': checkWorkspace(client),
    'goldthread.format': () => commands.executeCommand('editor.action.formatDocument'),
    'goldthread.showThread': () => commands.executeCommand('goldthread.thread.focus'),
    'goldthread.explain': explain,
    'goldthread.openPreview': (plan?: Uri) => previews.open(plan, ViewColumn.Active),
    'goldthread.openPreviewToSide': (plan?: Uri) => previews.open(plan, ViewColumn.Beside),
    'goldthread.export': exportPlan(context, client, () => previews.shown),
    'goldthread.import': importDocument(context, client),
    'goldthread.compare': (file?: unknown) => comparing.compare(file, previews.shown?.plan),
    'goldthread.lockPreview': () => previews.lock(),
    'goldthread.showSource': () => previews.source(),
    'goldthread.restartServer': restartServer(client),
    'goldthread.showLog': () => client.outputChannel.show(),
    'goldthread.showReferences': showReferences(client),
  };
  context.subscriptions.push(
    ...Object.entries(all).map(([name, run]) => commands.registerCommand(name, run)),
    registerPaste(client),
    registerPictures(client),
    answerServer(context, client),
    showState(client),
    showThread(client),
    previews.listen(),
    comparing.listen(),
    client,
    client.outputChannel,
  );
  try {
    await client.start();
  } catch (error) {
    // The commands stay: one of them shows the log, another tries again.
    client.outputChannel.error(String(error));
    void window.showErrorMessage(
      l10n.t('Goldthread could not start, so plans are not checked. “Goldthread: Show Log” says what happened.'),
    );
  }
  return { client };
}
