import { type Disposable, type LogOutputChannel, type TextDocument, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { planFilesRequest } from '../../server/src/lsp/protocol.ts';
import { language } from './client.ts';

/** True for a document that the server looks at. */
export const isPlan = ({ languageId, uri }: TextDocument): boolean => languageId === language && uri.scheme !== 'git';

/** The plan that the writer looks at, or, where the focus is elsewhere, one that is to be seen. */
export function planInEditor(): Uri | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor !== undefined && isPlan(editor.document))?.document.uri;
}

/** The files that make up the plan that a file belongs to. */
export async function filesOfPlan(client: BaseLanguageClient, uri: Uri): Promise<Uri[]> {
  try {
    const params = { uri: client.code2ProtocolConverter.asUri(uri) };
    const files = await client.sendRequest<string[]>(planFilesRequest, params);
    return files.length > 0 ? files.map((file) => client.protocol2CodeConverter.asUri(file)) : [uri];
  } catch {
    return [uri];
  }
}

/** Milliseconds within which several events become one update. */
const pause = 100;

/** A piece of work that waits until nothing has asked for it for a moment. */
export interface Later extends Disposable {
  readonly soon: () => void;
}

/** Makes a piece of work into one that waits for a pause between events: of so many milliseconds. What goes wrong in it is logged: the next event tries again. */
export function later(log: LogOutputChannel, work: () => void | Promise<void>, wait = () => pause): Later {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn(String(error));
    }
  };
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(run, wait());
    },
    dispose: () => clearTimeout(timer),
  };
}
