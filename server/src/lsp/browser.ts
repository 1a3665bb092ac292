import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { FormatFault } from '../documents/format-fault.ts';
import { clientFiles } from './client-files.ts';
import { handlers } from './handlers/index.ts';
import { scriptRequest } from './protocol.ts';
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

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(port),
  new BrowserMessageWriter(port),
);

/** What a worker has, and what the scripts of the server leave there for one another. */
const scope = globalThis as unknown as {
  importScripts(address: string): void;
  /** What each script gives, by its name. */
  goldthreadScripts?: Readonly<Record<string, unknown>>;
  goldthreadScript(name: string): Promise<unknown>;
};
scope.goldthreadScript = async (name) => {
  try {
    if (!scope.goldthreadScripts?.[name])
      scope.importScripts(await connection.sendRequest<string>(scriptRequest, { name }));
    return scope.goldthreadScripts?.[name];
  } catch (error) {
    connection.console.error(`${name}: ${String(error)}`);
    throw new FormatFault('A part of Goldthread that this takes could not be loaded. Is there a network?', {
      cause: error,
    });
  }
};

// Serves the editor that started this worker.
serve(
  connection,
  { ...clientFiles(connection), readsPdf: false, giveWay, libraries, firstPlan, documentStyle },
  handlers,
);
