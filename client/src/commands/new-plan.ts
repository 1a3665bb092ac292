import { l10n, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type NewPlanParams, newPlanRequest } from '../../../server/src/lsp/protocol.ts';
import { language } from '../client.ts';
import { unusedName } from '../files.ts';

/** Asks what a first plan is called, writes it to a new file in the folder given, or a folder of the workspace, and opens it. */
export const newPlan =
  (client: BaseLanguageClient) =>
  async (folder?: Uri): Promise<void> => {
    const params = await asked();
    if (params === undefined) return;
    const content = await client.sendRequest<string>(newPlanRequest, params);
    const place = folder instanceof Uri ? folder : await chosenFolder();
    const document =
      place === undefined
        ? await workspace.openTextDocument({ language, content })
        : await workspace.openTextDocument(await written(place, params.title, content));
    await window.showTextDocument(document);
  };

async function asked(): Promise<NewPlanParams | undefined> {
  const title = await ask(1, l10n.t('What is the plan called?'), l10n.t('Our Plan {0}', years().join('–')));
  if (title === undefined) return undefined;
  const organisation = await ask(2, l10n.t('Whose plan is it?'), l10n.t('Our Organisation'));
  if (organisation === undefined) return undefined;
  const [first, last] = years();
  const period = await ask(3, l10n.t('From when to when does it run?'), `${first}-04-01 to ${last}-03-31`, notPeriod);
  return period === undefined ? undefined : { title, organisation, period };
}

/** One question of three. The answer that is there already is selected, so that typing replaces it. */
async function ask(
  step: number,
  prompt: string,
  value: string,
  wrong?: (answer: string) => string | undefined,
): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('New plan ({0} of 3)', step),
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (answer) => (answer.trim() === '' ? l10n.t('Please type something.') : wrong?.(answer.trim())),
  });
  return answer?.trim();
}

/** The years in which a plan that is written now begins and ends: four years from the next first of April. */
function years(): [number, number] {
  const now = new Date();
  const first = now.getMonth() < 3 ? now.getFullYear() : now.getFullYear() + 1;
  return [first, first + 4];
}

function notPeriod(answer: string): string | undefined {
  return /^\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/.test(answer)
    ? undefined
    : l10n.t('Please write two dates with the year first, such as {0}.', '2026-04-01 to 2030-03-31');
}

/** The folder of the workspace to write to; undefined where there is none, or the writer chose none. */
async function chosenFolder(): Promise<Uri | undefined> {
  const folders: readonly WorkspaceFolder[] = workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  return folder?.uri;
}

/** Writes a plan to a new file that is named after its title, and gives that file. */
async function written(folder: Uri, title: string, content: string): Promise<Uri> {
  const slug = title
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const uri = await unusedName(folder, slug === '' ? 'plan' : slug, 'plan');
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(content) });
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('{0} could not be written.', uri.path));
  return uri;
}
