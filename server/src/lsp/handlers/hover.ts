import type { Connection } from 'vscode-languageserver';
import { hover as hoverAt } from '../../features/hover.ts';
import type { Handler } from '../handler.ts';

/** What is told of the words under the pointer. */
export const hover: Handler = {
  capabilities: { hoverProvider: true },
  listen(connection: Connection, { answer }) {
    connection.onHover(
      answer('plan', null, ({ snapshot, cursor }, { position }) => {
        const at = cursor(position);
        return at && hoverAt(snapshot, at);
      }),
    );
  },
};
