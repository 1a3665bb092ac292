import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { entriesOf, type Field, fields, type KeyLanguage, type Kind, kinds, parse } from '../../grammar/src/index.ts';
import { textmateGrammar } from '../../grammar/src/textmate.ts';
import { faultOf, readMarks } from './textmate/marks.ts';
import { engine, loadPlanGrammar, type Piece, tokenise } from './textmate/tokenise.ts';

const root = join(import.meta.dirname, '../..');
const kindScope = 'keyword.control.kind.plan';
const fieldScope = 'support.type.property-name.plan';
const languages: readonly KeyLanguage[] = ['en', 'cy'];

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadPlanGrammar();
});

/** The keys of a text: line, column, and whether the key is that of an item or of a field. */
function colouredKeys(text: string): string[] {
  const keyOf = ({ scopes }: Piece): string | undefined =>
    scopes.includes(kindScope) ? 'item' : scopes.includes(fieldScope) ? 'field' : undefined;
  return tokenise(grammar, text).flatMap((pieces, line) =>
    pieces.flatMap((piece) => (keyOf(piece) ? [`${line + 1}:${piece.start}-${piece.end} ${keyOf(piece)}`] : [])),
  );
}

/** The same from the parser, for a text with line feeds only. */
function parsedKeys(text: string): string[] {
  const tree = parse(text);
  return tree.blocks.flatMap((block, index) =>
    [...entriesOf(block)].map((entry) => {
      const column = entry.at - (block.lines[entry.line] as number);
      const line = (tree.lines[index] as number) + entry.line + 1;
      return `${line}:${column}-${column + entry.keyEnd - entry.at} ${entry.definition?.item ? 'item' : 'field'}`;
    }),
  );
}

describe('the grammar', () => {
  test('stands in syntaxes/plan.tmLanguage.json as the vocabulary gives it', () => {
    const file = readFileSync(join(root, 'syntaxes/plan.tmLanguage.json'), 'utf8');
    expect(file).toBe(`${JSON.stringify(textmateGrammar(), null, 2)}\n`);
  });

  test('has sound patterns, scopes of its own and no include that leads nowhere', async () => {
    const { createOnigScanner } = await engine;
    const { repository } = textmateGrammar();
    const found: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (typeof value === 'object' && value !== null)
        for (const [name, part] of Object.entries(value)) visit(part, name);
      else if (key === 'match' || key === 'begin' || key === 'while')
        expect(() => createOnigScanner([String(value).replaceAll('\\1', '  ')]), String(value)).not.toThrow();
      else if (key === 'include' && value !== 'text.html.markdown') found.push(String(value).slice(1));
      else if (key === 'name' || key === 'contentName')
        for (const scope of String(value).split(' ')) expect(scope).toMatch(/^[a-z]+(\.[a-z-]+)+\.plan$/);
    };
    const { patterns, injections } = textmateGrammar();
    visit({ patterns, injections, repository }, '');
    expect(new Set(found)).toEqual(new Set(Object.keys(repository)));
  });
});

describe('fixtures', () => {
  const names = globSync('*.plan', { cwd: join(import.meta.dirname, 'textmate') });

  test.each(names)('%s', (name) => {
    const fixture = readFileSync(join(import.meta.dirname, 'textmate', name), 'utf8');
    const { text, marks } = readMarks(fixture);
    const pieces = tokenise(grammar, text);
    expect(marks.length).toBeGreaterThan(10);
    expect(marks.flatMap((mark) => faultOf(mark, pieces[mark.line] as Piece[]) ?? [])).toEqual([]);
  });

  test.each(names)('%s with a carriage return left on each line', (name) => {
    const fixture = readFileSync(join(import.meta.dirname, 'textmate', name), 'utf8');
    const { text, marks } = readMarks(fixture);
    const pieces = tokenise(grammar, text.replaceAll('\n', '\r\n'));
    expect(marks.flatMap((mark) => faultOf(mark, pieces[mark.line] as Piece[]) ?? [])).toEqual([]);
  });
});

/** The kinds that enclose one which may not stand at column 0, outermost first. */
function above(kind: Kind): Kind[] {
  if (kind.root || kind.in.includes('plan') || kind.in.includes('library')) return [];
  const parent = kinds.find(({ key }) => key === kind.in[0]) as Kind;
  return [...above(parent), parent];
}

/** A plan with one line in its place: below these kinds, one in the other. */
function planWith(line: string, enclosing: readonly Kind[], language: KeyLanguage): string {
  const lines = enclosing.map(
    (kind, depth) => `${'  '.repeat(depth)}${language === 'cy' ? kind.cy : kind.key} x: Title`,
  );
  return [`# language: ${language}`, ...lines, '  '.repeat(lines.length) + line].join('\n');
}

describe.each(languages)('the vocabulary in %s', (language) => {
  const wordOf = (definition: Kind | Field): string => (language === 'cy' ? definition.cy : definition.key);

  test.each(kinds.map((kind) => [wordOf(kind), kind] as const))('kind %s', (word, kind) => {
    for (const rest of [' an-id: A title', ': A title', ':', ' an-id', '']) {
      const text = planWith(word + rest, above(kind), language);
      expect(colouredKeys(text), text).toEqual(parsedKeys(text));
      expect(colouredKeys(text).at(-1), text).toMatch(/ item$/);
    }
  });

  test.each(fields.map((field) => [wordOf(field), field] as const))('field %s', (word, field) => {
    for (const key of field.on) {
      const owner = kinds.find((kind) => kind.key === key);
      const line = field.example.replace(field.key, word);
      const text = planWith(line, owner ? [...above(owner), owner] : [], language);
      expect(colouredKeys(text), text).toEqual(parsedKeys(text));
      expect(colouredKeys(text).at(-1), text).toMatch(/ field$/);
    }
  });

  test.each(fields.filter(({ choices }) => choices).map((field) => [wordOf(field), field] as const))(
    'choices of %s',
    (word, field) => {
      const owner = kinds.find((kind) => kind.key === field.on[0]) as Kind;
      for (const choice of (language === 'cy' ? field.choicesCy : field.choices) ?? []) {
        const text = planWith(`${word}: ${choice}`, [...above(owner), owner], language);
        const last = tokenise(grammar, text).at(-1)?.at(-1);
        expect(last?.scopes, text).toEqual(['constant.language.choice.plan']);
      }
    },
  );
});

const published = globSync('{samples,server/libraries}/**/*.plan', { cwd: root }).sort();

test.each(published)('%s: every key is coloured and nothing else is', (name) => {
  const text = readFileSync(join(root, name), 'utf8').replaceAll('\r\n', '\n');
  const keys = colouredKeys(text);
  expect(keys.length).toBeGreaterThan(10);
  expect(keys).toEqual(parsedKeys(text));
  expect(colouredKeys(text.replaceAll('\n', '\r\n'))).toEqual(keys);
});

test('other spaces and a byte-order mark do not hide a key', () => {
  expect(colouredKeys('\uFEFFplan x: Title\n\tarea: Wales\n\u00A0\u00A0period: 2021')).toEqual([
    '1:1-5 item',
    '2:1-5 field',
    '3:2-8 field',
  ]);
});

const long = 10_000;
test.each([
  ['a word', 'a'.repeat(long)],
  ['a title', `action: ${'very long '.repeat(long / 10)}`],
  ['a key with no colon', `why ${'a'.repeat(long)}`],
  ['a key with three words and no colon', `why ${`${'a'.repeat(long / 3)} `.repeat(3)}`],
  ['spaces before a title', `action: x${' '.repeat(long)}y`],
  ['spaces after a key', `outcome${' '.repeat(long)}x y z w`],
  ['indentation', `why:\n${' '.repeat(long)}x\n${' '.repeat(long - 1)}# x`],
  ['references', `uses: ${'ab-c, '.repeat(long / 6)}A`],
  ['hyphens', `uses: ${'a-'.repeat(long / 2)}A`],
  ['dots', `uses: ${'a.'.repeat(long / 2)}A`],
  ['parties that turn out to be words', `owner: ${'a,'.repeat(long / 2)}A b`],
  ['commas and spaces', `tags: ${'a , '.repeat(long / 4)}${' '.repeat(1000)}`],
  ['digits', `target: ${'1,'.repeat(long / 2)}!`],
  ['joining words', `target: 1 ${'by 2020 '.repeat(long / 8)}`],
  ['dates', `period: ${'2021-'.repeat(long / 5)}`],
  ['money', `cost: £${'1'.repeat(long)}!!`],
  ['languages', `languages: ${'en-'.repeat(long / 3)}`],
  ['kinds', `numbering: ${'priorities '.repeat(long / 11)}`],
  ['open brackets', `action: ${'[['.repeat(long / 2)}`],
  ['mentions that do not close', `action: ${'[[a|b'.repeat(long / 5)}`],
  ['mentions in prose', `text:\n  ${'[[a]] word '.repeat(long / 11)}`],
  ['a rule in a comment', `# allow ${'a/'.repeat(long / 2)}`],
  ['names', `label ${'why,'.repeat(long / 4)}: x`],
])('a line of 10,000 characters: %s', (_, text) => {
  const start = performance.now();
  const lines = tokenise(grammar, `plan x: Title\n${text}\nplan y: Title`);
  expect(performance.now() - start).toBeLessThan(1000);
  expect(lines.at(-1)?.[0]?.scopes).toEqual([kindScope]);
});
