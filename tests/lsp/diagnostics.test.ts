import { describe, expect, test } from 'vitest';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { told } from './client.ts';
import { FOLDER, type OpenOptions, openedWith, type Plans } from './open.ts';

/** Diagnostics need no handler. */
const opened = (plans: Plans, options: OpenOptions = {}) => openedWith([], plans, options);

const plan = `plan borough: The Borough Plan
  organisation: The Council
  period: 2026 to 2030

outcome well: People live well
kpq how-well: How well do people live?
  outcomes: well
  measure happy: People who are happy
    unit: %
    direction: increase
    baseline: 50% in 2025
    target: 60% by 2029
    frequency: yearly
    owner: director
    source: Survey

role director: The Director
  holder: Sam Rowe
`;
const part = `part borough: Homes

priority homes: Build homes
  why: Homes are short.
  outcomes: well
  kpqs: how-well
  action: Build 200 homes
    lead: director
    due: 2027
`;
const two = { 'plan.plan': `${plan}include: homes.plan\n`, 'homes.plan': part };
const [planPath, partPath] = [`${FOLDER}/plan.plan`, `${FOLDER}/homes.plan`];

const uris = (report: WorkspaceDiagnosticReport) =>
  Object.fromEntries(report.items.map((item) => [item.uri, item.kind === 'full' ? item.items.length : item.kind]));

describe('a client that asks', () => {
  test('is told what is wrong, where, how bad, with the page of the rule', async () => {
    const { client } = await opened(`${plan}priority homes: Build homes\n  outcomes: wall\n`);
    const found = await client.diagnostics(`${FOLDER}/main.plan`);
    expect(found.find(({ code }) => code === 'reference/unknown-id')).toEqual({
      range: { start: { line: 19, character: 12 }, end: { line: 19, character: 16 } },
      severity: 1,
      source: 'Goldthread',
      code: 'reference/unknown-id',
      codeDescription: { href: 'goldthread:rules/reference/unknown-id.md' },
      message: expect.stringContaining('wall'),
    });
    expect(client.pushed.size).toBe(0);
  });

  test('hears of other places, and of what is of no use', async () => {
    const again = 'outcome well: People are happy\n';
    const { client } = await opened(`${plan}${again}# allow plan/no-period: agreed\nsection end: End\n`);
    const found = await client.diagnostics(`${FOLDER}/main.plan`);
    expect(found.find(({ code }) => code === 'reference/duplicate-id')?.relatedInformation).toEqual([
      {
        location: {
          uri: 'file:///plans/main.plan',
          range: { start: { line: 4, character: 8 }, end: { line: 4, character: 12 } },
        },
        message: expect.any(String),
      },
    ]);
    const unused = found.filter(({ tags }) => tags?.includes(1));
    expect(unused.map(({ code }) => code)).toEqual([expect.stringContaining('unused')]);
  });

  test('gets the same number for the same findings', async () => {
    const { client } = await opened(plan);
    const path = `${FOLDER}/main.plan`;
    const ask = (previousResultId?: string) =>
      client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
        ...client.document(path),
        ...(previousResultId ? { previousResultId } : {}),
      });
    const first = await ask();
    expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String) });
    expect(await ask(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.replace(path, 'People live well', 'People live long');
    const second = await ask(first.resultId);
    expect(second).toMatchObject({ kind: 'full' });
    expect(second.resultId).not.toBe(first.resultId);
    client.replace(path, 'People live long', 'People live well');
    expect(await ask(first.resultId)).toMatchObject({ kind: 'full' });
  });

  test('may ask about a file that is not open, and about one that is not there', async () => {
    const { client } = await opened({ ...two, 'other.plan': 'plan other: Another plan\n' }, { open: ['homes.plan'] });
    expect(await client.rules(`${FOLDER}/other.plan`)).toContain('plan/no-period');
    expect(await client.rules(`${FOLDER}/nothing.plan`)).toEqual([]);
    expect(await client.rules('/elsewhere/nothing.plan')).toEqual([]);
  });

  test('may ask about the workspace: each file is reported, and again only when it is another', async () => {
    const { client, files } = await opened(
      { ...two, 'a/b/other.plan': 'plan other: Another plan\n' },
      { open: ['homes.plan'] },
    );
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    const first = await ask([]);
    expect(uris(first)).toEqual({
      'file:///plans/plan.plan': 0,
      'file:///plans/homes.plan': 0,
      'file:///plans/a/b/other.plan': 2,
    });
    const ids = (report: WorkspaceDiagnosticReport) =>
      report.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    expect(uris(await ask(ids(first)))).toEqual({
      'file:///plans/plan.plan': 'unchanged',
      'file:///plans/homes.plan': 'unchanged',
      'file:///plans/a/b/other.plan': 'unchanged',
    });
    files.set(`${FOLDER}/a/b/other.plan`, 'plan other: Another plan\n  period: 2026 to 2030\n');
    files.delete(planPath);
    client.tellFiles({ [`${FOLDER}/a/b/other.plan`]: 2, [planPath]: 3 });
    const second = await ask(ids(first));
    expect(uris(second)).toMatchObject({ 'file:///plans/a/b/other.plan': 1, 'file:///plans/plan.plan': 0 });
    expect(uris(second)['file:///plans/homes.plan']).toBeGreaterThan(0);
    const third = [...ids(second)];
    expect(uris(await ask(third))).toEqual({
      'file:///plans/homes.plan': 'unchanged',
      'file:///plans/a/b/other.plan': 'unchanged',
    });
  });

  test('and listens is answered when something has changed', async () => {
    const { client } = await opened(two, { open: ['homes.plan'] });
    const first = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    let second: WorkspaceDiagnosticReport | undefined;
    const answer = client
      .request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds: first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
        partialResultToken: 'listening',
      })
      .then((report) => {
        second = report;
      });
    await client.rules(partPath);
    expect(second).toBeUndefined();
    client.replace(partPath, 'outcomes: well', 'outcomes: wall');
    await answer;
    expect(second && uris(second)).toMatchObject({ 'file:///plans/homes.plan': expect.any(Number) });
  });

  test('is asked to ask again when a change makes another open file wrong', async () => {
    const { client } = await opened(two);
    expect([await client.rules(planPath), await client.rules(partPath)]).toEqual([[], []]);
    client.replace(planPath, 'outcome well:', 'outcome wealth:');
    await client.next('workspace/diagnostic/refresh');
    expect(await client.rules(partPath)).toEqual(['reference/unknown-id']);
    client.replace(planPath, 'outcome wealth:', 'outcome well:');
    expect(await client.rules(partPath)).toEqual([]);
  });

  test('sees the faults of a file that is not open come and go', async () => {
    const { client } = await opened(two, { open: ['plan.plan'] });
    expect(await client.rules(partPath)).toEqual([]);
    client.replace(planPath, 'outcome well:', 'outcome wealth:');
    expect(await client.rules(partPath)).toEqual(['reference/unknown-id']);
    client.replace(planPath, 'outcome wealth:', 'outcome well:');
    expect(await client.rules(partPath)).toEqual([]);
  });
});

describe('a client that cannot ask', () => {
  test('is told, and has no way to ask', async () => {
    const { client } = await opened(two, { capabilities: told });
    expect(client.result?.capabilities.diagnosticProvider).toBeUndefined();
    await client.until(() => client.pushed.has(planPath) && client.pushed.has(partPath));
    client.replace(planPath, 'outcome well:', 'outcome wealth:');
    await client.until(() => (client.pushed.get(partPath)?.length ?? 0) > 0);
    expect(client.pushed.get(partPath)?.map(({ code }) => code)).toEqual(['reference/unknown-id']);
    client.replace(planPath, 'outcome wealth:', 'outcome well:');
    await client.until(() => client.pushed.get(partPath)?.length === 0);
    expect(client.received.some(({ method }) => method === 'workspace/diagnostic/refresh')).toBe(false);
  });

  test('is told once of the same findings', async () => {
    const { client } = await opened('plan a: A\n', { capabilities: told });
    const path = `${FOLDER}/main.plan`;
    await client.until(() => client.pushed.has(path));
    client.edit(path, client.text(path).length, client.text(path).length, '# nothing new\n');
    client.edit(path, 0, 0, '# language: en\n');
    await client.until(() => client.pushed.get(path)?.[0]?.range.start.line === 1);
    expect(client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics')).toHaveLength(2);
  });

  test('is told that a closed file is no longer of interest', async () => {
    const { client } = await opened('plan a: A\n', { capabilities: told });
    const path = `${FOLDER}/main.plan`;
    await client.until(() => (client.pushed.get(path)?.length ?? 0) > 0);
    client.close(path);
    await client.until(() => client.pushed.get(path)?.length === 0);
  });
});

describe('what depends on other files', () => {
  test('settings of the project', async () => {
    const { client, files } = await opened({ 'main.plan': 'plan a: A\n', 'goldthread.json': '{}' });
    const path = `${FOLDER}/main.plan`;
    expect(await client.rules(path)).toContain('plan/no-period');
    files.set(`${FOLDER}/goldthread.json`, '{ "rules": { "plan/no-period": "off" } }');
    client.tellFiles({ [`${FOLDER}/goldthread.json`]: 2 });
    expect(await client.rules(path)).not.toContain('plan/no-period');
    files.delete(`${FOLDER}/goldthread.json`);
    client.tellFiles({ [`${FOLDER}/goldthread.json`]: 3 });
    expect(await client.rules(path)).toContain('plan/no-period');
  });

  test('a picture and a table of figures', async () => {
    const text = `${plan}figure view: The view\n  image: view.png\n  alt: Hills\n`;
    const { client, files } = await opened(text);
    const path = `${FOLDER}/main.plan`;
    const before = await client.rules(path);
    expect(before).not.toEqual([]);
    files.set(`${FOLDER}/view.png`, '');
    client.tellFiles({ [`${FOLDER}/view.png`]: 1 });
    expect((await client.rules(path)).length).toBeLessThan(before.length);
  });

  test('several folders have plans of the same id, which know nothing of each other', async () => {
    const { client } = await opened(
      { 'north/plan.plan': plan, 'south/plan.plan': plan },
      { folders: [`${FOLDER}/north`, `${FOLDER}/south`] },
    );
    const rules = await client.rules(`${FOLDER}/north/plan.plan`);
    expect(rules.filter((rule) => rule.startsWith('reference/'))).toEqual([]);
    const { client: both } = await opened({ 'north/plan.plan': plan, 'south/plan.plan': plan });
    expect((await both.rules(`${FOLDER}/south/plan.plan`)).some((rule) => rule.startsWith('reference/'))).toBe(true);
  });

  test('folders come and go, and open files with them', async () => {
    const { client } = await opened(two, { open: ['homes.plan'], folders: [] });
    expect(await client.rules(partPath)).toEqual([]);
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///plans', name: 'plans' }], removed: [] },
    });
    client.replace(partPath, 'outcomes: well', 'outcomes: wall');
    expect(await client.rules(partPath)).toContain('reference/unknown-id');
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: 'file:///plans', name: 'plans' }] },
    });
    client.replace(partPath, 'outcomes: wall', 'outcomes: well');
    expect(await client.rules(partPath)).toEqual([]);
  });

  test('files that are made, changed, renamed and deleted by others', async () => {
    const { client, files } = await opened({ 'plan.plan': two['plan.plan'] });
    const missing = await client.rules(planPath);
    expect(missing).not.toEqual([]);
    files.set(partPath, part);
    client.tellFiles({ [partPath]: 1 });
    expect(await client.rules(planPath)).toEqual([]);
    files.set(partPath, part.replace('kpqs: how-well', 'kpqs: who-knows'));
    client.tellFiles({ [partPath]: 2 });
    expect(await client.rules(partPath)).toContain('reference/unknown-id');
    files.delete(partPath);
    files.set(`${FOLDER}/houses.plan`, part);
    client.tellFiles({ [partPath]: 3, [`${FOLDER}/houses.plan`]: 1 });
    expect(await client.rules(planPath)).toEqual(missing);
    client.replace(planPath, 'homes.plan', 'houses.plan');
    expect(await client.rules(planPath)).toEqual([]);
  });

  test('a folder that is deleted takes its files with it', async () => {
    const { client, files } = await opened(
      { 'plan.plan': two['plan.plan'].replace('homes.plan', 'parts/homes.plan'), 'parts/homes.plan': part },
      { open: ['plan.plan'] },
    );
    expect(await client.rules(planPath)).toEqual([]);
    files.delete(`${FOLDER}/parts/homes.plan`);
    client.tellFiles({ [`${FOLDER}/parts`]: 3 });
    expect(await client.rules(planPath)).not.toEqual([]);
  });

  test('a file that an editor has open counts as it is there, not as it is on the disk', async () => {
    const { client, files } = await opened(two);
    files.set(partPath, 'part borough: Homes\n');
    client.tellFiles({ [partPath]: 2 });
    expect(await client.rules(planPath)).toEqual([]);
    client.close(partPath);
    expect(await client.rules(planPath)).not.toEqual([]);
  });
});

test('a client that does nothing but open files is served', async () => {
  const { client } = await opened('plan a: A\n', {
    capabilities: {},
    folders: [],
    initialize: { workspaceFolders: null },
  });
  await client.until(() => client.pushed.has(`${FOLDER}/main.plan`));
  expect(client.received.map(({ method }) => method)).toEqual(['textDocument/publishDiagnostics']);
});
