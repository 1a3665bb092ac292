import fc from 'fast-check';
import { expect, test } from 'vitest';
import { semanticTokens, tokenEdits, tokenTypes } from '../../server/src/features/semantic-tokens.ts';
import type { PlanFile, Range } from '../../server/src/workspace/plan-file.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';

/** The tokens of a file as “words type”; a declaration with a mark. */
function tokens(file: PlanFile, range?: Range): string[] {
  const data = semanticTokens(file, range);
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    expect(length).toBeGreaterThan(0);
    expect(lines > 0 || at === 0 || characters > 0).toBe(true);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const start = file.offsetAt({ line, character });
    const end = file.offsetAt({ line, character: character + length });
    expect(end - start).toBe(length);
    found.push(`${file.tree.text.slice(start, end)} ${tokenTypes[type]}${modifiers ? '!' : ''}`);
  }
  return found;
}

const ofText = (text: string): string[] => tokens(editorFor(text).file);

const head = 'plan p: Plan\n';
const headTokens = ['plan keyword', 'p class!'];

test.each<[string, string, readonly string[]]>([
  ['ids', 'outcome safe: Safe\n', ['outcome keyword', 'safe variable!']],
  ['no id', 'action: Do this\n', ['action keyword']],
  [
    'links',
    'priority: X\n  outcomes: safe, lib.well\n',
    ['priority keyword', 'outcomes property', 'safe variable', 'lib class', 'well variable'],
  ],
  ['plans', '  uses: a, b\n', ['uses property', 'a class', 'b class']],
  ['words for ids', 'priority: X\n  lead: The whole team\n', ['priority keyword', 'lead property']],
  ['dates', '  period: 2026-04-01 to 2030\n', ['period property', '2026-04-01 number', '2030 number']],
  [
    'years',
    'measure: M\n  actual 2021/22: 11,902\n',
    ['measure keyword', 'actual property', '2021/22 number', '11,902 number'],
  ],
  [
    'targets',
    'measure: M\n  target: 69% by 2027-Q1\n',
    ['measure keyword', 'target property', '69% number', '2027-Q1 number'],
  ],
  ['money', 'budget: B\n  total: £1.24m\n', ['budget keyword', 'total property', '£1.24m number']],
  ['choices', 'measure: M\n  direction: decrease\n', ['measure keyword', 'direction property', 'decrease enumMember']],
  ['languages', 'priority: X\n  why cy: Achos\n', ['priority keyword', 'why property', 'cy enumMember']],
  [
    'kinds',
    '  numbering: priorities, actions\n',
    ['numbering property', 'priorities enumMember', 'actions enumMember'],
  ],
  ['paths', 'figure: F\n  image: a b.png\n', ['figure keyword', 'image property', 'a b.png string']],
  [
    'prose',
    'section: S\n  text:\n    # No comment 5\n    outcomes: no\n    see [[lib.safe|5]]\n',
    ['section keyword', 'text property', 'lib class', 'safe variable'],
  ],
  [
    'comments',
    '# One\n  # Two \nsection: S\n  text:\n    Words\n  # Three\n    more\n# Four',
    ['# One comment', '# Two comment', 'section keyword', 'text property', '# Three comment', '# Four comment'],
  ],
  ['a key that is a kind elsewhere', 'statistic: S\n  value: 5\n', ['statistic keyword', 'value property']],
  ['an unknown key', 'nonsense: S\n', []],
  ['a title with a link', 'section: See [[safe]]\n', ['section keyword', 'safe variable']],
  [
    'lines that go on',
    'priority: X\n  outcomes: a,\n    # no\n    b\n',
    ['priority keyword', 'outcomes property', 'a variable', '# no comment', 'b variable'],
  ],
  [
    'emoji and CRLF',
    'outcome ŵy: 😀 [[a]]\r\n  tags: 🙂\r\n',
    ['outcome keyword', 'ŵy variable!', 'a variable', 'tags property'],
  ],
])('%s', (_, text, expected) => {
  expect(ofText(head + text)).toEqual([...headTokens, ...expected]);
});

test('in Welsh', () => {
  expect(ofText('# language: cy\ncynllun p: C\n\nblaenoriaeth a: A\n  canlyniadau: o\n')).toEqual([
    '# language: cy comment',
    'cynllun keyword',
    'p class!',
    'blaenoriaeth keyword',
    'a variable!',
    'canlyniadau property',
    'o variable',
  ]);
});

test('a range has the tokens on its lines', () => {
  const text = `${head}\noutcome a: A\n‸  goals: g\n  source: ‸S\noutcome b: B\n`;
  const { file, positions } = editorFor(text);
  const [start, end] = positions;
  if (!start || !end) throw new Error('no marks');
  expect(tokens(file, { start, end })).toEqual(['goals property', 'g variable', 'source property']);
});

test('tokens of samples are in order, whole and without end', () => {
  for (const text of ['', '\n', '# only a comment', ...Object.values(samples)]) {
    const found = ofText(text);
    expect(ofText(text.replace(/\r?\n/g, '\r\n'))).toEqual(found);
  }
});

test('an edit to the numbers gives the numbers of now', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3)), fc.array(fc.nat(3)), (before, now) => {
      const after = [...before];
      for (const { start, deleteCount, data } of tokenEdits(before, now)) after.splice(start, deleteCount, ...data);
      expect(after).toEqual(now);
    }),
  );
  expect(tokenEdits([1, 2, 3], [1, 2, 3])).toEqual([]);
});

test('the tokens after an edit are those of the text as a whole', () => {
  const { engine, file } = editorFor(samples['samples/first-plan/first-plan.plan'] ?? '');
  semanticTokens(file);
  for (const [start, text] of [
    [0, '# One\n'],
    [400, ':'],
    [900, '\noutcome x: X\n  '],
    [1200, '    '],
  ] as const) {
    engine.change(file.path, { start, end: start + 3, text });
    engine.update();
    expect(semanticTokens(file)).toEqual(semanticTokens(editorFor(file.tree.text).file));
  }
});
