import { describe, expect, test } from 'vitest';
import type { Engine } from '../../server/src/engine.ts';
import { county, someChange } from '../helpers/changes.ts';
import { engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';

/** Everything the engine finds, as text that can be compared. */
const everything = (engine: Engine): string[] =>
  [...engine.workspace.files.keys()].flatMap((path) =>
    engine.diagnostics(path).map((diagnostic) => JSON.stringify({ ...diagnostic, item: diagnostic.item?.title })),
  );

const workspaces = {
  county,
  ...Object.fromEntries(
    ['north-wales', 'wiltshire', 'gwent', 'south-wales', 'leicestershire', 'first-plan'].map((name) => [
      name,
      filesOfSample(name),
    ]),
  ),
};

describe.each(Object.entries(workspaces))('%s', (sample, texts) => {
  test('what is found after edits is what is found from scratch', () => {
    const files: Record<string, string> = { ...texts };
    const paths = Object.keys(files);
    const engine = engineFor(files);
    everything(engine);
    const random = randomFrom(sample.length * 7919 + Number(process.env.SEED ?? 0));
    const steps = sample === 'county' ? 300 : 50;
    for (let step = 0; step < steps; step++) {
      if (step % 25 === 0)
        for (const [path, text] of Object.entries(texts)) {
          files[path] = text;
          engine.set(path, text);
        }
      const path = paths[Math.floor(random() * paths.length)] as string;
      const text = engine.workspace.files.get(path)?.tree.text ?? '';
      const change = someChange(text, random);
      const previous = text;
      engine.change(path, change);
      files[path] = engine.workspace.files.get(path)?.tree.text ?? '';
      const skip = random() < 0.4;
      if (skip && !process.env.ALL) continue;
      if (process.env.DEBUG && JSON.stringify(everything(engine)) !== JSON.stringify(everything(engineFor(files))))
        console.log(JSON.stringify(files, null, 1), previous);
      const context = `step ${step}: ${path} ${JSON.stringify(change)}`;
      expect(everything(engine), context).toEqual(everything(engineFor(files)));
    }
  });
});
