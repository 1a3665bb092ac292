import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { filesOfSample } from '../helpers/samples.ts';
import { folderWith, goldthread } from './goldthread.ts';
import { broken, draft, firstPlan, misspelt, published } from './plans.ts';

const check = (cwd: string, ...args: string[]) => goldthread(['check', ...args], { cwd });

interface Report {
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly file: string;
    readonly message: string;
    readonly severity: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
  readonly summary: {
    readonly files: number;
    readonly items: number;
    readonly plans: readonly { readonly id: string }[];
  };
}

const reportOf = (cwd: string, ...args: string[]): Report =>
  JSON.parse(check(cwd, '--format', 'json', ...args).out) as Report;

describe('ends with', () => {
  test('0 where all is well', () => {
    const { code, out, err } = check(folderWith({ 'a.plan': firstPlan }));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('✓ No problems');
  });

  test('1 where there is an error', () => {
    expect(check(folderWith({ 'a.plan': misspelt })).code).toBe(1);
  });

  test.each([
    ['error', 0],
    ['warning', 1],
    ['info', 1],
    ['never', 0],
  ])('what --fail-on %s asks where there are warnings', (severity, code) => {
    expect(check(folderWith({ 'a.plan': published }), '--fail-on', severity).code).toBe(code);
  });

  test('0 where there are errors and nothing fails', () => {
    expect(check(folderWith({ 'a.plan': misspelt }), '--fail-on', 'never').code).toBe(0);
  });

  test('2 where a file is missing, after the rest is checked', () => {
    const { code, out, err } = check(folderWith({ 'a.plan': misspelt }), 'none.plan', 'a.plan');
    expect(code).toBe(2);
    expect(err).toMatch(/^none\.plan is not there/);
    expect(out).toContain('syntax/unknown-key');
  });

  test.each([
    ['an option that is not there', ['--formt', 'json']],
    ['a format that is not there', ['--format', 'xml']],
    ['a severity that is not there', ['--fail-on', 'bad']],
    ['a profile that is not there', ['--profile', 'walse']],
    ['a file that is no plan', ['notes.txt']],
  ])('2 for %s', (_, args) => {
    const { code, out, err } = check(folderWith({ 'a.plan': firstPlan, 'notes.txt': 'x' }), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
    expect(err).not.toContain('    at ');
  });

  test('2 where there is no plan at all', () => {
    const { code, err } = check(folderWith({ 'notes.txt': 'x' }));
    expect(code).toBe(2);
    expect(err).toContain('There is no plan file in this folder');
  });
});

describe('a file', () => {
  test('may have Windows line ends and a byte-order mark', () => {
    const cwd = folderWith({
      'lf.plan': misspelt,
      'crlf/crlf.plan': `\uFEFF${misspelt.replace('small', 'other').replaceAll('\n', '\r\n')}`,
    });
    const places = (file: string) =>
      reportOf(cwd)
        .diagnostics.filter((diagnostic) => diagnostic.file === file)
        .map(({ rule, range }) => ({ rule, range }));
    expect(places('lf.plan').length).toBeGreaterThan(0);
    expect(places('crlf/crlf.plan')).toEqual(places('lf.plan'));
  });

  test('has its first line where an editor has it, byte-order mark or not', () => {
    const cwd = folderWith({ 'a.plan': '\uFEFFplam small: Small Plan\n' });
    const { diagnostics } = reportOf(cwd);
    expect(diagnostics[0]?.range.start).toEqual({ line: 0, character: 0 });
  });

  test.each([
    ['UTF-16', Buffer.from(`\uFEFF${misspelt}`, 'utf16le'), 'a.plan is saved as UTF-16.'],
    ['Latin-1', Buffer.from('plan a: Caf\u00E9\n', 'latin1'), 'a.plan is not saved as UTF-8'],
    [
      'a Word document',
      Buffer.from('PK\u0003\u0004\u0000\u0000'),
      'a.plan is not plain text; it looks like a Word document',
    ],
    ['no text', Buffer.from([1, 0, 2, 0, 3]), 'a.plan is not plain text.'],
  ])('that is %s is named, and the rest is checked', (_, bytes, message) => {
    const { code, out, err } = check(folderWith({ 'a.plan': bytes, 'b.plan': misspelt }));
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(out).toContain('b.plan');
  });

  test('may be empty', () => {
    const { code, err } = check(folderWith({ 'a.plan': '' }));
    expect(code).toBeLessThan(2);
    expect(err).toBe('');
  });

  test('is checked once, however often it is named', () => {
    const cwd = folderWith({ 'plans/a.plan': misspelt });
    const { diagnostics, summary } = reportOf(
      cwd,
      'plans',
      'plans/a.plan',
      './plans/../plans/a.plan',
      join(cwd, 'plans/a.plan'),
    );
    expect(summary.files).toBe(1);
    expect(diagnostics.filter(({ rule }) => rule === 'syntax/unknown-key')).toHaveLength(1);
  });

  test('has a path from the working folder, also from above it', () => {
    const cwd = folderWith({ 'plans/here/b.plan': firstPlan, 'plans/a.plan': misspelt });
    expect(reportOf(cwd).diagnostics[0]?.file).toBe('plans/a.plan');
    expect(reportOf(join(cwd, 'plans/here'), '../a.plan').diagnostics[0]?.file).toBe('../a.plan');
  });
});

describe('a folder', () => {
  test('may be named like a plan', () => {
    const cwd = folderWith({ 'x.plan/a.plan': misspelt });
    expect(reportOf(cwd, 'x.plan').summary.files).toBe(1);
    expect(reportOf(cwd).summary.files).toBe(1);
  });

  test('is walked but for what others made and what is hidden', () => {
    const files = [
      'a.plan',
      'deep/er/b.plan',
      'node_modules/c.plan',
      'dist/d.plan',
      '.git/e.plan',
      '.f.plan',
      'notes.txt',
    ];
    const cwd = folderWith(
      Object.fromEntries(files.map((path, index) => [path, firstPlan.replace('my-plan', `plan-${index}`)])),
    );
    expect(reportOf(cwd).summary.plans.map(({ id }) => id)).toEqual(['plan-0', 'plan-1']);
    expect(reportOf(cwd, 'dist').summary.plans.map(({ id }) => id)).toEqual(['plan-3']);
  });

  test('may have links that lead back to it', () => {
    const cwd = folderWith({ 'plans/a.plan': misspelt });
    symlinkSync(cwd, join(cwd, 'plans/loop'), 'dir');
    symlinkSync(join(cwd, 'self'), join(cwd, 'self'), 'dir');
    expect(reportOf(cwd).summary.files).toBe(1);
    expect(check(cwd, 'self').err).toContain('self is a link that leads back to itself');
  });

  test('gives nothing of what links lead to outside', () => {
    const outside = folderWith({ 'secret.plan': misspelt });
    const cwd = folderWith({ 'a.plan': firstPlan });
    symlinkSync(outside, join(cwd, 'out'), 'dir');
    symlinkSync(join(outside, 'secret.plan'), join(cwd, 'secret.plan'));
    expect(reportOf(cwd).summary.files).toBe(1);
  });
});

describe('a part', () => {
  const files = {
    'whole.plan': 'plan whole: Whole Plan\n\ninclude: parts/first.plan\n\noutcome safe: Communities are safe\n',
    'parts/first.plan': 'part whole: First\n\npriority streets: Safer streets\n  outcomes: safe, saef\n',
  };

  test('is checked as a part of its plan, and nothing else is reported', () => {
    const cwd = folderWith({ ...files, 'goldthread.json': '{}' });
    for (const folder of [cwd, join(cwd, 'parts')]) {
      const { diagnostics, summary } = reportOf(folder, join(cwd, 'parts/first.plan'));
      expect(summary.files).toBe(1);
      expect(summary.plans.map(({ id }) => id)).toEqual(['whole']);
      const rules = diagnostics.map(({ rule }) => rule);
      expect(rules).toContain('reference/unknown-id');
      expect(rules).not.toContain('reference/part-without-plan');
    }
  });

  test('may name what a library has that comes with the program', () => {
    const cwd = folderWith({
      'a.plan': 'plan a: Plan\n  uses: wfg-2015\n\npriority p: Parks\n  goals: wfg-2015.resilient-wales\n',
    });
    const { diagnostics } = reportOf(cwd);
    expect(diagnostics.filter(({ rule }) => rule.startsWith('reference/'))).toEqual([]);
    expect(diagnostics.every(({ file }) => file === 'a.plan')).toBe(true);
  });
});

describe('settings', () => {
  const rules = '{ "rules": { "syntax/unknown-key": "off" } }';

  test('are those of the nearest goldthread.json', () => {
    const cwd = folderWith({
      'goldthread.json': rules,
      'a.plan': misspelt,
      'sub/deep/b.plan': misspelt.replace('small', 'other'),
      'sub/goldthread.json': '{ "rules": { "syntax/unknown-key": "warning" } }',
    });
    const found = reportOf(cwd).diagnostics.filter(({ rule }) => rule === 'syntax/unknown-key');
    expect(found.map(({ file, severity }) => [file, severity])).toEqual([['sub/deep/b.plan', 'warning']]);
  });

  test('are not looked for above the project', () => {
    const cwd = folderWith({ 'goldthread.json': rules, 'project/.git/HEAD': '', 'project/a.plan': misspelt });
    expect(check(join(cwd, 'project')).code).toBe(1);
  });

  test('give way to the command line', () => {
    const cwd = folderWith({ 'goldthread.json': '{ "final": false }', 'a.plan': draft });
    expect(check(cwd, '--fail-on', 'warning').code).toBe(0);
    expect(check(cwd, '--fail-on', 'warning', '--final').code).toBe(1);
  });

  test('of the command line name a profile, which adds to the basic one', () => {
    const cwd = folderWith({ 'a.plan': published.replace('outcome', 'priority') });
    const found = (...args: string[]) => reportOf(cwd, ...args).diagnostics.map(({ rule }) => rule);
    expect(found()).toContain('thread/priority-without-kpq');
    expect(found('--profile', 'corporate-plan')).not.toContain('thread/priority-without-kpq');
    expect(found('--profile', 'wales, corporate-plan')).not.toContain('thread/priority-without-kpq');
    expect(found('--profile', 'corporate-plan').filter((rule) => rule.startsWith('bilingual/'))).toEqual([]);
  });

  test('with a fault are named with their place, and the plans are checked', () => {
    const cwd = folderWith({
      'sub/goldthread.json': '{\n  "rules": { "syntax/unknown-kee": "off" }\n}\n',
      'sub/a.plan': misspelt,
    });
    const { code, out, err } = check(cwd);
    expect(code).toBe(2);
    expect(err).toMatch(/^sub\/goldthread\.json:2:14: .*syntax\/unknown-key/);
    expect(out).toContain('syntax/unknown-key');
  });
});

describe('what is printed for a reader', () => {
  test('has no colour where it is piped, or where it is not wanted', () => {
    const cwd = folderWith({ 'a.plan': broken });
    const plain = check(cwd).out;
    expect(plain).not.toContain('\u001B');
    const coloured = goldthread(['check'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out;
    expect(coloured).toContain('\u001B[31m');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
    expect(goldthread(['check'], { cwd, env: { FORCE_COLOR: '0' } }).out).toBe(plain);
  });

  test('counts hints, and prints them where they are asked for', () => {
    const cwd = folderWith({ 'a.plan': draft });
    const { out } = check(cwd);
    expect(out).not.toContain('a.plan');
    expect(out).toMatch(
      /· Hints .*\n(.*\n)* +1 +No priority works towards this outcome\. +thread\/outcome-without-priority/,
    );
    expect(check(cwd, '--hints').out).toMatch(/4:1 +· hint/);
  });

  test('is one line where nothing is wrong in any of several plans', () => {
    const sound = filesOfSample('first-plan')['samples/first-plan/first-plan.plan'] ?? '';
    const cwd = folderWith({ 'a.plan': sound, 'b.plan': sound.replace('plan first-plan:', 'plan second-plan:') });
    expect(goldthread(['check'], { cwd }).out).toMatch(/^✓ No problems in 2 plans \(2 files, \d+ items\)\.\n$/);
  });

  test('is only what fails where that is asked for', () => {
    const cwd = folderWith({ 'a.plan': misspelt, 'b.plan': published.replace('small', 'other') });
    expect(check(cwd, '--quiet').out).toMatch(/^a\.plan\n[^!]*$/);
    expect(check(cwd, '--quiet', '--fail-on', 'never').out).toBe('');
    expect(check(folderWith({ 'a.plan': firstPlan }), '--quiet').out).toBe('');
  });

  test('cannot be tampered with by what stands in a plan', () => {
    const cwd = folderWith({ 'a.plan': 'plan a: \u001B[2J\u202Eevil\n\noutcom \u001B]0;x\u0007: y\u009B31m\n' });
    const { out } = check(cwd, '--hints');
    for (const control of ['\u001B', '\u0007', '\u009B', '\u202E']) expect(out).not.toContain(control);
  });

  test.each([
    ['first-plan', firstPlan],
    ['broken', broken],
  ])('of %s is as it was reviewed', async (name, plan) => {
    const { out } = check(folderWith({ [`${name}.plan`]: plan }), '--hints');
    await expect(out).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});

test('JSON comes in the order of files, places and rules, the same every time', () => {
  const cwd = folderWith({ 'b/a.plan': broken, 'a.plan': published, 'c.plan': misspelt });
  writeFileSync(join(cwd, 'copy.json'), check(cwd, '--format', 'json').out);
  const again = check(cwd, 'c.plan', 'b', 'a.plan', '--format', 'json').out;
  expect(again).toBe(readFileSync(join(cwd, 'copy.json'), 'utf8'));
  const files = (JSON.parse(again) as Report).diagnostics.map(({ file }) => file);
  expect([...new Set(files)]).toEqual(['a.plan', 'b/a.plan', 'c.plan']);
});

test('a folder that may not be read is no reason to stop', () => {
  const cwd = folderWith({ 'a.plan': misspelt });
  mkdirSync(join(cwd, 'closed'), { mode: 0 });
  expect(reportOf(cwd).summary.files).toBe(1);
});
