import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type DocumentDiagnosticReport,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { able, told } from '../../lsp/client.ts';

/** How a server is run, and how it is asked. */
export interface ServerCommand {
  /** What Node runs. */
  readonly args: readonly string[];
  /** True where diagnostics are asked for; else they come by themselves. */
  readonly pulls: boolean;
  readonly languageId: string;
  /** What the server gets as the user’s settings, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** So long is waited for an answer, in milliseconds. */
const PATIENCE = 120_000;

/** Milliseconds since the process began, with fractions. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** A server that runs, with a folder open. */
export class Session {
  readonly process: ChildProcess;
  /** When it was started. */
  readonly began: number;
  private readonly connection: MessageConnection;
  private readonly command: ServerCommand;
  private readonly folder: string | undefined;
  private version = 1;
  /** The number of the last diagnostics, which an editor sends when it asks again. */
  private resultId: string | undefined;
  private readonly told = new Map<string, (count: number) => void>();
  private readonly logged: ((message: string) => void)[] = [];

  constructor(command: ServerCommand, folder: string | undefined) {
    this.command = command;
    this.folder = folder;
    this.began = now();
    this.process = spawn(process.execPath, command.args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(folder === undefined ? {} : { cwd: folder }),
    });
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error('The server has no pipes');
    stdin.on('error', () => {});
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onError(() => {});
    this.connection.onRequest((method: string, params: unknown) =>
      method === 'workspace/configuration'
        ? (params as { items: { section?: string }[] }).items.map(
            ({ section }) => command.settings?.[section ?? ''] ?? {},
          )
        : null,
    );
    this.connection.onNotification((method: string, params: unknown) => {
      if (method === 'window/logMessage')
        for (const listener of this.logged) listener((params as { message: string }).message);
      if (method !== 'textDocument/publishDiagnostics') return;
      const { uri, diagnostics } = params as { uri: string; diagnostics: unknown[] };
      this.told.get(decodeURIComponent(uri))?.(diagnostics.length);
    });
    this.connection.listen();
  }

  async start(): Promise<void> {
    const rootUri = this.folder === undefined ? null : pathToFileURL(this.folder).href;
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: rootUri === null ? null : [{ uri: rootUri, name: 'bench' }],
      capabilities: this.command.pulls ? able : told,
    });
    await this.connection.sendNotification('initialized', {});
    if (this.command.settings) this.notify('workspace/didChangeConfiguration', { settings: this.command.settings });
  }

  /** Opens a file and waits for its first diagnostics; their number. */
  async open(path: string, text: string): Promise<number> {
    const uri = pathToFileURL(path).href;
    const answered = this.command.pulls ? undefined : this.nextTold(uri);
    const { languageId } = this.command;
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return this.answer(uri, answered);
  }

  /** Puts a text in the place of another and waits for the diagnostics; how long it took, in milliseconds. */
  async change(path: string, line: number, from: number, to: number, text: string): Promise<number> {
    const uri = pathToFileURL(path).href;
    const range = { start: { line, character: from }, end: { line, character: to } };
    const began = now();
    const answered = this.command.pulls ? undefined : this.nextTold(uri);
    this.notify('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [{ range, text }],
    });
    await this.answer(uri, answered);
    return now() - began;
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return patient(this.connection.sendRequest<Result>(method, params));
  }

  /** Waits until the server logs something. */
  logs(pattern: RegExp): Promise<void> {
    return patient(
      new Promise((resolve) => {
        this.logged.push((message) => {
          if (pattern.test(message)) resolve();
        });
      }),
    );
  }

  /** The memory that the process holds, in megabytes; on Linux only. */
  memory(): number {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** The processor time that the process has taken, in milliseconds; on Linux only, in steps of ten. */
  processorTime(): number {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return 10 * (Number(fields[11]) + Number(fields[12]));
  }

  /** Ends the server as an editor does; one that does not end is killed. */
  async end(): Promise<void> {
    const ended = once(this.process, 'exit');
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 2_000);
    this.connection.sendRequest('shutdown').then(
      () => this.connection.sendNotification('exit'),
      () => {},
    );
    await ended;
    clearTimeout(timer);
    this.connection.dispose();
  }

  private notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  private async answer(uri: string, answered: Promise<number> | undefined): Promise<number> {
    if (answered) return patient(answered);
    const params = { textDocument: { uri }, ...(this.resultId ? { previousResultId: this.resultId } : {}) };
    const { items, resultId } = await this.request<DocumentDiagnosticReport & { items?: unknown[] }>(
      'textDocument/diagnostic',
      params,
    );
    this.resultId = resultId;
    return items?.length ?? 0;
  }

  private nextTold(uri: string): Promise<number> {
    return new Promise((resolve) => this.told.set(decodeURIComponent(uri), resolve));
  }
}

async function patient<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
