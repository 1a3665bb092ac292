import type { Connection } from 'vscode-languageserver';
import { type ThreadItem, threadTree } from '../../features/thread/tree.ts';
import type { Desk, Handler } from '../handler.ts';
import { planFilesRequest, type ThreadNode, type ThreadParams, threadChanged, threadRequest } from '../protocol.ts';

/** The golden thread as a tree, the files that it runs through, and the news that it may be another one. */
export const thread: Handler = {
  capabilities: {},
  listen(connection: Connection, desk) {
    const ask = desk.answer<{ textDocument: { uri: string } }, ThreadNode[]>('plan', [], ({ snapshot, file, uri }) => {
      const made = new Map<readonly ThreadItem[], ThreadNode[]>();
      return threadTree(snapshot, file).map((item) => toProtocol(item, uri, made));
    });
    connection.onRequest(threadRequest, ({ uri }: ThreadParams, token) => ask({ textDocument: { uri } }, token));
    const askFiles = desk.answer<{ textDocument: { uri: string } }, string[]>('plan', [], ({ file, uri }) =>
      (file.plan?.files ?? [file]).map(({ path }) => uri(path)),
    );
    connection.onRequest(planFilesRequest, ({ uri }: ThreadParams, token) =>
      askFiles({ textDocument: { uri } }, token),
    );
    desk.onChanged(() => {
      if (desk.client.goldthread) void connection.sendNotification(threadChanged);
    });
  },
};

/** A node with URIs. What stands below several others is made once. */
function toProtocol(item: ThreadItem, uri: Desk['uri'], made: Map<readonly ThreadItem[], ThreadNode[]>): ThreadNode {
  const { whole, focus, children, ...same } = item;
  let below = made.get(children);
  if (!below) {
    below = children.map((child) => toProtocol(child, uri, made));
    made.set(children, below);
  }
  return {
    ...same,
    ...(whole && focus ? { uri: uri(whole.path), range: whole.range, titleRange: focus.range } : {}),
    children: below,
  };
}
