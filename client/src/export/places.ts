import { type ExtensionContext, FileType, l10n, Uri, window, workspace } from 'vscode';
import { bytesOf } from '../../../server/src/documents/base64.ts';
import type { Exported, ExportedFile } from '../../../server/src/lsp/protocol.ts';
import { folderOf } from '../files.ts';
import { formatName } from './choose.ts';
import { isSame, keptOf } from './kept.ts';

/** A file that is to be written. */
export interface Place {
  readonly uri: Uri;
  readonly content: Uint8Array;
}

/** What is remembered of the last export in a workspace. */
const key = 'export.folder';

/** The folder that is offered for several files, as the command line has it. */
const usual = 'build';

/**
 * Asks where files go: for a single one as any program asks where to save, for several in which folder. What is there is replaced
 * only where the writer says so, what a plan is made of never. Undefined where nothing is to be written.
 */
export async function choosePlaces(
  context: ExtensionContext,
  plan: Uri,
  made: readonly Exported[],
): Promise<readonly Place[] | undefined> {
  const files = made.flatMap((one) => one.files ?? []);
  const [only] = files;
  const places = files.length === 1 && only ? await placeOf(context, plan, only) : await inFolder(context, plan, files);
  if (places === undefined) return undefined;
  const sources = made.flatMap((one) => one.sources).map((source) => Uri.parse(source));
  const refused = keptOf(
    places.map(({ uri }) => uri),
    sources,
  );
  if (refused === undefined) return places;
  const words = l10n.t(
    '{0} belongs to a plan, and is not written over. Export again, to another place.',
    nameOf(refused),
  );
  await window.showErrorMessage(words);
  return undefined;
}

/** Where a single file goes. */
async function placeOf(
  { workspaceState }: ExtensionContext,
  plan: Uri,
  file: ExportedFile,
): Promise<readonly Place[] | undefined> {
  const folder = remembered(workspaceState.get(key)) ?? homeOf(plan);
  const ending = file.name.replace(/^.*\./, '');
  const uri = await window.showSaveDialog({
    title: l10n.t('Export'),
    saveLabel: l10n.t('Export'),
    ...(folder && { defaultUri: Uri.joinPath(folder, file.name.replace(/^.*\//, '')) }),
    filters: { [formatName(ending)]: [ending] },
  });
  if (uri === undefined) return undefined;
  await workspaceState.update(key, folderOf(uri).toString());
  return [{ uri, content: contentOf(file) }];
}

/** Where several files go. */
async function inFolder(
  { workspaceState }: ExtensionContext,
  plan: Uri,
  files: readonly ExportedFile[],
): Promise<readonly Place[] | undefined> {
  const folder = await chosenFolder(plan, remembered(workspaceState.get(key)));
  if (folder === undefined) return undefined;
  const places = files.map((file) => ({ uri: Uri.joinPath(folder, file.name), content: contentOf(file) }));
  const there: string[] = [];
  for (const { uri } of places) if (await isThere(uri)) there.push(nameOf(uri));
  if (there.length > 0 && !(await isToBeReplaced(there))) return undefined;
  await workspaceState.update(key, folder.toString());
  return places;
}

async function chosenFolder(plan: Uri, last: Uri | undefined): Promise<Uri | undefined> {
  const around = homeOf(plan);
  const home = around && Uri.joinPath(around, usual);
  const folders = [...(last === undefined || (home && isSame(last, home)) ? [] : [last]), ...(home ? [home] : [])];
  const items = folders.map((uri) => ({
    label: workspace.asRelativePath(uri),
    detail: uri === home ? l10n.t('A folder for documents, beside the plans') : l10n.t('As the last time'),
    uri,
  }));
  const other = { label: l10n.t('Another folder…'), detail: '', uri: undefined };
  const picked = await window.showQuickPick([...items, other], { placeHolder: l10n.t('In which folder?') });
  if (picked === undefined || picked.uri !== undefined) return picked?.uri;
  const [chosen] =
    (await window.showOpenDialog({
      title: l10n.t('Export'),
      openLabel: l10n.t('Export Here'),
      canSelectFolders: true,
      canSelectFiles: false,
      ...(around && { defaultUri: around }),
    })) ?? [];
  return chosen;
}

/** True where the writer wants files to be replaced. */
export async function isToBeReplaced(names: readonly string[]): Promise<boolean> {
  const replace = l10n.t('Replace');
  const words =
    names.length === 1
      ? l10n.t('{0} is there already. Replace it?', names.join())
      : l10n.t('{0} of these files are there already. Replace them?', names.length);
  const detail = names.length === 1 ? '' : names.join('\n');
  return (await window.showWarningMessage(words, { modal: true, detail }, replace)) === replace;
}

/** True where there is something with this address. */
export async function isThere(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}

/** The folder of the workspace that a plan is in; else its own. One that was never saved has the first of the workspace, if there is any. */
function homeOf(plan: Uri): Uri | undefined {
  const [first] = workspace.workspaceFolders ?? [];
  return plan.scheme === 'untitled' ? first?.uri : (workspace.getWorkspaceFolder(plan)?.uri ?? folderOf(plan));
}

const remembered = (folder: unknown): Uri | undefined => (typeof folder === 'string' ? Uri.parse(folder) : undefined);

const nameOf = ({ path }: Uri): string => path.replace(/^.*\//, '');

const contentOf = ({ text, base64 }: ExportedFile): Uint8Array =>
  base64 === undefined ? new TextEncoder().encode(text) : bytesOf(base64);
