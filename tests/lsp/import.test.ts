import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };
import { readers } from '../../server/src/importers/readers/index.ts';
import type { ImportAnswer, ImportFormat, ImportProgress, ReadBlock } from '../../server/src/lsp/import/protocol.ts';
import { uriOf } from '../../server/src/lsp/paths.ts';
import { Client } from './client.ts';
import { FOLDER, opened, openedProcess } from './open.ts';
import { bundle, serverWorker } from './worker.ts';

const markdown = `# A Safer Harbour: Plan 2026–2030

## Priority 1: Safer streets

People tell us that the quay is dark at night.

### What we will do

- Light the quay from end to end
- Open a night desk at the ferry office

| Year | Lamps |
| --- | --- |
| 2025 | 40 |

## Priority 2: <img src=x onerror=alert(1)> & more

### What we will do

- Count **every** lamp
`;

const importOf = (client: Client, path: string, more: object = {}): Promise<ImportAnswer | null> =>
  client.request('goldthread/import', { uri: uriOf(path), ...more });

const said = ({ became, text }: ReadBlock): string => `${became}: ${text}`;

test('what can be imported', async () => {
  const { client } = await opened({});
  const formats = await client.request<ImportFormat[]>('goldthread/importFormats');
  expect(formats.map(({ name }) => name)).toEqual(readers.map(({ name }) => name));
  expect(formats.every(({ isHere }) => isHere)).toBe(true);
});

test('the menu of the Explorer offers it on files that can be', () => {
  const item = manifest.contributes.menus['explorer/context'].find(({ command }) => command === 'goldthread.import');
  const [, expression = ''] = /=~ \/(.*)\/i$/.exec(item?.when ?? '') ?? [];
  const offered = new RegExp(expression, 'i');
  for (const { endings } of readers) expect(offered.test(`.${endings[0]}`), endings[0]).toBe(true);
  expect(offered.test('.plan')).toBe(false);
});

test('a document becomes a plan, and says block by block what became of it', async () => {
  const { client } = await opened({ 'harbour.md': markdown });
  const { imported } = (await importOf(client, `${FOLDER}/harbour.md`)) ?? {};
  expect(imported?.title).toBe('A Safer Harbour: Plan 2026–2030');
  expect(imported?.name).toMatch(/^a-safer-harbour/);
  const { page, text = '' } = imported ?? {};
  expect(page?.words).toMatch(/^All \d+ words of the document are in the plan/);
  expect(page?.counts).toContain('2 priorities');
  const blocks = page?.blocks ?? [];
  expect(blocks.map(said)).toEqual(
    expect.arrayContaining([
      'priority: Priority 1: Safer streets',
      'action: Light the quay from end to end',
      'action: Count every lamp',
    ]),
  );
  const lines = text.split('\n');
  const quay = blocks.find((block) => block.text.startsWith('Light the quay'));
  expect(lines[quay?.line ?? -1]).toContain('Light the quay from end to end');
  expect(quay).toMatchObject({ type: 'point', where: 'line 9', mark: '•' });
  const heading = blocks.find((block) => block.text.startsWith('Priority 1'));
  expect(lines[heading?.line ?? -1]).toContain('Safer streets');
  const table = blocks.find(({ type }) => type === 'table');
  expect(table?.table).toEqual({ head: [['Year', 'Lamps']], rows: [['2025', '40']], more: 0 });
});

test('in a plan in Welsh it is said in Welsh', async () => {
  const { client } = await opened({
    'cynllun.md':
      '# Cynllun\n\n## Blaenoriaeth 1: Cartrefi cynnes i bawb yn y sir\n\nMae’r bobl yn byw mewn cartrefi oer.\n',
  });
  const { imported } = (await importOf(client, `${FOLDER}/cynllun.md`)) ?? {};
  expect(imported?.page.language).toBe('cy');
  expect(imported?.page.blocks.map(({ became }) => became)).toContain('testun');
});

test('notes that the plan has are findings of the checks, and go when they are settled', async () => {
  const { client } = await opened({
    'plan.plan': 'plan p: Plan\n\n# unsure (structure): a priority?\npriority a: A\n',
  });
  expect(await client.rules(`${FOLDER}/plan.plan`)).toContain('import/unsure');
  client.replace(`${FOLDER}/plan.plan`, '# unsure (structure): a priority?\n', '');
  expect(await client.rules(`${FOLDER}/plan.plan`)).not.toContain('import/unsure');
});

test('what cannot be imported says why', async () => {
  const { client } = await opened({
    'empty.docx': '',
    'words.docx': 'Words',
    'other.json': '{}',
    'a.plan': 'plan a: A',
  });
  const fault = async (name: string): Promise<string | undefined> =>
    (await importOf(client, `${FOLDER}/${name}`))?.fault;
  expect(await fault('none.docx')).toBe('none.docx is not there.');
  expect(await fault('empty.docx')).toMatch(/^empty\.docx: The file is empty/);
  expect(await fault('other.json')).toMatch(/^other\.json: .*was not written by Goldthread/);
  expect(await fault('a.plan')).toBe('a.plan is a plan already.');
});

test('what no client of ours sends is answered with nothing', async () => {
  const { client } = await opened({});
  for (const params of [{}, { uri: 4 }, { uri: '' }, null, 'x'])
    expect(await client.request('goldthread/import', params)).toBeNull();
});

test('an import that nobody waits for any more ends', async () => {
  const { client } = await opened({ 'harbour.md': markdown });
  const source = new CancellationTokenSource();
  const params = { uri: uriOf(`${FOLDER}/harbour.md`) };
  const answer = client.connection.sendRequest('goldthread/import', params, source.token);
  source.cancel();
  await expect(answer).rejects.toThrow('No longer wanted');
});

test('a process reads a file wherever it is, PDF as well, and says how far it is', async () => {
  const { client, folder } = await openedProcess({ 'plans/main.plan': 'plan a: A\n' });
  mkdirSync(join(folder, 'elsewhere'));
  const pdf = readFileSync(join(import.meta.dirname, '../importers/pdf/fixtures/untagged.pdf'));
  writeFileSync(join(folder, 'elsewhere/old.pdf'), pdf);
  const told: ImportProgress[] = [];
  client.connection.onNotification('$/progress', ({ value }: { value: ImportProgress }) => {
    told.push(value);
  });
  const { imported, fault } = (await importOf(client, `${folder}/elsewhere/old.pdf`, { progress: 'one' })) ?? {};
  expect(fault).toBeUndefined();
  expect(imported?.page.format).toBe('PDF');
  expect(imported?.page.blocks.length).toBeGreaterThan(0);
  expect(told.at(-1)?.done).toBe(told.at(-1)?.all);
  expect((await importOf(client, folder))?.fault).toMatch(/ is a folder\.$/);
});

test('a worker of a browser asks for the bytes, and says that PDF is not for it', async () => {
  const root = 'vscode-vfs://github/plans';
  const client = new Client(serverWorker(), { folders: [root] });
  onTestFinished(() => client.end());
  const files: Readonly<Record<string, string>> = { 'harbour.md': markdown, 'old.pdf': '%PDF-1.7\n' };
  client.answers.set('goldthread/readBytes', ({ uri }) => {
    const text = files[uri.slice(root.length + 1)];
    return text === undefined ? null : { size: text.length, base64: Buffer.from(text).toString('base64') };
  });
  const asked: unknown[] = [];
  client.answers.set('goldthread/script', ({ name }) => {
    asked.push(name);
    return join(dirname(bundle), `${name}.worker.js`);
  });
  await client.start();
  const formats = await client.request<ImportFormat[]>('goldthread/importFormats');
  expect(formats.filter(({ isHere }) => !isHere).map(({ name }) => name)).toEqual(['pdf']);
  const { imported } = (await importOf(client, `${root}/harbour.md`)) ?? {};
  expect(imported?.page.blocks.map(said)).toContain('action: Light the quay from end to end');
  expect((await importOf(client, `${root}/old.pdf`))?.fault).toMatch(/^old\.pdf: PDF can’t be read in a browser/);
  expect(asked).toEqual(['imports']);
  client.answers.set('goldthread/readBytes', () => ({ size: 400_000_000 }));
  expect((await importOf(client, `${root}/large.docx`))?.fault).toMatch(/^large\.docx has more than 64 MB/);
});
