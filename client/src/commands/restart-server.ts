import type { BaseLanguageClient } from 'vscode-languageclient';

/** Starts the server again, whatever state it is in: running, hanging, stopped for good. */
export const restartServer = (client: BaseLanguageClient) => async (): Promise<void> => {
  // A server that hangs does not stop when asked; the client lets go of it all the same.
  if (client.needsStop()) await client.stop().catch((error: unknown) => client.outputChannel.warn(String(error)));
  await client.start();
};
