import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../server/src/checks/index.ts';
import { readConfig, settingsSchema } from '../server/src/config.ts';
import { profiles } from '../server/src/profiles/index.ts';

const problems = (text: string) =>
  readConfig(text).problems.map(({ message, line, character }) => `${line}:${character} ${message}`);

describe('readConfig', () => {
  test('reads settings, with comments and a comma too many', () => {
    const text = `\uFEFF// What we ask of our plans
{
  "$schema": "docs/goldthread.schema.json",
  "profile": ["uk-police-and-crime", "wales"], /* both: we are
    in Wales */
  "rules": {
    "dates/*": "hint",
    "dates/control-sheet": "error", // the Panel asks for it
    "plan/no-period": "off",
  },
  "final": true
}
`;
    expect(readConfig(text)).toEqual({
      settings: {
        profiles: ['basic', 'uk-police-and-crime', 'wales'],
        rules: { 'dates/*': 'hint', 'dates/control-sheet': 'error', 'plan/no-period': 'off' },
        final: true,
      },
      problems: [],
    });
  });

  test('profiles stand over basic, each once', () => {
    expect(readConfig('{ "profile": "wales" }').settings).toEqual({ profiles: ['basic', 'wales'] });
    expect(readConfig('{ "profile": ["wales", "basic", "wales"] }').settings).toEqual({ profiles: ['basic', 'wales'] });
    expect(readConfig('{ "profile": [] }').settings).toEqual({ profiles: ['basic'] });
  });

  test('a theme is a file', () => {
    expect(readConfig('{ "theme": "looks/house.json" }')).toEqual({
      settings: { theme: 'looks/house.json' },
      problems: [],
    });
    for (const text of ['{ "theme": {} }', '{ "theme": "" }', '{ "theme": true }'])
      expect(problems(text)).toEqual([
        '0:11 What stands here is the file of a theme, seen from the folder of this file: "theme": "house.json".',
      ]);
  });

  test('what is not there is not set', () => {
    for (const text of ['', '  \n', '{}', '// nothing yet\n{ }'])
      expect(readConfig(text)).toEqual({ settings: {}, problems: [] });
  });

  test('offers what was meant, and uses the rest', () => {
    const text = `{
  "profil": "wales",
  "profile": ["wale", "police", "corporate-plan"],
  "rules": {
    "dates/control-sheets": "off",
    "continue-to": "off",
    "nothing/of-the-sort": "off",
    "date/*": "off",
    "dates/continue-to": "warn",
    "dates/approved-late": "loud",
    "dates/control-sheet": 1,
    "plan/no-period": "error"
  },
  "final": "yes"
}`;
    expect(problems(text)).toEqual([
      '1:2 There is no setting called ‘profil’. Did you mean “profile”?',
      '2:14 There is no profile called ‘wale’. Did you mean “wales”?',
      `2:22 There is no profile called ‘police’. What can stand here: ${profiles.map(({ id }) => id).join(', ')}.`,
      '4:4 There is no check called ‘dates/control-sheets’. Did you mean “dates/control-sheet”?',
      '5:4 There is no check called ‘continue-to’. Did you mean “dates/continue-to”?',
      '6:4 There is no check called ‘nothing/of-the-sort’. Copy the name from the problem that you want to set, or look it up in the list of checks.',
      '7:4 There is no check called ‘date/*’. Did you mean “dates/*”?',
      '8:25 ‘warn’ is no severity. Did you mean “warning”?',
      '9:27 ‘loud’ is no severity. What can stand here: error, warning, info, hint, off.',
      '10:27 What stands here is one of these words, in double quotation marks: error, warning, info, hint, off.',
      '13:11 What stands here is true or false, without quotation marks: "final": true.',
    ]);
    expect(readConfig(text).settings).toEqual({
      profiles: ['basic', 'corporate-plan'],
      rules: { 'plan/no-period': 'error' },
    });
  });

  test.each([
    ['[]', '0:0 Settings stand between curly brackets, such as { "profile": "wales" }.'],
    ['"wales"', '0:0 Settings stand between curly brackets, such as { "profile": "wales" }.'],
    ['profile: wales', '0:0 Words stand in double quotation marks: "profile".'],
    ['{\r\n  profile: "wales"\r\n}', '1:2 A name in double quotation marks must stand here, such as "profile".'],
    ["{ 'profile': 'wales' }", '0:2 A name in double quotation marks must stand here, such as "profile".'],
    ['{ "profile": wales }', '0:13 Words stand in double quotation marks: "wales".'],
    ['{ "profile" "wales" }', '0:12 A colon must stand between a name and its value, such as "final": true.'],
    [
      '{ "profile": }',
      '0:13 A value is missing here: words in double quotation marks, true or false, or a list in square brackets.',
    ],
    ['{ "profile": "wales }', '0:13 These words have no closing quotation mark on their line.'],
    ['{ "profile": "wal\\es" }', '0:13 A backslash or a tab stands in these words. Leave it out.'],
    ['{ "final": true\n  "rules": {} }', '1:2 A comma is missing before this.'],
    ['{ "final": true', '0:15 The closing bracket } is missing.'],
    ['{ "profile": ["wales" }', '0:22 A comma is missing before this.'],
    ['{} /* and so on', '0:3 This comment has no end. Close it with */.'],
    ['{ "final": true } }', '0:18 Nothing can stand behind the last bracket. Delete what is there.'],
    [
      '{ "rules": [] }',
      '0:11 Rules stand between curly brackets, each with its severity: { "dates/continue-to": "off" }.',
    ],
    [
      '{ "profile": 3 }',
      '0:13 A profile is a name in double quotation marks, or several in square brackets: ["wales", "corporate-plan"].',
    ],
    ['['.repeat(100_000), '0:41 These brackets are nested too deep for a settings file.'],
  ])('%s', (text, problem) => expect(problems(text)).toEqual([problem]));

  test('what stands before a mistake counts', () => {
    expect(readConfig('{ "final": true, "profile": "wales", oops').settings).toEqual({
      final: true,
      profiles: ['basic', 'wales'],
    });
  });

  test('any text gives an answer', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"profile"',
      '"rules"',
      '"__proto__"',
      '"wales"',
      'true',
      '-1e9',
      '//',
      '/*',
      '*/',
      '\n',
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { problems, settings } = readConfig(written);
        const lines = written.split(/\r\n|\r|\n/);
        for (const { line, character } of problems) expect(character).toBeLessThanOrEqual(lines[line]?.length ?? -1);
        for (const profile of settings.profiles ?? []) expect(profiles.some(({ id }) => id === profile)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('reads what JSON reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const messages = problems(text).filter((message) =>
          /bracket is|comma is|value is missing|Words stand/.test(message),
        );
        expect(messages).toEqual([]);
      }),
    );
  });

  test('a long text is read in no time', () => {
    const start = performance.now();
    readConfig(`{ ${'/* * / */ // "\n'.repeat(50_000)}"rules": { ${'"dates/x": "off", '.repeat(2000)} } }`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('settingsSchema', () => {
  const schema = settingsSchema(rules, profiles);
  const isValid = new Ajv({ strict: true, allErrors: true }).compile(schema);

  test('is the one in docs; “npm run docs” writes it anew', () => {
    const written = readFileSync(new URL('../docs/goldthread.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(written)).toEqual(schema);
  });

  test('agrees with readConfig on what can stand in a settings file', () => {
    const good = { profile: ['wales'], rules: { 'dates/*': 'off', 'plan/no-period': 'error' }, final: false };
    expect(isValid(good)).toBe(true);
    expect(readConfig(JSON.stringify(good)).problems).toEqual([]);
    for (const bad of [
      { profil: 'wales' },
      { profile: 'wale' },
      { rules: { 'dates/nothing': 'off' } },
      { rules: { 'plan/no-period': 'loud' } },
      { final: 'yes' },
    ]) {
      expect(isValid(bad)).toBe(false);
      expect(readConfig(JSON.stringify(bad)).problems).toHaveLength(1);
    }
  });

  test('describes every rule and every profile', () => {
    const text = JSON.stringify(schema);
    for (const { id, says } of rules)
      expect(text).toContain(`${JSON.stringify(id)}:{"description":${JSON.stringify(says).slice(0, -1)}`);
    for (const { id } of profiles) expect(text).toContain(`"const":${JSON.stringify(id)}`);
  });
});
