import type { Connection } from 'vscode-languageserver';
import { figure } from '../../features/figure.ts';
import { pasteOffers } from '../../features/paste/paste.ts';
import type { Handler } from '../handler.ts';
import { type FigureParams, figureRequest, type PasteOffer, type PasteParams, pasteRequest } from '../protocol.ts';

/** What is put into a plan from elsewhere: text from Word or a web page, pictures. For Goldthread’s own client. */
export const paste: Handler = {
  capabilities: {},
  listen(connection: Connection, { answer }) {
    const offers = answer<About<PasteParams>, PasteOffer[]>('file', [], ({ file }, { range, text, html }) =>
      pasteOffers(file, range, text, html),
    );
    const lines = answer<About<FigureParams>, string>('file', '', ({ file }, { range, path }) =>
      figure(file, range, path),
    );
    connection.onRequest(pasteRequest, (params: PasteParams, token) => offers(aboutFile(params), token));
    connection.onRequest(figureRequest, (params: FigureParams, token) => lines(aboutFile(params), token));
  },
};

/** Our own requests name a file by its URI alone. */
type About<Params> = Params & { readonly textDocument: { readonly uri: string } };

const aboutFile = <Params extends { readonly uri: string }>(params: Params): About<Params> => ({
  ...params,
  textDocument: { uri: params.uri },
});
