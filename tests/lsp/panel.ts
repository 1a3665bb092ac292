import { uriOf } from '../../server/src/lsp/paths.ts';
import type {
  PreviewControl,
  PreviewParams,
  PreviewPlace,
  PreviewProblem,
  PreviewUpdate,
} from '../../server/src/lsp/protocol.ts';
import type { Client } from './client.ts';

/** A page as a panel has it after some updates. */
export interface PageState {
  title: string;
  language: string;
  languages: readonly string[];
  files: readonly string[];
  controls: readonly PreviewControl[];
  order: readonly string[];
  places: readonly (PreviewPlace | null)[];
  html: Readonly<Record<string, string>>;
  problems: readonly PreviewProblem[];
}

/** What a page becomes by an update. Throws where the update does not fit. */
export function applied(before: PageState | undefined, update: PreviewUpdate): PageState {
  const { files, controls, order, places, problems, changed, title, language, languages } = update;
  const old = update.whole ? undefined : before;
  const all = { ...old?.html, ...Object.fromEntries(changed.map(({ key, html }) => [key, html])) };
  const keys = order ?? old?.order ?? [];
  const state: PageState = {
    title,
    language,
    languages,
    files: files ?? old?.files ?? [],
    controls: controls ?? old?.controls ?? [],
    order: keys,
    places: places ?? old?.places ?? [],
    html: Object.fromEntries(keys.map((key) => [key, all[key] ?? ''])),
    problems: problems ?? old?.problems ?? [],
  };
  if (new Set(keys).size !== keys.length) throw new Error(`A key stands twice in the order: ${keys}`);
  if (state.places.length !== keys.length) throw new Error('There are not as many places as blocks');
  for (const { key } of changed) if (!keys.includes(key)) throw new Error(`${key} has changed and is not on the page`);
  for (const key of keys) if (!(key in all)) throw new Error(`${key} was never sent`);
  return state;
}

/** A panel of a client that shows a page of the plan that a file belongs to. */
export class TestPanel {
  /** The page as it has become by all updates. */
  page: PageState | undefined;
  version = 0;
  private readonly client: Client;
  private readonly params: Omit<PreviewParams, 'has'>;

  constructor(client: Client, path: string, params: Partial<PreviewParams> = {}) {
    this.client = client;
    const rest = { panel: 'one', view: 'document', chosen: {}, pictures: [], remotePictures: false };
    this.params = { uri: uriOf(path), ...rest, ...params };
  }

  /** Asks for what has changed, and takes it in. */
  async ask(params: Partial<PreviewParams> = {}): Promise<PreviewUpdate> {
    const all: PreviewParams = { ...this.params, has: this.version, ...params };
    const update = await this.client.request<PreviewUpdate | null>('goldthread/preview', all);
    if (!update) throw new Error('There is no page');
    this.page = applied(this.page, update);
    this.version = update.version;
    return update;
  }

  /** The markup of all blocks in order. */
  get html(): string {
    return (this.page?.order ?? []).map((key) => this.page?.html[key]).join('\n');
  }
}
