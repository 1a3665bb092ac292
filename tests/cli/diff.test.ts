import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samples } from '../helpers/samples.ts';
import { folderWith, goldthread } from './goldthread.ts';
import { TestRepository } from './repository.ts';

const firstPlan = samples['samples/first-plan/first-plan.plan'] ?? '';
const later = firstPlan.replace('7,000 by 2030-03', '7,500 by 2030-03');
const without = (line: string, text = firstPlan): string => text.replace(line, '');

const targetMoved = `\
Our Borough Plan 2026–2030  a.plan

  Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
    ~ Target moved from 7,000 to 7,500 by 2030-03
`;
const nothing = 'Nothing in the plans has changed.\n';

/** What was printed, where nothing went wrong. */
function told({ out, err, code }: { out: string; err: string; code: number | null }): string {
  expect({ err, code }).toEqual({ err: '', code: 0 });
  return out;
}

describe('the files as they are now', () => {
  test('are compared with the last commit', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    expect(told(repository.diff())).toBe(nothing);
    repository.write({ 'a.plan': later });
    expect(told(repository.diff())).toBe(targetMoved);
    repository.git('add', '--all');
    expect(told(repository.diff())).toBe(targetMoved);
  });

  test('are compared with another revision', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.git('tag', 'v1');
    repository.commit({ 'a.plan': later });
    expect(told(repository.diff())).toBe(nothing);
    for (const name of ['v1', 'HEAD~1', repository.git('rev-parse', 'v1').slice(0, 9)])
      expect(told(repository.diff([name]))).toBe(targetMoved);
  });

  test('new and dropped files count, those that git leaves out do not', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan, '.gitignore': 'drafts/\n' });
    repository.write({
      'b.plan': 'plan b: Plan B\n',
      'drafts/c.plan': 'plan c: Plan C\n',
      '.hidden/d.plan': 'plan d: D\n',
    });
    expect(told(repository.diff())).toMatch(/^Plan B {2}b\.plan\n {2}This plan is new\.\n/);
    expect(told(repository.diff())).not.toMatch(/drafts|hidden/);
    repository.write({ 'a.plan': undefined, 'b.plan': undefined });
    expect(told(repository.diff())).toMatch(/ {2}This plan is gone, with 2 outcomes/);
  });

  test('a plan that cannot be read any more is not said to be gone', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan, 'b.plan': 'plan b: Plan B\n' });
    repository.write({ 'a.plan': Buffer.from(firstPlan, 'utf16le'), 'b.plan': 'plan b: Plan Bee\n' });
    const { out, err, code } = repository.diff();
    expect({ err, code }).toEqual({ err: expect.stringMatching(/^a\.plan is /), code: 2 });
    expect(out).toContain('Plan Bee');
    expect(out).not.toContain('is gone');
  });

  test('a file that is called otherwise is no change', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.git('mv', 'a.plan', 'plan.plan');
    expect(told(repository.diff())).toBe(nothing);
  });

  test('line ends and marks that editors put in are no change', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.write({ 'a.plan': `\uFEFF${firstPlan.replaceAll('\n', '\r\n')}` });
    expect(told(repository.diff())).toBe(nothing);
  });

  test('in a folder of the repository, paths are those from there', () => {
    const repository = new TestRepository({ 'plans/a.plan': firstPlan, 'other/b.plan': 'plan b: Plan B\n' });
    repository.write({ 'plans/a.plan': later, 'other/b.plan': 'plan b: Plan C\n' });
    const text = told(repository.diff([], 'plans'));
    expect(text).toContain('Our Borough Plan 2026–2030  a.plan\n');
    expect(text).toContain('Plan C  ../other/b.plan\n');
  });
});

describe('two revisions', () => {
  /** A repository with a branch that moved a target, and a main that went on without it. */
  function parted(mainFiles: Record<string, string>, branchFiles: Record<string, string>): TestRepository {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.git('switch', '--quiet', '--create', 'branch');
    repository.commit(branchFiles);
    repository.git('switch', '--quiet', 'main');
    repository.commit(mainFiles);
    return repository;
  }

  test('are compared since they parted', () => {
    const dropped = without('partner kestrel-trust: Kestrel Housing Trust\n').replace(
      '    partners: kestrel-trust\n',
      '',
    );
    const repository = parted({ 'a.plan': dropped }, { 'a.plan': later });
    expect(told(repository.diff(['main', 'branch']))).toBe(targetMoved);
    expect(told(repository.diff(['main...branch']))).toBe(targetMoved);
    for (const args of [['main', 'branch', '--exact'], ['main..branch']]) {
      expect(told(repository.diff(args))).toContain('Target moved from 7,000 to 7,500 by 2030-03');
      expect(told(repository.diff(args))).toContain('+ Partner ‘Kestrel Housing Trust’ is new');
    }
  });

  test('what is on the disk makes no difference', () => {
    const repository = parted({ 'b.plan': 'plan b: B\n' }, { 'a.plan': later });
    repository.write({ 'a.plan': 'plan first-plan: Nothing left\n', 'goldthread.json': 'broken' });
    expect(told(repository.diff(['main', 'branch']))).toBe(targetMoved);
  });

  test('an id that both gave to different items is told', () => {
    const add = (line: string): string => `${firstPlan}\n${line}\n`;
    const repository = parted(
      { 'a.plan': add('term lpa: Local planning authority') },
      { 'a.plan': add('partner lpa: Ashmere Planning Alliance') },
    );
    const text = told(repository.diff(['main', 'branch']));
    expect(text.replace(/\s+/g, ' ')).toContain(
      'the id ‘lpa’ was given twice: to partner ‘Ashmere Planning Alliance’ here, and to term ‘Local planning authority’ on the other branch.',
    );
    expect(told(repository.diff(['main', 'branch', '--exact']))).not.toContain('given twice');
  });

  test('figures in a file that is called otherwise now are compared all the same', () => {
    const plan = 'plan p: P\n\ntable homes: Homes by year\n  data: homes.csv\n';
    const repository = new TestRepository({ 'p.plan': plan, 'homes.csv': 'Year,Homes\n2026,12\n' });
    const renamed = { 'p.plan': plan.replace('homes.csv', 'built.csv'), 'homes.csv': undefined };
    repository.write({ ...renamed, 'built.csv': 'Year,Homes\n2026,12\n' });
    expect(told(repository.diff())).not.toContain('figures');
    repository.write({ 'built.csv': 'Year,Homes\n2026,14\n' });
    expect(told(repository.diff())).toContain('~ The figures in ‘built.csv’ changed: 2026 from 12 to 14');
  });

  test('parts, settings, figures and pictures are those of each commit', () => {
    const plan = `${firstPlan.replace('      unit: homes', '      unit: homes\n      data: homes.csv')}
include: parts/more.plan
`;
    const repository = new TestRepository({
      'a.plan': plan,
      'parts/more.plan':
        'part first-plan: More\n\nsection more: More\n  figure: A map\n    image: map.png\n    alt: A map\n',
      'parts/map.png': Buffer.from([1, 0, 2]),
      'homes.csv': 'period,value\n2025,5200\n',
      'goldthread.json': '{ "rules": { "measure/target-against-direction": "off" } }',
    });
    repository.git('tag', 'one');
    repository.commit({
      'parts/map.png': Buffer.from([1, 0, 3]),
      'homes.csv': 'period,value\r\n2025,5200\r\n',
      'a.plan': plan.replace('target: 7,000', 'target: 5,000'),
    });
    repository.git('tag', 'two');
    expect(told(repository.diff(['one', 'two']))).toBe(`\
Our Borough Plan 2026–2030  a.plan

  Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
    ~ Target moved from 7,000 to 5,000 by 2030-03

  Figure A map – in ‘More’
    ~ The picture in ‘map.png’ changed
`);
    repository.commit({
      'goldthread.json': undefined,
      'homes.csv': 'period,value\n2025,5300\n',
      'parts/map.png': undefined,
    });
    repository.git('tag', 'three');
    const text = told(repository.diff(['two', 'three']));
    expect(text).toContain('~ The figures in ‘homes.csv’ changed');
    expect(text).toContain('measure/target-against-direction');
    repository.write({ 'a.plan': undefined, 'parts/more.plan': undefined, 'homes.csv': undefined });
    expect(told(repository.diff(['two', 'three']))).toBe(text);
  });

  test('plans that name one that changed are looked at, others are not', () => {
    const library =
      'library goals: Goals\n\nframework f: Framework\n  goal green: A green county\n  goal fair: A fair county\n';
    const plan = (id: string, goal: string): string =>
      `plan ${id}: Plan ${id}\n  uses: goals\n\nvision: x\n\nsection s: S\n  goals: goals.${goal}\n`;
    const files = {
      'library.plan': library,
      'a.plan': plan('a', 'green'),
      'b.plan': plan('b', 'fair'),
      'c.plan': 'plan c: Plan c\n\noutcomme x: X\n',
    };
    const repository = new TestRepository(files);
    repository.commit({ 'library.plan': without('  goal green: A green county\n', library) });
    const { plans } = JSON.parse(told(repository.diff(['HEAD~1', 'HEAD', '--format', 'json'])));
    expect(plans.map(({ after }: { after: { id: string } }) => after.id).sort()).toEqual(['a', 'b', 'goals']);
    const text = told(repository.diff(['HEAD~1', 'HEAD']));
    expect(text).toContain('- no longer serves goal ‘A green county’');
    expect(text).toContain('reference/unknown-id');
    expect(text).not.toContain('Plan b');
  });
});

describe('paths', () => {
  test('say which plans are asked for', () => {
    const repository = new TestRepository({ 'plans/a.plan': firstPlan, 'b.plan': 'plan b: Plan B\n' });
    repository.write({ 'plans/a.plan': later, 'b.plan': 'plan b: Plan C\n' });
    const inFolder = targetMoved.replace('a.plan', 'plans/a.plan');
    for (const args of [
      ['plans'],
      ['./plans/'],
      ['plans/a.plan'],
      ['HEAD', 'plans'],
      ['--plan', 'plans/a.plan'],
      ['HEAD', '--plan', 'plans'],
    ])
      expect(told(repository.diff(args))).toBe(inFolder);
    repository.write({ 'plans/a.plan': undefined });
    expect(told(repository.diff(['plans/a.plan']))).toContain('This plan is gone');
  });

  test('a branch is meant where a folder is called like it', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan, 'draft/b.plan': 'plan b: B\n' });
    repository.git('branch', 'draft');
    repository.commit({ 'a.plan': later });
    expect(told(repository.diff(['draft']))).toBe(targetMoved);
    expect(told(repository.diff(['./draft']))).toBe(nothing);
  });
});

describe('two folders or files', () => {
  test('are compared, in no repository too', () => {
    const cwd = folderWith({
      'old/a.plan': firstPlan,
      'new/a.plan': later,
      'old/b.plan': 'plan b: B\n',
      'new/b.plan': 'plan b: B\n',
    });
    expect(told(goldthread(['diff', 'old', 'new'], { cwd, env: { COLUMNS: '120' } }))).toBe(
      targetMoved.replace('a.plan', 'new/a.plan'),
    );
    expect(told(goldthread(['diff', 'old', 'old'], { cwd }))).toBe(nothing);
    expect(told(goldthread(['diff', 'old/a.plan', 'new/a.plan'], { cwd, env: { COLUMNS: '120' } }))).toBe(
      targetMoved.replace('a.plan', 'new/a.plan'),
    );
  });

  test('two files of one folder, with another id and what stands beside them', () => {
    const library = 'library goals: Goals\n\nframework f: F\n  goal green: A green county\n';
    const plan = (id: string, words: string): string =>
      `plan ${id}: Plan\n  uses: goals\n\nsection s: S\n  goals: goals.green\n  text: ${words}\n`;
    const cwd = folderWith({
      'v1.plan': plan('p', 'Good homes.'),
      'v2.plan': plan('q', 'Better homes.'),
      'goals.plan': library,
    });
    expect(told(goldthread(['diff', 'v1.plan', 'v2.plan'], { cwd }))).toBe(`\
Plan  v2.plan

  The plan itself
    ~ Id changed from ‘p’ to ‘q’

  Section S
    ~ Text changed: [-Good-]{+Better+} homes.
`);
  });

  test('two files of which one names the other: neither is unknown to it', () => {
    const cwd = folderWith({
      'old.plan': 'plan old: The Old Plan\n\nsection s: S\n',
      'new.plan': 'plan new: The New Plan\n  supersedes: old\n\nsection s: S\n',
    });
    expect(told(goldthread(['diff', 'old.plan', 'new.plan'], { cwd }))).toBe(`\
The New Plan  new.plan

  The plan itself
    ~ Id changed from ‘old’ to ‘new’
    ~ Title changed: The [-Old-]{+New+} Plan
    ~ Supersedes is new: ‘The Old Plan’
`);
    const back = told(goldthread(['diff', 'new.plan', 'old.plan'], { cwd }));
    expect(back).toContain('~ Supersedes was taken out; it was ‘The Old Plan’');
    expect(back).not.toContain('Checks');
  });
});

describe('besides the plans', () => {
  const asked = '{ "rules": { "plan/no-period": "error" } }\n';
  const plan = 'plan a: A\n  organisation: O\n';

  test('settings that changed are named, with what the checks find for that', () => {
    const repository = new TestRepository({ 'a.plan': plan, 'goldthread.json': '{}\n' });
    repository.write({ 'goldthread.json': '{\n}\n' });
    expect(told(repository.diff())).toBe(nothing);
    repository.write({ 'goldthread.json': '{ "rules": { "plan/no-period": "off" } }\n' });
    const text = told(repository.diff());
    expect(text).toMatch(
      /^The settings in goldthread\.json have changed: what the checks find may be otherwise for that alone\.\n\nA {2}a\.plan\n\n {2}Checks {2}0 new problems, 1 mended\n/,
    );
    const { remarks } = JSON.parse(told(repository.diff(['--format', 'json'])));
    expect(remarks).toEqual([{ type: 'settings', file: 'goldthread.json' }]);
    expect(told(repository.diff(['--format', 'markdown']))).toContain('The settings in goldthread\\.json have changed');
    expect(told(repository.diff(['--format', 'html']))).toContain('The settings in goldthread.json have changed');
    repository.commit({ 'goldthread.json': asked });
    expect(told(repository.diff(['HEAD~1', 'HEAD']))).toContain('The settings in goldthread.json have changed');
    expect(told(repository.diff(['HEAD~1', 'HEAD'])).replace(/\n +/g, ' ')).not.toContain('plan/no-period');
  });

  test('settings of one folder that the other has not', () => {
    const cwd = folderWith({ 'old/a.plan': plan, 'new/a.plan': plan, 'new/goldthread.json': '{ "final": true }' });
    const text = told(goldthread(['diff', 'old', 'new'], { cwd }));
    expect(text).toContain('The settings in new/goldthread.json have changed');
    expect(told(goldthread(['diff', 'old/a.plan', 'new/a.plan'], { cwd }))).toBe(nothing);
  });

  test('a repository inside this one that changed is said not to be compared', () => {
    const inner = new TestRepository({ 'b.plan': 'plan b: B\n' });
    const repository = new TestRepository({ 'a.plan': plan });
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'shared');
    const said =
      'shared is a repository inside this one (a submodule) and has changed. What is in it is not compared.\n';
    expect(told(repository.diff())).toBe(`${nothing}\n${said}`);
    repository.commit();
    expect(told(repository.diff())).toBe(nothing);
    expect(told(repository.diff(['HEAD~1', 'HEAD']))).toBe(`${nothing}\n${said}`);
    expect(told(repository.diff(['HEAD~1', '--plan', 'a.plan']))).toBe(nothing);
    expect(repository.diff(['HEAD~1', '--exit-code']).code).toBe(0);
  });

  test('a plan whose file is empty now', () => {
    const repository = new TestRepository({ 'a.plan': 'plan a: A\n\noutcome o: O\n' });
    repository.write({ 'a.plan': '\n' });
    expect(told(repository.diff())).toBe(
      [
        'A  a.plan',
        '  The file of this plan is empty now; it had 1 outcome.',
        '',
        '  Checks  1 new problem, 0 mended',
        '    i a.plan:2 There is nothing in this file, so there is nothing to check. A plan begins with a line such as “plan',
        '      our-plan: Our Plan”. (syntax/empty-file)',
        '',
      ].join('\n'),
    );
    repository.write({ 'a.plan': undefined });
    expect(told(repository.diff())).toBe('A  a.plan\n  This plan is gone, with 1 outcome.\n');
  });
});

describe('what is printed', () => {
  const changed = (): TestRepository => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.write({ 'a.plan': later });
    return repository;
  };

  test('Markdown, for a comment', () => {
    expect(told(changed().diff(['--format', 'markdown']))).toBe(`\
### Our Borough Plan 2026–2030

- **Measure: Rented homes with an EPC grade of C or better** – in “How warm are the homes that people rent?”
  - Target moved from 7,000 to 7,500 by 2030\\-03
`);
  });

  test('JSON, for other programs', () => {
    const { plans, clashes } = JSON.parse(told(changed().diff(['--format', 'json'])));
    expect(clashes).toEqual([]);
    expect(plans[0].changes).toEqual([
      {
        type: 'value',
        item: expect.objectContaining({ ref: 'first-plan.rented-homes', kind: 'measure', file: 'a.plan', line: 30 }),
        field: 'target',
        name: null,
        from: '7,000 by 2030-03',
        to: '7,500 by 2030-03',
        isSame: false,
        names: {},
        list: null,
      },
    ]);
  });

  test('goes to a file', () => {
    const repository = changed();
    expect(told(repository.diff(['--out', 'diff.txt']))).toBe('');
    expect(readFileSync(join(repository.folder, 'diff.txt'), 'utf8')).toBe(targetMoved);
    // Again over its own file, and in a folder that is made.
    for (const file of ['diff.txt', 'reports/diff.txt']) {
      expect(told(repository.diff(['--out', file]))).toBe('');
      expect(readFileSync(join(repository.folder, file), 'utf8')).toBe(targetMoved);
    }
  });

  test.each(['pretty', 'markdown', 'json', 'html'])(
    '%s takes the place of an earlier one, and of nothing else',
    (format) => {
      const repository = changed();
      const out = (file: string) => repository.diff(['--format', format, '--out', file]);
      expect([out('diff.out').code, out('diff.out').code]).toEqual([0, 0]);
      const kept = {
        'data/homes.csv': 'Year,Homes\n2026,12\n',
        'README.md': '# Plans\n\n### Where\n\nNothing in it.\nOurs  borough.plan\n',
        'goldthread.json': '{}',
      };
      repository.write(kept);
      for (const file of [...Object.keys(kept), 'a.plan', 'new.plan']) {
        const { err, code } = out(file);
        expect({ err, code }).toEqual({
          err: expect.stringMatching(/so no difference is written there\. Name another file\.$/m),
          code: 2,
        });
      }
      for (const [file, text] of Object.entries(kept))
        expect(readFileSync(join(repository.folder, file), 'utf8')).toBe(text);
      expect(existsSync(join(repository.folder, 'new.plan'))).toBe(false);
    },
  );

  test('is in colour where that is asked for, and never in a file', () => {
    const repository = changed();
    const colour = { cwd: repository.folder, env: { FORCE_COLOR: '1' } };
    expect(goldthread(['diff'], colour).out).toContain('\u001B[1m');
    goldthread(['diff', '--out', 'diff.txt'], colour);
    expect(readFileSync(join(repository.folder, 'diff.txt'), 'utf8')).not.toContain('\u001B');
  });

  test('--exit-code tells other programs', () => {
    const repository = changed();
    expect(repository.diff(['--exit-code']).code).toBe(1);
    repository.commit();
    expect(repository.diff(['--exit-code']).code).toBe(0);
  });

  test('help shows how it is used', () => {
    const { out, code } = goldthread(['diff', '--help'], { cwd: folderWith({}) });
    expect(code).toBe(0);
    expect(out).toContain('goldthread diff main our-branch');
  });
});

describe('what cannot be done is said', () => {
  const said = (args: readonly string[], cwd: string, env: Record<string, string> = {}): string => {
    const { out, err, code } = goldthread(['diff', ...args], {
      cwd,
      env: { ...env, GIT_CEILING_DIRECTORIES: join(cwd, '..') },
    });
    expect({ out, code }).toEqual({ out: '', code: 2 });
    return err;
  };
  const repositoryFolder = (): string => new TestRepository({ 'a.plan': firstPlan }).folder;

  test('no repository', () => {
    expect(said([], folderWith({ 'a.plan': firstPlan }))).toBe(
      'This folder is in no git repository, so it has no revisions. Two folders or two files can be compared without one: goldthread diff old new\n',
    );
  });

  test('no git', () => {
    const empty = folderWith({});
    expect(said([], repositoryFolder(), { PATH: empty, Path: empty })).toMatch(/^The program git is not there\./);
  });

  test('no commit', () => {
    expect(said([], new TestRepository().folder)).toBe('This repository has no commit yet to compare with.\n');
  });

  test('a repository without files: two revisions can be compared, files cannot', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.git('tag', 'v1');
    repository.commit({ 'a.plan': later });
    repository.git('clone', '--quiet', '--bare', '.', 'bare.git');
    expect(told(repository.diff(['v1', 'main'], 'bare.git'))).toBe(targetMoved);
    expect(said(['v1'], join(repository.folder, 'bare.git'))).toMatch(/^This repository is bare: /);
  });

  test('a revision that is not there', () => {
    const folder = repositoryFolder();
    expect(said(['mian'], folder)).toMatch(
      /^There is no revision ‘mian’ in this repository\. .*git fetch origin mian\.\n$/,
    );
    expect(said(['HEAD', 'mian'], folder)).toMatch(/^There is no revision ‘mian’/);
    expect(said(['HEAD; rm -rf .'], folder)).toMatch(/git fetch origin …\.\n$/);
    expect(said([''], folder)).toMatch(/^A revision is empty\./);
  });

  test('branches with no commit in common', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.git('switch', '--quiet', '--orphan', 'other');
    repository.commit({ 'a.plan': later });
    expect(said(['main', 'other'], repository.folder)).toMatch(/^‘main’ and ‘other’ have no commit in common here\./);
    expect(told(repository.diff(['main', 'other', '--exact']))).toBe(targetMoved);
  });

  test('paths that are no plans, not there, or elsewhere', () => {
    const folder = repositoryFolder();
    const elsewhere = folderWith({ 'b.plan': 'plan b: B\n', 'c.txt': '' });
    expect(said(['--plan', 'a.plan', '--plan', elsewhere], folder)).toMatch(/ is not in this repository\.\n$/);
    expect(said(['HEAD', '--plan', 'x.plan'], folder)).toBe('There is no plan in x.plan, neither before nor after.\n');
    expect(said([elsewhere, join(elsewhere, 'b.plan')], folder)).toBe(
      'Name two folders, or two files: not one of each.\n',
    );
    expect(said([join(elsewhere, 'b.plan'), join(elsewhere, 'c.txt')], folder)).toMatch(/c\.txt is not a plan file/);
    expect(said(['./x.plan', './y.plan'], folder)).toMatch(/^\.\/x\.plan is not there\./);
  });

  test('a plan that is no text', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.write({ 'a.plan': later, 'b.plan': Buffer.from('plan b: Caf\u00E9\n', 'latin1') });
    const { out, err, code } = repository.diff();
    const unread = 'b.plan could not be read, so that nothing is said of its plan.\n\n';
    expect({ out, code }).toEqual({ out: unread + targetMoved, code: 2 });
    expect(err).toMatch(/^b\.plan is not saved as UTF-8/);
    repository.write({ 'a.plan': firstPlan });
    const { out: nothing } = repository.diff();
    expect(nothing).toBe(`Nothing has changed in the plans that could be read.\n\n${unread.trimEnd()}\n`);
  });

  test('of two files only these are compared, whatever drafts of the plan stand beside them', () => {
    const draft = firstPlan.replace(/^priority .*$/m, (line) => `${line} and every garden`);
    const cwd = folderWith({ 'c-old.plan': firstPlan, 'a-new.plan': later, 'b-draft.plan': draft });
    const { out, err, code } = goldthread(['diff', 'c-old.plan', 'a-new.plan'], { cwd });
    expect({ out, err, code }).toEqual({ out: targetMoved.replace('a.plan', 'a-new.plan'), err: '', code: 0 });
  });

  test('a plan that is new says all that is wrong in it', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan });
    repository.write({ 'new.plan': 'plan newp: A new plan\n\npriority x: Do it\n' });
    const { out } = repository.diff();
    expect(out).toContain('thread/priority-without-outcome');
    expect(out).toMatch(/^ {4}× new\.plan:3 .*thread\/priority-without-outcome/ms);
    expect(out).toMatch(/^ {4}! new\.plan:1 /m);
    expect(repository.diff(['--format', 'markdown']).out).toMatch(/^- ⚠️ .*no-period, new/m);
  });

  test('settings that are wrong, now and before', () => {
    const repository = new TestRepository({ 'a.plan': firstPlan, 'goldthread.json': '{ "profils": [] }' });
    repository.commit({ 'a.plan': later });
    const now = repository.diff(['HEAD~1', 'HEAD']);
    expect({ out: now.out, code: now.code }).toEqual({ out: targetMoved, code: 2 });
    expect(now.err).toMatch(/^goldthread\.json:1:3: /);
    repository.commit({ 'a.plan': firstPlan, 'goldthread.json': '{}' });
    const mended = repository.diff(['HEAD~1', 'HEAD']);
    expect(mended.code).toBe(0);
    expect(mended.err).toMatch(/^Before: goldthread\.json:1:3: /);
  });

  test.runIf(process.platform !== 'win32')('links are not followed', () => {
    const secret = folderWith({ 'secret.plan': 'plan s: Secret\n' });
    const repository = new TestRepository({ 'a.plan': firstPlan });
    symlinkSync(join(secret, 'secret.plan'), join(repository.folder, 'b.plan'));
    expect(told(repository.diff())).toBe(nothing);
    repository.commit();
    expect(told(repository.diff(['HEAD~1', 'HEAD']))).toBe(nothing);
  });
});

test('as a web page, with the changes marked', () => {
  const repository = new TestRepository({ 'a.plan': firstPlan });
  repository.write({ 'a.plan': later });
  const { out, err, code } = repository.diff(['--format', 'html', '--out', 'changes.html']);
  expect({ out, err, code }).toEqual({ out: '', err: '', code: 0 });
  const page = readFileSync(join(repository.folder, 'changes.html'), 'utf8');
  expect(page).toMatch(/^<!DOCTYPE html>/);
  expect(page).toMatch(/<del>.*<ins>/s);
  expect(told(new TestRepository({ 'a.plan': firstPlan }).diff(['--format', 'html']))).toContain(
    'Nothing in the plans has changed.',
  );
});
