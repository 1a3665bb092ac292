import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  type Range,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PasteOffer, type PasteParams, pasteRequest } from '../../server/src/lsp/protocol.ts';
import { planSelector } from './client.ts';

const kind = DocumentDropOrPasteEditKind.Empty.append('goldthread');

/** Offers what pasted text could become: bullets from Word as actions, a table from a web page as Markdown. */
export function registerPaste(client: BaseLanguageClient): Disposable {
  const provider = {
    async provideDocumentPasteEdits(
      document: TextDocument,
      [range]: readonly Range[],
      clipboard: DataTransfer,
      _context: unknown,
      token: CancellationToken,
    ): Promise<DocumentPasteEdit[]> {
      const text = await clipboard.get('text/plain')?.asString();
      if (range === undefined || text === undefined) return [];
      const params: PasteParams = {
        uri: client.code2ProtocolConverter.asUri(document.uri),
        range: client.code2ProtocolConverter.asRange(range),
        text,
        html: await clipboard.get('text/html')?.asString(),
      };
      const offers = await client.sendRequest<PasteOffer[]>(pasteRequest, params, token);
      return offers.map((offer) => new DocumentPasteEdit(offer.text, offer.title, kind.append(offer.kind)));
    },
  };
  return languages.registerDocumentPasteEditProvider(planSelector(), provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain', 'text/html'],
  });
}
