import { type ExtensionContext, env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PageParams, pageRequest } from '../../../server/src/lsp/protocol.ts';

/**
 * Makes a page of the whole plan, by its root file, that can be printed. A page in an editor cannot print: VS Code lets none open a dialog. So the
 * document is opened in the browser, as a file in the extension’s own storage; where the browser has no access to that, a file is saved.
 */
export async function print(
  context: ExtensionContext,
  client: BaseLanguageClient,
  root: Uri,
  language: string | undefined,
): Promise<void> {
  const params: PageParams = { uri: client.code2ProtocolConverter.asUri(root), language };
  const page = await client.sendRequest<string | null>(pageRequest, params);
  if (page === null) return;
  const content = new TextEncoder().encode(page);
  const name = `${root.path.replace(/^.*\//, '').replace(/\.plan$/, '')}.html`;
  if (env.uiKind === UIKind.Desktop && env.remoteName === undefined) {
    await workspace.fs.createDirectory(context.globalStorageUri);
    const file = Uri.joinPath(context.globalStorageUri, name);
    await workspace.fs.writeFile(file, content);
    await env.openExternal(file);
    return;
  }
  const [folder] = workspace.workspaceFolders ?? [];
  const file = await window.showSaveDialog({
    title: l10n.t('Save the page to print it from a browser'),
    filters: { HTML: ['html'] },
    ...(folder && { defaultUri: Uri.joinPath(folder.uri, name) }),
  });
  if (file !== undefined) await workspace.fs.writeFile(file, content);
}
