import { expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/checks/settings.ts';
import { batchesOf } from '../../server/src/cli/batches.ts';
import { together } from '../../server/src/cli/check-all.ts';
import { checkTexts } from '../../server/src/cli/jobs.ts';
import { shippedLibraries } from '../../server/src/disk/shipped.ts';
import type { CheckResult } from '../../server/src/reporters/checked.ts';
import { summaryOf } from '../../server/src/workspace/catalogue.ts';
import type { PlanText } from '../../server/src/workspace/naming.ts';
import { standsAlone } from '../../server/src/workspace/naming.ts';
import { generateWorkspace } from '../bench/generate.ts';
import { randomFrom } from '../helpers/random.ts';
import { samples } from '../helpers/samples.ts';
import { folderWith, goldthread, shipped } from './goldthread.ts';
import { tangle } from './tangle.ts';

const settings = { ...defaultSettings, profiles: [...defaultSettings.profiles, 'wales'], final: true };

const textsOf = (files: Readonly<Record<string, string>>): PlanText[] =>
  Object.entries(files)
    .map(([path, text]) => ({ path: `/w/${path}`, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

const check = (texts: readonly PlanText[], reported: Iterable<string>, libraries?: ReadonlySet<string>): CheckResult =>
  checkTexts(texts, new Map([...reported].map((path) => [path, settings])), ['/w'], libraries);

/** What is found when everything is checked together, and in batches of a size. */
function bothWays(files: Readonly<Record<string, string>>, size: number) {
  const texts = textsOf(files);
  const batches = batchesOf(
    texts.map((text) => summaryOf(text)),
    size,
  );
  const held = new Map(texts.map((text) => [text.path, text]));
  const textsIn = (paths: readonly string[]) => paths.map((path) => held.get(path) as PlanText);
  const byPath = ({ plans, ...rest }: CheckResult) => ({
    ...rest,
    plans: plans.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  });
  return {
    batches: batches.map(({ reported }) => [...reported].map((path) => path.slice(3)).sort()),
    apart: byPath(together(batches.map((batch) => check(textsIn(batch.paths), batch.reported, batch.libraries)))),
    whole: byPath(
      together([
        check(
          texts,
          texts.map(({ path }) => path),
        ),
      ]),
    ),
  };
}

/** A few files of which nothing but a slip of the pen leads from one to another. */
test.each([
  ['in “uses”', '  uses: ochard\n'],
  ['among others in “uses”', '  uses: wfg-2015, ochard\n'],
  ['in a key too', '  use: orchard\n'],
  ['in the capital of a key', '  Uses: orchard\n'],
  ['before a dot', '\npriority p: Parks\n  outcomes: ochard.apples\n'],
  ['before a dot in text', '\npriority p: Parks\n  why: See [[ochard.apples]].\n'],
  ['in the dot', '\npriority p: Parks\n  outcomes: orchard. apples\n'],
  ['like the id of its own plan', '  uses: asks-i\n'],
  ['in letters with marks of their own', '\npriority p: Parks\n  outcomes: orcha\u0301rd.apples\n'],
  ['before a letter with a mark', '\npriority p: Parks\n  outcomes: ochard.\u00E1pples\n'],
])('a slip %s gives what it gives where all is checked together', (_, slip) => {
  const { apart, whole } = bothWays(
    {
      'asks.plan': `plan asks-it: Asks\n${slip}`,
      'b.plan': 'plan asks-is: B\n',
      'orchard.plan': tangle['orchard.plan'] as string,
    },
    1,
  );
  expect(apart).toEqual(whole);
});

test.each([1, 3, 10])('files checked in batches of %i give what they give together', (size) => {
  const { apart, whole, batches } = bothWays({ ...tangle, ...samples, ...generateWorkspace(24, 60) }, size);
  expect(apart).toEqual(whole);
  expect(batches.length).toBeGreaterThan(4);
});

test('so do those of which any others are missing', () => {
  const random = randomFrom(11);
  for (let round = 0; round < 40; round++) {
    const files = Object.fromEntries(Object.entries(tangle).filter(() => random() < 0.6));
    const { apart, whole } = bothWays(files, 1);
    expect(apart).toEqual(whole);
  }
});

test('plans that share a library need not be in one batch', () => {
  const files = Object.fromEntries(
    ['a', 'b', 'c'].map((id) => [
      `${id}.plan`,
      `plan ${id}: Plan\n  uses: county-partners\n\nrole r: R\n  holder: [[county-partners.council]]\n`,
    ]),
  );
  const { batches } = bothWays({ ...files, 'library.plan': tangle['library.plan'] as string }, 1);
  expect(batches.toSorted()).toEqual([['a.plan'], ['b.plan'], ['c.plan'], ['library.plan']]);
});

test('the libraries that come with the program can be in all batches', () => {
  for (const library of shippedLibraries()) expect(standsAlone(library)).toBe(true);
});

test.each([
  ['by threads', shipped],
  ['without the threads, where they cannot start', undefined],
])('many files are checked %s, with what a few would give', (_, script) => {
  const files = { ...generateWorkspace(260, 30), ...tangle };
  const cwd = folderWith(files);
  const found = JSON.parse(goldthread(['check', '--format', 'json'], { cwd, ...(script && { script }) }).out);
  const texts = Object.entries(files).map(([path, text]) => ({
    path: `${cwd}/${path}`,
    text: text.replace('\uFEFF', ''),
  }));
  const asked = new Map(texts.map(({ path }) => [path, defaultSettings]));
  const whole = checkTexts(
    texts.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    asked,
    [cwd],
  );
  expect(found.summary.files).toBe(texts.length);
  const told = whole.files.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
  expect(found.diagnostics.map(({ message }: { message: string }) => message).sort()).toEqual(told.sort());
});

test('one file is read with what it depends on, and checked as among all', () => {
  const cwd = folderWith({ ...generateWorkspace(12, 30), ...tangle });
  type Found = { readonly file: string };
  const findings = (...paths: readonly string[]): Found[] =>
    JSON.parse(goldthread(['check', '--format', 'json', '--fail-on', 'never', ...paths], { cwd }).out).diagnostics;
  const all = findings();
  for (const path of ['plans/plan-3.plan', ...Object.keys(tangle)])
    expect(findings(path), path).toEqual(all.filter(({ file }) => file === path));
});
