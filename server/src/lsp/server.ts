import type { CancellationToken, Connection, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { cursorAt } from '../features/cursor.ts';
import { settingsName } from '../workspace/file-names.ts';
import { defaultClientSettings, readCapabilities, readSettings } from './client-abilities.ts';
import { Documents } from './documents.ts';
import type { Asked, Desk, Handler } from './handler.ts';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  WatchKind,
} from './languageserver.ts';
import { pathOf } from './paths.ts';
import { progressOn } from './progress.ts';
import { Projects } from './projects.ts';
import { Reports } from './reports.ts';
import type { Surroundings } from './surroundings.ts';
import { throttled } from './throttled.ts';
import { checkWanted } from './wanted.ts';

/** Which files the client tells of when something else changes them. */
const watched = ['**/*.plan', `**/${settingsName}`, '**/*.{csv,png,jpg,jpeg,svg,gif,webp}'];

/** Of a folder that is deleted, clients tell only that: nothing of the files in it. */
const watchers = [...watched.map((globPattern) => ({ globPattern })), { globPattern: '**', kind: WatchKind.Delete }];

/** Features hear of changes at most once in so many milliseconds. */
const NEWS = 300;

/**
 * Serves one client over a connection: takes in what it opens and changes, and answers with the handlers given. The one place that
 * knows the order in which things happen.
 */
export function serve(connection: Connection, surroundings: Surroundings, handlers: readonly Handler[]): void {
  let client = readCapabilities();
  let settings = defaultClientSettings;
  let folders: readonly string[] = [];
  let isInitialized = false;
  let isEnded = false;
  const listeners: (() => void)[] = [];
  const log = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const projects = new Projects(surroundings, () => (client.workDoneProgress ? progressOn(connection) : () => {}), log);
  const documents = new Documents(projects);
  const uri = (path: string): string => documents.uri(path);
  const desk: Desk = {
    projects,
    get client() {
      return client;
    },
    surroundings,
    allDiagnostics: () => reports.all(),
    onChanged: (listener) => listeners.push(listener),
    uri,
    version: (path) => documents.version(path),
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
    answerAnywhere: (empty, work) => (params, token) => {
      // A request that has no parameters comes with the token alone.
      const own = token ?? (params as CancellationToken);
      return guarded(empty, own, async () => work(params, own));
    },
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

  /** A file that is open has changed, or, without a path, anything may be otherwise than before. */
  function changed(path?: string): void {
    if (path === undefined) reports.everything();
    else reports.changed(path);
    tellListeners();
  }

  const tellListeners = throttled(NEWS, () => {
    if (!isEnded) for (const listener of listeners) listener();
  });

  connection.onInitialize((params): InitializeResult | ResponseError<never> => {
    if (isInitialized) return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialised already');
    isInitialized = true;
    client = readCapabilities(params);
    folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map((folder) =>
      pathOf(folder.uri),
    );
    const capabilities: ServerCapabilities = {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    };
    const all = [
      ...handlers.map(({ capabilities: own }) => (typeof own === 'function' ? own(client) : own)),
      reports.capabilities(client),
    ];
    for (const { workspace, ...own } of all) {
      Object.assign(capabilities, own);
      Object.assign(capabilities.workspace as object, workspace);
    }
    return { capabilities, serverInfo: { name: 'Goldthread' } };
  });

  connection.onInitialized(() => {
    for (const folder of folders) projects.add(withoutSlash(folder));
    documents.settle();
    if (client.watchesFiles)
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(log);
    if (client.changesFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) projects.remove(withoutSlash(pathOf(folder.uri)));
        for (const folder of added) projects.add(withoutSlash(pathOf(folder.uri)));
        documents.settle();
        changed();
      });
    if (!client.configuration) return;
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'goldthread' }).catch(log);
    void takeSettings().then(() => changed());
  });

  connection.onShutdown(() => {
    isEnded = true;
    reports.end();
  });

  async function takeSettings(): Promise<void> {
    try {
      if (client.configuration) settings = await readSettings(connection);
    } catch (error) {
      log(error);
    }
  }

  connection.onDidChangeConfiguration(async () => {
    await takeSettings();
    changed();
  });

  /** Some editors do not say what changes on the disk: the disk is looked at when they open, save or close a file. */
  function lookAround(path: string): void {
    if (client.watchesFiles) return;
    projects.known(path)?.lookAround();
    whenReady(path, changed);
  }

  /** Does something when all is read that the findings of a file depend on. */
  function whenReady(path: string, work: () => void): void {
    projects.known(path)?.ready().then(work).catch(log);
  }

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const path = documents.opened(textDocument);
    if (path === undefined) return;
    lookAround(path);
    changed(path);
    // The plan may include another one that is open.
    whenReady(path, () => {
      if (documents.settle()) changed();
    });
  });

  connection.onDidSaveTextDocument(({ textDocument }) => {
    lookAround(pathOf(textDocument.uri));
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const path = documents.changed(textDocument, contentChanges);
    if (path !== undefined) changed(path);
  });

  connection.onDidCloseTextDocument(({ textDocument }) => {
    const path = documents.closed(textDocument.uri);
    if (path === undefined) return;
    reports.closed(path, textDocument.uri);
    lookAround(path);
    changed();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const change of changes) projects.looked(pathOf(change.uri));
    changed();
  });

  for (const handler of handlers) handler.listen(connection, desk);
  connection.listen();
}

const withoutSlash = (path: string): string => path.replace(/\/+$/, '');
