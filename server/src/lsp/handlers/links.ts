import type { Connection, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { links as planLinks } from '../../features/links.ts';
import type { Handler } from '../handler.ts';
import { canShow } from '../paths.ts';

/** Files, web pages and the pages of rules that can be opened from a plan. */
export const links: Handler = {
  capabilities: { documentLinkProvider: { resolveProvider: false } },
  listen(connection: Connection, desk) {
    connection.onDocumentLinks(
      desk.answer<DocumentLinkParams, DocumentLink[]>('plan', [], ({ snapshot, file, uri }) =>
        planLinks(snapshot, file)
          .filter(({ path, url }) => canShow(desk, path ?? url ?? ''))
          .map(({ range, path, url, tooltip }) => {
            const target = path === undefined ? url : uri(path);
            return { range, tooltip, ...(target === undefined ? {} : { target }) };
          }),
      ),
    );
  },
};
