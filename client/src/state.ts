import { DiagnosticSeverity, Disposable, l10n, languages, StatusBarAlignment, type Uri, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type Counts, inWords } from './counts.ts';
import { filesOfPlan, isPlan, later } from './editors.ts';

/** Shows in the status bar, in words, how the plan stands that the writer has open; a click opens the problems. */
export function showState(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem('goldthread.state', StatusBarAlignment.Left);
  item.name = l10n.t('State of the Plan');

  const show = (icon: string, words: string, tooltip: string, command: string): void => {
    item.text = `$(${icon}) ${words}`;
    item.tooltip = tooltip;
    item.command = command;
    item.accessibilityInformation = { label: `${words}. ${tooltip}` };
    item.show();
  };

  let asked = 0;
  /** The plan that was looked at last: the focus may be in a panel that shows this very plan, and changes it. */
  let last: Uri | undefined;
  const update = later(client.outputChannel, async () => {
    const document = window.activeTextEditor?.document;
    if (document !== undefined) last = isPlan(document) ? document.uri : undefined;
    else if (window.visibleTextEditors.length === 0) last = undefined;
    if (last === undefined) {
      item.hide();
      return;
    }
    if (client.state !== State.Running) {
      const starts = client.state === State.Starting;
      if (starts) show('sync~spin', l10n.t('Reading Plans'), l10n.t('Goldthread is starting'), 'goldthread.showLog');
      else
        show('debug-disconnect', l10n.t('Not Checked'), l10n.t('Start Goldthread again'), 'goldthread.restartServer');
      return;
    }
    const turn = ++asked;
    const files = await filesOfPlan(client, last);
    if (turn !== asked) return;
    const counts = countIn(files);
    const found = inWords(counts);
    const tooltip = l10n.t('Show the problems of the workspace');
    const icon = counts.errors > 0 ? 'error' : found === undefined ? 'check' : 'warning';
    show(icon, found ?? l10n.t('Thread Unbroken'), tooltip, 'workbench.actions.view.problems');
  });

  return Disposable.from(
    item,
    update,
    window.onDidChangeActiveTextEditor(update.soon),
    languages.onDidChangeDiagnostics(update.soon),
    client.onDidChangeState(update.soon),
  );
}

function countIn(files: readonly Uri[]): Counts {
  const severities = files.flatMap((uri) => languages.getDiagnostics(uri)).map(({ severity }) => severity);
  const count = (severity: DiagnosticSeverity): number => severities.filter((each) => each === severity).length;
  return { errors: count(DiagnosticSeverity.Error), warnings: count(DiagnosticSeverity.Warning) };
}
