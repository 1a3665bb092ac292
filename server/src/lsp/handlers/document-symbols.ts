import type { Connection, DocumentSymbol, DocumentSymbolParams, SymbolInformation } from 'vscode-languageserver';
import { documentSymbols as outline } from '../../features/document-symbols.ts';
import type { Handler } from '../handler.ts';

/** The outline of a file. */
export const documentSymbols: Handler = {
  capabilities: { documentSymbolProvider: { label: 'Goldthread' } },
  listen(connection: Connection, desk) {
    connection.onDocumentSymbol(
      desk.answer<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>(
        'plan',
        [],
        ({ snapshot, file, uri }) => {
          const symbols = outline(snapshot, file);
          return desk.client.nestsSymbols ? symbols : [...flat(symbols, uri(file.path))];
        },
      ),
    );
  },
};

/** An outline for clients that know no tree: each symbol says in what it stands. */
function* flat(symbols: readonly DocumentSymbol[], uri: string): Generator<SymbolInformation> {
  const waiting = symbols.toReversed().map((symbol) => ({ symbol, containerName: '' }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, kind, range, children = [] } = next.symbol;
    const { containerName } = next;
    yield { name, kind, location: { uri, range }, ...(containerName ? { containerName } : {}) };
    for (const symbol of children.toReversed()) waiting.push({ symbol, containerName: name });
  }
}
