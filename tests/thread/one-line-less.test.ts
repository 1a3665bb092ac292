import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/checks/diagnose.ts';
import type { Engine } from '../../server/src/engine.ts';
import { engineFor } from '../helpers/engine.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { threadFindings } from './oracle.ts';

const everything = (engine: Engine): Diagnostic[] =>
  [...engine.workspace.files.keys()].flatMap((path) => engine.diagnostics(path));

const subject = ({ rule, item }: Diagnostic): string => `${rule} ${item?.plan?.id} ${item?.id ?? item?.title}`;

const threadOf = (engine: Engine): string[] =>
  everything(engine)
    .filter(({ rule }) => rule.startsWith('thread/'))
    .map(subject)
    .sort();

/** The findings of the other groups, but for what nothing names any more: that may follow from a line that is gone. */
const othersOf = (engine: Engine): string[] =>
  everything(engine)
    .filter(({ rule }) => !rule.startsWith('thread/') && rule !== 'reference/unused')
    .map(({ rule, message }) => `${rule} ${message}`)
    .sort();

const link = /^[ \t]+(?:outcomes|kpqs):.*\n/gm;

describe.each(['north-wales', 'leicestershire', 'wiltshire', 'south-wales', 'gwent', 'first-plan'])('%s', (sample) => {
  const files = filesOfSample(sample);

  test('has the findings of the golden thread that the statements of the rules ask for', () => {
    const engine = engineFor(files, { final: true });
    expect(threadOf(engine)).toEqual(threadFindings(engine));
  });

  test('without any one line of outcomes or questions has exactly the findings that follow', () => {
    const engine = engineFor(files, { final: true });
    const others = othersOf(engine);
    const before = threadOf(engine);
    for (const [path, text] of Object.entries(files))
      for (const match of text.matchAll(link)) {
        const start = match.index;
        const end = start + match[0].length;
        engine.change(path, { start, end, text: '' });
        expect(threadOf(engine), match[0]).toEqual(threadFindings(engine));
        expect(othersOf(engine), match[0]).toEqual(others);
        engine.change(path, { start, end: start, text: match[0] });
        expect(threadOf(engine), match[0]).toEqual(before);
      }
  });
});
