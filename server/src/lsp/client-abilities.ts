import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { ClientCapabilities, ClientSettings } from './handler.ts';

/** What a client says of itself as it begins. */
export function readCapabilities(params?: InitializeParams): ClientCapabilities {
  const { textDocument, workspace, window } = params?.capabilities ?? {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    configuration: workspace?.configuration === true,
    workDoneProgress: window?.workDoneProgress === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    showsTexts: workspace?.textDocumentContent !== undefined || params?.initializationOptions?.goldthread === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    takesActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    goldthread: params?.initializationOptions?.goldthread === true,
  };
}

/** What the user has chosen where nothing is chosen. */
export const defaultClientSettings: ClientSettings = { inlayHints: { titles: true, numbers: true }, codeLens: true };

/** What the user has chosen. What is no such choice counts as not chosen. */
export async function readSettings(connection: Connection): Promise<ClientSettings> {
  const found: unknown = await connection.workspace.getConfiguration('goldthread');
  const hints = member(found, 'inlayHints');
  const choice = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
  return {
    inlayHints: {
      titles: choice(member(hints, 'titles'), defaultClientSettings.inlayHints.titles),
      numbers: choice(member(hints, 'numbers'), defaultClientSettings.inlayHints.numbers),
    },
    codeLens: choice(member(found, 'codeLens'), defaultClientSettings.codeLens),
  };
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
