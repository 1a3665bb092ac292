import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions, id, name } from './client.ts';
import { type Goldthread, start } from './start.ts';

/** The entry of the extension in a browser, where there are no processes: the server is a worker. */
export function activate(context: ExtensionContext): Promise<Goldthread> {
  const script = Uri.joinPath(context.extensionUri, 'server/dist/lsp.worker.js').toString(true);
  let worker: Worker | undefined;
  // The editor’s own kind of worker is not one that the library would know for a worker.
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, new LanguageClient(id, name, startWorker, clientOptions()));
}
