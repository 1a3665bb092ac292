import { expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/checks/settings.ts';
import { batchesOf } from '../../server/src/cli/batches.ts';
import { together } from '../../server/src/cli/check-all.ts';
import { checkTexts } from '../../server/src/cli/crew.ts';
import { shippedLibraries } from '../../server/src/disk/shipped.ts';
import type { CheckResult } from '../../server/src/reporters/checked.ts';
import { summaryOf } from '../../server/src/workspace/catalogue.ts';
import type { PlanText } from '../../server/src/workspace/naming.ts';
import { standsAlone } from '../../server/src/workspace/naming.ts';
import { generateWorkspace } from '../bench/generate.ts';
import { randomFrom } from '../helpers/random.ts';
import { samples } from '../helpers/samples.ts';
import { folderWith, goldthread } from './goldthread.ts';
import { broken, firstPlan, misspelt } from './plans.ts';

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

/** Files that depend on each other in every way there is, and some that do not. */
const tangle: Readonly<Record<string, string>> = {
  'library.plan':
    'library county-partners: Partners\n\npartner council: The Council\n\npartner health-board: The Health Board\n',
  'asked.plan':
    'library shared-outcomes: Outcomes\n\noutcome safe: People are safe\n\nkpq how-safe: How safe are they?\n',
  'second-library.plan':
    'library more-partners: More\n  uses: county-partners\n\nsection: See [[county-partners.council]]\n',
  ...Object.fromEntries(
    ['north', 'south', 'east', 'west'].map((name, index) => [
      `${name}.plan`,
      `plan ${name}: The ${name} plan\n  uses: county-partners, more-partners, shared-outcomes\n\nkpq q-${index}: How safe is the ${name}?\n  outcomes: shared-outcomes.safe\n\npriority p: Safer streets\n  outcomes: shared-outcomes.safe\n  kpqs: q-${index}\n  action: Meet\n    partners: county-partners.council, county-partners.nobody\n`,
    ]),
  ),
  'twice-a.plan': 'plan twice: One\n\noutcome a: All are well\n',
  'twice-b.plan': 'plan twice: The other\n\noutcome a: All are well\n',
  'names-twice.plan':
    'plan names-twice: Third\n  delivers: twice\n  uses: twice\n\npriority p: Parks\n  outcomes: twice.a\n',
  'part-alone.plan': 'part nobody: Alone\n\naction: Wait\n',
  'part-of-north.plan': 'part north: Not included\n\naction: Wait\n',
  'whole.plan':
    '# of two files\n\nplan whole: Whole\n\ninclude: whole-part.plan\n\ninclude: part-of-north.plan\n\noutcome safe: Safe\n',
  'whole-part.plan': 'part whole: Part\n\npriority streets: Streets\n  outcomes: safe, saef\n',
  'not-used.plan':
    'plan not-used: Not used\n\npriority p: Parks\n  why: See [[orchard.apples]] and [[ochard.apples]].\n',
  'orchard.plan': 'plan orchard: Orchard\n\noutcome apples: There are apples\n',
  'misspelt-use.plan': 'plan misspelt-use: Misspelt\n  uses: orchrd\n\npriority p: Parks\n  outcomes: orchard.apples\n',
  'welsh.plan':
    '# language: cy\ncynllun gwent: Cynllun\n  defnyddio: orchard\n  cyflawni: whole\n\nblaenoriaeth p: Parciau\n  canlyniadau: orchard.apples, orchard.pears\n',
  'marked.plan':
    '\uFEFF# A comment\n\nplan marked: Marked\n  Uses: orchard\n\npriority p: Parks\n  outcomes: orchard. apples\n',
  'second-root.plan': 'plan second-root: Root\n\nplan again: Again\n  delivers:\n    # after a comment\n    orchard\n',
  'act.plan':
    'plan act: Act\n  uses: prsra-2011, wfg-2016\n  covers: prsra-2011.plan-contents\n\npriority p: Parks\n  requirements: prsra-2011.measuring, equality-2011.duty\n',
  'no-id.plan': 'plan: No id\n\noutcome a: A\n',
  'elsewhere/no-id.plan': 'plan: No id either\n\noutcome a: A\n',
  'named-no-id.plan': 'plan no-id: An id like a file\n\noutcome a: A\n',
  'odd.plan': 'plan odd one: An odd id\n\noutcome a: A\n',
  'names-odd.plan': 'plan names-odd: Names\n  uses: odd one\n\npriority p: Parks\n  outcomes: odd one.a, odd.a\n',
  'accent.plan': 'plan caf\u00E9: Café\n\noutcome a: A\n',
  'names-accent.plan':
    'plan names-accent: Names\n  uses: cafe\u0301\n\npriority p: Parks\n  outcomes:\u00A0cafe\u0301.a\n',
  'no-root.plan': 'outcome lonely: Lonely\n',
  'names-no-root.plan': 'plan names-no-root: Names\n  uses: lonely\n\npriority p: Parks\n  outcomes: lonely.lonely\n',
  'shadow.plan': 'library wfg-2015: Our own goals\n\nframework f: F\n\ngoal g: G\n',
  'names-shadow.plan':
    'plan names-shadow: Names\n  uses: wfg-2015\n\npriority p: Parks\n  goals: wfg-2015.resilient-wales\n',
  'unix.plan': 'plan crlf: Lines\r\n  uses: orchard\r\n\r\npriority p: Parks\r\n  outcomes: orchard.apples\r\n',
  'old-mac.plan': 'plan cr: Lines\r  uses: orchard\r\rpriority p: Parks\r  outcomes: orchard.apples\r',
  'empty.plan': '',
  'broken.plan': broken,
  'misspelt.plan': misspelt,
  'first.plan': firstPlan,
};

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

test('many files are checked by threads, with what a few would give', () => {
  const files = { ...generateWorkspace(260, 30), ...tangle };
  const cwd = folderWith(files);
  const found = JSON.parse(goldthread(['check', '--format', 'json'], { cwd }).out);
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
