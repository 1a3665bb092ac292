import { expect, onTestFinished, test } from 'vitest';
import { Client } from './client.ts';
import { TestPanel } from './panel.ts';
import { serverWorker } from './worker.ts';

const root = 'vscode-vfs://github/plans';
const path = `${root}/plan.plan`;
const files = new Map(
  Object.entries({
    'plan.plan': `plan borough: The Borough Plan
  period: 2026 to 2030

include: homes.plan

table: Damp homes by year
  data: damp.csv

figure: The new path
  image: path ü.jpg
  alt: Walkers above a bay
`,
    'homes.plan': 'part borough: Homes\n\npriority homes: Build homes\n',
    'damp.csv': 'year,homes\n2024,1210\n2025,1107\n',
    'path ü.jpg': '',
  }).map(([name, text]) => [`${root}/${name}`, text]),
);

async function opened(): Promise<Client> {
  const client = new Client(serverWorker(), { folders: [root] });
  onTestFinished(() => client.end());
  client.answers.set('goldthread/listFiles', () => [...files.keys()].filter((name) => name.endsWith('.plan')));
  client.answers.set('goldthread/readFile', ({ uri }) => files.get(decodeURI(uri)) ?? null);
  client.answers.set('goldthread/hasFile', ({ uri }) => files.has(decodeURI(uri)));
  return client.start();
}

test('a page in a worker of a browser, of files that nobody has open, with figures that had to be fetched', async () => {
  const client = await opened();
  const panel = new TestPanel(client, path, { pictures: [{ folder: root, base: 'https://cdn.example/plans' }] });
  await panel.ask();
  expect(panel.html).toContain('Build homes');
  expect(panel.html).toContain('1107');
  expect(panel.html).toContain('https://cdn.example/plans/path%20%C3%BC.jpg');
  expect(await panel.ask()).toMatchObject({ whole: false, changed: [] });
});

test('the document as one page, with its style', async () => {
  const client = await opened();
  const page = await client.request<string>('goldthread/page', { uri: path });
  expect(page).toContain('--paper');
  expect(page).toContain('1107');
});
