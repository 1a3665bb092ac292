import type { Connection, FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { foldingRanges } from '../../features/folding.ts';
import type { Handler } from '../handler.ts';

/** What can be folded in a file. */
export const folding: Handler = {
  capabilities: { foldingRangeProvider: true },
  listen(connection: Connection, { answer }) {
    connection.onFoldingRanges(
      answer<FoldingRangeParams, FoldingRange[]>('file', [], ({ file }) => foldingRanges(file)),
    );
  },
};
