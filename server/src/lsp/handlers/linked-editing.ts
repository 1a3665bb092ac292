import type { Connection, LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver';
import { idPattern, linkedEditing as rangesTogether } from '../../features/linked-editing.ts';
import type { Handler } from '../handler.ts';

/** Ids that change wherever they stand while they are typed at, where that is safe. */
export const linkedEditing: Handler = {
  capabilities: { linkedEditingRangeProvider: true },
  listen(connection: Connection, { answer }) {
    connection.languages.onLinkedEditingRange(
      answer<LinkedEditingRangeParams, LinkedEditingRanges | null>(
        'naming',
        null,
        ({ snapshot, cursor }, { position }) => {
          const at = cursor(position);
          const ranges = at && rangesTogether(snapshot, at);
          return ranges ? { ranges: [...ranges], wordPattern: idPattern } : null;
        },
      ),
    );
  },
};
