import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../server/src/reporters/display-width.ts';
import { excerpt } from '../../server/src/reporters/excerpt.ts';
import { shortened, wrapped } from '../../server/src/reporters/wrap.ts';

test.each([
  ['plain words', 11],
  ['Łódź', 4],
  ['e\u0301', 1],
  ['日本語', 6],
  ['한국', 4],
  ['🌱', 2],
  ['👩‍👩‍👧', 2],
  ['🇬🇧', 2],
  ['❤️', 2],
  ['a\u200Bb', 2],
  ['–…“”', 4],
  ['', 0],
])('%s takes the columns that a terminal gives it', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

describe('an excerpt marks the fault', () => {
  /** The excerpt of a line in which square brackets stand around the fault. */
  function shown(marked: string, width = 40): string[] {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const { text, marks } = excerpt(marked.replace('[', '').replace(']', ''), start, end, width);
    return [text, marks];
  }

  test.each([
    ['at the start', '[outcom] safe: x', ['outcom safe: x', '^^^^^^']],
    ['behind tabs', '\t [outcom]', ['   outcom', '   ^^^^^^']],
    ['behind a tab at an odd column', 'a\t[b]', ['a b', '  ^']],
    ['behind wide letters', '日本 [outcom]', ['日本 outcom', '     ^^^^^^']],
    ['in wide letters', 'a [日本] b', ['a 日本 b', '  ^^^^']],
    ['behind joined emoji', '👩‍👩‍👧 [x]', ['👩‍👩‍👧 x', '   ^']],
    ['behind combining marks', 'e\u0301e\u0301 [x]', ['e\u0301e\u0301 x', '   ^']],
    ['of no length', 'abc[]def', ['abcdef', '   ^']],
    ['behind the last letter', 'abc[]', ['abc', '   ^']],
    ['that cannot be seen', 'a[\u200B]b', ['a·b', ' ^']],
    ['in an empty line', '[]', ['', '^']],
  ])('%s', (_, marked, expected) => {
    expect(shown(marked)).toEqual(expected);
  });

  test('in a long line, cut on both sides', () => {
    const [text = '', marks = ''] = shown(`${'before '.repeat(30)}[fault]${' after'.repeat(30)}`);
    expect(displayWidth(text)).toBeLessThanOrEqual(40);
    expect(text).toMatch(/^….*fault.*…$/);
    expect(text.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('fault');
  });

  test('that is longer than there is room for', () => {
    const [text = '', marks = ''] = shown(`[${'fault '.repeat(50)}]`);
    expect(displayWidth(text)).toBeLessThanOrEqual(40);
    expect(marks.length).toBeLessThanOrEqual(40);
    expect(marks).toMatch(/^\^+$/);
  });

  test('of a line of any length in no time', () => {
    const line = '👩‍👩‍👧'.repeat(200_000);
    const began = performance.now();
    excerpt(line, 800_000, 800_008, 80);
    expect(performance.now() - began).toBeLessThan(200);
  });
});

test('text is broken between words; a word that is too long is cut', () => {
  expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapped('日本語日本語 x', 6)).toEqual(['日本語', '日本語', 'x']);
  expect(wrapped('', 5)).toEqual([]);
});

test('text is shortened to what there is room for', () => {
  expect(shortened('one two three', 8)).toBe('one two…');
  expect(shortened('日本語', 5)).toBe('日本…');
  expect(shortened('short', 5)).toBe('short');
});
