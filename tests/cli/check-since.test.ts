import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/checks/settings.ts';
import { newsIn } from '../../server/src/cli/check-news.ts';
import { checkSince } from '../../server/src/cli/check-since.ts';
import { checkTexts } from '../../server/src/cli/jobs.ts';
import { Progress } from '../../server/src/cli/progress.ts';
import { findAsked } from '../../server/src/disk/asked.ts';
import { findWithNeighbours, readPlans } from '../../server/src/disk/load.ts';
import type { CheckResult } from '../../server/src/reporters/checked.ts';
import { names } from '../../server/src/reporters/fingerprint.ts';
import { generateWorkspace } from '../bench/generate.ts';
import { randomFrom } from '../helpers/random.ts';
import { folderWith, goldthread } from './goldthread.ts';
import { draft, firstPlan, misspelt } from './plans.ts';
import { TestRepository } from './repository.ts';
import { tangle } from './tangle.ts';

type Files = Readonly<Record<string, string | undefined>>;

/** What is found since a revision, as `file:line rule`. */
function since({ folder }: TestRepository, revision: string, ...args: string[]): string[] {
  const { out, err, code } = goldthread(
    ['check', '--since', revision, '--format', 'json', '--profile', 'basic', ...args],
    { cwd: folder },
  );
  if (code === 2) throw new Error(err);
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: { rule: string; file: string; severity: string; range: { start: { line: number } } }[];
  };
  return diagnostics.map(({ file, rule, range }) => `${file}:${range.start.line + 1} ${rule}`);
}

const plan = `plan county: County Plan
  organisation: The Council
  period: 2026-04-01 to 2030-03-31

include: part.plan

outcome safe: Communities are safe

outcom well: People are well

outcome alone: Nobody works for it
`;

const files: Record<string, string> = {
  'county.plan': plan,
  'part.plan': 'part county: Part\n\npriority streets: Safer streets\n  outcomes: safe, saef\n',
  'district.plan':
    'plan district: District Plan\n  uses: county\n  delivers: county\n\npriority parks: Parks\n  priorities: county.streets\n',
  'figures.plan':
    'plan figures: Figures\n\nkpq q: How many are there?\n  measure m: People\n    unit: %\n    data: data/people.csv\n',
  'data/people.csv': 'period,value\n2025,1\n',
  'other.plan': 'plan other: Other\n\noutcom x: X\n',
};

test('an id that has changed makes nothing new of what is found', () => {
  const repository = new TestRepository({ 'county.plan': plan.replace('include: part.plan\n', '') });
  repository.write({
    'county.plan': plan
      .replace('include: part.plan\n', '')
      .replace('plan county', 'plan shire')
      .replace('outcome alone', 'outcome lonely')
      .replace('outcome safe', 'outcome safety'),
  });
  expect(since(repository, 'HEAD')).toEqual([]);
});

describe('what is new is found', () => {
  test.each<[string, Files, readonly string[]]>([
    ['where nothing changed', {}, []],
    ['where lines came above', { 'county.plan': plan.replace('outcome safe', '# More\n\noutcome safe') }, []],
    ['where line ends changed', { 'county.plan': plan.replaceAll('\n', '\r\n') }, []],
    [
      'in a file that changed',
      { 'county.plan': plan.replace('outcome safe', 'outcme safe2: Two\n\noutcome safe') },
      ['county.plan:7 syntax/unknown-key'],
    ],
    [
      'in a plan whose part changed',
      { 'part.plan': files['part.plan']!.replace('streets:', 'roads:') },
      ['district.plan:6 reference/unknown-id'],
    ],
    [
      'in a plan that names what is gone',
      { 'county.plan': undefined, 'part.plan': undefined },
      ['district.plan:3 reference/unknown-id'],
    ],
    [
      'in a new file',
      { 'new.plan': 'plan new: New\n  period: 2027\n\noutcom x: X\n' },
      ['new.plan:4 syntax/unknown-key'],
    ],
    ['in a file that moved: nothing', { 'other.plan': undefined, 'sub/other.plan': files['other.plan'] }, []],
    [
      'where another plan took an id',
      { 'twin.plan': 'plan other: Twin\n\noutcome y: Y\n' },
      ['twin.plan:1 reference/'],
    ],
    ['where a table of figures is gone', { 'data/people.csv': undefined }, ['figures.plan:6 measure/data-missing']],
    ['where something else changed', { 'data/notes.txt': 'x', 'README.md': 'x' }, []],
  ])('%s', (_, changes, expected) => {
    const repository = new TestRepository(files);
    repository.write(changes);
    const found = since(repository, 'HEAD');
    for (const one of expected) expect(found.some((line) => line.startsWith(one))).toBe(true);
    if (expected.length === 0) expect(found).toEqual([]);
  });

  test('with what was committed since the branch began, and not what the other one did', () => {
    const repository = new TestRepository(files);
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.commit({ 'other.plan': 'plan other: Other\n\noutcom x: X\n\noutcom y: Y\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'county.plan': plan.replace('outcom well', 'outcome well'), 'more.plan': misspelt });
    repository.git('checkout', '--quiet', 'work');
    const found = since(repository, 'main');
    expect(found.filter((line) => line.includes('unknown-key'))).toEqual(['other.plan:5 syntax/unknown-key']);
    expect(found.every((line) => line.startsWith('other.plan:'))).toBe(true);
  });

  test('in the files that are asked for alone', () => {
    const repository = new TestRepository(files);
    repository.write({ 'part.plan': files['part.plan']!.replace('streets:', 'roads:') });
    expect(since(repository, 'HEAD', 'county.plan')).toEqual([]);
    expect(since(repository, 'HEAD', 'district.plan')[0]).toMatch(/^district\.plan:/);
  });

  test('in everything where settings changed, each side with its own', () => {
    const repository = new TestRepository({ ...files, 'goldthread.json': '{ "rules": { "syntax/*": "off" } }' });
    expect(since(repository, 'HEAD')).toEqual([]);
    repository.write({ 'goldthread.json': '{}' });
    const found = since(repository, 'HEAD');
    expect(found.filter((line) => line.includes('unknown-key'))).toEqual([
      'county.plan:9 syntax/unknown-key',
      'other.plan:3 syntax/unknown-key',
    ]);
    repository.write({ 'goldthread.json': undefined });
    expect(since(repository, 'HEAD')).toEqual(found);
  });

  test('where a draft is published', () => {
    const repository = new TestRepository({ 'a.plan': draft });
    repository.write({ 'a.plan': draft.replace('draft', 'published') });
    expect(since(repository, 'HEAD')).toContain('a.plan:4 thread/outcome-without-priority');
  });

  test('where a comment allowed it and is gone', () => {
    const allowed = `${firstPlan}\n# allow thread/outcome-without-kpq: for now\n# allow thread/outcome-without-priority: for now\noutcome alone: Alone\n`;
    const repository = new TestRepository({ 'a.plan': allowed });
    repository.write({ 'a.plan': allowed.replace(/# allow.*\n/g, '') });
    expect(since(repository, 'HEAD').map((line) => line.replace(/.* /, ''))).toEqual([
      'thread/outcome-without-kpq',
      'thread/outcome-without-priority',
    ]);
  });
});

describe('says', () => {
  test('how much is left out', () => {
    const repository = new TestRepository({ 'a.plan': misspelt });
    repository.write({ 'a.plan': `${misspelt}\npriorty p: Parks\n` });
    const { out, code } = goldthread(['check', '--since', 'HEAD'], { cwd: repository.folder });
    expect(code).toBe(1);
    expect(out).toContain('priorty');
    expect(out).toMatch(/Only what is new since HEAD: \d earlier findings left out\./);
  });

  test('that nothing is new, in one sentence in every format for readers', () => {
    const repository = new TestRepository({ 'a.plan': misspelt, 'b.plan': firstPlan });
    repository.write({ 'a.plan': `${misspelt}\n# A comment\n`, 'b.plan': `${firstPlan}\n# A comment\n` });
    const said = (...args: readonly string[]) =>
      goldthread(['check', '--since', 'HEAD', ...args], { cwd: repository.folder }).out;
    expect(said()).toMatch(
      /^✓ Nothing new since HEAD in 2 plans \(2 files, \d+ items\); \d+ earlier findings? left out\.\n/,
    );
    expect(said('--format', 'stylish')).toMatch(/Nothing new since HEAD; \d+ earlier findings? left out\.\n$/);
    expect(said('--format', 'markdown')).toMatch(
      /\*\*Nothing new\*\* since HEAD in 2 plans, 2 files; \d+ earlier findings? left out\.\n$/,
    );
    const known = ['--baseline', 'known.json'];
    goldthread(['check', ...known, '--update-baseline'], { cwd: repository.folder });
    repository.write({ 'a.plan': `${misspelt}\nsection s: S\n` });
    expect(said(...known)).toMatch(/^✓ Nothing new since HEAD in 2 plans .*left out\.\n/);
  });

  test('that a plan is gone', () => {
    const repository = new TestRepository({ 'a.plan': misspelt, 'b.plan': 'plan b: Plan B\n' });
    repository.write({ 'b.plan': undefined });
    const { out, code } = goldthread(['check', '--since', 'HEAD'], { cwd: repository.folder });
    expect(code).toBe(0);
    expect(out).toContain('1 plan gone since HEAD; no other plan that is checked here has changed.');
  });

  test('that nothing has changed', () => {
    const repository = new TestRepository({ 'a.plan': misspelt });
    const { out, code } = goldthread(['check', '--since', 'main'], { cwd: repository.folder });
    expect(code).toBe(0);
    expect(out).toContain('No plan that is checked here has changed since main.');
  });

  test.each<[string, string, (repository: TestRepository) => void, string]>([
    ['no such revision', 'nowhere', () => {}, 'There is no revision ‘nowhere’ in this repository.'],
    [
      'no commit in common',
      'main',
      (repository) => {
        repository.git('checkout', '--quiet', '--orphan', 'alone');
        repository.commit({ 'a.plan': firstPlan });
      },
      '‘main’ and what is checked out have no commit in common here. In a shallow copy, fetch the rest: git fetch --unshallow.',
    ],
    [
      'no repository',
      'main',
      ({ folder }) => rmSync(join(folder, '.git'), { recursive: true }),
      'This folder is in no git repository, so it has no revisions.',
    ],
    ['an option in place of a revision', '--output=x', () => {}, 'There is no revision ‘--output=x’'],
  ])('that there is %s', (_, revision, change, fault) => {
    const repository = new TestRepository({ 'a.plan': misspelt });
    change(repository);
    const { out, err, code } = goldthread(['check', `--since=${revision}`], { cwd: repository.folder });
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err.startsWith(fault)).toBe(true);
  });

  test('that a copy has not all that the commits hold', () => {
    const repository = new TestRepository({ 'a.plan': misspelt });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.commit({ 'a.plan': firstPlan });
    repository.git('clone', '--quiet', '--filter=blob:none', `file://${repository.folder}`, 'copy');
    const cwd = join(repository.folder, 'copy');
    const run = () => goldthread(['check', '--since', 'HEAD~1'], { cwd });
    const { err, code } = run();
    expect({ err, code }).toEqual({
      err: 'This copy of the repository has not all that its commits hold. Fetch the rest: git fetch --refetch --no-filter.\n',
      code: 2,
    });
    repository.git('-C', 'copy', 'fetch', '--quiet', '--refetch', '--no-filter');
    expect(run().code).toBe(0);
  });

  test('that a copy is shallow', () => {
    const repository = new TestRepository({ 'a.plan': misspelt });
    repository.commit({ 'a.plan': firstPlan });
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, 'copy');
    const { err, code } = goldthread(['check', '--since', 'HEAD~1'], { cwd: join(repository.folder, 'copy') });
    expect(code).toBe(2);
    expect(err).toContain('in a shallow copy, fetch it first: git fetch --unshallow.');
    const other = goldthread(['check', '--since', 'origin/feature'], { cwd: join(repository.folder, 'copy') });
    expect(other.err).toContain('fetch it first: git fetch origin feature:refs/remotes/origin/feature.');
  });

  test('that there is no git', () => {
    const repository = new TestRepository({ 'a.plan': misspelt });
    const { err, code } = goldthread(['check', '--since', 'HEAD'], {
      cwd: repository.folder,
      env: { PATH: folderWith({}) },
    });
    expect({ err, code }).toEqual({
      err: 'The program git is not there. Revisions cannot be read without it.\n',
      code: 2,
    });
  });

  test('that folders are in two repositories', () => {
    const [one, other] = [new TestRepository({ 'a.plan': misspelt }), new TestRepository({ 'b.plan': misspelt })];
    const { err, code } = goldthread(['check', '--since', 'HEAD', one.folder, other.folder], { cwd: one.folder });
    expect(code).toBe(2);
    expect(err).toContain('is not in the same git repository as');
  });

  test('which file that changed cannot be read, and nothing of others', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.commit({ 'bad.plan': 'x\0' });
    repository.write({ 'worse.plan': 'x\0' });
    const { err, code } = goldthread(['check', '--since', 'HEAD'], { cwd: repository.folder });
    expect({ err, code }).toEqual({
      err: 'worse.plan is not plain text. A plan is plain text, saved as UTF-8.\n',
      code: 2,
    });
  });
});

const show = (path: string): string => path;

/** What is new, by the whole of both states: what `--since` must find without looking at everything. */
function wholly(before: CheckResult, now: CheckResult): string[] {
  const whole = { result: now, names: names(now, show), root: '/', show };
  return linesOf(newsIn(whole, { revision: 'x', before }).result);
}

const linesOf = ({ files: all }: CheckResult): string[] =>
  all.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ rule, range, message }) => `${path}:${range.start.line} ${rule} ${message}`),
  );

function checkWhole(folder: string): CheckResult {
  const found = findWithNeighbours(findAsked([], folder), folder);
  const { texts } = readPlans(found.paths, findAsked([], folder), { tell: () => {} });
  return checkTexts(texts, new Map(texts.map(({ path }) => [path, defaultSettings])), found.projects);
}

async function checkChanged(folder: string): Promise<string[]> {
  const asked = findAsked([], folder);
  const found = findWithNeighbours(asked, folder);
  const terminal = { cwd: folder, out: () => {}, err: () => {}, colour: false, width: 80, watched: false };
  const { result, before } = await checkSince(
    { revision: 'HEAD', found, asked, settings: { for: () => defaultSettings }, overrides: {}, show },
    new Progress(terminal),
  );
  return wholly(before, result);
}

test('whatever changes, what is found is what looking at everything finds', async () => {
  const random = randomFrom(5);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const start: Record<string, string> = { ...files, ...tangle, ...generateWorkspace(12, 60) };
  const words = [
    'orchard',
    'ochard',
    'county-partners',
    'wfg-2015',
    'library',
    'safe',
    'saef',
    'county',
    'district',
    'plan-3',
    'outcom',
    'part.plan',
    'people.csv',
    'x',
    'draft',
  ];
  for (let round = 0; round < 25; round++) {
    const repository = new TestRepository(start);
    const before = checkWhole(repository.folder);
    for (let edit = 0; edit < 3; edit++) {
      const path = pick(Object.keys(start).filter((one) => start[one] !== ''));
      const text = start[path]!;
      const places = [...text.matchAll(/[\w-]+/g)];
      const { index, 0: word } = pick(places);
      const kind = random();
      const changed = text.slice(0, index) + pick(words) + text.slice(index + word.length);
      if (kind < 0.15) rmSync(join(repository.folder, path), { force: true });
      else if (kind < 0.3) repository.write({ [`moved-${edit}/${path}`]: changed });
      else repository.write({ [path]: changed });
    }
    const expected = wholly(before, checkWhole(repository.folder));
    expect(await checkChanged(repository.folder)).toEqual(expected);
  }
}, 120_000);

test('many files are checked by threads, with what looking at everything finds', () => {
  const start = generateWorkspace(270, 60);
  const repository = new TestRepository({ ...start, 'goldthread.json': '{ "rules": { "reference/*": "off" } }' });
  repository.write({
    'goldthread.json': '{}',
    'plans/plan-7.plan': start['plans/plan-7.plan']!.replaceAll('owner: director', 'owner: directr'),
  });
  const found = since(repository, 'HEAD');
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((line) => line.startsWith('plans/plan-7.plan:'))).toBe(true);
});

test('a repository may be asked about from a folder of it, and about a folder', () => {
  const repository = new TestRepository({ 'plans/a.plan': misspelt, 'notes/b.plan': misspelt.replace('small', 'b') });
  mkdirSync(join(repository.folder, 'deep/er'), { recursive: true });
  repository.write({
    'plans/a.plan': `${misspelt}\npriorty p: P\n`,
    'notes/b.plan': firstPlan.replace('my-plan', 'b'),
  });
  const { out } = goldthread(['check', '../../plans', '--since', 'HEAD', '--format', 'stylish', '--quiet'], {
    cwd: join(repository.folder, 'deep/er'),
  });
  expect(out).toMatch(/^\.\.\/\.\.\/plans\/a\.plan\n {2}5:1 {2}error/);
});
