import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GoldthreadError, open } from '../../server/src/index.ts';
import { folderWith, goldthread } from '../cli/goldthread.ts';

const cwd = join(import.meta.dirname, '../..');
const plan = (id: string, more = ''): string =>
  `plan ${id}: Plan ${id}\n  organisation: Ashmere Borough Council\n${more}`;
const messageOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => (error instanceof GoldthreadError ? error.message : `no such error: ${error}`),
  );

describe('the samples, opened from the disk', () => {
  test('are the graph that the command line prints', async () => {
    const workspace = await open('samples', { cwd });
    expect(workspace.model()).toEqual(JSON.parse(goldthread(['model', 'samples'], { cwd }).out));
  });

  test('have the findings that the command line prints', async () => {
    const options = { profiles: ['uk-police-and-crime', 'wales'], final: true };
    const workspace = await open('samples', { cwd, ...options });
    const command = ['check', 'samples', '--format', 'json', '--final', '--profile', options.profiles.join(',')];
    const printed = JSON.parse(goldthread(command, { cwd }).out) as { diagnostics: readonly unknown[] };
    const inOrder = (found: readonly unknown[]): string[] => found.map((one) => JSON.stringify(one)).sort();
    expect(printed.diagnostics.length).toBeGreaterThan(100);
    expect(inOrder(workspace.diagnostics())).toEqual(inOrder(printed.diagnostics));
  });

  test('make the documents that the command line writes, byte for byte', async () => {
    const to = ['html', 'md', 'json', 'csv', 'svg', 'mermaid', 'stratml'];
    const out = folderWith({});
    const named = ['samples/south-wales', 'samples/first-plan'];
    goldthread(['build', ...named, '--to', to.join(','), '--language', 'cy', '--force', '--out', out], { cwd });
    const files = await (await open(named, { cwd })).build({ to, language: 'cy', force: true });
    const written = readdirSync(out).filter((name) => !name.startsWith('.'));
    expect(
      files
        .map(({ name }) => name.split('/')[0])
        .filter((name, at, all) => all.indexOf(name) === at)
        .sort(),
    ).toEqual(written.sort());
    for (const { name, content } of files)
      expect(Buffer.from(content).equals(readFileSync(join(out, name))), name).toBe(true);
  });
});

describe('a folder', () => {
  test('is that of the process where nothing is said, and its project is read with it', async () => {
    const folder = folderWith({
      'goldthread.json': '{ "rules": { "plan/*": "off" } }',
      'ours/a.plan': plan('a', '  delivers: b\n'),
      'theirs/b.plan': plan('b'),
    });
    const workspace = await open('ours', { cwd: folder });
    expect(workspace.files).toEqual(['ours/a.plan']);
    expect(workspace.diagnostics().filter(({ rule }) => /^(?:reference|plan)\//.test(rule))).toEqual([]);
    expect(workspace.model().elsewhere.map(({ ref, file }) => [ref, file])).toEqual([['b', 'theirs/b.plan']]);
  });

  test('stays as it is whatever is changed in memory', async () => {
    const folder = folderWith({
      'a.plan': plan('a', '\nfigure m: M\n  image: m.svg\n  alt: M\n'),
      'm.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const workspace = await open('.', { cwd: folder });
    workspace.set('a.plan', `${workspace.text('a.plan')}\noutcome x: X\n`);
    workspace.set('m.svg', '<svg xmlns="http://www.w3.org/2000/svg"><title>Changed</title></svg>');
    workspace.set('b.plan', plan('b'));
    expect(workspace.plans.map(({ ref }) => ref)).toEqual(['a', 'b']);
    const pages = await workspace.build({ to: 'html', force: true });
    expect(pages[0]?.content).toContain(btoa('<svg xmlns="http://www.w3.org/2000/svg"><title>Changed</title></svg>'));
    expect(readdirSync(folder).sort()).toEqual(['a.plan', 'm.svg']);
    expect(readFileSync(join(folder, 'a.plan'), 'utf8')).not.toContain('outcome');
    workspace.delete('m.svg');
    expect(workspace.diagnostics().map(({ rule }) => rule)).toContain('syntax/missing-file');
  });

  test('with a file that is no text says so and opens the others', async () => {
    const folder = folderWith({ 'a.plan': plan('a'), 'b.plan': Buffer.from([0xff, 0xfe, 0x61, 0x00]) });
    const { plans, faults } = await open('.', { cwd: folder });
    expect(plans.map(({ ref }) => ref)).toEqual(['a']);
    expect(faults).toEqual(['b.plan is saved as UTF-16. Save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8).']);
  });

  test('gives the theme and the template that its files are built with', async () => {
    const folder = folderWith({
      'a.plan': plan('a'),
      'house/theme.json': '{ "colours": { "accent": "#0b5c2a" } }',
      'goldthread.json': '{ "theme": "house/theme.json" }',
    });
    const workspace = await open('a.plan', { cwd: folder });
    const [page] = await workspace.build({ to: 'html' });
    expect(page?.content).toContain('#0b5c2a');
    expect(await messageOf(workspace.build({ to: 'docx', template: 'house.docx' }))).toMatch(
      /^The template house\.docx is not there/,
    );
  });
});

describe('paths that lead nowhere', () => {
  test('are told', async () => {
    const folder = folderWith({ 'notes.txt': '' });
    expect(await messageOf(open('none.plan', { cwd: folder }))).toMatch(/^none\.plan is not there/);
    expect(await messageOf(open(['.', 'notes.txt'], { cwd: folder }))).toBe(
      'There is no plan file in this folder: their names end in “.plan”. To start one: goldthread init\nnotes.txt is not a plan file: their names end in “.plan”.',
    );
    expect(await messageOf(open('.', { cwd: join(folder, 'none') }))).toMatch(/none is not there/);
  });
});
