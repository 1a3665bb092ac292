import type {
  CodeAction,
  CodeActionParams,
  Command,
  Connection,
  Diagnostic as ProtocolDiagnostic,
  SnippetTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Diagnostic } from '../../checks/diagnose.ts';
import type { Action, ActionEdit } from '../../features/code-actions/action.ts';
import { actionKinds, actionsAt } from '../../features/code-actions/index.ts';
import type { Desk, Handler } from '../handler.ts';
import { StringValue } from '../languageserver.ts';
import { explainCommand } from '../protocol.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** What can be done about a fault, or with what is selected. */
export const codeActions: Handler = {
  // A client that takes nothing but commands can do nothing with edits.
  capabilities: ({ takesActions }) =>
    takesActions ? { codeActionProvider: { codeActionKinds: [...actionKinds] } } : {},
  listen(connection: Connection, desk: Desk) {
    connection.onCodeAction(
      desk.answer<CodeActionParams, CodeAction[]>('plan', [], ({ snapshot, file }, { range, context }) => {
        const { client } = desk;
        const can = {
          createsFiles: client.documentChanges && client.createsFiles,
          snippets: client.documentChanges && client.snippetEdits,
          explains: client.goldthread,
        };
        return actionsAt(snapshot, file, range, can, context.only).map((action) =>
          toProtocol(action, context.diagnostics, desk),
        );
      }),
    );
  },
};

function toProtocol(
  { title, kind, mends, isPreferred, edits, creates, explains }: Action,
  known: readonly ProtocolDiagnostic[],
  desk: Desk,
): CodeAction {
  const diagnostics = mends?.flatMap((one) => known.filter((other) => isSame(one, other))) ?? [];
  const command: Command | undefined =
    explains === undefined ? undefined : { title, command: explainCommand, arguments: [explains] };
  return {
    title,
    kind,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(isPreferred ? { isPreferred } : {}),
    ...(edits ? { edit: toEdit(edits, creates, desk) } : {}),
    ...(command ? { command } : {}),
  };
}

const isSame = ({ rule, range }: Diagnostic, { code, range: other }: ProtocolDiagnostic): boolean =>
  rule === code &&
  range.start.line === other.start.line &&
  range.start.character === other.start.character &&
  range.end.line === other.end.line &&
  range.end.character === other.end.character;

function toEdit(edits: readonly ActionEdit[], creates: Action['creates'], desk: Desk): WorkspaceEdit {
  const edit = workspaceEdit(desk, edits);
  const [held] = edits;
  if (held?.placeholder) {
    const textDocument = { uri: desk.uri(held.file), version: desk.version(held.file) };
    return { documentChanges: [{ textDocument, edits: edits.map(toSnippet) } satisfies TextDocumentEdit] };
  }
  if (!creates) return edit;
  const uri = desk.uri(creates.path);
  const start = { line: 0, character: 0 };
  const text: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: creates.text }],
  };
  return {
    documentChanges: [{ kind: 'create', uri, options: { overwrite: false } }, text, ...(edit.documentChanges ?? [])],
  };
}

/** An edit whose placeholder the cursor goes to. */
function toSnippet({ range, newText, placeholder }: ActionEdit): SnippetTextEdit {
  const { start, end } = placeholder ?? { start: newText.length, end: newText.length };
  const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  const value = `${escaped(newText.slice(0, start))}\${1:${escaped(newText.slice(start, end))}}${escaped(newText.slice(end))}`;
  return { range, snippet: StringValue.createSnippet(value) };
}
