import type { Connection, Definition, DefinitionLink, DefinitionParams } from 'vscode-languageserver';
import { definitions } from '../../features/definition.ts';
import type { Handler } from '../handler.ts';
import { canShow } from '../paths.ts';

/** From a name to what it stands for. */
export const definition: Handler = {
  capabilities: { definitionProvider: true },
  listen(connection: Connection, desk) {
    connection.onDefinition(
      desk.answer<DefinitionParams, Definition | DefinitionLink[] | null>(
        'plan',
        null,
        ({ snapshot, cursor, uri }, { position }) => {
          const at = cursor(position);
          const all = at ? definitions(snapshot, at) : [];
          const found = all.filter(({ place }) => canShow(desk, place.path));
          if (!desk.client.linksDefinitions)
            return found.map(({ place, focus }) => ({ uri: uri(place.path), range: focus }));
          return found.map(({ origin, place, focus }) => ({
            originSelectionRange: origin,
            targetUri: uri(place.path),
            targetRange: place.range,
            targetSelectionRange: focus,
          }));
        },
      ),
    );
  },
};
