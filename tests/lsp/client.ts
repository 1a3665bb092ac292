import type { ChildProcess } from 'node:child_process';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { pathOf, uriOf } from '../../server/src/lsp/paths.ts';
import { offsetAt } from '../helpers/apply.ts';
import { MARK } from '../helpers/editor.ts';
import type { Transport } from './transport.ts';

/** What a client of every feature says that it can do. */
export const able: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    textDocumentContent: {},
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      resolveSupport: { properties: ['edit'] },
    },
    callHierarchy: {},
  },
  window: { workDoneProgress: true },
};

/** The same for a client that has to be told of diagnostics. */
export const told: ClientCapabilities = {
  ...able,
  workspace: { ...able.workspace, diagnostics: {} },
  textDocument: withoutPull(able.textDocument ?? {}),
};

function withoutPull({ diagnostic: _, ...rest }: NonNullable<ClientCapabilities['textDocument']>) {
  return rest;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** What the client answers when it is asked for the settings under `goldthread`. */
  readonly settings?: unknown;
  /** The folders that the client has open, as paths. */
  readonly folders?: readonly string[];
  readonly initialize?: Partial<InitializeParams>;
}

/** A request that the server made of the client. */
export interface Received {
  readonly method: string;
  readonly params: unknown;
}

/**
 * An editor as the server sees it: it keeps the texts of open files and sends what changes. Places are given by path; `‸` marks them
 * in the texts with which files are opened.
 */
export class Client {
  readonly connection: MessageConnection;
  readonly process: ChildProcess | undefined;
  /** The texts of open files, by path. */
  readonly texts = new Map<string, string>();
  /** Requests and notifications that came from the server. */
  readonly received: Received[] = [];
  /** What the server wrote to the client’s log. */
  readonly logs: string[] = [];
  /** What the client answers to questions of Goldthread’s own; it refuses those that it does not know. */
  readonly answers = new Map<string, (params: { readonly uri: string; readonly name?: string }) => unknown>();
  /** What the server told of each file last, by path. */
  readonly pushed = new Map<string, readonly Diagnostic[]>();
  settings: unknown;
  result: InitializeResult | undefined;
  private readonly transport: Transport;
  private readonly options: ClientOptions;
  private readonly marks = new Map<string, readonly number[]>();
  private readonly versions = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  constructor(transport: Transport, options: ClientOptions = {}) {
    this.transport = transport;
    this.options = options;
    this.process = transport.process;
    this.settings = options.settings ?? null;
    this.connection = createMessageConnection(transport.reader, transport.writer, {
      error: (message) => this.logs.push(message),
      warn: () => {},
      info: () => {},
      log: () => {},
    });
    this.connection.onError(() => {});
    this.connection.onRequest((method: string, params: unknown) => {
      this.note(method, params);
      if (method === 'workspace/configuration') return [this.settings];
      const answer = this.answers.get(method);
      if (!answer && method.startsWith('goldthread/')) return new ResponseError(ErrorCodes.MethodNotFound, method);
      return answer?.(params as { uri: string; name?: string }) ?? null;
    });
    this.connection.onNotification((method: string, params: unknown) => {
      if (method === 'window/logMessage') this.logs.push((params as { message: string }).message);
      if (method === 'textDocument/publishDiagnostics') {
        const { uri, diagnostics } = params as PublishDiagnosticsParams;
        this.pushed.set(pathOf(uri), diagnostics);
      }
      this.note(method, params);
    });
    this.connection.listen();
  }

  /** Says hello, and that it is ready. */
  async start(): Promise<this> {
    const { capabilities = able, folders = [], initialize } = this.options;
    this.result = (await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.map((path) => ({ uri: uriOf(path), name: path })),
      ...initialize,
    })) as InitializeResult;
    this.notify('initialized', {});
    return this;
  }

  request<Result = unknown>(method: string, params?: unknown): Promise<Result> {
    return params === undefined
      ? this.connection.sendRequest<Result>(method)
      : this.connection.sendRequest<Result>(method, params);
  }

  notify(method: string, params?: unknown): void {
    void this.connection.sendNotification(method, params).catch(() => {});
  }

  /** Opens a file with a text in which `‸` may mark places. */
  open(path: string, marked: string, uri = uriOf(path)): void {
    const pieces = marked.split(MARK);
    const text = pieces.join('');
    let offset = 0;
    const marks = pieces.slice(0, -1).map((piece) => {
      offset += piece.length;
      return offset;
    });
    this.marks.set(path, marks);
    this.texts.set(path, text);
    this.versions.set(path, 1);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'goldthread', version: 1, text } });
  }

  /** Puts a text in the place of a range of a file, or of the whole file. */
  change(path: string, text: string, range?: Range): void {
    const before = this.text(path);
    const start = range ? offsetAt(before, range.start) : 0;
    const end = range ? offsetAt(before, range.end) : before.length;
    this.texts.set(path, before.slice(0, start) + text + before.slice(end));
    this.sendChange(path, range ? { range, text } : { text });
  }

  /** Puts a text in the place of what stands between two offsets of a file. */
  edit(path: string, start: number, end: number, text: string): void {
    const before = this.text(path);
    const range = { start: positionAt(before, start), end: positionAt(before, end) };
    this.texts.set(path, before.slice(0, start) + text + before.slice(end));
    this.sendChange(path, { range, text });
  }

  /** Replaces the first occurrence of one text in a file by another. */
  replace(path: string, old: string, text: string): void {
    const start = this.text(path).indexOf(old);
    if (start < 0) throw new Error(`${path} has no “${old}”`);
    this.edit(path, start, start + old.length, text);
  }

  close(path: string): void {
    this.texts.delete(path);
    this.notify('textDocument/didClose', this.document(path));
  }

  /** Says that files were made (1), changed (2) or deleted (3) by something else. */
  tellFiles(changes: Readonly<Record<string, 1 | 2 | 3>>): void {
    this.notify('workspace/didChangeWatchedFiles', {
      changes: Object.entries(changes).map(([path, type]) => ({ uri: uriOf(path), type })),
    });
  }

  /** The text of an open file. */
  text(path: string): string {
    const text = this.texts.get(path);
    if (text === undefined) throw new Error(`${path} is not open`);
    return text;
  }

  /** What requests about a file have. */
  document(path: string): { textDocument: { uri: string } } {
    return { textDocument: { uri: uriOf(path) } };
  }

  /** What requests about a place have: that of a mark, the first unless its number is given. */
  at(path: string, mark = 0): { textDocument: { uri: string }; position: Position } {
    const offset = this.marks.get(path)?.[mark];
    if (offset === undefined) throw new Error(`${path} has no mark ${mark}`);
    return { ...this.document(path), position: positionAt(this.text(path), offset) };
  }

  /** What requests about a range have: that between two marks, or the whole file where there are none. */
  range(path: string): { textDocument: { uri: string }; range: Range } {
    const text = this.text(path);
    const [start = 0, end = text.length] = this.marks.get(path) ?? [];
    return { ...this.document(path), range: { start: positionAt(text, start), end: positionAt(text, end) } };
  }

  /** Asks what is wrong in a file. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', this.document(path));
    return report.kind === 'full' ? report.items : [];
  }

  /** The rules that find something in a file, in the order of its text. */
  async rules(path: string): Promise<string[]> {
    return (await this.diagnostics(path)).map(({ code }) => String(code));
  }

  /** Waits until something is so that depends on what comes from the server. */
  async until(condition: () => boolean, milliseconds = 10_000): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!condition()) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(look);
        reject(new Error(`Waited for: ${condition}`));
      }, milliseconds);
      this.waiting.add(look);
    });
  }

  /** Waits for a request or notification of the server; the first one that was received, or comes. */
  async next(method: string): Promise<unknown> {
    await this.until(() => this.received.some((one) => one.method === method));
    return this.received.find((one) => one.method === method)?.params;
  }

  /** The texts of files after an edit that the server proposes; files that are not open come from `others`. */
  after(edit: WorkspaceEdit, others: Readonly<Record<string, string>> = {}): Record<string, string> {
    const texts: Record<string, string> = {};
    const textOf = (path: string): string => texts[path] ?? this.texts.get(path) ?? others[path] ?? '';
    const lists = Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ uri, edits }));
    for (const change of edit.documentChanges ?? []) {
      if ('textDocument' in change)
        lists.push({ uri: change.textDocument.uri, edits: change.edits.filter((one) => 'newText' in one) });
      else if (change.kind === 'create') texts[pathOf(change.uri)] = '';
    }
    for (const { uri, edits } of lists) {
      let text = textOf(pathOf(uri));
      const placed = edits.map(({ range, newText }) => {
        return { start: offsetAt(text, range.start), end: offsetAt(text, range.end), newText };
      });
      placed.sort((a, b) => b.start - a.start || b.end - a.end);
      for (const { start, end, newText } of placed) text = text.slice(0, start) + newText + text.slice(end);
      texts[pathOf(uri)] = text;
    }
    return texts;
  }

  /** Ends the server: a process without a word, so that it must not need one. */
  async end(): Promise<void> {
    if (!this.process) await this.request('shutdown');
    this.connection.dispose();
    await this.transport.end();
  }

  /** Says goodbye to a server that is a process; gives the code that it ends with. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process?.once('exit', resolve));
    await this.request('shutdown');
    this.notify('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  private sendChange(path: string, change: { range?: Range; text: string }): void {
    const version = (this.versions.get(path) ?? 0) + 1;
    this.versions.set(path, version);
    this.notify('textDocument/didChange', {
      textDocument: { ...this.document(path).textDocument, version },
      contentChanges: [change],
    });
  }

  private note(method: string, params: unknown): void {
    this.received.push({ method, params });
    for (const look of [...this.waiting]) look();
  }
}

/** The position of an offset of a text, with LF, CRLF or CR as line ends. */
export function positionAt(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (const end of text.slice(0, offset).matchAll(/\r\n|\r|\n/g)) {
    line++;
    start = end.index + end[0].length;
  }
  return { line, character: offset - start };
}
