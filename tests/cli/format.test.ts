import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, goldthread, start } from './goldthread.ts';
import { firstPlan } from './plans.ts';

const untidy = 'plan  small :Small Plan\n    area: Here   \n\n\n\nvision:   All is well';
const tidy = 'plan small: Small Plan\n  area: Here\n\nvision: All is well\n';

const format = (cwd: string, args: readonly string[], input?: string | Buffer) =>
  goldthread(['format', ...args], { cwd, ...(input === undefined ? {} : { input }) });

test('lays files out, and says which', () => {
  const cwd = folderWith({ 'a.plan': untidy, 'b.plan': tidy, 'c/d.plan': untidy });
  const { code, out, err } = format(cwd, []);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe('a.plan\nc/d.plan\n2 files of 3 laid out.\n');
  expect(readFileSync(join(cwd, 'a.plan'), 'utf8')).toBe(tidy);
  expect(format(cwd, []).out).toBe('3 files are laid out well.\n');
});

test('leaves a file that is laid out well alone', () => {
  const cwd = folderWith({ 'a.plan': tidy });
  const before = statSync(join(cwd, 'a.plan'));
  expect(format(cwd, ['a.plan']).code).toBe(0);
  const after = statSync(join(cwd, 'a.plan'));
  expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
});

test('keeps line ends, the byte-order mark, the permissions, and a link to the file', () => {
  const cwd = folderWith({ 'real/a.plan': `\uFEFF${untidy.replaceAll('\n', '\r\n')}` });
  chmodSync(join(cwd, 'real/a.plan'), 0o640);
  symlinkSync(join(cwd, 'real/a.plan'), join(cwd, 'link.plan'));
  expect(format(cwd, ['link.plan']).code).toBe(0);
  expect(readFileSync(join(cwd, 'link.plan'), 'utf8')).toBe(`\uFEFF${tidy.replaceAll('\n', '\r\n')}`);
  expect(statSync(join(cwd, 'real/a.plan')).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(cwd, 'real'))).toEqual(['a.plan']);
});

test('with --check changes nothing, lists what would change, and ends with 1', () => {
  const cwd = folderWith({ 'a.plan': untidy, 'b.plan': tidy });
  const { code, out } = format(cwd, ['--check']);
  expect({ code, out }).toEqual({ code: 1, out: 'a.plan\n1 file of 2 would change.\n' });
  expect(readFileSync(join(cwd, 'a.plan'), 'utf8')).toBe(untidy);
  expect(format(cwd, ['--check', 'b.plan']).code).toBe(0);
});

test('prints a file, or what is piped in', () => {
  const cwd = folderWith({ 'a.plan': untidy, 'b.plan': tidy });
  expect(format(cwd, ['--stdout', 'a.plan'])).toEqual({ code: 0, out: tidy, err: '' });
  expect(readFileSync(join(cwd, 'a.plan'), 'utf8')).toBe(untidy);
  expect(format(cwd, ['-'], untidy)).toEqual({ code: 0, out: tidy, err: '' });
  expect(format(cwd, ['-', '--check'], untidy).code).toBe(1);
  expect(format(cwd, ['-', '--check'], tidy).code).toBe(0);
  expect(format(cwd, ['--stdout', '.']).code).toBe(2);
  expect(format(cwd, ['--stdout']).code).toBe(2);
  expect(format(cwd, ['--stdout', '--check', 'a.plan']).code).toBe(2);
  expect(format(cwd, ['-'], Buffer.from(untidy, 'utf16le')).code).toBe(2);
});

test('ends with 2 where a file cannot be read, after the others are laid out', () => {
  const cwd = folderWith({ 'a.plan': Buffer.from('plan a: Caf\u00E9\n', 'latin1'), 'b.plan': untidy });
  const { code, err } = format(cwd, []);
  expect(code).toBe(2);
  expect(err).toContain('a.plan is not saved as UTF-8');
  expect(readFileSync(join(cwd, 'b.plan'), 'utf8')).toBe(tidy);
});

test('leaves no half of a file behind when it is stopped', async () => {
  const cwd = folderWith({});
  const names = Array.from({ length: 400 }, (_, index) => `${String(index).padStart(3, '0')}.plan`);
  const long = `${firstPlan}\n\n\n\n`.concat('# A note  \n\n\n'.repeat(500));
  mkdirSync(join(cwd, 'plans'));
  for (const name of names) writeFileSync(join(cwd, 'plans', name), long);
  const running = start(['format'], cwd);
  const size = (name: string): number => statSync(join(cwd, 'plans', name)).size;
  while (size('002.plan') === Buffer.byteLength(long) && running.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 1));
  running.kill('SIGINT');
  const code = await new Promise((resolve) => running.on('exit', resolve));
  expect(code).toBe(130);
  const left = readdirSync(join(cwd, 'plans'));
  expect(left).toEqual(names);
  const whole = readFileSync(join(cwd, 'plans/000.plan'), 'utf8');
  const texts = new Set(names.map((name) => readFileSync(join(cwd, 'plans', name), 'utf8')));
  expect(texts).toEqual(new Set([whole, long]));
});
