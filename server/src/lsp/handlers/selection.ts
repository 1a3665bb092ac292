import type { Connection, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRanges } from '../../features/selection.ts';
import type { Range } from '../../workspace/plan-file.ts';
import type { Handler } from '../handler.ts';

/** Ever larger ranges around a place. */
export const selection: Handler = {
  capabilities: { selectionRangeProvider: true },
  listen(connection: Connection, { answer }) {
    connection.onSelectionRanges(
      answer<SelectionRangeParams, SelectionRange[]>('file', [], ({ file }, { positions }) =>
        positions.map((position) => nested(selectionRanges(file, position))),
      ),
    );
  },
};

/** Ranges from the smallest, each in the next one. */
function nested(ranges: readonly Range[]): SelectionRange {
  let around: SelectionRange | undefined;
  for (const range of ranges.toReversed()) around = around ? { range, parent: around } : { range };
  return around as SelectionRange;
}
