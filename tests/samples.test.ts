import { format, parse } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../server/src/engine.ts';
import { exportModel } from '../server/src/model/export.ts';
import { engineFor } from './helpers/engine.ts';
import { filesOfSample, samples } from './helpers/samples.ts';

/** What the published plans hold, counted by hand in their printed text. */
const counted = {
  'north-wales': { 'north-wales': { theme: 3, priority: 12, outcome: 4, kpq: 8, action: 49 } },
  leicestershire: { leicestershire: { priority: 5, 'sub-priority': 11 } },
  wiltshire: { wiltshire: { priority: 4, 'sub-priority': 17, action: 55 } },
  'south-wales': { 'south-wales': { priority: 6, action: 78 } },
  gwent: { 'gwent-delivery': { priority: 5, action: 47 }, 'gwent-police-and-crime': { priority: 5 } },
};

/** Defects that the published plans have, which the checks must find: the rule, and the words at fault. */
const defects = [
  ['north-wales', 'thread/kpq-without-measure', 'kpq how-safe'],
  ['north-wales', 'thread/kpq-outside-outcomes', 'confident-in-police'],
  ['north-wales', 'thread/outcome-not-asked', 'reoffending'],
  ['north-wales', 'consistency/term-not-explained', 'DA'],
  ['north-wales', 'consistency/name-varies', 'Betsi Cadwaladr Health Board'],
  ['leicestershire', 'measure/no-baseline', 'measure public-confidence'],
  ['leicestershire', 'thread/priority-without-action', 'priority elderly'],
  ['wiltshire', 'consistency/term-not-explained', 'HMICFRS'],
  ['wiltshire', 'dates/continue-to', 'continue to'],
  ['south-wales', 'thread/priority-without-outcome', 'priority'],
  ['gwent', 'dates/due-outside-period', '2021-03'],
  ['gwent', 'consistency/name-varies', 'Wellbeing'],
] as const;

const everything = (engine: Engine) =>
  [...engine.workspace.files.values()]
    .filter(({ path }) => path.startsWith('samples/'))
    .flatMap(({ path }) => engine.diagnostics(path));

/** The findings of a sample as lines to read: place, severity, rule, the words at fault, the message. */
function listing(engine: Engine): string {
  return everything(engine)
    .map(({ file, range: { start, end }, severity, rule, message }) => {
      const line = engine.workspace.files.get(file)?.tree.text.split(/\r?\n/)[start.line] ?? '';
      const words = line.slice(start.character, end.line === start.line ? end.character : undefined);
      return `${file}:${start.line + 1}:${start.character + 1} ${severity} ${rule} ‹${words}›\n  ${message}\n`;
    })
    .join('');
}

describe.each(Object.keys(counted) as (keyof typeof counted)[])('%s', (sample) => {
  const files = filesOfSample(sample);

  test('has no line that cannot be read', () => {
    const faults = everything(engineFor(files)).filter(
      ({ rule }) => rule.startsWith('syntax/') || rule === 'reference/unknown-id',
    );
    expect(faults.map(({ file, rule, message }) => `${file} ${rule} ${message}`)).toEqual([]);
  });

  test('holds what the printed plan holds', () => {
    const engine = engineFor(files);
    engine.update();
    const plans = engine.workspace.plans.filter(({ shipped }) => !shipped);
    const graph = exportModel(engine.model, plans, (path) => path);
    for (const [id, counts] of Object.entries(counted[sample]))
      expect(graph.plans.find((plan) => plan.id === id)?.counts).toMatchObject(counts);
  });

  test('has the findings that were reviewed', async () => {
    await expect(listing(engineFor(files))).toMatchFileSnapshot(`golden/${sample}.findings.txt`);
  });

  test('has the same findings with Windows line ends', () => {
    const windows = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    expect(listing(engineFor(windows))).toBe(listing(engineFor(files)));
  });
});

test.each(defects)('in %s, %s finds ‘%s’', (sample, rule, words) => {
  const found = listing(engineFor(filesOfSample(sample)));
  const lines = found.split('\n').filter((line) => line.includes(` ${rule} ‹`));
  expect(lines.some((line) => line.includes(words))).toBe(true);
});

test.each(Object.entries(samples))('%s is laid out as the formatter would', (_path, text) => {
  expect(format(parse(text))).toEqual([]);
});

test('the first plan is clean when everything is asked for', () => {
  const engine = engineFor(filesOfSample('first-plan'), { profiles: ['basic', 'corporate-plan'], final: true });
  expect(listing(engine)).toBe('');
  expect(Object.keys(samples)).toContain('samples/first-plan/first-plan.plan');
});
