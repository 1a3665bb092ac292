import { expect, test } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { able } from './client.ts';
import { opened } from './open.ts';

const path = '/plans/main.plan';

const editing = {
  ...able,
  workspace: {
    ...able.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const], snippetEditSupport: true },
  },
};

test('actions come with the diagnostics of the client', async () => {
  const { client } = await opened('plan p: P\n\nout‸com safe: S\n');
  const diagnostics = await client.diagnostics(path);
  const { position, textDocument } = client.at(path);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics },
  });
  const change = actions.find(({ title }) => title === 'Change to ‘outcome’');
  expect(change).toMatchObject({
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [{ code: 'syntax/unknown-key', source: 'Goldthread' }],
    edit: { documentChanges: [{ textDocument: { version: 1 }, edits: [{ newText: 'outcome' }] }] },
  });
});

test('a part is extracted into a new file, and a reason has a placeholder', async () => {
  const plan = 'plan p: P\n\n‸outcome safe: S\n‸';
  const { client } = await opened(plan, { capabilities: editing });
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    ...client.range(path),
    context: { diagnostics: [] },
  });
  const extract = actions.find(({ kind }) => kind === 'refactor.extract');
  const [create, made, put] = (extract?.edit?.documentChanges ?? []) as [
    CreateFile,
    TextDocumentEdit,
    TextDocumentEdit,
  ];
  expect(create).toMatchObject({ kind: 'create', uri: 'file:///plans/parts/safe.plan' });
  expect(made.edits).toMatchObject([{ newText: 'part p: S\n\noutcome safe: S\n' }]);
  expect(put.edits).toMatchObject([{ newText: 'include: parts/safe.plan' }]);
  const allow = actions.find(({ title }) => title.startsWith('Allow'));
  expect(JSON.stringify(allow?.edit)).toContain(`# allow thread/outcome-without-kpq: \${1:reason}\\n`);
});

test('laying out, on Enter, pasting, a picture', async () => {
  const { client } = await opened('plan p:   P\n\npriority x: X\n  why:\n‸');
  const document = client.document(path);
  const options = { tabSize: 4, insertSpaces: false };
  const edits = await client.request<TextEdit[]>('textDocument/formatting', { ...document, options });
  expect(edits).toEqual([
    { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 10 } }, newText: '' },
  ]);
  const at = client.at(path);
  expect(await client.request('textDocument/onTypeFormatting', { ...at, ch: '\n', options })).toMatchObject([
    { newText: '    ' },
  ]);
  const { position } = at;
  const place = { uri: document.textDocument.uri, range: { start: position, end: position } };
  const offers = await client.request('goldthread/paste', { ...place, text: '• One\n• Two' });
  expect(offers).toMatchObject([
    { kind: 'actions', text: '  action: One\n  action: Two' },
    { kind: 'items' },
    { kind: 'prose' },
  ]);
  expect(await client.request('goldthread/figure', { ...place, path: 'a.png' })).toBe(
    'figure: A\n  image: a.png\n  alt: ',
  );
});
