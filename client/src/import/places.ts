import { l10n, RelativePattern, Uri, window, workspace } from 'vscode';
import { bytesOf } from '../../../server/src/documents/base64.ts';
import type { ImportedPlan } from '../../../server/src/lsp/import/protocol.ts';
import { planInEditor } from '../editors.ts';
import { isSame } from '../export/kept.ts';
import { isThere, isToBeReplaced, type Place } from '../export/places.ts';
import { folderOf, unusedName } from '../files.ts';

/** Where a plan and what belongs to it go. */
export interface ImportPlaces {
  readonly plan: Uri;
  readonly files: readonly Place[];
}

/** Folders in which plans of the workspace are not looked for: they hold what others wrote. */
const unwanted = '**/{node_modules,.git}/**';

/**
 * Asks where a plan goes that was made of a document; its pictures go to folders beside it. What is there is replaced only where the
 * writer says so, the document never. Undefined where nothing is to be written.
 */
export async function choosePlaces(document: Uri, imported: ImportedPlan): Promise<ImportPlaces | undefined> {
  const folder = await homeFor(document);
  const chosen = await window.showSaveDialog({
    title: l10n.t('Save the plan'),
    saveLabel: l10n.t('Save Plan'),
    defaultUri: await unusedName(folder, imported.name, 'plan'),
    filters: { [l10n.t('Plan')]: ['plan'] },
  });
  if (chosen === undefined) return undefined;
  const isNamed = /\.plan$/i.test(chosen.path);
  const plan = isNamed ? chosen : chosen.with({ path: `${chosen.path}.plan` });
  if (isUnsaved(plan)) {
    const words = l10n.t('{0} is open and not saved. Save it first, or choose another name.', nameOf(plan));
    await window.showErrorMessage(words);
    return undefined;
  }
  const strange = imported.pictures.find(({ path }) => !isBelow(path));
  if (strange !== undefined) throw new Error(l10n.t('“{0}” is no name for a picture beside a plan.', strange.path));
  const pictures = imported.pictures.map(({ path, base64 }) => ({
    uri: Uri.joinPath(folderOf(plan), path),
    content: bytesOf(base64),
  }));
  const news: Place[] = [];
  for (const picture of pictures) if (!(await isWritten(picture))) news.push(picture);
  // The dialog has asked already about the name that was chosen in it.
  const asked = isNamed ? news.map(({ uri }) => uri) : [plan, ...news.map(({ uri }) => uri)];
  const there: string[] = [];
  for (const uri of asked) if (await isThere(uri)) there.push(nameOf(uri));
  if (there.length > 0 && !(await isToBeReplaced(there))) return undefined;
  return { plan, files: [...news, { uri: plan, content: new TextEncoder().encode(imported.text) }] };
}

/** Where the plans of the workspace are: the folder of the one in the editor, else of the first that there is, else the workspace; without one that of the document. */
async function homeFor(document: Uri): Promise<Uri> {
  const open = planInEditor();
  if (open !== undefined && open.scheme !== 'untitled') return folderOf(open);
  const home = workspace.getWorkspaceFolder(document) ?? workspace.workspaceFolders?.[0];
  if (home === undefined) return folderOf(document);
  const [first] = await workspace.findFiles(new RelativePattern(home, '**/*.plan'), unwanted, 1);
  return first === undefined ? home.uri : folderOf(first);
}

/** True for a path that leads down from a folder, by names that every system takes for names. */
const isBelow = (path: string): boolean =>
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\p{Cc}]/u.test(part));

const isUnsaved = (uri: Uri): boolean =>
  workspace.textDocuments.some((document) => document.isDirty && isSame(document.uri, uri));

/** True where a file has its content already: pictures that several plans share. */
async function isWritten({ uri, content }: Place): Promise<boolean> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size !== content.length) return false;
    const there = await workspace.fs.readFile(uri);
    return there.every((byte, index) => byte === content[index]);
  } catch {
    return false;
  }
}

const nameOf = ({ path }: Uri): string => path.replace(/^.*\//, '');
