import { expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { Client } from './client.ts';
import { FOLDER, opened } from './open.ts';

const main = `${FOLDER}/main.plan`;

const complete = (client: Client, context?: object): Promise<CompletionList> =>
  client.request<CompletionList>('textDocument/completion', { ...client.at(main), context });

test('ids by title, described when they are looked at', async () => {
  const { client } = await opened('plan p: P\n\noutcome safe: Streets are safe\n\npriority x: X\n  outcomes: ‸\n');
  const { items } = await complete(client);
  expect(items.map(({ label }) => label)).toEqual(['Streets are safe']);
  const [item] = items;
  expect(item?.documentation).toBeUndefined();
  const described = await client.request<CompletionItem>('completionItem/resolve', item);
  expect(described.documentation).toMatchObject({
    kind: 'markdown',
    value: expect.stringContaining('Streets are safe'),
  });
});

test('items of a library that the plan does not use yet, from the first dot on', async () => {
  const { client } = await opened('plan p: P\n\npriority x: X\n  goals: ‸\n');
  expect((await complete(client)).items.map(({ label }) => label)).toContain('wfg-2015.');
  client.replace(main, 'goals: ', 'goals: wfg-2015.');
  const { character, line } = { line: 3, character: '  goals: wfg-2015.'.length };
  const { items } = await client.request<CompletionList>('textDocument/completion', {
    ...client.document(main),
    position: { line, character },
    context: { triggerKind: 2, triggerCharacter: '.' },
  });
  const item = items.find(({ label }) => label === 'A resilient Wales');
  expect(item?.additionalTextEdits).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: '  uses: wfg-2015\n' },
  ]);
});

test('a client that knows no snippets gets none', async () => {
  const plan = 'plan p: P\n\npriority x: X\n  ‸\n';
  const { client } = await opened(plan, { capabilities: {} });
  const { items } = await complete(client);
  expect(items.some(({ insertTextFormat }) => insertTextFormat !== undefined)).toBe(false);
  const able = await opened(plan);
  expect((await complete(able.client)).items.some(({ insertTextFormat }) => insertTextFormat === 2)).toBe(true);
});

test('an item that is not from a list of ours comes back as it is', async () => {
  const { client } = await opened('plan p: P\n‸');
  const item = { label: 'x', data: { uri: 'file:///nowhere.plan', plan: 'x', id: 'y' } };
  expect(await client.request('completionItem/resolve', item)).toEqual(item);
  expect(await client.request('completionItem/resolve', { label: 'x', data: 4 })).toEqual({ label: 'x', data: 4 });
  expect(await client.request('completionItem/resolve', { label: 'x' })).toEqual({ label: 'x' });
});
