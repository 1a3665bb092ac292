import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, id, name } from './client.ts';
import { type Goldthread, start } from './start.ts';

/** The entry of the extension where there is Node: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<Goldthread> {
  const server = { module: context.asAbsolutePath('server/dist/lsp.cjs'), transport: TransportKind.ipc };
  return start(context, new LanguageClient(id, name, server, clientOptions()));
}
