import { expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  Hover,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver';
import { checkRequest, type ThreadNode, threadChanged, threadRequest } from '../../server/src/lsp/protocol.ts';
import { FOLDER, opened } from './open.ts';

const main = `${FOLDER}/main.plan`;
const own = { initialize: { initializationOptions: { goldthread: true } } };
const plan = 'plan p: Plan\n\noutcome safe: Communities are safe\n\ninclude: part.plan\n';
const part = 'part p: Part\n\npriority x: X\n  outcomes: safe\n  action: A\n';

test('hover', async () => {
  const { client } = await opened(plan.replace('Comm', 'Com‸m'));
  const hover = await client.request<Hover>('textDocument/hover', client.at(main));
  expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('outcome · `safe`') });
  expect(
    await client.request('textDocument/hover', { ...client.at(main), position: { line: 1, character: 0 } }),
  ).toBeNull();
});

test('inlay hints, as the settings ask', async () => {
  const text = `${plan}\npriority y: Y\n  outcomes: safe\n`;
  const hints = async (settings: unknown): Promise<InlayHint[]> => {
    const { client } = await opened(text, { settings });
    await client.next('workspace/inlayHint/refresh');
    return client.request<InlayHint[]>('textDocument/inlayHint', client.range(main));
  };
  expect(await hints({})).toMatchObject([{ position: { line: 7, character: 16 }, label: 'Communities are safe' }]);
  expect(await hints({ inlayHints: { titles: false } })).toEqual([]);
});

test('lenses for a client that has the command, and that wants them', async () => {
  const lenses = async (options: object): Promise<CodeLens[]> => {
    const { client } = await opened({ 'main.plan': plan, 'part.plan': part }, { ...options, open: ['main.plan'] });
    await client.next('workspace/inlayHint/refresh');
    return client.request<CodeLens[]>('textDocument/codeLens', client.document(main));
  };
  expect(await lenses({})).toEqual([]);
  expect(await lenses({ ...own, settings: { codeLens: false } })).toEqual([]);
  const [lens] = await lenses(own);
  expect(lens?.command).toMatchObject({ title: '1 priority · no KPQ yet', command: 'goldthread.showReferences' });
  expect(lens?.command?.arguments).toEqual([
    `file://${main}`,
    { line: 2, character: 0 },
    [{ uri: `file://${FOLDER}/part.plan`, range: expect.objectContaining({ start: { line: 2, character: 12 } }) }],
  ]);
});

test('the thread from one item to the next', async () => {
  const { client } = await opened({ 'main.plan': plan.replace('safe:', 's‸afe:'), 'part.plan': part });
  const [item] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', client.at(main));
  expect(item).toMatchObject({ name: 'Communities are safe', detail: 'outcome · safe' });
  const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
  expect(incoming).toMatchObject([
    { from: { name: 'X', uri: `file://${FOLDER}/part.plan` }, fromRanges: [{ start: { line: 3, character: 12 } }] },
  ]);
  const back = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
    item: incoming[0]?.from,
  });
  expect(back).toMatchObject([{ to: { name: 'Communities are safe' } }]);
});

test('semantic tokens: what changed gives what is there', async () => {
  const { client } = await opened(plan);
  const full = await client.request<SemanticTokens>('textDocument/semanticTokens/full', client.document(main));
  client.replace(main, 'include: part.plan', 'kpq k: K?\n  outcomes: safe');
  const delta = await client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    ...client.document(main),
    previousResultId: full.resultId,
  });
  const data = [...full.data];
  for (const { start, deleteCount, data: added = [] } of delta.edits) data.splice(start, deleteCount, ...added);
  const fresh = await client.request<SemanticTokens>('textDocument/semanticTokens/full', client.document(main));
  expect(data).toEqual(fresh.data);
  const lost = { ...client.document(main), previousResultId: 'gone' };
  expect(await client.request('textDocument/semanticTokens/full/delta', lost)).toMatchObject({ data: fresh.data });
  const ranged = await client.request<SemanticTokens>('textDocument/semanticTokens/range', client.range(main));
  expect(ranged.data).toEqual(fresh.data);
});

test('the thread as a tree, and the news of a change', async () => {
  const { client } = await opened({ 'main.plan': plan, 'part.plan': part }, { ...own, open: ['main.plan'] });
  const nodes = await client.request<ThreadNode[]>(threadRequest, { uri: `file://${main}` });
  expect(nodes).toMatchObject([
    {
      key: 'outcome safe',
      description: 'outcome · no KPQ yet',
      uri: `file://${main}`,
      children: [{ title: 'X', uri: `file://${FOLDER}/part.plan`, children: [{ title: 'A', kind: 'action' }] }],
    },
  ]);
  client.received.length = 0;
  client.replace(main, 'Communities', 'People');
  client.replace(main, 'People', 'Towns');
  await client.next(threadChanged);
  expect(client.received.filter(({ method }) => method === threadChanged)).toHaveLength(1);
});

test('other clients hear nothing of the thread', async () => {
  const { client } = await opened(plan);
  client.replace(main, 'Communities', 'People');
  await client.next('workspace/inlayHint/refresh');
  expect(client.received.some(({ method }) => method === threadChanged)).toBe(false);
});

test('a check of everything, asked for with parameters or without', async () => {
  const { client } = await opened({ 'main.plan': plan, 'part.plan': part });
  const counts = { files: 2, errors: expect.any(Number), warnings: expect.any(Number), others: expect.any(Number) };
  expect(await client.request(checkRequest, {})).toEqual(counts);
  expect(await client.request(checkRequest)).toEqual(counts);
});
