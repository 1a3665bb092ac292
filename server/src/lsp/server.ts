import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { cursorAt } from '../features/cursor.ts';
import type { Asked, ClientCapabilities, ClientSettings, Desk, Handler } from './handler.ts';
import { pathOf, uriOf } from './paths.ts';
import type { Progress } from './project.ts';
import { Projects } from './projects.ts';
import { Reports } from './reports.ts';
import type { Surroundings } from './surroundings.ts';

const defaultClientSettings: ClientSettings = { inlayHints: { titles: true, numbers: true }, codeLens: true };

/** Which files the client tells of when something else changes them. */
const watched = ['**/*.plan', '**/goldthread.json', '**/*.{csv,png,jpg,jpeg,svg,gif,webp}'];

/**
 * Serves one client over a connection: takes in what it opens and changes, and answers with the handlers given. The one place that
 * knows the order in which things happen.
 */
export function serve(connection: Connection, surroundings: Surroundings, handlers: readonly Handler[]): void {
  let client = readCapabilities();
  let settings = defaultClientSettings;
  let folders: readonly string[] = [];
  const uris = new Map<string, string>();
  const log = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const projects = new Projects(surroundings, () => progressOn(connection, client), log);
  const uri = (path: string): string => uris.get(path) ?? uriOf(path);
  const desk: Desk = {
    projects,
    get client() {
      return client;
    },
    surroundings,
    allDiagnostics: () => reports.all(),
    uri,
    log: (message) => connection.console.log(message),
    answer: (need, empty, work) => async (params, token) => {
      const path = pathOf(params.textDocument.uri);
      return guarded(empty, token, async () => {
        const project = projects.known(path);
        if (!project) return empty;
        if (need !== 'file') await project.ready(need === 'naming' ? path : undefined);
        checkWanted(token);
        const file = project.file(path);
        if (!file) return empty;
        const snapshot = project.snapshot();
        const cursor: Asked['cursor'] = (position) => cursorAt(snapshot.model, file, position);
        return (await work({ snapshot, file, project, settings, cursor, uri }, params)) ?? empty;
      });
    },
    answerAnywhere: (empty, work) => (params, token) => guarded(empty, token, async () => work(params, token)),
  };

  async function guarded<Result>(
    empty: Result,
    token: CancellationToken,
    work: () => Promise<Result>,
  ): Promise<Result> {
    await surroundings.giveWay();
    checkWanted(token);
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(error);
      return empty;
    }
  }

  const reports = new Reports(connection, desk, surroundings);

  connection.onInitialize((params): InitializeResult => {
    client = readCapabilities(params);
    folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map((folder) =>
      pathOf(folder.uri),
    );
    const capabilities: ServerCapabilities = {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    };
    const all = [...handlers.map((handler) => handler.capabilities), reports.capabilities(client)];
    for (const { workspace, ...own } of all) {
      Object.assign(capabilities, own);
      Object.assign(capabilities.workspace as object, workspace);
    }
    return { capabilities, serverInfo: { name: 'Goldthread' } };
  });

  connection.onInitialized(async () => {
    for (const folder of folders) projects.add(withoutSlash(folder));
    if (client.watchesFiles)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: watched.map((globPattern) => ({ globPattern })) })
        .catch(log);
    if (client.configuration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'goldthread' }).catch(log);
      await readSettings();
    }
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) projects.remove(withoutSlash(pathOf(folder.uri)));
      for (const folder of added) projects.add(withoutSlash(pathOf(folder.uri)));
      reports.everything();
    });
  });

  async function readSettings(): Promise<void> {
    try {
      const found = await connection.workspace.getConfiguration('goldthread');
      settings = { ...defaultClientSettings, ...(found ?? {}) };
      settings = { ...settings, inlayHints: { ...defaultClientSettings.inlayHints, ...settings.inlayHints } };
    } catch (error) {
      log(error);
    }
  }

  connection.onDidChangeConfiguration(async () => {
    if (client.configuration) await readSettings();
    reports.everything();
  });

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const path = pathOf(textDocument.uri);
    if (!isPlanDocument(path)) return;
    uris.set(path, textDocument.uri);
    projects.for(path).opened(path, textDocument.text);
    reports.changed(path);
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const path = pathOf(textDocument.uri);
    const project = projects.known(path);
    if (!project || !uris.has(path)) return;
    for (const change of contentChanges) {
      const file = project.file(path);
      if (file && 'range' in change) {
        const start = file.offsetAt(change.range.start);
        const end = Math.max(start, file.offsetAt(change.range.end));
        project.changed(path, { start, end, text: change.text });
      } else project.replaced(path, change.text);
    }
    reports.changed(path);
  });

  connection.onDidCloseTextDocument(({ textDocument }) => {
    const path = pathOf(textDocument.uri);
    if (!uris.delete(path)) return;
    projects.known(path)?.closed(path);
    reports.closed(path, textDocument.uri);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const change of changes) {
      const path = pathOf(change.uri);
      projects.known(path)?.looked(path);
    }
    reports.everything();
  });

  for (const handler of handlers) handler.listen(connection, desk);
  connection.listen();
}

/** Ends a request that nobody waits for any more. */
function checkWanted(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'No longer wanted');
}

const withoutSlash = (path: string): string => path.replace(/\/+$/, '');

/** Libraries that come with the program are shown by the client, and never change. */
const isPlanDocument = (path: string): boolean => !path.startsWith('goldthread:');

function readCapabilities(params?: InitializeParams): ClientCapabilities {
  const { textDocument, workspace, window } = params?.capabilities ?? {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    configuration: workspace?.configuration === true,
    workDoneProgress: window?.workDoneProgress === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    goldthread: params?.initializationOptions?.goldthread === true,
  };
}

/** Shows how indexing gets on, where it takes long enough for somebody to wonder. */
function progressOn(connection: Connection, client: ClientCapabilities): Progress {
  const began = performance.now();
  let shown: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined;
  return (done, all) => {
    if (!client.workDoneProgress) return;
    if (done < all && !shown && performance.now() - began > LONG) {
      shown = connection.window.createWorkDoneProgress();
      void shown.then((progress) => progress.begin('Goldthread', 0, 'Reading plans …'));
    }
    void shown?.then((progress) => (done < all ? progress.report(Math.round((100 * done) / all)) : progress.done()));
  };
}

/** How long nobody wonders, in milliseconds. */
const LONG = 400;
