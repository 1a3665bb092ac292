import { CancellationToken } from 'vscode-languageserver/node';
import type { ViewName } from '../../server/src/documents/view.ts';
import { viewNames } from '../../server/src/documents/view.ts';
import type { Desk, Handler } from '../../server/src/lsp/handler.ts';
import { handlers } from '../../server/src/lsp/handlers/index.ts';
import { uriOf } from '../../server/src/lsp/paths.ts';
import type { PageRequest } from '../../server/src/lsp/preview/params.ts';
import { Previews } from '../../server/src/lsp/preview/previews.ts';
import { someChange } from '../helpers/changes.ts';
import { randomFrom } from '../helpers/random.ts';
import { Client } from './client.ts';
import { applied, type PageState } from './panel.ts';
import { memorySurroundings } from './surroundings.ts';
import { serverHere } from './transport.ts';

const FOLDER = '/plans';

/** Where a page that was kept up to date is not the page that is made afresh. */
export interface PageDifference {
  readonly step: number;
  readonly view: ViewName;
  readonly what: string;
  readonly kept: PageState;
  readonly fresh: PageState;
}

/** The same after some time: from time to time the texts are whole again, since random changes wear them down. */
const WHOLE = 60;

/**
 * Makes random changes to the files of a plan, and keeps a page of each view up to date by what the server says has changed. It has to
 * be the page of a panel that has just come; gives the first difference. Which view is looked at is random too, so that changes pile up.
 */
export async function pageDifferenceAfter(
  texts: Readonly<Record<string, string>>,
  seed: number,
  edits: number,
): Promise<PageDifference | undefined> {
  const random = randomFrom(seed);
  const start = Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${FOLDER}/${path}`, text]));
  const paths = Object.keys(start);
  let desk: Desk | undefined;
  const spy: Handler = {
    capabilities: {},
    listen(_, given) {
      desk = given;
    },
  };
  const transport = serverHere(memorySurroundings(new Map(Object.entries(start))), [...handlers, spy]);
  const client = await new Client(transport, { folders: [FOLDER] }).start();
  try {
    for (const [path, text] of Object.entries(start)) client.open(path, text);
    await client.rules(paths[0] as string);
    const previews = new Previews(desk as Desk);
    const states = new Map<ViewName, { state: PageState; version: number }>();
    const ask = async (from: Previews, view: ViewName, has: number) => {
      const uri = uriOf(paths[0] as string);
      const language = undefined;
      const request: PageRequest = {
        uri,
        panel: view,
        view,
        language,
        chosen: {},
        has,
        pictures: [],
        remotePictures: false,
      };
      const update = await from.update(request, CancellationToken.None);
      if (!update) throw new Error(`${uri} has no page`);
      return update;
    };
    for (let step = 0; step < edits; step++) {
      if (step % WHOLE === WHOLE - 1) for (const path of paths) client.change(path, start[path] ?? '');
      const path = paths[Math.floor(random() * paths.length)] as string;
      const change = someChange(client.text(path), random);
      client.edit(path, change.start, change.end, change.text);
      const view = viewNames[Math.floor(random() * viewNames.length * 2)] ?? 'document';
      // The messages about the change are worked through first.
      await client.request('goldthread/planFiles', { uri: uriOf(path) });
      const before = states.get(view);
      const update = await ask(previews, view, before?.version ?? 0);
      const kept = applied(before?.state, update);
      states.set(view, { state: kept, version: update.version });
      const fresh = applied(undefined, await ask(new Previews(desk as Desk), view, 0));
      if (JSON.stringify(kept) !== JSON.stringify(fresh))
        return { step, view, what: `${path} ${JSON.stringify(change)}`, kept, fresh };
    }
    return undefined;
  } finally {
    await client.end();
  }
}
