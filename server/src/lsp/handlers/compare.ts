import type { Connection } from 'vscode-languageserver';
import { Comparisons } from '../compare/comparisons.ts';
import { marksOf } from '../compare/marks.ts';
import { comparisonOf } from '../compare/page.ts';
import { readCompareParams } from '../compare/params.ts';
import { type Comparison, compareRequest, type ItemMark, marksRequest } from '../compare/protocol.ts';
import type { Handler } from '../handler.ts';

/** What changed in a plan since another state of it, for Goldthread’s own client: as a page, and as marks for the golden thread. */
export const comparing: Handler = {
  capabilities: {},
  listen(connection: Connection, desk) {
    const comparisons = new Comparisons(desk);
    connection.onRequest(
      compareRequest,
      desk.answerAnywhere<unknown, Comparison | null>(null, async (sent, token) => {
        const asked = readCompareParams(sent);
        const compared = asked && (await comparisons.compare(asked, true, token));
        return asked && compared ? comparisonOf(compared, asked.shown, desk.uri) : null;
      }),
    );
    connection.onRequest(
      marksRequest,
      desk.answerAnywhere<unknown, ItemMark[]>([], async (sent, token) => {
        const asked = readCompareParams(sent);
        const compared = asked && (await comparisons.compare(asked, false, token));
        return compared ? marksOf(compared, desk.uri) : [];
      }),
    );
  },
};
