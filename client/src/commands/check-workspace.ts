import { commands, l10n, ProgressLocation, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckSummary, checkRequest } from '../../../server/src/lsp/protocol.ts';
import { inWords } from '../counts.ts';

/** Checks every plan of the workspace and says what came of it. */
export const checkWorkspace = (client: BaseLanguageClient) => async (): Promise<void> => {
  const summary = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Goldthread checks every plan of the workspace') },
    () => client.sendRequest<CheckSummary>(checkRequest, {}),
  );
  if (summary.files === 0) {
    await window.showInformationMessage(l10n.t('There are no plans in this workspace: no file ends in “.plan”.'));
    return;
  }
  const files = summary.files === 1 ? l10n.t('1 file') : l10n.t('{0} files', summary.files);
  const found = inWords(summary);
  if (found === undefined) {
    await window.showInformationMessage(l10n.t('{0} checked: thread unbroken.', files));
    return;
  }
  const show = l10n.t('Show Problems');
  const say = summary.errors > 0 ? window.showErrorMessage : window.showWarningMessage;
  if ((await say(l10n.t('{0} checked: {1}.', files, found), show)) === show) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
};
