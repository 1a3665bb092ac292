import { expect, test } from 'vitest';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  LinkedEditingRanges,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { able } from './client.ts';
import { opened } from './open.ts';

const plans = {
  'main.plan': 'plan p: Plan\n  uses: lib\n\ninclude: parts/one.plan\n\noutcome ‸safe: People are safe\n',
  'parts/one.plan': 'part p: One\n\npriority x: X\n  outcomes: safe\n  lead: lib.housing\n',
  'lib.plan': 'library lib: Library\n\nrole housing: Head of housing\n',
  'apart.plan': 'plan apart: Apart\n  uses: lib\n\nsection s: About [[lib.housing]]\n',
};
const main = '/plans/main.plan';

test('a definition says what was pointed at, where the client takes that', async () => {
  const texts = { ...plans, 'parts/one.plan': plans['parts/one.plan'].replace('safe', '‸safe') };
  const textDocument = { ...able.textDocument, definition: { linkSupport: true } };
  const { client } = await opened(texts, { capabilities: { ...able, textDocument } });
  const [found] = await client.request<LocationLink[]>('textDocument/definition', client.at('/plans/parts/one.plan'));
  expect(found).toEqual({
    originSelectionRange: { start: { line: 3, character: 12 }, end: { line: 3, character: 16 } },
    targetUri: 'file:///plans/main.plan',
    targetRange: { start: { line: 5, character: 0 }, end: { line: 5, character: 29 } },
    targetSelectionRange: { start: { line: 5, character: 8 }, end: { line: 5, character: 12 } },
  });
});

test('a definition in a library that comes with the program', async () => {
  const { client } = await opened('plan p: P\n  uses: wfg-2015‸\n');
  const found = await client.request<Location[]>('textDocument/definition', client.at(main));
  expect(found.map(({ uri }) => uri)).toEqual(['goldthread:wfg-2015.plan']);
});

test('references come from files that nobody has open', async () => {
  const { client } = await opened(plans);
  const params = { ...client.at(main), context: { includeDeclaration: true } };
  const found = await client.request<Location[]>('textDocument/references', params);
  expect(found.map(({ uri, range }) => `${uri} ${range.start.line}`)).toEqual([
    'file:///plans/main.plan 5',
    'file:///plans/parts/one.plan 3',
  ]);
});

test('references to an item of a library come from plans that have nothing else to do with this one', async () => {
  const texts = { ...plans, 'parts/one.plan': plans['parts/one.plan'].replace('housing', '‸housing') };
  const { client } = await opened(texts);
  const params = { ...client.at('/plans/parts/one.plan'), context: { includeDeclaration: false } };
  const found = await client.request<Location[]>('textDocument/references', params);
  expect(found.map(({ uri }) => uri)).toEqual(['file:///plans/apart.plan', 'file:///plans/parts/one.plan']);
});

test('highlights', async () => {
  const { client } = await opened('plan p: P\n\noutcome ‸o: O\n\npriority x: X\n  outcomes: o\n');
  const found = await client.request<{ kind: number }[]>('textDocument/documentHighlight', client.at(main));
  expect(found.map(({ kind }) => kind)).toEqual([3, 2]);
});

test('a rename changes files that are not open, and says for which version of those that are', async () => {
  const { client } = await opened(plans);
  client.edit(main, 0, 0, '# Changed.\n');
  const place = { ...client.at(main), position: { line: 6, character: 9 } };
  expect(await client.request('textDocument/prepareRename', place)).toMatchObject({ placeholder: 'safe' });
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'calm' });
  expect(edit.documentChanges?.map((one) => ('textDocument' in one ? one.textDocument : one))).toEqual([
    { uri: 'file:///plans/main.plan', version: 2 },
    { uri: 'file:///plans/parts/one.plan', version: null },
  ]);
  const after = client.after(edit, { '/plans/parts/one.plan': plans['parts/one.plan'] });
  expect(after['/plans/parts/one.plan']).toContain('outcomes: calm');
  expect(after[main]).toContain('outcome calm:');
});

test('a rename that is refused says why', async () => {
  const { client } = await opened(plans);
  const place = client.at(main);
  await expect(client.request('textDocument/rename', { ...place, newName: 'Very Safe' })).rejects.toThrow(
    /Write ‘very-safe’/,
  );
  await expect(
    client.request('textDocument/prepareRename', { ...place, position: { line: 4, character: 0 } }),
  ).rejects.toThrow(/Only an id can be renamed/);
  expect(client.logs).toEqual([]);
});

test('a client that knows no versions gets edits by file', async () => {
  const capabilities = { ...able, workspace: { ...able.workspace, workspaceEdit: {} } };
  const { client } = await opened(plans, { capabilities });
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...client.at(main), newName: 'calm' });
  expect(Object.keys(edit.changes ?? {})).toEqual(['file:///plans/main.plan', 'file:///plans/parts/one.plan']);
});

test('a folder that is renamed', async () => {
  const { client } = await opened(plans);
  const files = [{ oldUri: 'file:///plans/parts', newUri: 'file:///plans/all%20parts/' }];
  const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
  expect(client.after(edit)[main]).toContain('include: all parts/one.plan');
  expect(client.result?.capabilities.workspace?.fileOperations?.willRename?.filters).toHaveLength(2);
});

test('a plan that is moved, and one that nothing names', async () => {
  const { client } = await opened(plans);
  const move = (oldUri: string, newUri: string) =>
    client.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files: [{ oldUri, newUri }] });
  const edit = await move('file:///plans/main.plan', 'file:///plans/x/main.plan');
  expect(edit && client.after(edit)[main]).toContain('include: ../parts/one.plan');
  expect(await move('file:///plans/apart.plan', 'file:///plans/alone.plan')).toBeNull();
});

test('links, folds, selections and ids that are typed at together', async () => {
  const { client } = await opened({
    ...plans,
    'main.plan': `${plans['main.plan']}\npriority y: Y\n  outcomes: safe\n`,
    'parts/one.plan': 'part p: One\n',
  });
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', client.document(main));
  expect(links).toMatchObject([{ target: 'file:///plans/parts/one.plan', tooltip: 'Open ‘parts/one.plan’' }]);
  const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', client.document(main));
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [0, 1],
    [7, 8],
  ]);
  const { position } = client.at(main);
  const [chain] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    ...client.document(main),
    positions: [position],
  });
  expect(chain?.range.end.character).toBe(12);
  expect(chain?.parent?.range.end.character).toBe(29);
  const ids = await client.request<LinkedEditingRanges>('textDocument/linkedEditingRange', client.at(main));
  expect(ids.ranges.map(({ start }) => start.line)).toEqual([5, 8]);
});

test('an outline as a tree, or flat for a client that knows none', async () => {
  const text = 'plan p: P\n\ntheme t: T\n  priority x: X\n';
  const tree = (await opened(text)).client;
  const symbols = await tree.request<DocumentSymbol[]>('textDocument/documentSymbol', tree.document(main));
  expect(symbols.map(({ name, children }) => [name, children?.length])).toEqual([
    ['P', 0],
    ['T', 1],
  ]);
  const capabilities = { ...able, textDocument: { ...able.textDocument, documentSymbol: {} } };
  const { client } = await opened(text, { capabilities });
  const flat = await client.request<SymbolInformation[]>('textDocument/documentSymbol', client.document(main));
  expect(flat.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['P', undefined],
    ['T', undefined],
    ['X', 'T'],
  ]);
});

test('symbols of all files, as they are now', async () => {
  const { client, files } = await opened(plans);
  const find = async (query: string): Promise<string[]> => {
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query });
    return found.map(({ name, containerName, location }) => `${name} | ${containerName} | ${location.uri}`);
  };
  expect(await find('housing head')).toEqual(['Head of housing (role housing) | Library | file:///plans/lib.plan']);
  expect(await find('apart')).toEqual(['Apart (plan apart) | Apart | file:///plans/apart.plan']);
  files.set('/plans/apart.plan', 'plan apart: Apart\n\naim: Elsewhere altogether\n');
  client.tellFiles({ '/plans/apart.plan': 2 });
  expect(await find('altogether')).toEqual(['Elsewhere altogether (aim) | Apart | file:///plans/apart.plan']);
  files.delete('/plans/apart.plan');
  client.tellFiles({ '/plans/apart.plan': 3 });
  expect(await find('apart')).toEqual([]);
  client.replace(main, 'People are', 'Everybody is');
  expect(await find('everybody')).toEqual(['Everybody is safe (outcome safe) | Plan | file:///plans/main.plan']);
});
