import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Client, type ClientOptions } from './client.ts';
import { bundle, serverWorker } from './worker.ts';

const root = 'vscode-vfs://github/plans';

const plan = `plan borough: The Borough Plan
  organisation: The Council
  period: 2026 to 2030

include: homes.plan

measure damp: Damp homes
  data: damp.csv

figure: The new path
  image: path.jpg
  alt: Walkers above a bay
`;

/** A client whose files are its own, and a server in a worker. */
async function opened(texts: Readonly<Record<string, string>>, options: Partial<ClientOptions> = {}) {
  const files = new Map(Object.entries(texts).map(([path, text]) => [`${root}/${path}`, text]));
  const client = new Client(serverWorker(), { folders: [root], ...options });
  onTestFinished(() => client.end());
  client.answers.set('goldthread/listFiles', () => [...files.keys()].filter((path) => /\.(plan|json)$/.test(path)));
  client.answers.set('goldthread/readFile', ({ uri }) => files.get(uri) ?? null);
  client.answers.set('goldthread/hasFile', ({ uri }) => files.has(uri));
  await client.start();
  client.open(`${root}/plan.plan`, texts['plan.plan'] ?? '');
  return { client, files };
}

const path = `${root}/plan.plan`;

test('the bundle needs nothing of Node', () => {
  const code = readFileSync(bundle, 'utf8');
  expect(code.match(/["'`]node:\w+/g)).toBeNull();
  expect(code.match(/\brequire\s*\(\s*["'][a-z_/]+["']\s*\)/g)).toBeNull();
});

test('plans of the client’s are checked with those that they depend on', async () => {
  const { client } = await opened({ 'plan.plan': plan, 'homes.plan': 'part borough: Homes\n' });
  expect(await client.rules(path)).toEqual(expect.arrayContaining(['measure/data-missing', 'syntax/missing-file']));
  expect(await client.rules(path)).not.toContain('syntax/include-missing');
});

test('no file is said to be missing before it was asked for, and each is asked for once', async () => {
  const { client, files } = await opened({
    'plan.plan': plan,
    'homes.plan': 'part borough: Homes\n',
    'path.jpg': '',
    'damp.csv': 'year,homes\n2024,1210\n',
  });
  const wrong = ['measure/data-missing', 'syntax/missing-file'];
  const first = await client.rules(path);
  expect(first.filter((rule) => wrong.includes(rule))).toEqual([]);
  expect(await client.rules(path)).toEqual(first);
  const asked = client.received.filter(({ method }) => method === 'goldthread/hasFile');
  expect(new Set(asked.map(({ params }) => JSON.stringify(params))).size).toBe(asked.length);
  files.delete(`${root}/path.jpg`);
  client.tellFiles({ [`${root}/path.jpg`]: 3 });
  expect(await client.rules(path)).toContain('syntax/missing-file');
});

test('a client that answers no questions gets what can be said of the open file', async () => {
  const { client } = await opened({ 'plan.plan': plan });
  client.answers.clear();
  expect(await client.rules(path)).not.toContain('syntax/missing-file');
});

test('all libraries and the first plan are in the bundle', async () => {
  const { client } = await opened({ 'plan.plan': plan });
  const server = join(import.meta.dirname, '../../server');
  for (const name of readdirSync(join(server, 'libraries')))
    expect(await client.request('workspace/textDocumentContent', { uri: `goldthread:${name}` })).toEqual({
      text: readFileSync(join(server, 'libraries', name), 'utf8'),
    });
  const made = await client.request<string>('goldthread/newPlan', { title: 'Ours', organisation: '', period: '' });
  expect(made).toContain(': Ours');
});
