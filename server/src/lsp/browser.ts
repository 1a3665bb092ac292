import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientFiles } from './client-files.ts';
import { handlers } from './handlers/index.ts';
import { serve } from './server.ts';
import { documentStyle, firstPlan, libraries } from './shipped-texts.ts';

/** The port through which the worker talks with the page, which is the worker itself. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

const waiting: (() => void)[] = [];
const turn = new MessageChannel();
turn.port1.addEventListener('message', () => waiting.shift()?.());
turn.port1.start();

/** Lets messages go first that came before; a timer would wait four milliseconds. */
const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    turn.port2.postMessage(undefined);
  });

// Serves the editor that started this worker.
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(port),
  new BrowserMessageWriter(port),
);
serve(connection, { ...clientFiles(connection), giveWay, libraries, firstPlan, documentStyle }, handlers);
