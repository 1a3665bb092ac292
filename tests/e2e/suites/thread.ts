import { expect } from 'chai';
import { type CodeAction, commands, Range, WorkspaceEdit, workspace } from 'vscode';
import { type ThreadNode, threadRequest } from '../../../server/src/lsp/protocol.ts';
import { broken, sound } from './borough.ts';
import { ask, at, goldthread, only, Plans, problems, rulesOf } from './plans.ts';

suite('The golden thread', () => {
  let plans: Plans;
  teardown(() => plans.remove());

  test('is whole where nothing is wrong', async () => {
    plans = await Plans.write(sound);
    await plans.open('homes.plan');
    await problems(plans.uri('homes.plan'), (found) => found.length === 0);
    expect(await threadOf('homes.plan')).to.deep.equal([
      ['outcome', 'People live in warm, safe homes', []],
      ['priority', 'Make every home a good home', []],
      ['action', 'Fit thick loft lining in the coldest council homes', []],
      ['kpq', 'How warm are the homes that people rent?', []],
      ['measure', 'Rented homes with a good energy grade', []],
    ]);
  });

  test('is seen to be broken, also in the file at its other end', async () => {
    plans = await Plans.write(broken);
    const { document } = await plans.open('homes.plan');
    const [here] = await problems(document.uri, only('reference/unknown-id'));
    expect(document.getText(here?.range)).to.equal('warm-home');
    await problems(plans.uri('borough.plan'), only('thread/outcome-without-priority'));
    const [, , faults] = (await threadOf('homes.plan')).find(([kind]) => kind === 'outcome') ?? [];
    expect(faults).to.not.deep.equal([]);
  });

  test('is mended by a quick fix, and the problems of both files go', async () => {
    plans = await Plans.write(broken);
    const { document } = await plans.open('homes.plan');
    const [problem] = await problems(document.uri, only('reference/unknown-id'));
    const actions = await ask<CodeAction[]>('CodeActionProvider', document.uri, problem?.range, 'quickfix', 10);
    const mend = actions.find(({ title }) => title.includes('warm-homes'));
    expect(await workspace.applyEdit(mend?.edit ?? new WorkspaceEdit())).to.equal(true);
    expect(document.getText()).to.equal(sound['homes.plan']);
    await problems(document.uri, (found) => found.length === 0);
    await problems(plans.uri('borough.plan'), (found) => found.length === 0);
  });

  test('breaks and mends as another file changes', async () => {
    plans = await Plans.write(sound);
    const { document } = await plans.open('homes.plan');
    await plans.open('borough.plan');
    const outcomes = at(document, 'outcomes: warm-homes');
    const line = new Range(outcomes, outcomes.translate(1));
    await edit((change) =>
      change.delete(document.uri, new Range(line.start.with({ character: 0 }), line.end.with({ character: 0 }))),
    );
    await problems(plans.uri('borough.plan'), (found) => rulesOf(found).includes('thread/outcome-without-priority'));
    await commands.executeCommand('undo');
  });

  test('is checked in files that something else writes', async () => {
    plans = await Plans.write({ 'borough.plan': sound['borough.plan'], 'people.plan': sound['people.plan'] });
    await plans.open('borough.plan');
    await problems(plans.uri('borough.plan'), (found) => found.length > 0);
    await plans.put({ 'homes.plan': sound['homes.plan'] });
    await problems(plans.uri('borough.plan'), (found) => found.length === 0);
  });

  test('is checked without the files of a folder that is deleted', async () => {
    const original = await new Plans().put(sound);
    plans = await Plans.write(sound);
    await plans.open('borough.plan');
    await problems(plans.uri('borough.plan'), only('reference/ambiguous'));
    await workspace.fs.delete(original.folder, { recursive: true });
    await problems(plans.uri('borough.plan'), (found) => found.length === 0);
  });

  /** The golden thread of the plan of a file, from the top: kinds, titles without their numbers, faults. */
  async function threadOf(name: string): Promise<[kind: string, title: string, faults: readonly string[]][]> {
    const { client } = await goldthread();
    const uri = client.code2ProtocolConverter.asUri(plans.uri(name));
    const nodes = await client.sendRequest<ThreadNode[]>(threadRequest, { uri });
    const flat = (nodes: readonly ThreadNode[]): ThreadNode[] =>
      nodes.flatMap((node) => [node, ...flat(node.children)]);
    return flat(nodes).map(({ kind, title, faults }) => [kind, title.replace(/^[\d.]+ /, ''), faults]);
  }
});

async function edit(change: (edit: WorkspaceEdit) => void): Promise<void> {
  const made = new WorkspaceEdit();
  change(made);
  expect(await workspace.applyEdit(made)).to.equal(true);
}
