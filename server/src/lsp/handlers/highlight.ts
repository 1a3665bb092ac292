import type { Connection, DocumentHighlight, DocumentHighlightParams } from 'vscode-languageserver';
import { highlights } from '../../features/highlight.ts';
import type { Handler } from '../handler.ts';
import { DocumentHighlightKind } from '../languageserver.ts';

/** The places in a file where the same is named. */
export const highlight: Handler = {
  capabilities: { documentHighlightProvider: true },
  listen(connection: Connection, { answer }) {
    connection.onDocumentHighlight(
      answer<DocumentHighlightParams, DocumentHighlight[] | null>(
        'file',
        null,
        ({ snapshot, cursor }, { position }) => {
          const at = cursor(position);
          const found = at ? highlights(snapshot, at) : [];
          if (found.length === 0) return null;
          return found.map(({ range, declares }) => ({
            range,
            kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
          }));
        },
      ),
    );
  },
};
