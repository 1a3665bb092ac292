import { describe, expect, test } from 'vitest';
import { coverageView } from '../../server/src/documents/coverage/view.ts';
import { matrixView } from '../../server/src/documents/matrix/view.ts';
import { measuresView } from '../../server/src/documents/measures/view.ts';
import type { ViewOptions } from '../../server/src/documents/view.ts';
import { county, someChange } from '../helpers/changes.ts';
import { engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';

const views = { matrix: matrixView, measures: measuresView, coverage: coverageView };

const workspaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  county,
  ...Object.fromEntries(
    ['north-wales', 'gwent', 'first-plan', 'leicestershire'].map((name) => [name, filesOfSample(name)]),
  ),
};

describe.each(Object.entries(workspaces))('%s', (sample, texts) => {
  test('a page of a view that is kept over edits is that of a new one, and its keys are its own', () => {
    const engine = engineFor(texts);
    const snapshot = engine.snapshot;
    const kept = Object.values(views).map((make) => ({ make, view: make() }));
    const random = randomFrom(sample.length * 31 + Number(process.env.SEED ?? 0));
    const paths = Object.keys(texts);
    const columns = ['outcomes', 'kpqs', 'county.well-being', 'gwent-delivery.spr'];
    for (let step = 0; step < (sample === 'county' ? 100 : 30); step++) {
      if (step % 15 === 0) for (const [path, text] of Object.entries(texts)) engine.set(path, text);
      const path = paths[Math.floor(random() * paths.length)] as string;
      engine.change(path, someChange(engine.workspace.files.get(path)?.tree.text ?? '', random));
      engine.update();
      const options: ViewOptions = {
        language: random() < 0.8 ? 'en' : 'cy',
        chosen: { columns: columns[Math.floor(random() * columns.length)] as string },
      };
      for (const file of engine.workspace.files.values()) {
        if (file.plan?.shipped || random() < 0.5) continue;
        for (const { make, view } of kept) {
          const page = view.page(snapshot, file, options);
          expect(page, `step ${step}: ${path}`).toEqual(make().page(snapshot, file, options));
          const keys = page.blocks.map(({ key }) => key);
          expect(new Set(keys).size, keys.join('\n')).toBe(keys.length);
        }
      }
    }
  }, 60_000);
});
