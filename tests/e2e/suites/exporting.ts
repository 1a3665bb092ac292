import { expect } from 'chai';
import { Uri, workspace } from 'vscode';
import { writeFiles } from '../../../client/src/export/write.ts';
import { Plans } from './plans.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

suite('What is exported', () => {
  let plans: Plans;
  const names = async (folder: Uri): Promise<string[]> =>
    (await workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  const text = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));

  setup(async () => {
    plans = await new Plans().put({ 'old.html': 'old' });
  });
  teardown(() => plans.remove());

  test('is written in folders that are made, and in the place of what was there', async () => {
    await writeFiles([
      { uri: plans.uri('old.html'), content: bytes('new') },
      { uri: plans.uri('deep/er/map.png'), content: bytes('map') },
    ]);
    expect(await text(plans.uri('old.html'))).to.equal('new');
    expect(await text(plans.uri('deep/er/map.png'))).to.equal('map');
    expect(await names(plans.folder)).to.deep.equal(['deep', 'old.html']);
  });

  test('is written as a whole or not at all, and never in the place of a folder', async () => {
    await plans.put({ 'taken.html/inside.txt': 'inside' });
    let fault = '';
    try {
      await writeFiles([
        { uri: plans.uri('old.html'), content: bytes('new') },
        { uri: plans.uri('taken.html'), content: bytes('new') },
      ]);
    } catch (error) {
      fault = String(error);
    }
    expect(fault).to.match(/taken\.html could not be written: there is a folder with this name/);
    expect(await text(plans.uri('old.html'))).to.equal('old');
    expect(await text(Uri.joinPath(plans.uri('taken.html'), 'inside.txt'))).to.equal('inside');
    expect(await names(plans.folder)).to.deep.equal(['old.html', 'taken.html']);
  });
});
