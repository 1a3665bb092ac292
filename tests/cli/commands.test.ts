import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/checks/index.ts';
import { folderWith, goldthread, shipped, source, start } from './goldthread.ts';
import { broken, firstPlan } from './plans.ts';

const cwd = import.meta.dirname;
const run = (...args: string[]) => goldthread(args, { cwd });

describe('the program', () => {
  test('prints its version, from its sources too', () => {
    const { version } = JSON.parse(readFileSync(join(cwd, '../../server/package.json'), 'utf8')) as { version: string };
    expect(run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect(goldthread(['--version'], { cwd, script: source }).out).toBe(`${version}\n`);
  });

  test('says which Node it needs where it runs on one that is too old, and no older one than its package asks for', () => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`;
    const script = join(source, '../goldthread.ts');
    const { code, out, err } = goldthread(['check'], { cwd, script, env: { NODE_OPTIONS: `--import "${old}"` } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const { engines } = JSON.parse(readFileSync(join(cwd, '../../server/package.json'), 'utf8')) as {
      engines: { node: string };
    };
    expect(err).toMatch(/^Goldthread needs Node\.js (\d+) or newer, and this is 20\.20\.2\. Install .*again\.\n$/);
    expect(engines.node).toBe(`>=${/\d+/.exec(err)?.[0]}`);
    expect(goldthread(['--version'], { cwd, script: shipped }).code).toBe(0);
  });

  test('prints help where it is asked for, and where it is told nothing', () => {
    const help = run('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('Examples:');
    expect(run()).toEqual({ code: 2, out: '', err: help.out });
    expect(run('help')).toEqual(help);
  });

  test.each(['check', 'format', 'build', 'model', 'explain', 'init'])('shows by examples how to use %s', (command) => {
    const { code, out } = run(command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Examples:\n  goldthread ${command}`);
    expect(out.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  test('offers the nearest command', () => {
    const { code, out, err } = run('chek');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Unknown command 'chek'\n\(Did you mean check\?\)/);
  });

  test('ends quietly where nobody reads on', async () => {
    const folder = folderWith({ 'a.plan': broken.concat('\noutcom x: y\n'.repeat(3000)) });
    const running = start(['check', '--fail-on', 'never'], folder);
    let err = '';
    running.stderr?.on('data', (data) => {
      err += String(data);
    });
    running.stdout?.once('data', () => running.stdout?.destroy());
    const code = await new Promise((resolve) => running.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('explain', () => {
  test('gives the page of a check', () => {
    const { code, out } = run('explain', 'syntax/unknown-key');
    expect(code).toBe(0);
    for (const part of [
      'Why',
      'Source: ',
      'uk-police-and-crime',
      'outcom safe: ',
      'Change to ‘outcome’',
      '# allow syntax/unknown-key: ',
    ])
      expect(out).toContain(part);
    expect(run('explain', 'unknown-key').out).toBe(out);
  });

  test('lists all checks, or those of a group', () => {
    const { out } = run('explain');
    for (const { id } of rules) expect(out).toContain(id);
    const group = run('explain', 'thread').out;
    expect(group).toContain('thread/outcome-without-priority');
    expect(group).not.toContain('syntax/');
  });

  test('offers the nearest name', () => {
    for (const name of ['syntax/unknown-kee', 'unknown-kee']) {
      const { code, out, err } = run('explain', name);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('Did you mean ‘syntax/unknown-key’?');
    }
  });
});

describe('init', () => {
  test('writes a first plan and nothing else, with nothing wrong in it', () => {
    const folder = folderWith({});
    const { code, out } = goldthread(['init', 'our plans'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('goldthread check "our plans/first-plan.plan"');
    expect(readdirSync(join(folder, 'our plans'))).toEqual(['first-plan.plan']);
    expect(readFileSync(join(folder, 'our plans/first-plan.plan'), 'utf8')).toBe(firstPlan);
    expect(goldthread(['check', '--fail-on', 'info'], { cwd: folder }).code).toBe(0);
    expect(goldthread(['format', '--check'], { cwd: folder }).code).toBe(0);
  });

  test('never writes over a file', () => {
    const folder = folderWith({ 'first-plan.plan': 'mine', file: 'x' });
    const { code, out, err } = goldthread(['init'], { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^first-plan\.plan is there already/);
    expect(readFileSync(join(folder, 'first-plan.plan'), 'utf8')).toBe('mine');
    expect(goldthread(['init', 'file'], { cwd: folder }).err).toMatch(/^file is a file/);
  });
});
