import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, type Connection, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import type { Handler } from '../../server/src/lsp/handler.ts';
import { uriOf } from '../../server/src/lsp/paths.ts';
import { generatePlan } from '../bench/generate.ts';
import { randomFrom } from '../helpers/random.ts';
import { FOLDER, opened, openedProcess, openedWith } from './open.ts';

const plan = `plan a: A
  organisation: The Council
  period: 2026 to 2030

outcome well: People live well

priority homes: Build homes
  outcomes: well
`;
const path = `${FOLDER}/main.plan`;

/** Requests about a place in a file; what a client asks as it pleases. */
const aboutPlaces = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/completion',
  'textDocument/prepareRename',
  'textDocument/linkedEditingRange',
  'textDocument/prepareCallHierarchy',
];
const aboutFiles = [
  'textDocument/diagnostic',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/formatting',
  'textDocument/documentLink',
  'textDocument/codeLens',
  'textDocument/semanticTokens/full',
  'goldthread/thread',
  'goldthread/planFiles',
];

/** Asks, and takes an error of the protocol for an answer; what else goes wrong fails the test. */
async function answerTo(request: Promise<unknown>): Promise<unknown> {
  try {
    return await request;
  } catch (error) {
    expect(error).toMatchObject({ code: expect.any(Number) });
    return undefined;
  }
}

test('unknown requests are refused, unknown notifications are not heard', async () => {
  const { client } = await opened(plan);
  await expect(client.request('textDocument/nothing', {})).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
  client.notify('textDocument/nothing', {});
  client.notify('$/nothing', {});
  expect(await client.rules(path)).toContain('thread/outcome-without-kpq');
});

test('a server of its own loads what makes pages when it is asked, and refuses what nobody knows', async () => {
  const { client, folder } = await openedProcess(plan);
  for (const method of ['goldthread/nothing', 'textDocument/nothing'])
    await expect(client.request(method, {})).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
  client.notify('goldthread/previewClosed', { panel: 1 });
  const formats = await client.request('goldthread/importFormats', {});
  expect(formats).not.toEqual([]);
  const end = { line: 8, character: 0 };
  const place = { uri: uriOf(`${folder}/main.plan`), range: { start: end, end } };
  const offers = await client.request('goldthread/paste', { ...place, text: '• One\n• Two' });
  expect(offers).not.toEqual([]);
});

test.each([...aboutPlaces, ...aboutFiles])('%s with wrong parameters ends nothing', async (method) => {
  const { client } = await opened(plan);
  const wrong = [
    undefined,
    null,
    {},
    [],
    'x',
    { textDocument: null },
    { textDocument: {} },
    { textDocument: { uri: 1 } },
    { ...client.document(path), position: null, range: null, options: null, context: null },
    { ...client.document(path), position: { line: 'a', character: {} } },
  ];
  for (const params of wrong) await answerTo(client.request(method, params as object));
  expect(await client.rules(path)).toContain('thread/outcome-without-kpq');
});

test.each(aboutPlaces)('%s beyond the text, and in files that are not there, has an answer', async (method) => {
  const { client } = await opened(plan);
  const positions = [
    { line: 0, character: 1e9 },
    { line: 1e9, character: 0 },
    { line: -1, character: -1 },
    { line: 0, character: -5 },
    { line: 0.5, character: 0.5 },
    { line: 2 ** 53, character: 2 ** 53 },
  ];
  for (const position of positions)
    await answerTo(client.request(method, { ...client.document(path), position, context: {} }));
  for (const other of ['/plans/none.plan', '/none.plan', 'untitled:None', 'goldthread:none.plan'])
    await answerTo(
      client.request(method, { ...client.document(other), position: { line: 0, character: 0 }, context: {} }),
    );
  client.close(path);
  await answerTo(
    client.request(method, { ...client.document(path), position: { line: 0, character: 0 }, context: {} }),
  );
  expect(client.logs).toEqual([]);
});

describe('wrong notifications', () => {
  const documents = [
    ['textDocument/didOpen', [null, {}, { textDocument: null }, { textDocument: { uri: 5, text: null } }]],
    ['textDocument/didChange', [null, {}, { textDocument: { uri: 'file:///plans/main.plan' } }]],
    ['textDocument/didClose', [null, {}, { textDocument: { uri: 'file:///plans/none.plan' } }]],
    [
      'workspace/didChangeWatchedFiles',
      [null, {}, { changes: [{}] }, { changes: [{ uri: 'file:///x.plan', type: 9 }] }],
    ],
    ['workspace/didChangeWorkspaceFolders', [null, {}, { event: {} }]],
    ['workspace/didChangeConfiguration', [null, {}, { settings: 7 }]],
  ] as const;
  test.each(documents)('%s', async (method, all) => {
    const { client } = await opened(plan);
    for (const params of all) client.notify(method, params);
    expect(await client.rules(path)).toContain('thread/outcome-without-kpq');
  });

  test('a change in places that are none', async () => {
    const { client } = await opened(plan);
    const before = await client.rules(path);
    const range = (line: unknown, character: unknown) => ({ start: { line, character }, end: { line, character } });
    const ranges = [range('a', 'b'), range(null, null), range(Number.NaN, 0), { start: null, end: null }, {}];
    for (const range of ranges)
      client.notify('textDocument/didChange', {
        textDocument: { ...client.document(path).textDocument, version: 2 },
        contentChanges: [{ range, text: '' }],
      });
    expect(await client.rules(path)).toEqual(before);
  });
});

describe('a feature that throws', () => {
  const broken: Handler = {
    capabilities: { hoverProvider: true },
    listen(connection: Connection, desk) {
      connection.onHover(
        desk.answer('plan', null, (_, { position }) => {
          if (position.line === 0) throw new Error('This is broken');
          return { contents: 'whole' };
        }),
      );
      connection.onRequest(
        'test/anywhere',
        desk.answerAnywhere('nothing', async () => {
          throw new Error('This is broken too');
        }),
      );
    },
  };

  test('answers with nothing and logs it; the next request is answered', async () => {
    const { client } = await openedWith([broken], plan);
    const ask = (line: number) =>
      client.request('textDocument/hover', { ...client.document(path), position: { line, character: 0 } });
    expect(await ask(0)).toBeNull();
    await client.until(() => client.logs.length > 0);
    expect(client.logs.join()).toContain('This is broken');
    expect(await ask(1)).toEqual({ contents: 'whole' });
    expect(await client.request('test/anywhere')).toBe('nothing');
    expect(await client.rules(path)).toContain('thread/outcome-without-kpq');
  });
});

describe('what is large', () => {
  test('a line of ten megabytes', async () => {
    const { client, folder } = await openedProcess({});
    client.open(`${folder}/long.plan`, `plan a: A\noutcome well: ${'long '.repeat(2_000_000)}\n`);
    expect(await client.rules(`${folder}/long.plan`)).toContain('plan/no-period');
    client.replace(`${folder}/long.plan`, 'plan a: A\n', 'plan a: A\n  period: 2026 to 2030\n');
    expect(await client.rules(`${folder}/long.plan`)).not.toContain('plan/no-period');
  });

  test('a hundred thousand lines', async () => {
    const { client, folder } = await openedProcess({});
    const path = `${folder}/high.plan`;
    client.open(path, generatePlan('high', 100_000));
    expect(await client.rules(path)).not.toContain('reference/unknown-id');
    client.replace(path, 'outcomes: change-7', 'outcomes: nowhere');
    expect(await client.rules(path)).toContain('reference/unknown-id');
    client.change(path, 'plan a: A\n');
    expect(await client.rules(path)).toEqual(['plan/no-organisation', 'plan/no-period']);
  });
});

test('thousands of changes leave nothing behind', { timeout: 120_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { client } = await opened(generatePlan('long', 1_000));
  async function heapAfter(keystrokes: number): Promise<number> {
    for (let step = 0; step < keystrokes; step++) {
      client.edit(path, 200 + step, 200 + step, 'x');
      client.edit(path, 200 + step, 201 + step, '');
      await client.request('textDocument/diagnostic', client.document(path));
    }
    client.received.length = 0;
    collect();
    return process.memoryUsage().heapUsed;
  }
  const before = await heapAfter(1_000);
  expect((await heapAfter(2_000)) - before).toBeLessThan(4_000_000);
});

test('after a thousand changes, with requests cancelled in between, the answers are right', async () => {
  const { client } = await opened(plan);
  const random = randomFrom(11);
  const pending: Promise<unknown>[] = [];
  for (let step = 0; step < 1_000; step++) {
    const text = client.text(path);
    const start = Math.floor(random() * text.length);
    const end = Math.min(text.length, start + Math.floor(random() * 12));
    const pieces = ['x', '\n', '  outcomes: well\n', 'outcome new: New\n', '# comment\n', ' '];
    client.edit(path, start, end, pieces[Math.floor(random() * pieces.length)] as string);
    const source = new CancellationTokenSource();
    pending.push(
      client.connection
        .sendRequest('textDocument/diagnostic', client.document(path), source.token)
        .catch((error) => expect(error.code).toBe(LSPErrorCodes.RequestCancelled)),
    );
    if (random() < 0.9) source.cancel();
    if (step % 50 === 49) await Promise.all(pending.splice(0));
  }
  await Promise.all(pending);
  const found = await client.diagnostics(path);
  const { client: other } = await opened(client.text(path));
  expect(found).toEqual(await other.diagnostics(path));
  expect(client.logs).toEqual([]);
});
