import { commands, env, l10n, Uri, type ViewColumn, workspace } from 'vscode';
import type { BaseLanguageClient, Location, WorkspaceEdit } from 'vscode-languageclient';
import {
  explainCommand,
  locateRequest,
  type MendParams,
  mendRequest,
  type PreviewProblem,
  type ToggleParams,
  toggleRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { PlanFiles } from './files.ts';
import type { Follow } from './follow.ts';
import type { FromPage } from './messages.ts';

/** What is on a page when something is asked of it. */
export interface Shown {
  readonly version: number;
  readonly files: PlanFiles;
  readonly problems: readonly PreviewProblem[];
}

type Deed<T extends FromPage['type']> = Extract<FromPage, { readonly type: T }>;

/** Does what a page asks to be done to the plan and around it: through the server, which alone knows what may be done. */
export class Deeds {
  readonly #client: BaseLanguageClient;
  readonly #follow: Follow;

  constructor(client: BaseLanguageClient, follow: Follow) {
    this.#client = client;
    this.#follow = follow;
  }

  /** Mends a problem of the page. Gives what to say of it; undefined where the page has meanwhile become another one. */
  async mend({ version, problem, mend }: Deed<'mend'>, shown: Shown): Promise<string | undefined> {
    const found = version === shown.version ? shown.problems[problem] : undefined;
    const uri = found && shown.files.uris[found.file];
    const title = found?.mends[mend];
    if (found === undefined || uri === undefined || title === undefined) return undefined;
    const params: MendParams = { uri: this.#asUri(uri), range: found.range, rule: found.rule, mend: title };
    const edit = await this.#client.sendRequest<WorkspaceEdit | null>(mendRequest, params);
    return (await this.#apply(edit))
      ? l10n.t('Done: {0}', title)
      : l10n.t('This could not be done: the text has changed.');
  }

  /** Shows why something is a problem. */
  async explain({ version, problem }: Deed<'explain'>, shown: Shown): Promise<void> {
    const found = version === shown.version ? shown.problems[problem] : undefined;
    if (found !== undefined) await commands.executeCommand(explainCommand, found.rule);
  }

  /** Makes or breaks a link. Gives what to say where nothing came of it. */
  async toggle({ from, relation, to, on }: Deed<'toggle'>, plan: Uri): Promise<string | undefined> {
    const params: ToggleParams = { uri: this.#asUri(plan), from, relation, to, on };
    const edit = await this.#client.sendRequest<WorkspaceEdit | null>(toggleRequest, params);
    return (await this.#apply(edit)) ? undefined : l10n.t('This link can’t be changed here.');
  }

  /** Puts the cursor to an item. */
  async locate({ item }: Deed<'locate'>, plan: Uri, files: PlanFiles, beside: ViewColumn): Promise<void> {
    const found = await this.#client.sendRequest<Location | null>(locateRequest, { uri: this.#asUri(plan), item });
    const file = found === null ? undefined : files.numberOf(Uri.parse(found.uri));
    if (found !== null && file !== undefined) {
      await this.#follow.reveal(files, file, found.range.start.line, true, beside);
    }
  }

  /** Opens an address elsewhere, after the editor has asked whether to. */
  async open({ href }: Deed<'open'>): Promise<void> {
    await env.openExternal(Uri.parse(href, true));
  }

  /** Makes an edit, as an ordinary one that can be undone. False where there is none to make. */
  async #apply(edit: WorkspaceEdit | null): Promise<boolean> {
    if (edit === null) return false;
    return workspace.applyEdit(await this.#client.protocol2CodeConverter.asWorkspaceEdit(edit));
  }

  #asUri(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }
}
