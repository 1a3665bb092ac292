import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atLineStart,
  escaped,
  likeness,
  likenessOfLetters,
  plainWords,
  tidy,
  wordSequence,
  wordsOfBlock,
} from '../../server/src/importers/words.ts';

describe('words of a line', () => {
  test.each([
    ['nothing to take away', 'nothing to take away'],
    ['**Key** _action_ ~~old~~', 'Key action old'],
    ['see [the *annex*](#a) and [site](https://a.example/b_(c) "title")', 'see the annex and site'],
    ['![A map](map.png) of it', 'A map of it'],
    ['as found[^3], and[^a-b] then', 'as found, and then'],
    ['first\\\nsecond', 'first second'],
    ['\\[draft\\] 3 \\* 4 \\_x\\_ \\<b> \\&amp;', '[draft] 3 * 4 _x_ <b> &amp;'],
    ['run `a *b*`', 'run a *b*'],
    ['5 * 3 and Name: ____ x', '5 * 3 and Name: ____ x'],
    ['<https://a.example/> or <a@b.example>', 'https://a.example/ or a@b.example'],
    ['snake_case stays', 'snake_case stays'],
    ['[unclosed and `unclosed', '[unclosed and `unclosed'],
  ])('%s', (markdown, words) => expect(plainWords(markdown)).toBe(words));

  test('what is escaped is read back as it was', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1 *_`~[]()<>!&;#^\\|.-\u200b\u00a0é'), maxLength: 30 });
    fc.assert(
      fc.property(text, (words) => {
        expect(plainWords(escaped(words))).toBe(tidy(words).trim());
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['1. Prevent crime', '1\\. Prevent crime'],
    ['2021) x', '2021\\) x'],
    ['- a', '\\- a'],
    ['# a', '\\# a'],
    ['1.2 Title', '1.2 Title'],
    ['one\\\n--- two', 'one\\\n\\--- two'],
    ['plain', 'plain'],
  ])('at the start of a line: %s', (line, written) => {
    expect(atLineStart(line)).toBe(written);
    expect(plainWords(atLineStart(line))).toBe(plainWords(line));
  });

  test('a long line of one mark is read in a moment', () => {
    for (const piece of ['[a](', '**', '`', '<', '[^', '![', 'word ', '\\', '_a_', '~~', '](a', '](a "', '](<']) {
      const start = performance.now();
      plainWords(piece.repeat(200_000 / piece.length));
      expect([piece, performance.now() - start < 2000]).toEqual([piece, true]);
    }
  });
});

test.each([
  ['Don’t – stop', ['Don', 't', 'stop']],
  ['e\u0301te\u0301 été', ['été', 'été']],
  ['m² of soft\u00adhyphen', ['m2', 'of', 'softhyphen']],
  ['12,730 (8%)', ['12', '730', '8']],
  ['', []],
])('the sequence of words of %s', (text, words) => expect(wordSequence(text)).toEqual(words));

test('all words of a block', () => {
  const spot = {};
  expect(wordsOfBlock({ type: 'point', spot, depth: 0, mark: '1.1.', text: '**Open** it' })).toBe('1.1. Open it');
  expect(wordsOfBlock({ type: 'quotation', spot, text: 'We will', by: 'A. Reed' })).toBe('We will\nA. Reed');
  expect(wordsOfBlock({ type: 'table', spot, caption: 'C', head: [['a', '*b*']], rows: [['1', '']] })).toBe(
    'C\na\nb\n1',
  );
});

describe('likeness', () => {
  test('of words', () => {
    expect(likeness('Communities are safe', 'communities ARE safe.')).toBe(1);
    expect(likeness('Communities are safe', 'Trust in the service')).toBe(0);
    expect(likeness('', '')).toBe(0);
  });

  test('of letters, where spaces are lost', () => {
    expect(likenessOfLetters('Communities are safe', 'Communitiesare safe')).toBe(1);
    expect(likenessOfLetters('Victims feel supported', 'Victims and the vulnerable feel supported')).toBeGreaterThan(
      0.6,
    );
    expect(likenessOfLetters('Communities are safe', 'Value for money everywhere')).toBeLessThan(0.3);
    expect(likenessOfLetters('ab', 'ab')).toBe(1);
  });
});
