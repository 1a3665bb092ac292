import type { Connection } from 'vscode-languageserver';
import { inlayHints as hintsOf } from '../../features/inlay-hints.ts';
import type { Handler } from '../handler.ts';

/** Titles behind ids, and numbers before titles. */
export const inlayHints: Handler = {
  capabilities: { inlayHintProvider: true },
  listen(connection: Connection, desk) {
    connection.languages.inlayHint.on(
      desk.answer('plan', [], ({ snapshot, file, settings }, { range }) =>
        hintsOf(snapshot, file, range, settings.inlayHints),
      ),
    );
    desk.onChanged(() => {
      if (desk.client.refreshesHints) connection.languages.inlayHint.refresh().catch(desk.log);
    });
  },
};
