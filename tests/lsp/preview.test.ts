import { describe, expect, test } from 'vitest';
import type { Location, WorkspaceEdit } from 'vscode-languageserver';
import { viewNames } from '../../server/src/documents/view.ts';
import { uriOf } from '../../server/src/lsp/paths.ts';
import type { MendParams, PreviewProblem } from '../../server/src/lsp/protocol.ts';
import { generatePlan } from '../bench/generate.ts';
import { samples } from '../helpers/samples.ts';
import { FOLDER, opened, openedProcess } from './open.ts';
import { TestPanel } from './panel.ts';

const plan = `plan a: The Plan
  organisation: The Council
  period: 2026 to 2030
  language: en
  translations: cy

outcome well: People live well
  title cy: Mae pobl yn byw’n dda

kpq how-well: How well do people live?
  outcomes: well

priority homes: Build homes
  outcomes: well
  why:
    Everyone needs a home.

priority parks: Open parks
  why:
    Nobody needs to stay inside.

section next: What comes next
  text:
    We will report each year.
`;
const path = `${FOLDER}/main.plan`;
const goldthread = { initialize: { initializationOptions: { goldthread: true } } };

/** The keys of the blocks in whose markup some words stand. */
const withWords = (panel: TestPanel, words: string): string[] =>
  (panel.page?.order ?? []).filter((key) => panel.page?.html[key]?.includes(words));

describe('what is sent', () => {
  test('the whole page first, then nothing', async () => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, path);
    const first = await panel.ask();
    expect(first).toMatchObject({ whole: true, title: 'The Plan', language: 'en', languages: ['en', 'cy'] });
    expect(first.files).toEqual([uriOf(path)]);
    expect(first.changed.map(({ key }) => key)).toEqual(first.order);
    expect(panel.html).toContain('Everyone needs a home.');
    const { version, ...second } = await panel.ask();
    expect(second).toEqual({ whole: false, title: 'The Plan', language: 'en', languages: ['en', 'cy'], changed: [] });
    expect(version).toBeGreaterThan(first.version);
  });

  test('after a letter the block that it was typed in, and nothing else', async () => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, path);
    await panel.ask();
    client.replace(path, 'needs a home', 'needs a warm home');
    const { changed, order, places, problems, files, controls } = await panel.ask();
    expect(changed.map(({ key }) => key)).toEqual(withWords(panel, 'a warm home'));
    expect(changed).toHaveLength(1);
    expect([order, places, problems, files, controls]).toEqual(Array(5).fill(undefined));
  });

  test('after a line places and problems as well, and no block', async () => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, path);
    const first = await panel.ask();
    client.replace(path, 'section next', '\n\nsection next');
    const { changed, order, places, problems } = await panel.ask();
    expect(order).toBeUndefined();
    expect(changed.map(({ html }) => html)).toEqual([]);
    expect(places).not.toEqual(first.places);
    expect(problems === undefined || problems.length > 0).toBe(true);
  });

  test('a block that comes is in the order; one that goes is not', async () => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, path);
    await panel.ask();
    const before = panel.page?.order ?? [];
    const added = 'priority roads: Mend roads\n  why:\n    They are broken.\n\n';
    client.replace(path, 'section next', `${added}section next`);
    await panel.ask();
    expect(withWords(panel, 'They are broken.')).toHaveLength(1);
    client.replace(path, added, '');
    await panel.ask();
    expect(panel.page?.order).toEqual(before);
    expect(withWords(panel, 'They are broken.')).toEqual([]);
  });

  test.each([0, 99, -1, 1.5])('the whole page after version %s', async (has) => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, path);
    await panel.ask();
    client.replace(path, 'needs a home', 'needs a warm home');
    expect(await panel.ask({ has })).toMatchObject({ whole: true });
    expect(panel.html).toContain('warm home');
  });

  test('the headings that the profile of the project promises', async () => {
    const { client } = await opened({ 'main.plan': plan, 'goldthread.json': '{ "profile": "corporate-plan" }' });
    const panel = new TestPanel(client, path);
    await panel.ask();
    expect(panel.html).toContain('What will be different');
  });

  test('problems when they come and go', async () => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, path);
    await panel.ask();
    const before = panel.page?.problems ?? [];
    client.replace(path, 'outcomes: well\n  why', 'outcomes: wel\n  why');
    const { problems = [] } = await panel.ask();
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'reference/unknown-id', severityWord: 'Error' }));
    client.replace(path, 'outcomes: wel\n', 'outcomes: well\n');
    expect((await panel.ask()).problems).toEqual(before);
  });

  test('each panel gets its own, and a panel that is closed begins anew', async () => {
    const { client } = await opened(plan);
    const [one, two] = [new TestPanel(client, path), new TestPanel(client, path, { panel: 'two' })];
    await one.ask();
    client.replace(path, 'needs a home', 'needs a warm home');
    await two.ask();
    expect((await one.ask()).changed).toHaveLength(1);
    expect((await two.ask()).changed).toHaveLength(0);
    expect(one.page).toEqual(two.page);
    client.notify('goldthread/previewClosed', { panel: 'one' });
    expect(await one.ask()).toMatchObject({ whole: true });
    expect(await two.ask()).toMatchObject({ whole: false });
  });

  test('of many panels those that have asked longest ago are forgotten', async () => {
    const { client } = await opened(plan);
    const panels = Array.from({ length: 30 }, (_, number) => new TestPanel(client, path, { panel: `panel ${number}` }));
    for (const panel of panels) await panel.ask();
    expect(await panels[29]?.ask()).toMatchObject({ whole: false });
    expect(await panels[0]?.ask()).toMatchObject({ whole: true });
  });

  test('another view, language and choice in the same panel', async () => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, path);
    await panel.ask();
    expect(await panel.ask({ view: 'matrix' })).toMatchObject({ whole: true });
    expect(await panel.ask()).toMatchObject({ whole: true });
    const welsh = await panel.ask({ language: 'cy' });
    expect(welsh).toMatchObject({ whole: false, language: 'cy' });
    expect(panel.html).toContain('Mae pobl yn byw’n dda');
    await panel.ask({ language: 'en' });
    expect(panel.html).not.toContain('Mae pobl yn byw’n dda');
  });
});

describe('which plan', () => {
  const files = {
    'plan.plan': `plan a: The Plan
  period: 2026 to 2030

outcome well: People live well

include: homes.plan

section next: What comes next
  text: We will report.
  text: [[homes]] come first.
  action: Build 200 homes
    priorities: homes
    due: whenever
`,
    'homes.plan': `part a: Homes

priority homes: Build homes
  outcomes: wel
  why:
    Everyone needs a home.
`,
    'other.plan': 'plan other: Another plan\n',
  };
  const [root, part] = [`${FOLDER}/plan.plan`, `${FOLDER}/homes.plan`];

  test.each([[['plan.plan']], [['homes.plan']], [['other.plan']]])(
    'is the same from any of its files, with %s open',
    async (open) => {
      const { client } = await opened(files, { open });
      const [one, two] = [new TestPanel(client, root), new TestPanel(client, part, { panel: 'two' })];
      await one.ask();
      await two.ask();
      expect(one.page).toEqual(two.page);
      expect(one.page?.files).toEqual([root, part].map(uriOf));
      expect(one.html).toContain('Everyone needs a home.');
      const order = one.page?.places.map((place) => place?.[0]).filter((file) => file !== undefined) ?? [];
      expect(order.indexOf(1)).toBeLessThan(order.lastIndexOf(0));
    },
  );

  test('problems of all files stand in the order of the page', async () => {
    const { client } = await opened(files);
    const panel = new TestPanel(client, root);
    await panel.ask();
    const found = (panel.page?.problems ?? []).map(({ file, rule }) => `${file} ${rule}`);
    const [unknown, due] = [found.indexOf('1 reference/unknown-id'), found.indexOf('0 value/due-in-words')];
    expect(unknown).toBeGreaterThanOrEqual(0);
    if (due >= 0) expect(unknown).toBeLessThan(due);
  });

  test('a change in a part reaches the page of the root', async () => {
    const { client } = await opened(files);
    const panel = new TestPanel(client, root);
    await panel.ask();
    client.replace(part, 'needs a home', 'needs a warm home');
    const { changed } = await panel.ask();
    expect(changed.map(({ html }) => html).join()).toContain('warm home');
    expect(changed).toHaveLength(1);
  });

  test('of a file that belongs to none: its own words', async () => {
    const { client } = await opened(
      'part nowhere: Alone\n\npriority homes: Build homes\n  why: Everyone needs a home.\n',
    );
    const panel = new TestPanel(client, path);
    await panel.ask();
    expect(panel.html).toContain('Everyone needs a home.');
  });

  test('a library, and one that comes with the program', async () => {
    const { client } = await opened('library ours: Our library\n\noutcome well: People live well\n');
    const panel = new TestPanel(client, path);
    await panel.ask();
    expect(panel.html).toContain('People live well');
    const shipped = new TestPanel(client, 'goldthread:wfg-2015.plan', { panel: 'two' });
    expect(await shipped.ask()).toMatchObject({ problems: [] });
  });

  test('a file that is not there has no page', async () => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, `${FOLDER}/none.plan`);
    await expect(panel.ask()).rejects.toThrow('no page');
  });

  test('a file that is closed in the editor stays on the page, as it is on the disk', async () => {
    const { client } = await opened(plan);
    const panel = new TestPanel(client, path);
    await panel.ask();
    client.replace(path, 'needs a home', 'needs a warm home');
    await panel.ask();
    client.close(path);
    await panel.ask();
    expect(panel.html).toContain('needs a home');
  });
});

describe('news', () => {
  test('of a file that changes on the disk', async () => {
    const { client, files } = await opened(
      { 'plan.plan': 'plan a: A\n\ninclude: part.plan\n', 'part.plan': 'part a: B\n' },
      { open: ['plan.plan'], ...goldthread },
    );
    const panel = new TestPanel(client, `${FOLDER}/plan.plan`);
    await panel.ask();
    files.set(`${FOLDER}/part.plan`, 'part a: B\n\npriority homes: Build homes\n');
    client.tellFiles({ [`${FOLDER}/part.plan`]: 2 });
    await client.next('goldthread/previewChanged');
    await panel.ask();
    expect(panel.html).toContain('Build homes');
  });

  test('of settings, and not of what the panel has asked for already', async () => {
    const { client, files } = await opened(plan, goldthread);
    const panel = new TestPanel(client, path);
    await panel.ask();
    client.replace(path, 'needs a home', 'needs a warm home');
    await panel.ask();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(client.received.map(({ method }) => method)).not.toContain('goldthread/previewChanged');
    const rule = panel.page?.problems[0]?.rule as string;
    files.set(`${FOLDER}/goldthread.json`, JSON.stringify({ rules: { [rule]: 'off' } }));
    client.tellFiles({ [`${FOLDER}/goldthread.json`]: 1 });
    await client.next('goldthread/previewChanged');
    await panel.ask();
    expect(panel.page?.problems.map((problem) => problem.rule)).not.toContain(rule);
  });
});

describe('what is done on a page', () => {
  const mendOf = ({ range, rule, mends: [mend = ''] }: PreviewProblem): MendParams => ({
    uri: uriOf(path),
    range,
    rule,
    mend,
  });

  test('a mend', async () => {
    const { client } = await opened(plan.replace('outcomes: well\n  why', 'outcomes: wel\n  why'));
    const panel = new TestPanel(client, path);
    await panel.ask();
    const problem = panel.page?.problems.find(({ mends }) => mends.length > 0) as PreviewProblem;
    const edit = await client.request<WorkspaceEdit>('goldthread/mend', mendOf(problem));
    const { [path]: text } = client.after(edit);
    expect(text).toBe(plan);
    client.change(path, plan);
    expect(await client.request('goldthread/mend', mendOf(problem))).toBeNull();
  });

  test('a link that is made and broken', async () => {
    const { client } = await opened(plan);
    const link = { uri: uriOf(path), from: 'a.parks', relation: 'outcomes', to: 'a.well' };
    const edit = await client.request<WorkspaceEdit>('goldthread/toggle', { ...link, on: true });
    const { [path]: text = '' } = client.after(edit);
    expect(text).toMatch(/priority parks: Open parks\n {2}outcomes: well\n/);
    expect(await client.request('goldthread/toggle', { ...link, on: false })).toBeNull();
    client.change(path, text);
    const back = await client.request<WorkspaceEdit>('goldthread/toggle', { ...link, on: false });
    expect(client.after(back)[path]).toBe(plan);
  });

  test('the place of an item', async () => {
    const { client } = await opened(plan);
    const found = await client.request<Location>('goldthread/locate', { uri: uriOf(path), item: 'a.homes' });
    const line = plan.split('\n').findIndex((one) => one.startsWith('priority homes'));
    expect(found).toMatchObject({ uri: uriOf(path), range: { start: { line, character: 16 } } });
    expect(await client.request('goldthread/locate', { uri: uriOf(path), item: 'a.none' })).toBeNull();
  });

  test('the document as one page', async () => {
    const { client } = await opened(plan);
    const page = await client.request<string>('goldthread/page', { uri: uriOf(path), language: 'cy' });
    expect(page).toMatch(/^<!doctype html>\n?<html lang="cy"/i);
    expect(page).toContain('Mae pobl yn byw’n dda');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('data-line');
  });
});

test('pictures of the workspace have addresses below the bases of their folders, others have none', async () => {
  const { client } = await opened({
    'main.plan': `plan a: A

figure: The path
  image: pictures/the path ü#1.jpg
  alt: Walkers
figure: Another
  image: ../secret.jpg
  alt: Nobody
`,
    'pictures/the path ü#1.jpg': '',
  });
  const panel = new TestPanel(client, path, {
    pictures: [{ folder: uriOf(FOLDER), base: 'https://file+.vscode-resource.example/plans' }],
  });
  await panel.ask();
  expect(panel.html).toContain('https://file+.vscode-resource.example/plans/pictures/the%20path%20%C3%BC%231.jpg');
  expect(panel.html).not.toContain('secret.jpg"');
  await panel.ask({ pictures: [] });
  expect(panel.html).not.toContain('vscode-resource');
});

describe('wrong parameters end nothing', () => {
  const wrong: unknown[] = [
    undefined,
    null,
    [],
    'x',
    {},
    { uri: 1 },
    { uri: '' },
    { uri: 'x:', panel: 'one', view: 'document' },
    { uri: uriOf(path), panel: {}, view: 'document' },
    { uri: uriOf(path), panel: 'x'.repeat(2_000), view: 'document' },
    { uri: uriOf(path), panel: 'one', view: '__proto__' },
    { uri: uriOf(path), panel: '__proto__', view: 'matrix', chosen: null, has: 'x', pictures: 7, remotePictures: 1 },
    {
      uri: uriOf(path),
      panel: 'one',
      view: 'matrix',
      chosen: { columns: {}, ['x'.repeat(5_000)]: 'y', rows: '__proto__' },
    },
    {
      uri: uriOf(path),
      panel: 'one',
      view: 'document',
      pictures: [null, { folder: 'x', base: 7 }, { folder: '%%', base: '' }],
    },
    { uri: uriOf(path), panel: 'one', view: 'document', language: 'xx', has: Number.MAX_VALUE },
    { uri: uriOf(path), range: { start: {}, end: null }, rule: 'x', mend: 'y' },
    {
      uri: uriOf(path),
      range: { start: { line: -1, character: 1e9 }, end: { line: 2, character: 0 } },
      rule: 'x',
      mend: 'y',
    },
    { uri: uriOf(path), from: 'a.homes', relation: 'constructor', to: 'a.well', on: true },
    { uri: uriOf(path), from: 'a.homes', relation: 'outcomes', to: '', on: true },
    { uri: uriOf(path), from: 'a', relation: 'outcomes', to: 'a', on: true },
    { uri: uriOf(path), from: 'a.well', relation: 'outcomes', to: 'a.homes', on: 'yes' },
    { uri: uriOf(path), item: '' },
    { uri: uriOf(path), item: '~'.repeat(10_000) },
  ];

  test.each(['preview', 'mend', 'toggle', 'locate', 'page'])('goldthread/%s', async (method) => {
    const { client } = await opened(plan);
    for (const params of wrong) {
      const answer = await client
        .request(`goldthread/${method}`, params as object)
        .catch(({ code }) => expect(code).toEqual(expect.any(Number)));
      if (method === 'mend' || method === 'toggle') expect(answer ?? null).toBeNull();
    }
    for (const params of wrong) client.notify('goldthread/previewClosed', params as object);
    expect(await new TestPanel(client, path).ask()).toMatchObject({ whole: true });
    expect(client.logs).toEqual([]);
  });
});

describe.each(viewNames)('the view %s', (view) => {
  test.each(Object.keys(samples))('of %s', async (sample) => {
    const { client } = await opened(samples, { open: [sample] });
    const panel = new TestPanel(client, `${FOLDER}/${sample}`, { view });
    await panel.ask();
    expect(panel.page?.title).not.toBe('');
    expect(client.logs).toEqual([]);
  });

  test('of a plan that is half written', async () => {
    const half = samples['samples/north-wales/plan.plan'] ?? Object.values(samples)[0] ?? '';
    const { client } = await opened(half);
    const panel = new TestPanel(client, path, { view });
    for (let end = half.length; end > 0; end -= Math.ceil(half.length / 25)) {
      client.change(path, half.slice(0, end));
      await panel.ask();
    }
    client.change(path, '');
    await panel.ask();
    expect(client.logs).toEqual([]);
  });
});

test('through a process, in a plan of 3,000 lines', async () => {
  const text = generatePlan('long', 3_000);
  const { client, folder } = await openedProcess({ 'long.plan': text });
  const panel = new TestPanel(client, `${folder}/long.plan`);
  await panel.ask();
  client.replace(`${folder}/long.plan`, 'matter to them every day', 'matter to them each day');
  client.replace(`${folder}/long.plan`, 'We heard it at 3 meetings', 'We heard it at 5 meetings');
  const { changed } = await panel.ask();
  expect(changed.length).toBeLessThanOrEqual(2);
});
