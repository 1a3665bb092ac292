import type { CancellationToken, Connection, Location, WorkspaceEdit } from 'vscode-languageserver';
import { titleOf } from '../../features/places.ts';
import { toggleLink } from '../../features/toggle-link.ts';
import type { Desk, Handler } from '../handler.ts';
import { itemWithRef } from '../preview/items.ts';
import {
  readClosed,
  readLocateParams,
  readMendParams,
  readPageParams,
  readPreviewParams,
  readToggleParams,
} from '../preview/params.ts';
import { Previews } from '../preview/previews.ts';
import { sameRange } from '../preview/problems.ts';
import {
  locateRequest,
  type MendParams,
  mendRequest,
  pageRequest,
  previewChanged,
  previewClosed,
  previewRequest,
  type ToggleParams,
  toggleRequest,
} from '../protocol.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** The pages of a plan beside its text, and what can be done on them. */
export const preview: Handler = {
  capabilities: {},
  listen(connection: Connection, desk) {
    const previews = new Previews(desk);
    connection.onRequest(
      previewRequest,
      desk.answerAnywhere<unknown, unknown>(null, (sent, token) => {
        const request = readPreviewParams(sent);
        return request ? previews.update(request, token) : null;
      }),
    );
    connection.onRequest(
      pageRequest,
      desk.answerAnywhere<unknown, string | null>(null, (sent, token) => {
        const request = readPageParams(sent);
        return request ? previews.whole(request, token) : null;
      }),
    );
    connection.onNotification(previewClosed, (sent: unknown) => {
      const panel = readClosed(sent);
      if (panel !== undefined) previews.closed(panel);
    });
    listenOnPage(connection, desk);
    desk.onChanged(async () => {
      if (desk.client.goldthread && (await previews.hasNews())) void connection.sendNotification(previewChanged);
    });
  },
};

/** What a reader does on a page: mends, makes and breaks links, goes to the source. */
function listenOnPage(connection: Connection, desk: Desk): void {
  const mend = desk.answer<About<MendParams>, WorkspaceEdit | null>('plan', null, ({ project, file }, asked) => {
    const found = project
      .diagnostics(file)
      .filter(({ rule, range }) => rule === asked.rule && sameRange(range, asked.range))
      .flatMap(({ fixes }) => fixes.find(({ title }) => title === asked.mend) ?? [])[0];
    return found && workspaceEdit(desk, found.edits);
  });
  const toggle = desk.answer<About<ToggleParams>, WorkspaceEdit | null>('plan', null, ({ snapshot }, asked) => {
    const { model } = snapshot;
    const [from, to] = [itemWithRef(model, asked.from), itemWithRef(model, asked.to)];
    const edits = from && to && toggleLink(snapshot, from, asked.relation, to, asked.on);
    const isOurs = edits?.every(({ file }) => !desk.surroundings.libraries.some(({ path }) => path === file));
    return edits && isOurs && edits.length > 0 ? workspaceEdit(desk, edits) : null;
  });
  const locate = desk.answer<About<{ item: string }>, Location | null>('plan', null, ({ snapshot, uri }, asked) => {
    const item = itemWithRef(snapshot.model, asked.item);
    if (!item) return null;
    const { path, range } = titleOf(item);
    return { uri: uri(path), range };
  });
  connection.onRequest(mendRequest, checked(readMendParams, mend));
  connection.onRequest(toggleRequest, checked(readToggleParams, toggle));
  connection.onRequest(locateRequest, checked(readLocateParams, locate));
}

/** An answer to what was sent, if it is what it should be; null else. */
const checked =
  <Params extends { readonly uri: string }, Result>(
    read: (sent: unknown) => Params | undefined,
    answer: (params: About<Params>, token: CancellationToken) => Promise<Result>,
  ) =>
  async (sent: unknown, token: CancellationToken): Promise<unknown> => {
    const params = read(sent);
    return params ? answer({ ...params, textDocument: { uri: params.uri } }, token) : null;
  };

type About<Params> = Params & { readonly textDocument: { readonly uri: string } };
