import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, id, name } from './client.ts';
import { type Goldthread, start } from './start.ts';

/** The entry of the extension in a browser, where there are no processes: the server is a worker. */
export function activate(context: ExtensionContext): Promise<Goldthread> {
  const script = Uri.joinPath(context.extensionUri, 'server/dist/lsp.worker.js').toString(true);
  let worker: Worker | undefined;
  const startWorker = async (): Promise<Worker> => {
    worker?.terminate();
    worker = new Worker(script);
    return worker;
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, new LanguageClient(id, name, startWorker, clientOptions()));
}
