import type { Connection } from 'vscode-languageserver';
import { rulePage } from '../../features/rule-page.ts';
import type { Handler } from '../handler.ts';
import { pathOf } from '../paths.ts';
import { explainRequest } from '../protocol.ts';

/** The scheme of texts that come with the program: libraries and the pages of rules. */
const scheme = 'goldthread';
const rulePath = /^goldthread:(?:\/\/)?\/?rules\/(.+)\.md$/;

/** Texts that come with the program, for reading: shipped libraries and the pages of rules. */
export const documents: Handler = {
  capabilities: { workspace: { textDocumentContent: { schemes: [scheme] } } },
  listen(connection: Connection, { surroundings, answerAnywhere }) {
    const textOf = (path: string): string | undefined => {
      const rule = rulePath.exec(path)?.[1];
      return rule !== undefined
        ? rulePage(rule)
        : surroundings.libraries.find((library) => library.path === path)?.text;
    };
    connection.workspace.textDocumentContent.on(
      answerAnywhere(null, ({ uri }) => {
        const text = textOf(pathOf(uri));
        return text === undefined ? null : { text };
      }),
    );
    connection.onRequest(
      explainRequest,
      answerAnywhere<{ rule: string }, string | null>(null, ({ rule }) => rulePage(rule) ?? null),
    );
  },
};
