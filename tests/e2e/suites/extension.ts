import { expect } from 'chai';
import { commands, extensions, workspace } from 'vscode';
import { State } from 'vscode-languageclient';
import manifest from '../../../package.json' with { type: 'json' };
import { sound } from './borough.ts';
import { goldthread, Plans } from './plans.ts';

suite('The extension', () => {
  let plans: Plans;
  suiteSetup(async () => {
    plans = await Plans.write(sound);
  });
  suiteTeardown(() => plans.remove());

  test('starts with the first plan that is opened', async () => {
    const { document } = await plans.open('borough.plan');
    expect(document.languageId).to.equal('goldthread');
    expect((await goldthread()).client.state).to.equal(State.Running);
    expect(extensions.getExtension('goldthread.goldthread-vscode')?.isActive).to.equal(true);
  });

  test('has every command that its manifest names', async () => {
    const known = await commands.getCommands(true);
    expect(known).to.include.members(manifest.contributes.commands.map(({ command }) => command));
  });

  test('wraps lines and takes Welsh letters as they are, in plans alone', () => {
    const inPlans = workspace.getConfiguration('editor', { languageId: 'goldthread' });
    expect(inPlans.get('wordWrap')).to.equal('on');
    expect(inPlans.get('unicodeHighlight.ambiguousCharacters')).to.equal(false);
    expect(workspace.getConfiguration('editor').get('wordWrap')).to.equal('off');
  });
});
