import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../checks/diagnose.ts';
import type { Desk } from './handler.ts';

/** Edits of files as the protocol has them; for clients that can check it, with the version of each open file that they are for. */
export function workspaceEdit({ client, uri, version }: Desk, edits: readonly FileEdit[]): WorkspaceEdit {
  const files = Map.groupBy(edits, ({ file }) => file);
  if (client.documentChanges) return { documentChanges: [...files].map(documentEdit) };
  return { changes: Object.fromEntries([...files].map(([path, own]) => [uri(path), own.map(textEdit)])) };

  function documentEdit([path, own]: readonly [string, readonly FileEdit[]]): TextDocumentEdit {
    return { textDocument: { uri: uri(path), version: version(path) }, edits: own.map(textEdit) };
  }
}

const textEdit = ({ range, newText }: FileEdit): TextEdit => ({ range, newText });
