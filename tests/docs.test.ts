import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { faultOf, kinds } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { rules } from '../server/src/checks/index.ts';
import { program } from '../server/src/cli/program.ts';
import { readConfig } from '../server/src/config.ts';
import { fill, refresh, table } from '../server/src/docs/markdown.ts';
import { writtenFiles } from '../server/src/docs/pages.ts';
import { remarks } from '../server/src/docs/readings.ts';
import { broken, excerpt } from '../server/src/docs/readme.ts';
import { readSources } from '../server/src/docs/sources.ts';
import { shownValues } from '../server/src/docs/values.ts';
import { kindsOfGroup } from '../server/src/docs/vocabulary.ts';
import { engineFor } from '../server/src/examples.ts';

const root = join(import.meta.dirname, '..');
const sources = readSources(root);
const { libraries, samples } = sources;
const read = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'samples/README.md',
  ...globSync('docs/*.md', { cwd: root }),
];

/** The blocks of code in a page that are in a language, without their fences. */
const codeBlocks = (page: string, language: string): string[] =>
  [...page.matchAll(/^(`{3,})(\S*)\n([\s\S]*?)^\1$/gm)].flatMap(([, , name, text = '']) =>
    name === language ? [text] : [],
  );

/** A page without its blocks and spans of code, in which nothing is a link or a heading. */
const withoutCode = (page: string): string =>
  page.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/(?<!\[)(`+)(?!`).*?\1(?!\])/g, '');

describe('what the program writes about itself', () => {
  test.each(Object.entries(writtenFiles(sources)))('%s is up to date (if not: npm run docs)', (path, text) => {
    expect(read(path)).toBe(text);
  });
});

describe('links', () => {
  test.each(pages)('of %s lead somewhere', (path) => {
    const targets = [...withoutCode(read(path)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] as string);
    const broken = targets.filter((target) => !/^https?:/.test(target) && !leads(path, target));
    expect(broken).toEqual([]);
  });

  test('lead to each rule by an anchor that does not change', () => {
    const anchors = anchorsOf('docs/rules.md');
    expect(rules.filter(({ id }) => !anchors.has(id.replace('/', '-'))).map(({ id }) => id)).toEqual([]);
  });
});

/** True where a link from a page leads to a file that is there and, if it names one, to a heading or an anchor in it. */
function leads(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  return existsSync(join(root, file)) && (anchor === undefined || anchorsOf(file).has(anchor));
}

const known = new Map<string, ReadonlySet<string>>();

/** The anchors of a page: those that are written, and those that a heading makes. */
function anchorsOf(path: string): ReadonlySet<string> {
  const page = read(path).replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
  const written = [...page.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1] as string);
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  const anchors = known.get(path) ?? new Set([...written, ...headings]);
  known.set(path, anchors);
  return anchors;
}

describe('the language reference', () => {
  const page = read('docs/language.md');
  const plans = codeBlocks(page, 'plan').filter((text) => /^(?:plan |# language)/.test(text));

  test('shows plans', () => expect(plans.length).toBeGreaterThan(6));

  test.each(plans.map((text, index) => [index + 1, text] as const))('shows plan %i without a slip', (_, text) => {
    const named = { 'our-borough.plan': plans[0] as string };
    const files = { ...(/^plan our-borough:/.test(text) ? {} : named), 'main.plan': text };
    const found = engineFor(files, libraries)
      .diagnostics('main.plan')
      .filter(({ rule }) => /^(?:syntax|reference|dates)\//.test(rule));
    expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  });

  test('has every kind in one group', () => {
    const groups = (['files', 'thread', 'supports', 'narrative'] as const).flatMap(kindsOfGroup);
    expect(groups).toEqual(kinds);
  });

  test('shows values that are right, and wrong ones that are not', () => {
    for (const { type, right, wrong } of shownValues) {
      for (const text of right) expect(faultOf({ type }, text, 'en'), text).toBeUndefined();
      for (const text of wrong) expect(faultOf({ type }, text, 'en'), text).toBeDefined();
    }
  });

  test('shows settings that are understood', () => {
    const [settings = ''] = codeBlocks(page, 'json');
    expect(readConfig(settings).problems).toEqual([]);
    expect(readConfig(settings).settings.profiles).toEqual(['basic', 'uk-police-and-crime', 'wales']);
  });
});

describe('the front page', () => {
  const plan = excerpt(samples['samples/first-plan/first-plan.plan'] ?? '');

  test('fits on a screen with a plan that is whole', () => {
    expect(plan.split('\n').length).toBeLessThan(50);
    const found = engineFor({ 'main.plan': plan }, libraries).diagnostics('main.plan');
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('shows what the command line prints', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
    try {
      writeFileSync(join(folder, 'our-plan.plan'), broken(plan));
      const printed: string[] = [];
      const out = (text: string): void => void printed.push(text);
      const terminal = { cwd: folder.replaceAll('\\', '/'), out, err: out, colour: false, width: 100, watched: false };
      await program(terminal, () => {}).parseAsync(['node', 'goldthread', 'check', 'our-plan.plan']);
      expect(codeBlocks(read('README.md'), 'text')[0]).toBe(printed.join(''));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('names every folder', () => {
    const hidden = ['node_modules', 'dist', 'coverage'];
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !hidden.includes(entry.name))
      .map(({ name }) => name);
    const page = read('README.md');
    expect(folders.filter((name) => !page.includes(`[${name}](${name})`))).toEqual([]);
  });
});

describe('the page about the samples', () => {
  test('speaks of every sample', () => {
    const folders = readdirSync(join(root, 'samples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(Object.keys(remarks).sort()).toEqual(folders.map(({ name }) => name).sort());
  });
});

describe('pages', () => {
  test('are filled, and nothing is left over', () => {
    expect(fill('a {{b}} c', { b: '$&' })).toBe('a $& c');
    expect(() => fill('{{b}}', {})).toThrow('b');
    expect(() => fill('', { b: '' })).toThrow('b');
  });

  test('are refreshed between their marks, however often', () => {
    const page = 'above\n<!-- a -->\nold\n<!-- /a -->\nbelow\n';
    const fresh = refresh(page, { a: 'new' });
    expect(fresh).toBe('above\n<!-- a -->\nnew\n<!-- /a -->\nbelow\n');
    expect(refresh(fresh, { a: 'new' })).toBe(fresh);
    expect(() => refresh(page, { b: '' })).toThrow('<!-- b -->');
  });

  test('keep a bar and a line end inside a cell', () => {
    expect(table(['a', 'b'], [['x|y', 'one\ntwo']])).toBe('| a | b |\n|---|---|\n| x\\|y | one<br>two |');
  });
});
