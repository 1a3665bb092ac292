import { expect } from 'chai';
import { commands, Range } from 'vscode';
import { State } from 'vscode-languageclient';
import { sound } from './borough.ts';
import { at, goldthread, only, Plans, problems, rulesOf, until } from './plans.ts';

suite('The server', () => {
  let plans: Plans;
  setup(async () => {
    plans = await Plans.write(sound);
  });
  teardown(() => plans.remove());

  test('starts again when asked, with what was typed', async () => {
    const editor = await plans.open('homes.plan');
    await problems(editor.document.uri, (found) => found.length === 0);
    await editor.edit((edit) => edit.insert(at(editor.document, 'warm-homes'), 'not-'));
    await commands.executeCommand('goldthread.restartServer');
    await problems(editor.document.uri, only('reference/unknown-id'));
  });

  test('starts again when it is killed, and nothing typed is lost', async function () {
    const { client } = await goldthread();
    const process = 'serverProcess' in client ? (client.serverProcess as { kill(signal: string): boolean }) : undefined;
    // In a browser the server is a worker: there is no process that could end.
    if (process === undefined) return this.skip();
    const editor = await plans.open('homes.plan');
    const { document } = editor;
    await editor.edit((edit) => edit.insert(at(document, 'warm-homes'), 'not-'));
    await problems(document.uri, only('reference/unknown-id'));

    const stopped = until([client.onDidChangeState], () => client.state !== State.Running);
    process.kill('SIGKILL');
    await stopped;
    const start = at(document, 'not-');
    await editor.edit((edit) => edit.delete(new Range(start, start.translate(0, 'not-'.length))));
    await until([client.onDidChangeState], () => client.state === State.Running);

    expect(document.getText()).to.equal(sound['homes.plan']);
    await problems(document.uri, (found) => found.length === 0);
    await editor.edit((edit) => edit.insert(at(document, 'how-warm'), 'not-'));
    await problems(document.uri, (found) => rulesOf(found).includes('reference/unknown-id'));
  });
});
