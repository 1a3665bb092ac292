import { expect, test } from 'vitest';
import type { Before, CompareParams, Comparison, ItemMark, PastFile } from '../../server/src/lsp/compare/protocol.ts';
import { uriOf } from '../../server/src/lsp/paths.ts';
import type { Client } from './client.ts';
import { FOLDER, opened } from './open.ts';

const borough = `plan borough: The Borough Plan
  organisation: Borough Council
  period: 2026 to 2030

outcome warm: People live in warm homes

kpq how-warm: How warm are homes?
  outcomes: warm

measure epc: Homes with a good grade
  kpqs: how-warm
  unit: homes
  baseline: 5,000 in 2025
  target: 7,000 by 2030-03

priority build: Build homes
  outcomes: warm

  action lining: Fit thick loft lining
    lead: Housing
    due: 2028-10

  action: Plant a hedge
`;

const main = `${FOLDER}/main.plan`;

const past = (files: Readonly<Record<string, string | null>>): Before => ({
  revision: 'HEAD',
  files: Object.entries(files).map(
    ([path, text]): PastFile => ({
      uri: uriOf(`${FOLDER}/${path}`),
      isThere: text !== null,
      ...(text !== null && { text }),
    }),
  ),
});

const ask = <Result>(client: Client, request: string, before: Before, path = main): Promise<Result> =>
  client.request(`goldthread/${request}`, { uri: uriOf(path), before } satisfies CompareParams);

const compared = (client: Client, before: Before, path?: string): Promise<Comparison | null> =>
  ask(client, 'compare', before, path);

const marked = (client: Client, before: Before, path?: string): Promise<ItemMark[]> =>
  ask(client, 'marks', before, path);

/** The words of a page, line by line. */
const wordsOf = (page: Comparison | null): string =>
  (page?.html ?? '')
    .replace(/<\/(?:h2|li|tr|p)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim();

test('nothing has changed', async () => {
  const { client } = await opened(borough);
  expect(await compared(client, past({ 'main.plan': borough }))).toEqual({
    title: 'The Borough Plan',
    isSame: true,
    html: '',
    places: [],
  });
  expect(await marked(client, past({ 'main.plan': borough }))).toEqual([]);
});

test('a layout that is another one is no change, nor a byte-order mark or line ends of Windows', async () => {
  const { client } = await opened(borough);
  const before = past({ 'main.plan': `\uFEFF${borough.replaceAll('\n', '\r\n')}\r\n# A comment\r\n` });
  expect((await compared(client, before))?.isSame).toBe(true);
});

test('what is typed and not saved is compared, again and again', async () => {
  const { client } = await opened(borough);
  const before = past({ 'main.plan': borough });
  client.replace(main, '7,000 by', '8,000 by');
  expect(wordsOf(await compared(client, before))).toContain('Changed Target moved from 7,000 to 8,000 by 2030-03');
  client.replace(main, '8,000 by', '7,000 by');
  expect((await compared(client, before))?.isSame).toBe(true);
});

test('items lead to where they stand, those that are gone to where they stood', async () => {
  const { client } = await opened(`\n${borough.replace('\n  action: Plant a hedge\n', '')}`);
  const page = await compared(client, past({ 'main.plan': borough }));
  const line = borough.split('\n').findIndex((one) => one.includes('Plant a hedge'));
  const priority = borough.split('\n').findIndex((one) => one.startsWith('priority'));
  expect(page?.places).toEqual([
    { uri: uriOf(main), line: priority + 1, isBefore: false },
    { uri: uriOf(main), line, isBefore: true },
  ]);
  expect(page?.html).toContain('<a href="#_place-0">Priority: Build homes</a>');
  expect(page?.html).toContain('“<a href="#_place-1">Plant a hedge</a>” was dropped');
});

test('the whole document with the changes marked, and ways to the text', async () => {
  const { client } = await opened(borough.replace('thick loft', 'warm loft'));
  const params: CompareParams = { uri: uriOf(main), before: past({ 'main.plan': borough }), shown: 'document' };
  const page = await client.request<Comparison>('goldthread/compare', params);
  expect(page.html).toMatch(/<del[^>]*>(?:<[^>]+>|[^<])*thick/);
  expect(page.html).toMatch(/<ins[^>]*>(?:<[^>]+>|[^<])*warm/);
  expect(page.html).not.toMatch(/<(?:script|style)| style="| on\w+="/);
  const line = borough.split('\n').findIndex((one) => one.startsWith('priority'));
  const place = page.places.findIndex((one) => one.line === line);
  expect(page.html).toContain(`<a href="#_place-${place}">Go to the text</a>`);
});

test('parts that came, went and were renamed', async () => {
  const { client } = await opened({
    'main.plan': `${borough}\ninclude: parks.plan\n`,
    'parks.plan': 'part borough: Parks\n\npriority parks: Parks near homes\n',
  });
  const renamed = { 'parks.plan': null, 'green.plan': 'part borough: Parks\n\npriority parks: Parks\n' };
  const before = past({ ...renamed, 'main.plan': `${borough}\ninclude: green.plan\n` });
  const page = await compared(client, before, `${FOLDER}/parks.plan`);
  expect(wordsOf(page)).toContain('Changed Title changed: Parks near homes');
  expect(wordsOf(page)).not.toContain('New Priority');
  const gone = await compared(client, past({ 'main.plan': borough, 'parks.plan': null }));
  expect(wordsOf(gone)).toContain('New Priority “Parks near homes” is new');
  expect((await compared(client, past({})))?.isSame).toBe(true);
});

test('a plan that is new, also in a folder of which nothing was there', async () => {
  const { client } = await opened(borough);
  const page = await compared(client, past({ 'main.plan': null }));
  expect(page?.isSame).toBe(false);
  expect(wordsOf(page)).toContain('This plan is new, with');
});

test('tables of figures as they were', async () => {
  const plan = borough.replace('  unit: homes\n', '  unit: homes\n  data: epc.csv\n');
  const { client } = await opened({ 'main.plan': plan, 'epc.csv': 'period,value\n2026,5100\n' });
  const csv = past({ 'epc.csv': 'period,value\n2026,5000\n' });
  expect(wordsOf(await compared(client, csv))).toContain('The figures in “epc.csv” changed');
  expect((await compared(client, past({ 'main.plan': plan })))?.isSame).toBe(true);
});

test('settings as they were', async () => {
  const faulty = borough.replace('    lead: Housing\n', '');
  const { client } = await opened(faulty);
  const rules = [...new Set((await client.diagnostics(main)).map(({ code }) => String(code)))];
  expect(rules.length).toBeGreaterThan(0);
  const off = JSON.stringify({ rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])) });
  expect(wordsOf(await compared(client, past({ 'goldthread.json': off })))).toContain('New problems');
  expect(wordsOf(await compared(client, past({ 'goldthread.json': null })))).not.toContain('New problems');
});

test('another plan file, whatever it is called', async () => {
  const other = borough.replace('plan borough', 'plan old').replace('Build homes', 'Build many homes');
  const { client } = await opened({ 'main.plan': borough, 'last/old.plan': other }, { open: ['main.plan'] });
  const page = await compared(client, { uri: uriOf(`${FOLDER}/last/old.plan`) });
  expect(wordsOf(page)).toContain('Title changed: Build many homes');
  expect(page?.places.filter(({ isBefore }) => isBefore)).toEqual([]);
  expect(wordsOf(await compared(client, { uri: uriOf(`${FOLDER}/none.plan`) }))).toContain('This plan is new');
});

test('marks for the golden thread: what is new, changed, linked otherwise; never what only moved its line', async () => {
  const { client } = await opened(
    `# Another line\n${borough}`
      .replace('7,000 by', '8,000 by')
      .replace('Build homes\n  outcomes: warm\n', 'Build homes\n')
      .replace('  action: Plant a hedge\n', '  action: Mend roofs\n    due: 2029-01\n'),
  );
  const marks = await marked(client, past({ 'main.plan': borough }));
  expect(marks).toEqual([
    { key: 'measure epc', is: 'changed', words: ['Target moved from 7,000 to 8,000 by 2030-03'] },
    {
      key: 'priority build',
      is: 'changed',
      words: ['No longer works towards outcome “People live in warm homes”', 'Action “Plant a hedge” was dropped'],
    },
    { key: 'action Mend roofs', is: 'new', words: [] },
  ]);
  const links = await marked(
    client,
    past({ 'main.plan': client.text(main).replace('Build homes\n', 'Build homes\n  outcomes: warm\n') }),
  );
  expect(links).toEqual([
    { key: 'priority build', is: 'links', words: ['No longer works towards outcome “People live in warm homes”'] },
  ]);
});

test('what stands in an item that is new is new, but not what was moved there', async () => {
  const { client } = await opened(
    borough.replace(
      '\n  action: Plant a hedge\n',
      '\npriority green: Green streets\n  outcomes: warm\n\n  action: Plant a hedge\n\n  action: Plant a tree\n',
    ),
  );
  const marks = await marked(client, past({ 'main.plan': borough }));
  expect(marks.map(({ key, is }) => [key, is])).toEqual(
    expect.arrayContaining([
      ['priority green', 'new'],
      ['action Plant a tree', 'new'],
      ['action Plant a hedge', 'changed'],
    ]),
  );
});

test('items without an id that share their title are told apart by where they stand', async () => {
  const { client } = await opened(`${borough}\n  action: Plant a hedge\n    due: 2029-01\n`);
  const marks = await marked(client, past({ 'main.plan': borough }));
  expect(marks).toEqual([{ key: 'action Plant a hedge', place: { uri: uriOf(main), line: 24 }, is: 'new', words: [] }]);
  const thread = JSON.stringify(await client.request('goldthread/thread', { uri: uriOf(main) }));
  expect(thread).toContain('"key":"action Plant a hedge (2)"');
  expect(thread).toContain('"range":{"start":{"line":24,');
});

test('keys are those of the golden thread', async () => {
  const { client } = await opened(borough.replaceAll('hedge', 'tree').replace('thick', 'thin'));
  const marks = await marked(client, past({ 'main.plan': borough }));
  const thread = JSON.stringify(await client.request('goldthread/thread', { uri: uriOf(main) }));
  expect(marks.length).toBeGreaterThan(1);
  for (const { key } of marks) expect(thread).toContain(`"key":"${key}"`);
});

test('nothing in a plan becomes markup', async () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&<script>';
  const { client } = await opened(borough.replace('Build homes', hostile).replace('7,000 by', '8,000 by'));
  const page = await compared(client, past({ 'main.plan': borough }));
  const tags = new Set([...(page?.html ?? '').matchAll(/<\/?([^\s>]+)/g)].map(([, name]) => name));
  expect(
    [...tags].filter((name) => !['section', 'h2', 'a', 'ul', 'li', 'span', 'ins', 'del', 'p'].includes(name ?? '')),
  ).toEqual([]);
});

test('what is no question, and a file that belongs to no plan', async () => {
  const { client } = await opened({ 'main.plan': borough, 'alone.plan': 'priority a: A\n' });
  for (const sent of [
    null,
    3,
    {},
    { uri: 3 },
    { uri: uriOf(main) },
    { uri: uriOf(main), before: { files: [] } },
    { uri: uriOf(main), before: { revision: 'a', files: [{ uri: 3 }] } },
  ])
    expect(await client.request('goldthread/compare', sent)).toBeNull();
  expect(await compared(client, past({}), `${FOLDER}/none.plan`)).toBeNull();
});

test('a finding that a comment allows now was not mended: it was allowed, and why', async () => {
  const before = borough.replace('priority build: Build homes\n  outcomes: warm\n', 'priority build: Build homes\n');
  const rule = 'thread/priority-without-outcome';
  const after = before.replace('priority build', `# allow ${rule}: agreed in October\npriority build`);
  const { client } = await opened(after);
  const page = await compared(client, past({ 'main.plan': before }));
  expect(wordsOf(page)).toMatch(/^Allowed\nAllowed .* – was allowed: “agreed in October”$/);
  expect(await compared(client, past({ 'main.plan': after }))).toMatchObject({ isSame: true });
  expect(await marked(client, past({ 'main.plan': before }))).toEqual([]);
});

test('settings that changed are named', async () => {
  const { client } = await opened({ 'main.plan': borough, 'goldthread.json': '{ "final": true }' });
  const page = await compared(client, past({ 'goldthread.json': '{}' }));
  expect(page?.isSame).toBe(false);
  expect(wordsOf(page)).toContain('The settings in goldthread.json have changed');
  expect(await compared(client, past({ 'goldthread.json': '{ "final":true }\n' }))).toMatchObject({ isSame: true });
});

test('the whole document has no title of its own: the page in the editor has one', async () => {
  const { client } = await opened(borough.replace('Build homes', 'Build good homes'));
  const before = past({ 'main.plan': borough });
  const page = await client.request<Comparison>('goldthread/compare', {
    uri: uriOf(main),
    before,
    shown: 'document',
  } satisfies CompareParams);
  expect(page.html).toContain('<h2');
  expect(page.html).not.toContain('<h1');
});
