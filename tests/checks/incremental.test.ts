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

describe.each(['north-wales', 'wiltshire', 'gwent', 'south-wales', 'leicestershire', 'first-plan'])('%s', (sample) => {
  test('what is found after edits is what is found from scratch', () => {
    const files = { ...filesOfSample(sample) };
    const paths = Object.keys(files);
    const engine = engineFor(files);
    everything(engine);
    const random = randomFrom(sample.length * 7919);
    for (let step = 0; step < 60; step++) {
      const path = paths[Math.floor(random() * paths.length)] as string;
      const text = engine.workspace.files.get(path)?.tree.text ?? '';
      const change = someChange(text, random);
      engine.change(path, change);
      files[path] = engine.workspace.files.get(path)?.tree.text ?? '';
      if (random() < 0.4) continue;
      const context = `step ${step}: ${path} ${JSON.stringify(change)}`;
      expect(everything(engine), context).toEqual(everything(engineFor(files)));
    }
  });
});
