import type {
  Connection,
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { formattingEdits } from '../../features/formatting.ts';
import { onEnter } from '../../features/on-enter.ts';
import type { Handler } from '../handler.ts';

/** Laying out: a file, a range of it, the new line after Enter. */
export const formatting: Handler = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  },
  listen(connection: Connection, { answer }) {
    connection.onDocumentFormatting(
      answer<DocumentFormattingParams, TextEdit[]>('file', [], ({ file }) => formattingEdits(file)),
    );
    connection.onDocumentRangeFormatting(
      answer<DocumentRangeFormattingParams, TextEdit[]>('file', [], ({ file }, { range }) =>
        formattingEdits(file, range),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      answer<DocumentOnTypeFormattingParams, TextEdit[]>('file', [], ({ file }, { ch, position }) =>
        ch === '\n' ? onEnter(file, position) : [],
      ),
    );
  },
};
