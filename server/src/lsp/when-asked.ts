import type { Connection } from 'vscode-languageserver';
import type { Handler } from './handler.ts';
import { ErrorCodes, ResponseError } from './languageserver.ts';

/** What answers a request, or takes a notification. */
type Work = (...given: unknown[]) => unknown;

/** How the names of Goldthread’s own requests begin. */
const own = 'goldthread/';

/**
 * Handlers of Goldthread’s own requests, whose program is loaded when the first of those comes: an editor that wants to know what is
 * wrong in a plan does not wait for what makes documents.
 */
export const whenAsked = (load: () => Promise<readonly Handler[]>): Handler => ({
  capabilities: {},
  listen(connection, desk) {
    let works: Promise<ReadonlyMap<string, Work>> | undefined;
    const loaded = async (): Promise<ReadonlyMap<string, Work>> => {
      const found = new Map<string, Work>();
      const note = { value: (method: string, work: Work) => found.set(method, work) };
      const noting: Connection = Object.create(connection, { onRequest: note, onNotification: note });
      for (const handler of await load()) handler.listen(noting, desk);
      return found;
    };
    connection.onRequest(async (method, params, token) => {
      if (method.startsWith(own)) works ??= loaded();
      const work = (await works)?.get(method);
      if (!work) throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
      return work(params, token);
    });
    // What is told before anything was asked is about nothing that is there.
    connection.onNotification(async (method, params) => {
      await (await works)?.get(method)?.(params);
    });
  },
});
