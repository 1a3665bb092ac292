import type { CodeLens, Connection } from 'vscode-languageserver';
import { codeLenses } from '../../features/code-lens.ts';
import type { Handler } from '../handler.ts';
import { CodeLensRefreshRequest } from '../languageserver.ts';
import { showReferencesCommand } from '../protocol.ts';

/** How items stand on the golden thread, in a line above each. Only a client that has the command behind it gets any. */
export const codeLens: Handler = {
  capabilities: { codeLensProvider: {} },
  listen(connection: Connection, desk) {
    connection.onCodeLens(
      desk.answer<{ textDocument: { uri: string } }, CodeLens[]>('naming', [], ({ snapshot, file, settings, uri }) => {
        if (!settings.codeLens || !desk.client.goldthread) return [];
        return codeLenses(snapshot, file).map(({ range, title, places }) => {
          const locations = places.map((place) => ({ uri: uri(place.path), range: place.range }));
          return {
            range,
            command: { title, command: showReferencesCommand, arguments: [uri(file.path), range.start, locations] },
          };
        });
      }),
    );
    desk.onChanged(() => {
      if (desk.client.refreshesLenses && desk.client.goldthread)
        connection.sendRequest(CodeLensRefreshRequest.type).catch(desk.log);
    });
  },
};
