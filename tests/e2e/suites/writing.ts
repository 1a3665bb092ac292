import { expect } from 'chai';
import {
  type CallHierarchyItem,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  commands,
  type DocumentLink,
  type Hover,
  type InlayHint,
  type MarkdownString,
  Range,
  type SemanticTokens,
  type TextDocument,
  type TextEdit,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { type NewPlanParams, newPlanRequest } from '../../../server/src/lsp/protocol.ts';
import { sound } from './borough.ts';
import { ask, at, goldthread, Plans, problems } from './plans.ts';

suite('Writing', () => {
  let plans: Plans;
  teardown(() => plans.remove());

  test('begins with a plan in which nothing is wrong', async () => {
    const { client } = await goldthread();
    const params: NewPlanParams = {
      title: 'Our Borough Plan: 2027–2031',
      organisation: 'Cyngor Môn',
      period: '2027-04-01 to 2031-03-31',
    };
    const text = await client.sendRequest<string>(newPlanRequest, params);
    for (const words of Object.values(params)) expect(text).to.include(words);
    plans = await Plans.write({ 'first.plan': text });
    await plans.open('first.plan');
    const found = await problems(plans.uri('first.plan'), (found) => found.every(({ severity }) => severity > 1));
    expect(found.filter(({ severity }) => severity < 2)).to.deep.equal([]);
  });

  test('is completed with what may stand there', async () => {
    const document = await opened({ 'homes.plan': `${sound['homes.plan']}  ` });
    const offered = await completions(document, document.lineAt(document.lineCount - 1).range.end);
    expect(offered.map(labelOf)).to.include.members(['action', 'closing']);
    expect(offered.map(labelOf)).to.not.include.members(['target']);
  });

  test('is completed with an id, by words of its title', async () => {
    const document = await opened({ 'homes.plan': sound['homes.plan'].replace('outcomes: warm-homes', 'outcomes: ') });
    const offered = await completions(document, at(document, 'outcomes: ', 'outcomes: '.length));
    const [first] = offered;
    expect(String(inserted(first))).to.equal('warm-homes');
    expect(`${first && labelOf(first)} ${first?.filterText}`).to.include('People live in warm, safe homes');
  });

  test('is explained under the pointer', async () => {
    const document = await opened();
    const hovers = await ask<Hover[]>('HoverProvider', document.uri, at(document, 'warm-homes', 2));
    const words = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join();
    expect(words).to.include('People live in warm, safe homes');
  });

  test('is laid out again, and no word changes', async () => {
    const untidy = sound['homes.plan'].replace('  kpqs: how-warm', '  kpqs:    how-warm');
    const document = await opened({ 'homes.plan': untidy });
    const edits = await ask<TextEdit[]>('FormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true });
    const change = new WorkspaceEdit();
    change.set(document.uri, edits);
    expect(await workspace.applyEdit(change)).to.equal(true);
    expect(document.getText()).to.equal(sound['homes.plan']);
  });

  test('is coloured by what words mean', async () => {
    const document = await opened();
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    expect(tokens.data.length).to.be.greaterThan(0);
  });

  test('shows titles after ids, until a setting says no', async () => {
    const document = await opened();
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<string> => {
      const found = await ask<InlayHint[]>('InlayHintProvider', document.uri, whole);
      return found
        .map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')))
        .join();
    };
    expect(await hints()).to.include('People live in warm, safe homes');
    const settings = workspace.getConfiguration('goldthread');
    await settings.update('inlayHints.titles', false);
    try {
      expect(await hints()).to.not.include('People live in warm, safe homes');
    } finally {
      await settings.update('inlayHints.titles', undefined);
    }
  });

  test('counts what leans on an outcome', async () => {
    const document = await opened(sound, 'borough.plan');
    const lenses = await ask<CodeLens[]>('CodeLensProvider', document.uri, 10);
    const line = at(document, 'outcome warm-homes').line;
    const lens = lenses.find(({ range }) => range.start.line === line);
    expect(lens?.command?.title).to.match(/1 priorit/);
    expect(lens?.command?.command).to.equal('goldthread.showReferences');
  });

  test('links to the files that it includes', async () => {
    const document = await opened(sound, 'borough.plan');
    const links = await ask<DocumentLink[]>('LinkProvider', document.uri, 10);
    expect(links.map(({ target }) => target?.path.replace(/.*\//, ''))).to.include.members([
      'homes.plan',
      'people.plan',
    ]);
  });

  test('leads up and down the golden thread', async () => {
    const document = await opened(sound, 'borough.plan');
    const position = at(document, 'outcome warm-homes', 'outcome w'.length);
    const [item] = await commands.executeCommand<CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      position,
    );
    expect(item?.name).to.include('People live in warm, safe homes');
  });

  /** Writes plans and opens one of them. */
  async function opened(files: Readonly<Record<string, string>> = sound, name = 'homes.plan'): Promise<TextDocument> {
    plans = await Plans.write({ ...sound, ...files });
    return (await plans.open(name)).document;
  }
});

async function completions(document: TextDocument, position: unknown): Promise<CompletionItem[]> {
  const { items } = await ask<CompletionList>('CompletionItemProvider', document.uri, position, undefined, 10);
  return items
    .filter(({ kind }) => kind !== 0)
    .sort((a, b) => ((a.sortText ?? labelOf(a)) < (b.sortText ?? labelOf(b)) ? -1 : 1));
}

const labelOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** What an item of a completion puts into the text. */
function inserted(item: CompletionItem | undefined): string | undefined {
  const text = item?.insertText ?? (item && labelOf(item));
  return typeof text === 'object' ? text.value : text;
}
