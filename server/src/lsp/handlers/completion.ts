import type { CompletionItem, CompletionList, Connection } from 'vscode-languageserver';
import { complete, describeOffered } from '../../features/completion/completion.ts';
import type { Offered } from '../../features/completion/offer.ts';
import type { Handler } from '../handler.ts';

/** What an item of a list has with it: the file that it was asked for in, and enough to tell more about it. */
type Data = Offered & { readonly uri: string };

const nothing: CompletionList = { isIncomplete: false, items: [] };

/** What could be written where the cursor stands. */
export const completion: Handler = {
  capabilities: {
    completionProvider: {
      triggerCharacters: [':', ' ', '.', '[', ','],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  },
  listen(connection: Connection, desk) {
    connection.onCompletion(
      desk.answer('plan', nothing, ({ snapshot, file }, { textDocument, position, context }) => {
        const abilities = { snippets: desk.client.snippets, asksAgain: desk.client.goldthread };
        const list = complete(snapshot, file, position, { abilities, typed: context?.triggerCharacter });
        for (const item of list.items) if (item.data) item.data = { ...item.data, uri: textDocument.uri };
        return list;
      }),
    );
    connection.onCompletionResolve((item, token) => {
      const data = item.data as Partial<Data> | undefined;
      if (typeof data?.uri !== 'string') return item;
      const { uri, ...offered } = data;
      const described = desk.answer('file', item, ({ snapshot, file }): CompletionItem | undefined => {
        const value = describeOffered(snapshot, file, offered as Offered);
        return value === undefined ? undefined : { ...item, documentation: { kind: 'markdown', value } };
      });
      return described({ textDocument: { uri } }, token);
    });
  },
};
