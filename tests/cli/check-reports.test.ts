import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../server/src/reporters/index.ts';
import { folderWith, goldthread } from './goldthread.ts';
import { draft, firstPlan, misspelt, published } from './plans.ts';

const check = (cwd: string, ...args: string[]) => goldthread(['check', ...args], { cwd });
const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');

describe('a report', () => {
  test('goes to a file beside what is printed, as it would be printed, and several do', () => {
    const cwd = folderWith({ 'a.plan': misspelt, 'b.plan': draft.replace('small', 'other') });
    const wanted = formats.filter(({ mark }) => mark).map(({ name }) => name);
    const args = wanted.flatMap((name) => ['--report', `${name}=reports/all.${name}`]);
    const { out, err, code } = check(cwd, '--format', 'github', ...args);
    expect({ err, code }).toEqual({ err: '', code: 1 });
    expect(out).toBe(check(cwd, '--format', 'github').out);
    expect(out).toMatch(/^::error file=a\.plan,line=3,/m);
    expect(readdirSync(join(cwd, 'reports'))).toEqual(wanted.map((name) => `all.${name}`).toSorted());
    for (const name of wanted) expect(read(cwd, `reports/all.${name}`)).toBe(check(cwd, '--format', name).out);
  });

  test('takes the place of an earlier one', () => {
    const cwd = folderWith({ 'a.plan': misspelt, 'empty.xml': '' });
    expect(check(cwd, '--report', 'sarif=a.sarif').code).toBe(1);
    const first = read(cwd, 'a.sarif');
    writeFileSync(join(cwd, 'a.plan'), firstPlan);
    expect(check(cwd, '--report', 'sarif=a.sarif', '--report', 'junit=empty.xml').code).toBe(0);
    expect(read(cwd, 'a.sarif')).not.toBe(first);
    expect(read(cwd, 'empty.xml')).toContain('<testsuites');
  });

  test.each([
    ['a plan', 'json=b.plan', 'b.plan has the name of a plan'],
    ['settings', 'json=goldthread.json', 'goldthread.json has the name of settings'],
    ['figures', 'json=figures.json', 'figures.json holds something else'],
    ['a report of another sort', 'markdown=was.json', 'was.json holds something else'],
    ['a folder', 'json=folder', 'folder is no file'],
    ['what cannot be read', 'json=picture.png', 'picture.png holds something else'],
  ])('is not written over %s', (_, report, fault) => {
    const cwd = folderWith({ 'a.plan': misspelt, 'figures.json': '{"a": 1}', 'picture.png': Buffer.from([0, 255]) });
    mkdirSync(join(cwd, 'folder'));
    check(cwd, '--report', 'json=was.json');
    const { out, err, code } = check(cwd, '--report', report);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toBe(`${fault}, so no report is written there. Name another file.\n`);
    expect(read(cwd, 'figures.json')).toBe('{"a": 1}');
  });

  test.each([
    ['no file', ['sarif'], '--report wants a format and a file, as in --report sarif=goldthread.sarif.'],
    ['an empty file', ['sarif='], '--report wants a format and a file'],
    ['a format that is not there', ['xml=a.xml'], '--report wants a format and a file'],
    ['a format that is not for files', ['pretty=a.txt'], 'The formats for files are json, sarif'],
    [
      'one file twice',
      ['json=a.json', 'sarif=./a.json'],
      'A file can hold one report, and no baseline besides: ./a.json.',
    ],
  ])('with %s is not made', (_, reports, fault) => {
    const cwd = folderWith({ 'a.plan': misspelt });
    const { err, code } = check(cwd, ...reports.flatMap((report) => ['--report', report]));
    expect(code).toBe(2);
    expect(err).toContain(fault);
    expect(readdirSync(cwd)).toEqual(['a.plan']);
  });

  test('that cannot be written is told of', () => {
    const cwd = folderWith({ 'a.plan': firstPlan, file: '' });
    const { err, code } = check(cwd, '--report', 'json=file/a.json');
    expect(code).toBe(2);
    expect(err).toMatch(/^file\/a\.json .+\.\n$/);
  });
});

describe('paths', () => {
  const cwd = () => folderWith({ '.git/HEAD': '', 'plans/a.plan': misspelt });

  test.each([
    ['github', 'plans/a.plan'],
    ['gitlab', 'plans/a.plan'],
    ['sarif', 'plans/a.plan'],
    ['markdown', 'plans\\/a\\.plan'],
    ['json', 'a.plan'],
    ['rdjson', 'a.plan'],
    ['checkstyle', 'a.plan'],
    ['junit', 'a.plan'],
    ['stylish', 'a.plan'],
  ])('in %s are seen from where its readers see them', (format, path) => {
    const { out } = check(join(cwd(), 'plans'), '--format', format);
    expect(out).toContain(path);
    expect(out.includes('plans/') || out.includes('plans\\/')).toBe(path.includes('plans'));
  });
});

describe('what is listed', () => {
  test.each(formats.map(({ name }) => name))('in %s has hints where they are asked for', (format) => {
    const cwd = folderWith({ 'a.plan': draft });
    const rule = /outcome[-/\\.]+without[-/\\.]+priority/;
    const counted = format === 'json' || format === 'pretty';
    expect(rule.test(check(cwd, '--format', format).out)).toBe(counted);
    expect(check(cwd, '--format', format, '--hints').out).toMatch(rule);
  });

  test.each(formats.map(({ name }) => name))('in %s is only what fails where that is asked for', (format) => {
    const cwd = folderWith({ 'a.plan': misspelt, 'b.plan': published.replace('small', 'other') });
    const { out } = check(cwd, '--format', format, '--quiet');
    expect(out).toMatch(/unknown[-\\]+key/);
    expect(out.replace(/"summary": [\s\S]*/, '')).not.toMatch(/without[-\\]+priority/);
  });
});

describe('--max-warnings', () => {
  const warnings = 5;

  test.each([
    [0, 1],
    [warnings - 1, 1],
    [warnings, 0],
    [99, 0],
  ])('%i where there are 5', (most, code) => {
    const run = check(folderWith({ 'a.plan': published }), '--max-warnings', String(most), '--quiet');
    expect(run.code).toBe(code);
    expect(run.err).toBe(code ? `There are 5 warnings, and --max-warnings allows ${most}.\n` : '');
    expect(run.out.includes('warning')).toBe(code === 1);
  });

  test.each(['-1', 'x', '1.5', ''])('is not “%s”', (most) => {
    const { code, err } = check(folderWith({ 'a.plan': firstPlan }), `--max-warnings=${most}`);
    expect(code).toBe(2);
    expect(err).toContain('whole number');
  });
});

test('help names every format', () => {
  const { out } = goldthread(['check', '--help'], { cwd: folderWith({}) });
  for (const { name, meaning } of formats) expect(out).toMatch(new RegExp(`  ${name} +${meaning}`));
});
