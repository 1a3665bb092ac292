import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { uriOf } from '../../server/src/lsp/paths.ts';
import { folderWith } from '../helpers/folder.ts';
import { Client, type ClientOptions, told } from './client.ts';
import { serverProcess } from './transport.ts';

const plan = 'plan h: H\n\noutcome well: People live well: [[x]]\n\ninclude: parts/p.plan\n';
const part = 'part h: P\n\npriority x: X\n  outcomes: well\n';

/** A client of a server with files of a disk. It has no folder open, unless it is said to have one. */
async function clientOf(files: Readonly<Record<string, string>>, options: ClientOptions | 'folder' = {}) {
  const folder = folderWith(files);
  const own = options === 'folder' ? { folders: [folder] } : options;
  const client = new Client(serverProcess('server'), own);
  await client.start();
  const path = (name: string): string => join(folder, name);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  const open = (name: string): void => client.open(path(name), files[name] ?? '');
  /** What is wrong in a file, by the names of rules of the language itself: what a file lacks is not of interest here. */
  const wrong = async (name: string): Promise<string[]> =>
    (await client.rules(path(name))).filter((rule) => /^(?:reference|syntax)\//.test(rule));
  return { client, folder, path, write, open, wrong };
}

test('a file that is opened alone knows what it includes from other folders', async () => {
  const { client, open, wrong } = await clientOf({
    'h.plan': plan,
    'parts/p.plan': part,
    'parts/other.plan': 'plan o: O\n',
  });
  open('h.plan');
  expect(await wrong('h.plan')).toEqual([]);
  open('parts/p.plan');
  expect(await wrong('parts/p.plan')).toEqual([]);
  await client.end();
});

test('a part that was opened before the plan that includes it belongs to that then', async () => {
  const { client, path, open, wrong } = await clientOf({ 'h.plan': plan, 'parts/p.plan': part });
  open('parts/p.plan');
  expect(await wrong('parts/p.plan')).toEqual(['reference/part-without-plan']);
  open('h.plan');
  expect(await wrong('h.plan')).toEqual([]);
  await expect.poll(() => wrong('parts/p.plan')).toEqual([]);
  client.replace(path('h.plan'), 'include: parts/p.plan', 'include: parts/q.plan');
  expect(await wrong('h.plan')).toContain('syntax/missing-file');
  await client.end();
});

test('a file that is opened alone belongs to the project that the command line finds', async () => {
  const files = {
    'goldthread.json': '{"rules":{"syntax/*":"off"}}',
    'a/h.plan': 'plan h: H\n\nwhat is this\n',
    'parts/p.plan': part,
  };
  const { client, open, wrong } = await clientOf({ ...files, 'a/i.plan': 'include: ../parts/p.plan\n' });
  open('a/h.plan');
  expect(await wrong('a/h.plan')).toEqual([]);
  await client.end();
});

test('a folder that is deleted takes its figures and pictures with it', async () => {
  const files = { 'p.plan': 'plan p: P\n\nfigure: F\n  image: data/a.png\n  alt: A\n', 'data/a.png': '' };
  const { client, path, open, wrong } = await clientOf(files, 'folder');
  open('p.plan');
  expect(await wrong('p.plan')).toEqual([]);
  rmSync(path('data'), { recursive: true });
  client.tellFiles({ [path('data')]: 3 });
  expect(await wrong('p.plan')).toEqual(['syntax/missing-file']);
  await client.end();
});

test('a client that does not say what changes on the disk is served as it is when it saves', async () => {
  const { workspace, ...rest } = told;
  const { didChangeWatchedFiles: _, ...unwatched } = workspace ?? {};
  const { client, folder, path, write, open } = await clientOf(
    { 'p.plan': 'plan p: P\n\nwhat is this\n', 'q.plan': 'plan q: Q\n' },
    { capabilities: { ...rest, workspace: unwatched } },
  );
  const said = (): string[] | undefined => client.pushed.get(path('p.plan'))?.map(({ code }) => String(code));
  open('p.plan');
  await expect.poll(said).toContain('syntax/no-key');
  write('goldthread.json', '{"rules":{"syntax/*":"off"}}');
  client.notify('textDocument/didSave', { textDocument: { uri: uriOf(path('p.plan')) } });
  await expect.poll(said).not.toContain('syntax/no-key');
  expect(folder).not.toBe('');
  await client.end();
});

test('a client that cannot show the texts that come with the program is not sent to them', async () => {
  const { textDocumentContent: _, ...workspace } = told.workspace ?? {};
  const files = { 'p.plan': 'plan p: P\n  uses: wfg-2015\n\npriority x: X\n  goals: wfg-2015.resilient-wales\n' };
  const { client, path, open } = await clientOf(files, { capabilities: { ...told, workspace } });
  open('p.plan');
  await expect.poll(() => client.pushed.get(path('p.plan'))?.length ?? 0).toBeGreaterThan(0);
  expect(JSON.stringify(client.pushed.get(path('p.plan')))).not.toContain('goldthread:');
  const place = { textDocument: { uri: uriOf(path('p.plan')) }, position: { line: 4, character: 22 } };
  expect(await client.request('textDocument/definition', place)).toEqual([]);
  const { renameProvider, codeActionProvider } = client.result?.capabilities ?? {};
  expect([renameProvider, codeActionProvider]).not.toContain(undefined);
  await client.end();
});

test('a document that was never saved stands in no folder', async () => {
  const { client } = await clientOf({});
  const uri = 'untitled:Untitled-1';
  client.open(uri, 'plan h: H\n\ninclude: parts/p.plan\n', uri);
  const place = { textDocument: { uri }, position: { line: 2, character: 14 } };
  expect(await client.request('textDocument/definition', place)).toEqual([]);
  await client.end();
});
