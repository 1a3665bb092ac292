import type { Connection, Location, ReferenceParams } from 'vscode-languageserver';
import { references as placesNaming } from '../../features/references.ts';
import type { Handler } from '../handler.ts';
import { cursorWithNamers } from '../naming.ts';
import { canShow } from '../paths.ts';

/** Every place that names what stands at a position. */
export const references: Handler = {
  capabilities: { referencesProvider: true },
  listen(connection: Connection, desk) {
    connection.onReferences(
      desk.answer<ReferenceParams, Location[]>('naming', [], async (asked, { position, context }) => {
        const found = await cursorWithNamers(asked, position);
        if (!found) return [];
        const places = placesNaming(found.snapshot, found.cursor, context.includeDeclaration);
        return places
          .filter(({ path }) => canShow(desk, path))
          .map(({ path, range }) => ({ uri: asked.uri(path), range }));
      }),
    );
  },
};
