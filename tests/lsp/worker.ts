import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver/node';
import type { Transport } from './transport.ts';

/** The server as it is bundled for a browser. */
export const bundle = join(import.meta.dirname, '../../server/dist/lsp.worker.js');

/** What the global object of a worker in a browser has, as far as the server may need it: nothing of Node is among it. */
interface WorkerScope {
  onmessage?: (event: { readonly data: unknown }) => void;
  [name: string]: unknown;
}

class Reader extends AbstractMessageReader {
  callback: DataCallback | undefined;
  listen(callback: DataCallback): Disposable {
    this.callback = callback;
    return { dispose: () => {} };
  }
}

class Writer extends AbstractMessageWriter {
  private readonly scope: WorkerScope;
  constructor(scope: WorkerScope) {
    super();
    this.scope = scope;
  }
  async write(message: Message): Promise<void> {
    const data = structuredClone(message);
    setImmediate(() => this.scope.onmessage?.({ data }));
  }
  end(): void {}
}

/** The server for a browser, in a realm that has as little as a worker there. */
export function serverWorker(): Transport {
  const channels: InstanceType<typeof MessageChannel>[] = [];
  class Channel extends MessageChannel {
    constructor() {
      super();
      channels.push(this);
    }
  }
  const reader = new Reader();
  const scope: WorkerScope = {
    postMessage: (message: Message) => {
      const data = structuredClone(message);
      setImmediate(() => reader.callback?.(data));
    },
    addEventListener: () => {},
    MessageChannel: Channel,
    ...{
      AbortController,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      performance,
      console,
      URL,
      TextDecoder,
      TextEncoder,
      atob,
      btoa,
    },
  };
  const run = (filename: string): unknown =>
    new Script(readFileSync(filename, 'utf8'), { filename }).runInContext(scope);
  scope.importScripts = run;
  scope.self = createContext(scope);
  run(bundle);
  return {
    reader,
    writer: new Writer(scope),
    end: async () => {
      for (const { port1, port2 } of channels) {
        port1.close();
        port2.close();
      }
    },
  };
}
