import { l10n, window, workspace } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';

/** The id of the client, and so the section of the settings that holds `trace.server`. */
export const id = 'goldthread';

/** The name of the client in the log and in messages. */
export const name = 'Goldthread';

/** The id of the language in the editor, as the manifest has it. */
export const language = 'goldthread';

/**
 * The plans that the extension is about: files, whatever the workspace keeps them in, texts that have no file yet, and libraries that
 * come with the server. The old side of a comparison is none of them: it would say everything twice.
 */
export function planSelector(): { scheme: string; language: string }[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', 'goldthread', ...folders])].map((scheme) => ({ scheme, language }));
}

/** What the clients of both hosts, Node and a browser, tell the library. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: planSelector(),
    diagnosticCollectionName: id,
    outputChannel: window.createOutputChannel(name, { log: true }),
    errorHandler: errorHandler(),
    initializationOptions: { goldthread: true },
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/** A server that stops is started again, unless it stopped this often within this many milliseconds. */
const restarts = { most: 4, within: 180_000 };

/** Starts a server that stops again, and tells only the log: the writer has lost nothing. Says so where it keeps stopping. */
function errorHandler(): ErrorHandler {
  let stops: number[] = [];
  return {
    error: (_error, _message, count = 0) => ({ action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown }),
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      stops = [...stops.filter((time) => now - time < restarts.within), now];
      return stops.length <= restarts.most
        ? {
            action: CloseAction.Restart,
            message: l10n.t('Goldthread stopped and is starting again. Nothing that you typed is lost.'),
          }
        : {
            action: CloseAction.DoNotRestart,
            message: l10n.t(
              'Goldthread keeps stopping, so it checks nothing for now. Nothing that you typed is lost. “Goldthread: Restart Server” tries again; “Goldthread: Show Log” says what happened.',
            ),
          };
    },
  };
}
