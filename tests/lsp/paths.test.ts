import { describe, expect, test } from 'vitest';
import { folderOf, isOnDisk, pathOf, uriOf } from '../../server/src/lsp/paths.ts';
import { opened } from './open.ts';

describe('every spelling of a file is one path', () => {
  test.each([
    ['c:/plans/a.plan', ['file:///c%3A/plans/a.plan', 'file:///C:/plans/a.plan', 'file:///c:/plans/a.plan']],
    ['/plans/our plan.plan', ['file:///plans/our%20plan.plan', 'file:///plans/our plan.plan']],
    ['/plans/cynllun tŷ.plan', ['file:///plans/cynllun%20t%C5%B7.plan', 'file:///plans/cynllun tŷ.plan']],
    ['/plans/100%.plan', ['file:///plans/100%25.plan']],
    ['//server/share/a.plan', ['file://server/share/a.plan']],
    ['untitled:Untitled-1', ['untitled:Untitled-1']],
    ['vscode-vfs://github/us/plans/a.plan', ['vscode-vfs://github/us/plans/a.plan']],
  ])('%s', (path, uris) => {
    for (const uri of uris) expect(pathOf(uri)).toBe(path);
    expect(pathOf(uriOf(path))).toBe(path);
  });

  test('what stands on a disk, and in which folder', () => {
    expect(['/a/b.plan', 'c:/b.plan', '//server/b.plan'].every(isOnDisk)).toBe(true);
    expect(['untitled:U', 'vscode-vfs://github/a.plan'].some(isOnDisk)).toBe(false);
    expect(folderOf('/a/b.plan')).toBe('/a');
    expect(folderOf('untitled:Untitled-1')).toBe('untitled:');
  });
});

const plan = 'plan a: A\n';

describe('documents', () => {
  test('one that is opened under two spellings is one', async () => {
    const { client } = await opened({});
    client.open('c:/plans/a.plan', plan, 'file:///c%3A/plans/a.plan');
    client.open('c:/plans/a.plan', `${plan}outcome o: O\n`, 'file:///C:/plans/a.plan');
    expect(await client.rules('c:/plans/a.plan')).toContain('thread/outcome-without-kpq');
    expect((await client.rules('c:/plans/a.plan')).filter((rule) => rule.startsWith('reference/'))).toEqual([]);
  });

  test('one that was never saved, and one outside every folder, are checked', async () => {
    const { client } = await opened({});
    for (const path of ['untitled:Untitled-1', '/elsewhere/a.plan', '/a.plan']) {
      client.open(path, plan);
      expect(await client.rules(path)).toContain('plan/no-period');
    }
  });

  test('what is said of a document that is not open is not heard', async () => {
    const { client } = await opened(plan);
    client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///plans/other.plan', version: 2 },
      contentChanges: [{ text: 'plan a: B\n' }],
    });
    client.notify('textDocument/didClose', { textDocument: { uri: 'file:///plans/other.plan' } });
    expect(await client.rules('/plans/main.plan')).toEqual(['plan/no-organisation', 'plan/no-period']);
  });

  test.each([
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ])('lines may end in %s; columns count in UTF-16 units', async (_, end) => {
    const { client } = await opened({});
    const path = '/plans/a.plan';
    client.open(path, ['plan a: A', 'outcome well: 👩‍🏫 tŷ', 'priority p: P', '  outcomes: 👩‍🏫, wall', ''].join(end));
    const found = (await client.diagnostics(path)).filter(({ range }) => range.start.line === 3);
    expect(found.some(({ range }) => range.start.character === 19 && range.end.character === 23)).toBe(true);
    client.change(path, 'well', { start: { line: 3, character: 19 }, end: { line: 3, character: 23 } });
    expect(client.text(path)).toContain(`👩‍🏫, well${end}`);
    const after = (await client.diagnostics(path)).filter(({ range }) => range.start.line === 3);
    expect(after.length).toBeLessThan(found.length);
  });
});
