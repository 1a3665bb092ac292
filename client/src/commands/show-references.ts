import { commands, Uri } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** Shows the references that a code lens of the server counts. The places come as the protocol has them. */
export const showReferences =
  (client: BaseLanguageClient) =>
  (uri: string, position: Position, locations: Location[]): Thenable<unknown> => {
    const places = client.protocol2CodeConverter;
    return commands.executeCommand(
      'editor.action.showReferences',
      Uri.parse(uri),
      places.asPosition(position),
      locations.map(places.asLocation),
    );
  };
