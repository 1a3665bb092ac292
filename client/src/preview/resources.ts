import { type Uri as Address, type ExtensionContext, Uri, type Webview, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PreviewParams } from '../../../server/src/lsp/protocol.ts';

/** The folders that a page may load from: pictures from those of the workspace, and what the extension itself brings. */
export function roots(context: ExtensionContext): Address[] {
  const own = ['client/media', 'client/dist', 'server/templates'];
  const folders = workspace.workspaceFolders ?? [];
  return [...own.map((folder) => Uri.joinPath(context.extensionUri, folder)), ...folders.map(({ uri }) => uri)];
}

/** The addresses of a page’s own files. */
export function ownFiles(context: ExtensionContext, webview: Webview): { styles: string[]; script: string } {
  const address = (path: string): string => webview.asWebviewUri(Uri.joinPath(context.extensionUri, path)).toString();
  return {
    styles: [address('server/templates/document.css'), address('client/media/preview.css')],
    script: address('client/dist/preview.js'),
  };
}

/** How a page loads the pictures of each folder of the workspace. */
export const pictures = (client: BaseLanguageClient, webview: Webview): PreviewParams['pictures'] =>
  (workspace.workspaceFolders ?? []).map(({ uri }) => ({
    folder: client.code2ProtocolConverter.asUri(uri),
    base: `${webview.asWebviewUri(uri).toString().replace(/\/$/, '')}/`,
  }));

/** True where pictures from elsewhere are loaded: in a workspace that is trusted, if the setting says so. To load one tells its owner who reads. */
export const remotePictures = (): boolean =>
  workspace.isTrusted && workspace.getConfiguration('goldthread').get('preview.remotePictures') === true;
