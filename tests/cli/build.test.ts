import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../server/src/documents/formats.ts';
import { folderWith, goldthread } from './goldthread.ts';
import { misspelt } from './plans.ts';

const root = join(import.meta.dirname, '../..');
const firstPlan = readFileSync(join(root, 'samples/first-plan/first-plan.plan'), 'utf8');
const every = 'html,md,json,csv,svg,mermaid';

/** The files below a folder, with their bytes as text. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'latin1')]),
  );

test('the program as it is shipped makes every format', () => {
  const cwd = folderWith({ 'a.plan': firstPlan });
  const program = join(root, 'server/dist/goldthread.js');
  const names = formats.map(({ name }) => name).join();
  const { status, stderr } = spawnSync(process.execPath, [program, 'build', '--to', names], { cwd, encoding: 'utf8' });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const made = Object.keys(filesIn(join(cwd, 'build')));
  for (const { ending } of formats)
    expect(
      made.filter((name) => name.endsWith(ending)),
      ending,
    ).not.toEqual([]);
});

test('all plans of the folder become web pages in “build”', () => {
  const cwd = folderWith({ 'a.plan': firstPlan, 'deep/b.plan': 'plan second: Second Plan\n' });
  expect(goldthread(['build'], { cwd })).toEqual({
    code: 0,
    err: '',
    out: 'build/first-plan.html\nbuild/second.html\nBuilt 2 plans: 2 files.\n',
  });
  const page = readFileSync(join(cwd, 'build/first-plan.html'), 'utf8');
  for (const part of [
    '<html lang="en" itemscope itemtype="https://schema.org/Report">',
    '<title>Our Borough Plan 2026–2030</title>',
    '<meta name="description" content="What we will do by 2030, and how you can tell.">',
    '<meta name="dcterms.temporal" content="2026-04-01/2030-03-31">',
    '<meta itemprop="datePublished" content="2026-03-09">',
    '<a class="mention" href="#_annex-thread">Annex 1: The golden thread</a>',
    '<svg class="thread"',
    '<h2 id="_annex-matrix"><span class="number">Annex 2</span> ',
  ])
    expect(page).toContain(part);
  expect(page).toContain('<span class="unseen">yes</span>');
  expect(page).not.toMatch(/<script|<button|<link rel="stylesheet"|data-line|Choose a sign/);
});

test('the same plan gives the same bytes again, and in another folder', () => {
  const files = { 'goldthread.json': '{}', 'plans/first.plan': firstPlan };
  const one = folderWith(files);
  const other = folderWith(files);
  const first = goldthread(['build', '--to', every], { cwd: one });
  expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
  const before = filesIn(join(one, 'build'));
  expect(Object.keys(before)).toEqual([
    '.goldthread-build',
    'first-plan.actions.csv',
    'first-plan.chart-far-from-park.svg',
    'first-plan.chart-rented-homes.svg',
    'first-plan.html',
    'first-plan.items.csv',
    'first-plan.json',
    'first-plan.links.csv',
    'first-plan.matrix-kpqs.csv',
    'first-plan.matrix-kpqs.svg',
    'first-plan.matrix.csv',
    'first-plan.matrix.svg',
    'first-plan.md',
    'first-plan.measures.csv',
    'first-plan.mmd',
    'first-plan.thread.svg',
  ]);
  expect(goldthread(['build', '--to', every], { cwd: one })).toEqual(first);
  expect(filesIn(join(one, 'build'))).toEqual(before);
  goldthread(['build', 'first.plan', '--to', every, '--out', '../out'], { cwd: join(other, 'plans') });
  expect(filesIn(join(other, 'out'))).toEqual(before);
});

test('every sample builds in every format', () => {
  const out = folderWith({});
  const {
    code,
    err,
    out: told,
  } = goldthread(['build', 'samples', '--force', '--to', every, '--out', out], { cwd: root });
  expect(code).toBe(0);
  expect(err).toContain('is built all the same, with ');
  expect(told).toMatch(/Built 7 plans: \d+ files\.\n$/);
});

describe('a plan with errors', () => {
  const files = { 'bad.plan': misspelt, 'good.plan': 'plan good: Good Plan\n' };

  test('is not built, and it is said what is wrong', () => {
    const cwd = folderWith(files);
    const { code, out, err } = goldthread(['build'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: 'build/good.html\nBuilt 1 of 2 plans: 1 file.\n' });
    expect(err).toContain('syntax/unknown-key');
    expect(err).toContain('bad.plan has 1 error, and is not built. Mend that first, or build it as it is: --force.\n');
    expect(existsSync(join(cwd, 'build/small.html'))).toBe(false);
  });

  test('is built where that is forced, and it is still said', () => {
    const cwd = folderWith(files);
    const { code, out, err } = goldthread(['build', '--force'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: 'build/small.html\nbuild/good.html\nBuilt 2 plans: 2 files.\n' });
    expect(err).toContain('syntax/unknown-key');
    expect(err).toContain('bad.plan is built all the same, with 1 error.\n');
  });
});

test('in another language the files say so, and only there', () => {
  const cwd = folderWith({
    'a.plan':
      'plan a: Our Plan\n  language: en\n  translations: cy\n  title cy: Ein Cynllun\n\nvision: Good\n  title cy: Da\n',
  });
  expect(goldthread(['build', '--language', 'cy', '--to', 'html,md'], { cwd }).out).toContain(
    'build/a.cy.html\nbuild/a.cy.md\n',
  );
  expect(readFileSync(join(cwd, 'build/a.cy.html'), 'utf8')).toContain('<html lang="cy"');
  expect(readFileSync(join(cwd, 'build/a.cy.md'), 'utf8')).toContain('# Ein Cynllun\n');
  expect(goldthread(['build', '--language', 'en'], { cwd }).out).toContain('build/a.html\n');
});

describe('nothing is written', () => {
  test('over what a plan is made of', () => {
    const figures = 'Period,Homes\n2026,1\n';
    const plan = 'plan p: Plan\n\ntable t: Homes\n  data: p.items.csv\n';
    const cwd = folderWith({ 'a.plan': plan, 'p.items.csv': figures });
    const { code, err, out } = goldthread(['build', '--to', 'csv,md', '--out', '.'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('p.items.csv belongs to a plan, and is not written over. Name another folder: --out …\n');
    expect(out).toContain('p.links.csv\n');
    expect(readFileSync(join(cwd, 'p.items.csv'), 'utf8')).toBe(figures);
  });

  test('over the settings, or through a link', () => {
    const cwd = folderWith({ 'a.plan': 'plan goldthread: Plan\n', 'goldthread.json': '{}', 'kept.txt': 'kept' });
    mkdirSync(join(cwd, 'build'));
    symlinkSync(join(cwd, 'kept.txt'), join(cwd, 'build/goldthread.html'));
    expect(goldthread(['build', '--to', 'json', '--out', '.', '--overwrite'], { cwd }).code).toBe(2);
    expect(goldthread(['build'], { cwd }).code).toBe(2);
    expect(goldthread(['build', '--overwrite'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'build/goldthread.html'), 'utf8')).toContain('<title>Plan</title>');
    expect(readFileSync(join(cwd, 'goldthread.json'), 'utf8')).toBe('{}');
    expect(readFileSync(join(cwd, 'kept.txt'), 'utf8')).toBe('kept');
  });

  test('over what Goldthread did not make', () => {
    const cwd = folderWith({ 'a.plan': 'plan readme: Plan\n', 'readme.md': 'Mine\n', 'note.txt': 'Mine\n' });
    const { code, err } = goldthread(['build', '--to', 'md,json', '--out', '.'], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'readme.md is there already, and is not as Goldthread wrote it: it is somebody’s own, or was worked on since. Move it away, name another folder (--out …), or have it replaced: --overwrite.\n',
    });
    expect(readFileSync(join(cwd, 'readme.md'), 'utf8')).toBe('Mine\n');
    expect(existsSync(join(cwd, 'readme.json'))).toBe(true);
    expect(goldthread(['build', '--to', 'md', '--out', '.', '--overwrite'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'readme.md'), 'utf8')).toContain('# Plan');
  });

  test('over a document that somebody has worked on', () => {
    const cwd = folderWith({ 'a.plan': 'plan a: Plan\n' });
    const page = join(cwd, 'build/a.md');
    const build = (): number | null => goldthread(['build', '--to', 'md'], { cwd }).code;
    expect(build()).toBe(0);
    writeFileSync(join(cwd, 'a.plan'), 'plan a: Another title\n');
    expect(build()).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('# Another title');
    writeFileSync(page, '# Better words\n');
    expect(build()).toBe(2);
    expect(readFileSync(page, 'utf8')).toBe('# Better words\n');
  });

  test('again where it is as it should be, with a record or without', () => {
    const cwd = folderWith({ 'a.plan': 'plan a: Plan\n' });
    const page = join(cwd, 'build/a.html');
    goldthread(['build'], { cwd });
    const { ino } = statSync(page);
    rmSync(join(cwd, 'build/.goldthread-build'));
    expect(goldthread(['build'], { cwd })).toMatchObject({ code: 0, out: 'build/a.html\nBuilt 1 plan: 1 file.\n' });
    expect(statSync(page).ino).toBe(ino);
    const check = spawnSync('sha256sum', ['-c', '.goldthread-build'], { cwd: join(cwd, 'build'), encoding: 'utf8' });
    if (!check.error) expect(check.stdout).toBe('a.html: OK\n');
  });

  test('outside the folder, whatever a plan is called', () => {
    const cwd = folderWith({
      'a.plan': 'plan ../../up: Plan\n',
      'con.plan': 'plan con: Plan\n',
      'c/twin.plan': 'plan twin: One\n',
      'd/twin.plan': 'plan twin: Two\n',
    });
    const { out } = goldthread(['build', '--force', '--to', 'json'], { cwd });
    const names = out.split('\n').slice(0, 4);
    expect(names.every((name) => /^build\/[\w-]+\.json$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(4);
    expect(names).not.toContain('build/con.json');
    expect(readdirSync(cwd).sort()).toEqual(['a.plan', 'build', 'c', 'con.plan', 'd']);
  });
});

describe('pictures', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const plan = (path: string): string => `plan p: Plan\n\nfigure f: Park\n  image: ${path}\n  alt: Trees\n`;
  const build = (path: string, files: Record<string, string | Buffer>, ...more: string[]) => {
    const cwd = folderWith({ 'goldthread.json': '{}', 'plans/p.plan': plan(path), ...files });
    const run = goldthread(['build', 'plans', ...more], { cwd });
    const page = join(cwd, 'build/p.html');
    return { ...run, page: existsSync(page) ? readFileSync(page, 'utf8') : '' };
  };

  test('are in the page, as what they are', () => {
    const { code, page } = build('park.jpg', { 'plans/park.jpg': png });
    expect(code).toBe(0);
    expect(page).toContain(`src="data:image/png;base64,${png.toString('base64')}"`);
    const drawing = '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(build('park.svg', { 'plans/park.svg': drawing }).page).toContain('src="data:image/svg+xml;base64,');
  });

  test.each([
    ['huge.png', Buffer.concat([png, Buffer.alloc(11 * 1024 * 1024)]), 'has 12 MB; 10 MB is the most.'],
    ['page.png', '<html><script>alert(1)</script></html>', 'is not a picture that browsers show.'],
    [
      'bomb.svg',
      '<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n<svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
      'holds definitions',
    ],
  ])('%s is refused', (name, content, why) => {
    const files = { [`plans/${name}`]: content };
    const { code, err, page } = build(name, files);
    expect({ code, page }).toEqual({ code: 1, page: '' });
    expect(err).toContain(`The picture plans/${name} ${why}`);
    expect(err).toContain('plans/p.plan has 1 picture that can’t be shown, and is not built.');
    const forced = build(name, files, '--force');
    expect(forced.code).toBe(0);
    expect(forced.page).toContain('Picture: Trees');
    expect(forced.page).not.toContain('data:image');
  });

  test('from outside the folder of the project are not read', () => {
    const outside = folderWith({ 'secret.png': png });
    const cwd = folderWith({ 'goldthread.json': '{}', 'p.plan': plan('link.png') });
    symlinkSync(join(outside, 'secret.png'), join(cwd, 'link.png'));
    expect(goldthread(['build', '--force'], { cwd }).err).toContain(
      'The picture link.png is not in the folder of the plan',
    );
    expect(readFileSync(join(cwd, 'build/p.html'), 'utf8')).not.toContain('data:image');
    const up = folderWith({ 'goldthread.json': '{}', 'p.plan': plan(`../../../../../..${outside}/secret.png`) });
    goldthread(['build', '--force'], { cwd: up });
    expect(readFileSync(join(up, 'build/p.html'), 'utf8')).not.toContain('data:image');
  });
});

describe('used wrongly', () => {
  test.each([
    [['--to', 'htm'], 'There is no format called ‘htm’. Did you mean ‘html’? There are: html, '],
    [['--language', 'fr'], "Option '--language <language>' argument 'fr' is invalid."],
    [['--profile', 'nothing'], 'There is no profile called ‘nothing’.'],
    [['gone.plan'], 'gone.plan is not there.'],
    [['--template', 'a.docx'], '--template gives documents for Word their styles. Ask for one: --to docx.\n'],
    [['--to', 'docx', '--template', 'a.docx'], 'The template a.docx is not there.'],
    [['--theme', 'gone.json'], 'gone.json is not there.'],
    [['--watch', 'gone.plan'], 'gone.plan is not there.'],
  ])('%s ends with 2', (args, message) => {
    const { code, err } = goldthread(['build', ...args], { cwd: folderWith({ 'a.plan': firstPlan }) });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('a file where the folder should be ends with 2', () => {
    const cwd = folderWith({ 'a.plan': firstPlan, build: 'a file' });
    const { code, err } = goldthread(['build'], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: 'build is a file, not a folder.\n' });
  });

  test('a part without its plan ends with 2', () => {
    const cwd = folderWith({});
    writeFileSync(join(cwd, 'a.plan'), 'part nobody: A part\n');
    const { code, err } = goldthread(['build'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('a.plan is a part that no plan includes.');
  });
});

test('documents carry their plan, unless nobody wants that', () => {
  const cwd = folderWith({ 'a.plan': firstPlan });
  const carries = (...more: string[]): boolean[] => {
    const { code } = goldthread(['build', '--to', 'md,html', '--overwrite', ...more], { cwd });
    expect(code).toBe(0);
    return Object.values(filesIn(join(cwd, 'build'))).map((text) => text.includes('<!-- goldthread-plan'));
  };
  expect(carries().filter(Boolean)).toHaveLength(2);
  expect(carries('--without-plan').filter(Boolean)).toHaveLength(0);
});
