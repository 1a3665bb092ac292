import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { bytesOf } from '../../server/src/documents/base64.ts';
import { formats } from '../../server/src/documents/formats.ts';
import { uriOf } from '../../server/src/lsp/paths.ts';
import type { ExportChoices, Exported, ExportParams } from '../../server/src/lsp/protocol.ts';
import { Client } from './client.ts';
import { FOLDER, opened, openedProcess } from './open.ts';
import { bundle, serverWorker } from './worker.ts';

/** Four bytes are enough to be taken for a picture of this sort. */
const png = '\x89PNG\r\n\x1a\n';
const pngBase64 = Buffer.from(png, 'latin1').toString('base64');

const borough = `plan borough: The Borough Plan
  title cy: Cynllun y Fwrdeistref
  organisation: Borough Council
  period: 2026 to 2030
  language: en
  translations: cy

outcome warm: People live in warm homes
  title cy: Mae pobl yn byw mewn cartrefi cynnes

kpq build-kpq: How many homes are warm?
  outcomes: warm

priority build: Build homes
  outcomes: warm
  kpqs: build-kpq
`;

const exportOf = (client: Client, path: string, params: Partial<ExportParams>): Promise<Exported | null> =>
  client.request('goldthread/export', { uri: uriOf(path), formats: ['html'], force: true, ...params });

const main = `${FOLDER}/main.plan`;

test('what a plan can be exported as', async () => {
  const { client } = await opened(borough);
  const choices = await client.request<ExportChoices>('goldthread/exportChoices', { uri: uriOf(main) });
  expect(choices.title).toBe('The Borough Plan');
  expect(choices.languages).toEqual(['en', 'cy']);
  expect(choices.formats.map(({ name }) => name)).toEqual(formats.map(({ name }) => name));
});

test('every format that is here gives files', async () => {
  const { client } = await opened(borough);
  const wanted = formats.filter(({ name }) => !name.endsWith('pdf')).map(({ name }) => name);
  const made = await exportOf(client, main, { formats: wanted });
  expect(made?.wrong).toEqual([]);
  const names = made?.files?.map(({ name }) => name) ?? [];
  for (const ending of ['html', 'docx', 'md', 'json', 'csv', 'xlsx', 'svg', 'mmd', 'xml', 'report.docx'])
    expect(
      names.some((name) => name.startsWith('borough.') && name.endsWith(`.${ending}`)),
      ending,
    ).toBe(true);
  const word = made?.files?.find(({ name }) => name === 'borough.docx');
  expect(String.fromCharCode(...bytesOf(word?.base64 ?? '').subarray(0, 2))).toBe('PK');
  expect(made?.files?.find(({ name }) => name === 'borough.html')?.text).toContain('People live in warm homes');
});

test('what is typed and not saved is what is exported', async () => {
  const { client } = await opened(borough);
  client.replace(main, 'Build homes', 'Build warm homes');
  const made = await exportOf(client, main, {});
  expect(made?.files?.[0]?.text).toContain('Build warm homes');
});

test('a file that nobody has open, by way of a part', async () => {
  const { client } = await opened(
    {
      'main.plan': 'plan a: A plan\n  period: 2026 to 2030\n\ninclude: homes.plan\n',
      'homes.plan': 'part a: Homes\n\npriority homes: Build homes\n',
    },
    { open: [] },
  );
  const made = await exportOf(client, `${FOLDER}/homes.plan`, {});
  expect(made?.files?.map(({ name }) => name)).toEqual(['a.html']);
  expect(made?.files?.[0]?.text).toContain('Build homes');
  expect(made?.sources).toEqual(expect.arrayContaining([uriOf(main), uriOf(`${FOLDER}/homes.plan`)]));
});

test('in another language', async () => {
  const { client } = await opened(borough);
  const made = await exportOf(client, main, { language: 'cy' });
  expect(made?.files?.map(({ name }) => name)).toEqual(['borough.cy.html']);
  expect(made?.files?.[0]?.text).toContain('Mae pobl yn byw mewn cartrefi cynnes');
});

test('a plan with errors is exported only where that is asked for', async () => {
  const { client } = await opened(borough.replace('outcomes: warm', 'outcomes: wram'));
  const refused = await exportOf(client, main, { force: false });
  expect(refused?.errors).toBe(1);
  expect(refused?.files).toBeUndefined();
  const made = await exportOf(client, main, {});
  expect(made?.errors).toBe(1);
  expect(made?.files).toHaveLength(1);
});

const withPicture = `${borough}
figure: The new path
  image: path.svg
  alt: Walkers above a bay
`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>';

test('pictures are in what is exported, and nothing may be written over them', async () => {
  const { client } = await opened({ 'main.plan': withPicture, 'path.svg': svg });
  const made = await exportOf(client, main, { force: false });
  expect(made?.files?.[0]?.text).toContain(`data:image/svg+xml;base64,${btoa(svg)}`);
  expect(made?.sources).toContain(uriOf(`${FOLDER}/path.svg`));
});

test('a picture that is not there is said, and the rest is exported where that is asked for', async () => {
  const { client, files } = await opened({ 'main.plan': withPicture, 'path.svg': svg });
  files.set(`${FOLDER}/path.svg`, 'words');
  const refused = await exportOf(client, main, { force: false });
  expect(refused?.wrong).toEqual([expect.stringMatching(/^The picture path\.svg is not a picture/)]);
  expect(refused?.files).toBeUndefined();
  expect((await exportOf(client, main, {}))?.files).toHaveLength(1);
});

test('the theme of the project, and what is wrong with it', async () => {
  const theme = { 'goldthread.json': '{ "theme": "looks/house.json" }', 'main.plan': borough };
  const { client } = await opened({ ...theme, 'looks/house.json': '{ "colours": { "accent": "#0f4c5c" } }' });
  const made = await exportOf(client, main, { force: false });
  expect(made?.wrong).toEqual([]);
  expect(made?.files?.[0]?.text).toContain('--accent: #0f4c5c');
  expect(made?.sources).toContain(uriOf(`${FOLDER}/looks/house.json`));
  const missing = await opened(theme);
  const refused = await exportOf(missing.client, main, { force: false });
  expect(refused?.wrong).toEqual(['looks/house.json is not there.']);
  expect(refused?.files).toBeUndefined();
  expect((await exportOf(missing.client, main, {}))?.files).toHaveLength(1);
});

test('a format that can’t be made here is said, and the others are there', async () => {
  const { client } = await opened(borough);
  const made = await exportOf(client, main, { formats: ['pdf', 'md'] });
  expect(made?.failed).toEqual([expect.stringContaining('PDF')]);
  expect(made?.files?.map(({ name }) => name)).toEqual(['borough.md']);
});

test('the page to print has its pictures in it', async () => {
  const { client } = await opened({ 'main.plan': withPicture, 'path.svg': svg });
  const page = await client.request<string>('goldthread/page', { uri: uriOf(main) });
  expect(page).toContain(`src="data:image/svg+xml;base64,${btoa(svg)}"`);
  expect(page).not.toContain('src="file:');
});

test('what no client of ours sends is answered with nothing', async () => {
  const { client } = await opened(borough);
  const uri = uriOf(main);
  const sent = [{}, { uri }, { uri, formats: [] }, { uri, formats: ['exe'] }, { uri: 4, formats: ['html'] }, null];
  for (const params of sent) expect(await client.request('goldthread/export', params)).toBeNull();
  expect(await client.request('goldthread/exportChoices', { uri: uriOf(`${FOLDER}/none.plan`) })).toBeNull();
  expect(await exportOf(client, `${FOLDER}/none.plan`, {})).toBeNull();
});

test('progress tells which format is begun', async () => {
  const { client } = await opened(borough);
  const begun: unknown[] = [];
  client.connection.onNotification('$/progress', (params: { token: string; value: string }) => {
    begun.push([params.token, params.value]);
  });
  await exportOf(client, main, { formats: ['html', 'md'], progress: 'one' });
  expect(begun).toEqual([
    ['one', 'html'],
    ['one', 'md'],
  ]);
});

test('an export that nobody waits for any more ends', async () => {
  const { client } = await opened(borough);
  const begun: string[] = [];
  client.connection.onNotification('$/progress', ({ value }: { value: string }) => {
    begun.push(value);
  });
  const source = new CancellationTokenSource();
  const params: ExportParams = { uri: uriOf(main), formats: ['html', 'md', 'docx'], force: true, progress: 'one' };
  const answer = client.connection.sendRequest('goldthread/export', params, source.token);
  source.cancel();
  await expect(answer).rejects.toThrow('No longer wanted');
  expect(begun).not.toContain('docx');
});

test('what is typed meanwhile is in all of the documents or in none', async () => {
  const { client } = await opened(borough);
  let typed = 0;
  client.connection.onNotification('$/progress', () => {
    client.replace(main, typed === 0 ? 'Build homes' : `Build ${typed} homes`, `Build ${++typed} homes`);
  });
  const made = await exportOf(client, main, { formats: ['html', 'md', 'json', 'docx'], progress: 'one' });
  expect(typed).toBeGreaterThan(1);
  for (const { name, text } of made?.files ?? []) if (text !== undefined) expect(text, name).toContain('Build homes');
});

test('a process reads pictures of the folder alone', async () => {
  const { client, folder } = await openedProcess(
    { 'plans/main.plan': withPicture.replace('path.svg', 'images/path.png') },
    { open: ['plans/main.plan'] },
  );
  mkdirSync(join(folder, 'plans/images'));
  writeFileSync(join(folder, 'plans/images/path.png'), png, 'latin1');
  const made = await exportOf(client, `${folder}/plans/main.plan`, {});
  expect(made?.wrong).toEqual([]);
  expect(made?.files?.[0]?.text).toContain(`data:image/png;base64,${pngBase64}`);
});

test('a process makes PDF', { timeout: 60_000 }, async () => {
  const { client, folder } = await openedProcess(borough);
  const choices = await client.request<ExportChoices>('goldthread/exportChoices', {
    uri: uriOf(`${folder}/main.plan`),
  });
  expect(choices.formats.filter(({ isHere }) => !isHere)).toEqual([]);
  const made = await exportOf(client, `${folder}/main.plan`, { formats: ['pdf'] });
  expect(made?.failed).toEqual([]);
  expect(made?.files?.map(({ name }) => name)).toEqual(['borough.pdf']);
  expect(String.fromCharCode(...bytesOf(made?.files?.[0]?.base64 ?? '').subarray(0, 5))).toBe('%PDF-');
});

test('a worker of a browser asks for pictures, and makes again what named them', async () => {
  const root = 'vscode-vfs://github/plans';
  const client = new Client(serverWorker(), { folders: [root] });
  onTestFinished(() => client.end());
  client.answers.set('goldthread/listFiles', () => [`${root}/main.plan`]);
  client.answers.set('goldthread/readFile', () => withPicture.replace('path.svg', 'path.png'));
  client.answers.set('goldthread/hasFile', () => true);
  client.answers.set('goldthread/readBytes', () => ({ size: png.length, base64: pngBase64 }));
  client.answers.set('goldthread/script', () => join(dirname(bundle), 'docx.worker.js'));
  await client.start();
  const made = await exportOf(client, `${root}/main.plan`, { formats: ['html', 'docx', 'json'], force: false });
  expect(made).toMatchObject({ wrong: [], errors: 0 });
  expect(made?.files?.map(({ name }) => name)).toEqual(['borough.html', 'borough.docx', 'borough.json']);
  expect(made?.files?.[0]?.text).toContain(`data:image/png;base64,${pngBase64}`);
  client.answers.set('goldthread/readBytes', () => ({ size: 52_428_800 }));
  const refused = await exportOf(client, `${root}/main.plan`, { force: false });
  expect(refused?.wrong).toEqual([expect.stringContaining('has 50 MB; 10 MB is the most.')]);
});

test('a worker of a browser asks for the files of a theme', async () => {
  const root = 'vscode-vfs://github/plans';
  const files: Readonly<Record<string, string>> = {
    'main.plan': borough,
    'goldthread.json': '{ "theme": "looks/house.json" }',
    'looks/house.json': '{ "colours": { "accent": "#0f4c5c" }, "logo": { "file": "logo.png", "alt": "Borough" } }',
  };
  const client = new Client(serverWorker(), { folders: [root] });
  onTestFinished(() => client.end());
  client.answers.set('goldthread/listFiles', () => [`${root}/main.plan`, `${root}/goldthread.json`]);
  client.answers.set('goldthread/readFile', ({ uri }) => files[uri.slice(root.length + 1)] ?? null);
  client.answers.set('goldthread/hasFile', () => true);
  client.answers.set('goldthread/readBytes', ({ uri }) =>
    uri === `${root}/looks/logo.png` ? { size: png.length, base64: pngBase64 } : null,
  );
  await client.start();
  const made = await exportOf(client, `${root}/main.plan`, { force: false });
  expect(made?.wrong).toEqual([]);
  expect(made?.files?.[0]?.text).toContain('--accent: #0f4c5c');
  expect(made?.files?.[0]?.text).toContain(`data:image/png;base64,${pngBase64}`);
  expect(made?.sources).toContain(`${root}/looks/logo.png`);
});
