import type { CancellationToken, Connection } from 'vscode-languageserver';
import { FormatFault } from '../../documents/format-fault.ts';
import type { Desk, Handler } from '../handler.ts';
import { readImportParams } from '../import/params.ts';
import {
  type ImportAnswer,
  type ImportFormat,
  type ImportProgress,
  importFormatsRequest,
  importRequest,
} from '../import/protocol.ts';
import { ProgressType } from '../languageserver.ts';
import { checkWanted } from '../wanted.ts';

/** Milliseconds between two words of how far a document is read. */
const pause = 100;

/** Plans made of documents, for Goldthread’s own client to write. What reads documents is loaded when it is first asked for. */
export const importing: Handler = {
  capabilities: {},
  listen(connection: Connection, desk) {
    connection.onRequest(
      importFormatsRequest,
      desk.answerAnywhere<unknown, ImportFormat[]>([], async () => {
        const { importFormats } = await import('../import/imports.ts');
        return importFormats(desk.surroundings.readsPdf);
      }),
    );
    connection.onRequest(
      importRequest,
      desk.answerAnywhere<unknown, ImportAnswer | null>(null, (sent, token) => {
        const asked = readImportParams(sent);
        if (!asked) return null;
        const { uri, progress } = asked;
        let last = 0;
        return answer(desk, uri, token, (done, all) => {
          const now = performance.now();
          if (progress === undefined || (now - last < pause && done < all)) return;
          last = now;
          void connection.sendProgress(new ProgressType<ImportProgress>(), progress, { done, all });
        });
      }),
    );
  },
};

async function answer(
  { surroundings, log }: Desk,
  uri: string,
  token: CancellationToken,
  progress: (done: number, all: number) => void,
): Promise<ImportAnswer> {
  const stop = new AbortController();
  const listening = token.onCancellationRequested(() => stop.abort());
  try {
    const { importFile } = await import('../import/imports.ts');
    const made = await importFile(surroundings, uri, { signal: stop.signal, progress });
    checkWanted(token);
    return made;
  } catch (error) {
    checkWanted(token);
    if (error instanceof FormatFault) return { fault: error.message };
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { fault: 'The document could not be imported: something in Goldthread went wrong. The log says what.' };
  } finally {
    listening.dispose();
  }
}
