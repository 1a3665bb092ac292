import type { Connection, SemanticTokens } from 'vscode-languageserver';
import { tokenEdits, tokenModifiers, semanticTokens as tokensOf, tokenTypes } from '../../features/semantic-tokens.ts';
import type { Handler } from '../handler.ts';

/** Of so many files what was sent last is kept, so that only what differs need be sent. */
const KEPT = 20;

/** What each word is, for clients to colour. */
export const semanticTokens: Handler = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  },
  listen(connection: Connection, { answer }) {
    const sent = new Map<string, SemanticTokens>();
    let lastId = 0;
    const keep = (path: string, data: number[]): SemanticTokens => {
      const tokens = { resultId: String(++lastId), data };
      sent.delete(path);
      sent.set(path, tokens);
      for (const [oldest] of sent) if (sent.size > KEPT) sent.delete(oldest);
      return tokens;
    };
    const { semanticTokens: requests } = connection.languages;
    requests.on(answer('file', { data: [] }, ({ file }) => keep(file.path, tokensOf(file))));
    requests.onRange(answer('file', { data: [] }, ({ file }, { range }) => ({ data: tokensOf(file, range) })));
    requests.onDelta(
      answer('file', { data: [] }, ({ file }, { previousResultId }) => {
        const before = sent.get(file.path);
        const now = keep(file.path, tokensOf(file));
        if (before?.resultId !== previousResultId) return now;
        return { resultId: now.resultId as string, edits: tokenEdits(before.data, now.data) };
      }),
    );
  },
};
