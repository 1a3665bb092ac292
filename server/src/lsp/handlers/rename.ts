import type {
  Connection,
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { prepareRename, type Refusal, rename as renamed } from '../../features/rename.ts';
import type { Handler } from '../handler.ts';
import { LSPErrorCodes, ResponseError } from '../languageserver.ts';
import { cursorWithNamers } from '../naming.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** Gives ids another name wherever they stand; says why where that cannot be. */
export const rename: Handler = {
  capabilities: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
  listen(connection: Connection, desk) {
    connection.onPrepareRename(
      desk.answer<PrepareRenameParams, PrepareRenameResult | null>(
        'plan',
        null,
        ({ snapshot, cursor }, { position }) => {
          const at = cursor(position);
          return at ? granted(prepareRename(snapshot, at)) : null;
        },
      ),
    );
    connection.onRenameRequest(
      desk.answer<RenameParams, WorkspaceEdit | null>('naming', null, async (asked, { position, newName }) => {
        const at = asked.cursor(position);
        if (at) granted(prepareRename(asked.snapshot, at));
        const found = await cursorWithNamers(asked, position);
        return found ? workspaceEdit(desk, granted(renamed(found.snapshot, found.cursor, newName)).edits) : null;
      }),
    );
  },
};

/** What is not refused; a refusal becomes an error, which the client shows. */
function granted<Result>(result: Result | Refusal): Result {
  if (typeof result === 'object' && result !== null && 'refusal' in result)
    throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
  return result;
}
