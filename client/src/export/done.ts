import { commands, env, type LogOutputChannel, l10n, UIKind, type Uri, window, workspace } from 'vscode';

/** The files that other programs show better than the editor. */
const forPrograms = /\.(?:html|docx|pdf|xlsx|csv|svg)$/i;

/** The files that the editor shows as text. */
const asText = /\.(?:md|json|mmd|xml|csv|svg)$/i;

/** What became of an export. */
export interface Done {
  readonly title: string;
  /** The files that are written. */
  readonly files: readonly Uri[];
  /** Why formats are not among them: sentences. */
  readonly failed: readonly string[];
  /** What those who asked should know: sentences. */
  readonly remarks: readonly string[];
}

/** Says that files are written, and offers to open them and to show where they are. What those who asked should know goes to the log. */
export async function sayDone(log: LogOutputChannel, { title, files, failed, remarks }: Done): Promise<void> {
  for (const remark of remarks) log.info(`${title}: ${remark}`);
  const [first] = files;
  if (first === undefined) return;
  const openable = files.filter(canOpen);
  const open = openable.length > 1 ? l10n.t('Open…') : l10n.t('Open');
  const show = isOnThisComputer(first) ? l10n.t('Show in Folder') : l10n.t('Show in Explorer');
  const notes = l10n.t('Show Remarks');
  const buttons = [
    ...(openable.length > 0 ? [open] : []),
    ...(isOnThisComputer(first) || workspace.getWorkspaceFolder(first) ? [show] : []),
    ...(remarks.length > 0 ? [notes] : []),
  ];
  const say = failed.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  const chosen = await say([words(files, remarks.length), ...failed].join(' '), ...buttons);
  if (chosen === open) await openOne(openable);
  if (chosen === notes) log.show();
  if (chosen === show)
    await commands.executeCommand(isOnThisComputer(first) ? 'revealFileInOS' : 'revealInExplorer', first);
}

function words(files: readonly Uri[], remarks: number): string {
  const [first] = files;
  const what =
    files.length === 1 && first
      ? l10n.t('Exported: {0}.', workspace.asRelativePath(first))
      : l10n.t('Exported: {0} files.', files.length);
  if (remarks === 0) return what;
  return `${what} ${remarks === 1 ? l10n.t('There is 1 remark.') : l10n.t('There are {0} remarks.', remarks)}`;
}

/** Opens a file, the one that the writer chooses where there are several: in the program for it, or as text. */
async function openOne(files: readonly Uri[]): Promise<void> {
  const items = files.map((uri) => ({ label: uri.path.replace(/^.*\//, ''), uri }));
  const picked =
    items.length > 1 ? await window.showQuickPick(items, { placeHolder: l10n.t('Open which file?') }) : items[0];
  if (picked === undefined) return;
  if (forPrograms.test(picked.uri.path) && isOnThisComputer(picked.uri)) await env.openExternal(picked.uri);
  else await commands.executeCommand('vscode.open', picked.uri);
}

const canOpen = (uri: Uri): boolean => isOnThisComputer(uri) || asText.test(uri.path);

/** True where the programs of the computer on which the window is can open a file. */
const isOnThisComputer = ({ scheme }: Uri): boolean =>
  scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
