import { expect, test } from 'vitest';
import { able } from './client.ts';
import { openedProcess } from './open.ts';

const plans = {
  'plan.plan': `plan borough: The Borough Plan
  period: 2026 to 2030

outcome well: People live well

priority homes: Build homes
  outcomes: we‸ll
  text: See [our page](https://example.org) and [[well]].

include: homes.plan
`,
  'homes.plan': 'part borough: Homes\n\npriority more: More homes\n  outcomes: well\n',
};

const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

/** One request for each feature: the capability, the method, and what it asks besides the file and the place. */
const features: readonly (readonly [capability: string, method: string, params?: object])[] = [
  ['hoverProvider', 'textDocument/hover'],
  ['completionProvider', 'textDocument/completion', { context: { triggerKind: 1 } }],
  ['definitionProvider', 'textDocument/definition'],
  ['referencesProvider', 'textDocument/references', { context: { includeDeclaration: true } }],
  ['documentHighlightProvider', 'textDocument/documentHighlight'],
  ['renameProvider', 'textDocument/prepareRename'],
  ['renameProvider', 'textDocument/rename', { newName: 'living' }],
  ['documentSymbolProvider', 'textDocument/documentSymbol'],
  ['workspaceSymbolProvider', 'workspace/symbol', { query: 'homes' }],
  ['codeActionProvider', 'textDocument/codeAction', { range, context: { diagnostics: [] } }],
  ['documentFormattingProvider', 'textDocument/formatting', { options }],
  ['documentRangeFormattingProvider', 'textDocument/rangeFormatting', { range, options }],
  ['foldingRangeProvider', 'textDocument/foldingRange'],
  ['selectionRangeProvider', 'textDocument/selectionRange', { positions: [{ line: 6, character: 13 }] }],
  ['documentLinkProvider', 'textDocument/documentLink'],
  ['semanticTokensProvider', 'textDocument/semanticTokens/full'],
  ['semanticTokensProvider', 'textDocument/semanticTokens/range', { range }],
  ['codeLensProvider', 'textDocument/codeLens'],
  ['inlayHintProvider', 'textDocument/inlayHint', { range }],
  ['callHierarchyProvider', 'textDocument/prepareCallHierarchy'],
  ['diagnosticProvider', 'textDocument/diagnostic'],
  ['diagnosticProvider', 'workspace/diagnostic', { previousResultIds: [] }],
];

/** Features that may have nothing to say of a plan: a text that is laid out well already. */
const mayBeEmpty = new Set(['textDocument/formatting', 'textDocument/rangeFormatting']);

test('every feature that the server says it has answers over standard input and output', async () => {
  const initialize = { initializationOptions: { goldthread: true } };
  const { client, folder } = await openedProcess(plans, { capabilities: able, initialize, open: ['plan.plan'] });
  const path = `${folder}/plan.plan`;
  const capabilities = (client.result?.capabilities ?? {}) as Record<string, unknown>;
  const empty: string[] = [];
  for (const [capability, method, params] of features) {
    expect(capabilities[capability], capability).toBeTruthy();
    const answer = await client.request(method, { ...client.at(path), ...params });
    const isEmpty = answer === null || (Array.isArray(answer) && answer.length === 0);
    if (isEmpty && !mayBeEmpty.has(method)) empty.push(method);
  }
  expect(empty).toEqual([]);
  const known = new Set([
    ...features.map(([capability]) => capability),
    'positionEncoding',
    'textDocumentSync',
    'workspace',
  ]);
  const others = Object.keys(capabilities).filter((name) => name.endsWith('Provider') && !known.has(name));
  expect(
    others.filter((name) => name !== 'documentOnTypeFormattingProvider' && name !== 'linkedEditingRangeProvider'),
  ).toEqual([]);
  for (const method of ['goldthread/thread', 'goldthread/planFiles'])
    expect(await client.request(method, { uri: client.document(path).textDocument.uri })).not.toEqual([]);
  expect(await client.request('goldthread/explain', { rule: 'reference/unknown-id' })).toContain(
    '# reference/unknown-id',
  );
  expect(await client.request('goldthread/check')).toMatchObject({ files: 2 });
  expect(client.logs).toEqual([]);
  expect(await client.stop()).toBe(0);
});
