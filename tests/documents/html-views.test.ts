import { expect, test } from 'vitest';
import { htmlPage } from '../../server/src/documents/html/page.ts';
import { type HtmlOptions, HtmlWriter } from '../../server/src/documents/html/writer.ts';
import { viewNames } from '../../server/src/documents/view.ts';
import { makeView } from '../../server/src/documents/views.ts';
import { engineFor } from '../helpers/engine.ts';
import { hostile, hostileFiles } from './hostile.ts';
import { faultsOf } from './sound-html.ts';

const optionsOf = (interactive: boolean): HtmlOptions => ({
  language: 'en',
  interactive,
  remotePictures: interactive,
  picture: (path) => `picture:${path}`,
});

const engine = engineFor({ ...hostileFiles, 'main.plan': 'plan hostile: Plan\n' });

test.each(hostile)('no view of $name has more than words in it', ({ plan }) => {
  engine.set('main.plan', plan);
  engine.update();
  const file = engine.workspace.files.get('main.plan');
  if (!file) throw new Error('The plan is not there.');
  for (const name of viewNames) {
    const page = makeView(name).page(engine.snapshot, file, { language: 'en', chosen: {} });
    const writer = new HtmlWriter(optionsOf(true));
    const faults = page.blocks.flatMap((block) => faultsOf(writer.block(block)));
    expect(faults.slice(0, 5), name).toEqual([]);
    expect(faultsOf(htmlPage(page, { ...optionsOf(false), style: '' })).slice(0, 5), name).toEqual([]);
  }
});
