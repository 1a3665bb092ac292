import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, goldthread } from './goldthread.ts';
import { draft, firstPlan, misspelt, published } from './plans.ts';

const check = (cwd: string, ...args: string[]) => goldthread(['check', ...args], { cwd });
const known = ['--baseline', 'known.json'];

/** A folder with a plan that starts with debts, and the file that has them. */
function folder(files: Readonly<Record<string, string>> = { 'a.plan': misspelt }): string {
  const cwd = folderWith(files);
  const { code, err } = check(cwd, ...known, '--update-baseline');
  expect(code).toBe(0);
  expect(err).toMatch(/^known\.json now has \d+ findings?\.\n$/);
  return cwd;
}

const baselineOf = (cwd: string) =>
  JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')) as { findings: { plan: string; rule: string }[] };
const rulesIn = (cwd: string) => baselineOf(cwd).findings.map(({ plan, rule }) => `${plan} ${rule}`);

describe('with a baseline', () => {
  test('what is known is left out, and said to be', () => {
    const cwd = folder();
    const { out, code, err } = check(cwd, ...known);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('✓ Nothing new in 1 plan (1 file, 1 item); 5 known findings left out.\n');
    expect(check(cwd).code).toBe(1);
  });

  test('what is new fails, also where lines moved', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'a.plan'), `${misspelt.replace('\n\n', '\n\n# More\n\n')}\npriorty p: Parks\n`);
    const { out, code } = check(cwd, ...known, '--format', 'stylish', '--quiet');
    expect(code).toBe(1);
    expect(out).toContain('priorty');
    expect(out).not.toContain('outcom ');
  });

  test('a plan that only hinted is asked for more when it is published', () => {
    const cwd = folder({ 'a.plan': draft });
    expect(rulesIn(cwd)).toEqual([]);
    writeFileSync(join(cwd, 'a.plan'), published);
    expect(check(cwd, ...known, '--fail-on', 'warning').code).toBe(1);
  });

  test('warnings that are known do not count', () => {
    const cwd = folder({ 'a.plan': published });
    expect(check(cwd, ...known, '--max-warnings', '0').code).toBe(0);
  });

  test('a plan with an id may move', () => {
    const cwd = folder();
    renameSync(join(cwd, 'a.plan'), join(cwd, 'b.plan'));
    const { code, err } = check(cwd, ...known);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('the same findings are known from another folder of the repository', () => {
    const cwd = folderWith({ '.git/HEAD': '', 'plans/a.plan': 'outcom x: X\n' });
    check(cwd, ...known, '--update-baseline');
    expect(rulesIn(cwd)[0]).toMatch(/^plans\/a\.plan /);
    expect(check(join(cwd, 'plans'), '--baseline', '../known.json').code).toBe(0);
  });
});

describe('what is mended', () => {
  test('is told, and taken out when the file is written again', () => {
    const cwd = folder({ 'a.plan': misspelt, 'b.plan': misspelt.replace('small', 'other') });
    const before = rulesIn(cwd);
    writeFileSync(join(cwd, 'a.plan'), firstPlan);
    const { code, err } = check(cwd, ...known);
    const mended = before.filter((rule) => rule.startsWith('small ')).length;
    expect(code).toBe(0);
    expect(err).toBe(`${mended} findings in known.json are no longer found. To take them out: --update-baseline\n`);
    expect(check(cwd, ...known, '--update-baseline').err).toContain(`${mended} findings no longer there: taken out.`);
    expect(rulesIn(cwd)).toEqual(before.filter((rule) => rule.startsWith('other ')));
  });

  test('is taken out with a plan that is gone', () => {
    const cwd = folder({ 'a.plan': misspelt, 'b.plan': misspelt.replace('small', 'other') });
    rmSync(join(cwd, 'a.plan'));
    check(cwd, ...known, '--update-baseline');
    expect(rulesIn(cwd).every((rule) => rule.startsWith('other '))).toBe(true);
  });

  test('is not told of plans that were not looked at', () => {
    const cwd = folder({ 'a.plan': misspelt, 'b.plan': misspelt.replace('small', 'other') });
    const before = rulesIn(cwd);
    expect(check(cwd, 'b.plan', ...known).err).toBe('');
    check(cwd, 'b.plan', ...known, '--update-baseline');
    expect(rulesIn(cwd)).toEqual(before);
  });
});

test('a baseline that nothing has changed is written as it was', () => {
  const cwd = folder();
  const before = readFileSync(join(cwd, 'known.json'));
  check(cwd, ...known, '--update-baseline');
  expect(readFileSync(join(cwd, 'known.json'))).toEqual(before);
});

test.each([
  [
    'is not there',
    known,
    'known.json is not there. To write it with the findings that there are now: --update-baseline',
  ],
  [
    'holds something else',
    ['--baseline', 'figures.json', '--update-baseline'],
    'figures.json is no file that --update-baseline wrote.',
  ],
  ['is no JSON', ['--baseline', 'notes.txt'], 'notes.txt is no JSON, so it is no file that --update-baseline wrote.'],
  [
    'is a plan',
    ['--baseline', 'a.plan', '--update-baseline'],
    'a.plan has the name of a plan, so it can be no baseline. Name another file.',
  ],
  [
    'is not named',
    ['--update-baseline'],
    '--update-baseline wants to know which file: --baseline known.json --update-baseline',
  ],
  [
    'is to have a part',
    [...known, '--update-baseline', '--since', 'main'],
    'A baseline is written from everything that is found: leave out --since.',
  ],
])('a baseline that %s', (_, args, fault) => {
  const cwd = folderWith({ 'a.plan': misspelt, 'figures.json': '{}', 'notes.txt': 'x' });
  const { out, err, code } = check(cwd, ...args);
  expect({ out, err, code }).toEqual({ out: '', err: `${fault}\n`, code: 2 });
  expect(readFileSync(join(cwd, 'a.plan'), 'utf8')).toBe(misspelt);
});
