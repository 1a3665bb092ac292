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

test('what a part says is missed, as far off as it is seen, when its plan no longer includes it', () => {
  const files = {
    'county.plan': 'plan county: The county\n\npriority safe: Safe roads\n',
    'delivery.plan':
      'plan delivery: What we do\n  delivers: county\n\npriority streets: Slow streets\n  priorities: county.safe\n\ninclude: steps.plan\n',
    'steps.plan': 'part delivery: Steps\n\nsection next: Next steps\n  priorities: streets\n  action: Paint lines\n',
  };
  const engine = engineFor(files);
  everything(engine);
  const delivery = files['delivery.plan'].replace('include: steps.plan\n', '');
  engine.set('delivery.plan', delivery);
  expect(everything(engine)).toEqual(everything(engineFor({ ...files, 'delivery.plan': delivery })));
});

test('a file that was taken for a part, and is not any more, is looked at as a whole', () => {
  const engine = engineFor({ 'main.plan': 'part of a plan\n' });
  everything(engine);
  engine.change('main.plan', { start: 0, end: 0, text: 'outcome warm: Warm homes\n' });
  expect(everything(engine)).toEqual(
    everything(engineFor({ 'main.plan': 'outcome warm: Warm homes\npart of a plan\n' })),
  );
});

test('a circle is told with the titles that its items have now', () => {
  const text = ['a', 'b', 'c'].map((id, at) => `priority ${id}: Title ${id}\n  priorities: ${'bca'[at]}\n`).join('\n');
  const files = { 'main.plan': `plan p: Plan\n\n${text}` };
  const engine = engineFor(files);
  everything(engine);
  for (const id of ['a', 'b', 'c']) {
    files['main.plan'] = files['main.plan'].replace(`Title ${id}`, `New title ${id}`);
    const start = files['main.plan'].indexOf(`New title ${id}`);
    engine.change('main.plan', { start, end: start + 5, text: 'New title' });
    expect(everything(engine).filter((found) => found.includes('reference/cycle'))).toHaveLength(3);
    expect(everything(engine)).toEqual(everything(engineFor(files)));
  }
});

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
