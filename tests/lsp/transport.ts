import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Handler } from '../../server/src/lsp/handler.ts';
import { serve } from '../../server/src/lsp/server.ts';
import type { Surroundings } from '../../server/src/lsp/surroundings.ts';

/** Both ends of a pipe to a server, as its client holds them. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** The process of the server, where it has one of its own. */
  readonly process?: ChildProcess;
  /** Ends the server without a word. */
  end(): Promise<void>;
}

/** A server in this process, over a pair of streams. */
export function serverHere(surroundings: Surroundings, handlers: readonly Handler[]): Transport {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)];
  serve(createConnection(ProposedFeatures.all, reader, writer), surroundings, handlers);
  return {
    reader: new StreamMessageReader(toClient),
    writer: new StreamMessageWriter(toServer),
    end: async () => {
      toServer.destroy();
      toClient.destroy();
    },
  };
}

const dist = join(import.meta.dirname, '../../server/dist');

/** How a server is started, by name: as an editor’s extension starts it, and as anybody else does. */
export const programs = {
  server: [join(dist, 'lsp.cjs'), '--stdio'],
  'command line': [join(dist, 'goldthread.js'), 'lsp', '--stdio'],
} as const;

/** A server in a process of its own, over its standard input and output. */
export function serverProcess(program: keyof typeof programs, flags: readonly string[] = []): Transport {
  const child = spawn(process.execPath, [...flags, ...programs[program]], { stdio: ['pipe', 'pipe', 'inherit'] });
  // What is written to a server that has ended goes nowhere.
  child.stdin.on('error', () => {});
  return {
    reader: new StreamMessageReader(child.stdout),
    writer: new StreamMessageWriter(child.stdin),
    process: child,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}
