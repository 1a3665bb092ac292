import type { TextChange } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../server/src/engine.ts';
import { engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';

/** Everything the engine finds, as text that can be compared. */
const everything = (engine: Engine): string[] =>
  [...engine.workspace.files.keys()].flatMap((path) =>
    engine.diagnostics(path).map((diagnostic) => JSON.stringify({ ...diagnostic, item: diagnostic.item?.title })),
  );

/** A change such as a writer makes, somewhere in a text: typing, deleting, doubling and moving lines and words. */
function someChange(text: string, random: () => number): TextChange {
  const lines = text.split(/(?<=\n)/);
  const number = Math.floor(random() * lines.length);
  const start = lines.slice(0, number).join('').length;
  const line = lines[number] ?? '';
  const end = start + line.length;
  const words = [...line.matchAll(/[\p{L}\p{N}-]+/gu)];
  const word = words[Math.floor(random() * words.length)];
  const other = lines[Math.floor(random() * lines.length)] ?? '';
  const wordAt = start + (word?.index ?? 0);
  const changes: TextChange[] = [
    { start, end, text: '' },
    { start, end: start, text: line },
    { start, end, text: other },
    { start, end: start, text: other },
    { start: wordAt, end: wordAt, text: 'x' },
    { start: wordAt, end: wordAt + (word?.[0].length ?? 0), text: '' },
    { start: wordAt, end: wordAt + (word?.[0].length ?? 0), text: [...other.matchAll(/[a-z-]+/g)].at(-1)?.[0] ?? 'y' },
    { start, end: start, text: '  ' },
    { start: end, end: Math.min(text.length, end + 400), text: '' },
    { start, end: start, text: '\n' },
  ];
  return changes[Math.floor(random() * changes.length)] as TextChange;
}

/** Several small files that lean on one another: a plan with a part, the plan that it delivers, and a library with a framework. */
const county = {
  'county/plan.plan': `plan borough: The Borough Plan
  uses: county, region
  delivers: region
  covers: county.well-being
  status: approved

outcome well: People live well
  goals: county.healthy
kpq how-well: How well do people live?
  outcomes: well

include: homes.plan

section next: Next steps
  priorities: homes
  action: Build 200 homes
    partners: county.trust
`,
  'county/homes.plan': `part borough: Homes

priority homes: Build homes
  outcomes: well
  kpqs: how-well
  priorities: region.housing
  text: Homes for all, with the NHS. See [[next]].
`,
  'county/region.plan': `plan region: The Region's Plan

outcome housed: Everyone has a home
kpq how-housed: How many people have no home?
  outcomes: housed

priority housing: Homes across the region
  outcomes: housed
  kpqs: how-housed
`,
  'county/library.plan': `library county: Across the county

framework well-being: Well-being goals
  goal healthy: A healthy county
  goal fair: A fair county
  requirement report: Report each year

partner trust: The Housing Trust

term: NHS
  means: National Health Service
`,
};

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
