import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/checks/settings.ts';
import { formats } from '../../server/src/reporters/index.ts';
import type { Report } from '../../server/src/reporters/report.ts';
import { broken, draft, misspelt, published } from '../cli/plans.ts';
import { hostile } from '../documents/hostile.ts';
import { filesOfSample, samples } from '../helpers/samples.ts';
import { reportOn, written } from './reports.ts';

const schemaText = (name: string): string => readFileSync(join(import.meta.dirname, 'schemas', name), 'utf8');

const jsonSchemas = new Map(
  ['gitlab', 'rdjson'].map((name) => [
    name,
    new Ajv({ strict: true }).compile(JSON.parse(schemaText(`${name}.schema.json`))),
  ]),
);
const xmlSchemas = new Map(
  ['junit', 'checkstyle'].map((name) => [
    name,
    XsdValidator.fromDoc(XmlDocument.fromString(schemaText(`${name}.xsd`))),
  ]),
);

/** What somebody may write in a plan who wants more of a report than that it shows words. */
const attacks: Readonly<Record<string, string>> = {
  'a command at the start of a line': '::error file=x::pwned',
  'a command behind a line end': 'x%0A::set-output name=a::b',
  'a command anywhere': 'x ##[error]pwned ##vso[task.setvariable variable=a]b',
  'properties of a command': 'a,line=1::b',
  'a tag': '<img src=x onerror=alert(1)></details></summary><script>alert(1)</script>',
  'an end of characters': ']]><x/>&amp;<!-- -->',
  'a mention': '@everyone and @gold/team, and \\@x',
  'an issue': '#123 GH-1 org/repo#1 !1 &1 %1 ~1 $1',
  'a link': '[x](https://evil.example) https://evil.example www.evil.example ![x](https://evil.example/x.png)',
  marks: '*x* _y_ `z` # h | a | b | ~~s~~ ```\n',
  colours: '\u001B[31mred\u001B[0m \u009B31m \u001B]8;;https://evil.example\u0007x',
  'letters that turn': 'abc\u202Edef\u2066x\u2069',
  controls: 'a\u0000b\u0008c\u007Fd\u2028e\uFFFFf',
  'half a letter': 'a\uD800b',
};

const plansWith = (words: string): string =>
  [
    `plan attack: ${words}`,
    `  status: ${words}`,
    `  date: ${words}`,
    '',
    `outcome safe: ${words}`,
    `outcome safe: ${words}`,
    '',
    `priority p: ${words}`,
    `  outcomes: ${words}`,
    `  ${words}: x`,
    `  action: ${words}`,
    `    due: ${words}`,
    `${words}: x`,
    words,
    '',
  ].join('\n');

const settings = { ...defaultSettings, profiles: ['basic', 'wales'], final: true };

const reports = new Map<string, Report>([
  ...Object.entries(attacks).map(([name, words]): [string, Report] => [
    name,
    reportOn({ 'attack.plan': plansWith(words), [`::error ${name}::/%0A@x <b>.plan`]: misspelt }, settings),
  ]),
  ...hostile.map(({ name, plan }): [string, Report] => [
    `hostile ${name}`,
    reportOn({ 'hostile.plan': plan }, settings),
  ]),
  ['samples', reportOn(samples, settings)],
  ['plans of tests', reportOn({ 'a.plan': broken, 'b.plan': draft, 'c.plan': published })],
  ['nothing wrong', reportOn(filesOfSample('first-plan'))],
  ['nothing at all', reportOn({})],
]);

const every = [...reports];

/** True for a line that GitHub Actions, Azure or TeamCity would take for a command. */
const isCommand = (line: string): boolean => /^\s*::|##(?:teamcity|vso)?\[/i.test(line);

describe.each(every)('of %s', (_, report) => {
  test.each(formats.filter(({ name }) => name !== 'github').map(({ name }) => name))('%s gives no command', (name) => {
    const text = written(name, report);
    expect(text.split(/\r\n|\r|\n/).filter(isCommand)).toEqual([]);
  });

  test.each(['gitlab', 'rdjson'])('%s is as its readers want it', (name) => {
    const validate = jsonSchemas.get(name);
    validate?.(JSON.parse(written(name, report)));
    expect(validate?.errors ?? []).toEqual([]);
  });

  test('gitlab knows findings apart', () => {
    const issues = JSON.parse(written('gitlab', report)) as { fingerprint: string }[];
    expect(issues).toHaveLength(report.diagnostics.length);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test.each(['junit', 'checkstyle'])('%s is as its readers want it', (name) => {
    const document = XmlDocument.fromString(written(name, report));
    try {
      xmlSchemas.get(name)?.validate(document);
    } finally {
      document.dispose();
    }
  });

  test('github gives a command for each finding, and no other', () => {
    const lines = written('github', report).split('\n').slice(0, -1);
    expect(lines).toHaveLength(report.diagnostics.length);
    for (const [index, line] of lines.entries()) {
      const [, command, properties = '', message] =
        /^::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)$/.exec(line) ?? [];
      const { severity, file, rule, range } = report.diagnostics[index]!;
      expect(command).toBe({ error: 'error', warning: 'warning', info: 'notice', hint: 'notice' }[severity]);
      const values = new Map(properties.split(',').map((pair) => pair.split('=', 2) as [string, string]));
      expect(unescaped(values.get('file'))).toBe(report.show(file));
      expect(unescaped(values.get('title'))).toBe(rule);
      expect(values.get('line')).toBe(String(range.start.line + 1));
      expect([...values.keys()].filter((key) => !/^(?:file|line|endLine|col|endColumn|title)$/.test(key))).toEqual([]);
      expect(message).not.toBe('');
      expect(message).not.toMatch(/\p{Cc}/u);
    }
  });

  test('markdown shows words and nothing else', () => {
    const tokens = new MarkdownIt({ html: true, linkify: true }).parse(written('markdown', report), {});
    const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
    const html = all.filter(({ type }) => type === 'html_block' || type === 'html_inline');
    for (const { content } of html)
      expect(content.trim()).toMatch(
        /^(?:<!-- goldthread check -->|<!-- -->|<details><summary>[\w ]+<\/summary>|<\/details>)$/,
      );
    const types = new Set(
      all.map(({ type }) => type).filter((type) => !/^html_|^text|^inline$|^softbreak$/.test(type)),
    );
    const ours = ['heading', 'bullet_list', 'list_item', 'paragraph', 'strong'].flatMap((name) => [
      `${name}_open`,
      `${name}_close`,
    ]);
    expect([...types].filter((type) => !ours.includes(type))).toEqual([]);
    // Nothing that a host would make a mention or a reference of stands in one piece of text.
    for (const { type, content } of all)
      if (type === 'text') expect(content).not.toMatch(/@[\p{L}\p{N}]|#\d|GH-\d|[!&%~$]\d/iu);
    expect(written('markdown', report).length).toBeLessThan(65_536);
  });

  test.each(['pretty', 'stylish'])('%s sends nothing to a terminal but colours', (name) => {
    const coloured = written(name, report, true);
    expect(stripVTControlCharacters(coloured).replace(/ +$/gm, '')).toBe(written(name, report));
    expect(written(name, report)).not.toMatch(/(?![\n\t])[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
  });

  test('json is JSON with every finding', () => {
    expect(JSON.parse(written('json', report)).diagnostics).toHaveLength(report.diagnostics.length);
  });
});

/** A value of a command as GitHub’s runner reads it. */
const unescaped = (value = ''): string =>
  value
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

test('junit counts findings that fail, and a test for each file that is good', () => {
  const report = reportOn({ 'bad.plan': misspelt, 'draft.plan': draft.replace('small', 'other') });
  const xml = written('junit', report);
  const failures = report.diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  expect(failures).toBeGreaterThan(0);
  expect(xml).toContain(`<testsuites name="goldthread" tests="${report.diagnostics.length}" failures="${failures}"`);
  expect(written('junit', reportOn(filesOfSample('first-plan')))).toContain('tests="1" failures="0"');
});

test('markdown of very many findings says how many more there are', () => {
  const report = reportOn({ 'a.plan': `plan a: A\n${'outcom x: y\n'.repeat(3000)}` });
  const text = written('markdown', report);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/- … and [\d,]+ more\n/);
});

test('every report that can go to a file is known again by its mark, and by no other', () => {
  const own = formats.filter(({ mark }) => mark);
  for (const report of reports.values())
    for (const { name, mark } of own)
      for (const other of own)
        expect([name, other.name, mark?.test(written(other.name, report))]).toEqual([
          name,
          other.name,
          other.name === name,
        ]);
});
