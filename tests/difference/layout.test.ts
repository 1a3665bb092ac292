import { expect, test } from 'vitest';
import { withoutLayout } from '../../server/src/difference/layout.ts';

test.each([
  ['lines of a paragraph', 'one two\nthree\nfour', 'one\ntwo three four'],
  ['spaces at their ends', 'one \ntwo', 'one\ntwo '],
  ['how lines end', 'one\r\ntwo\r\n\r\nthree', 'one\ntwo\n\nthree'],
  ['how many lines are empty', 'one\n\n\n\ntwo\n\n', 'one\n\ntwo'],
  ['lines of a point', '- one\n  two\n- three', '- one two\n- three'],
  ['lines of a quote’s paragraph behind it', 'one\n\n> two', 'one\n\n\n> two'],
  ['how a table is filled up', '| a | b |\n|---|--:|\n| 1 | 2 |', '| a   |  b |\n|:----|---:|\n|1    |  2 |'],
  ['a pipe in a cell', '| a \\| b | c |', '|a \\| b|  c |'],
  ['spaces that keep words together', 'one two', 'one\u00a0two'],
  ['two spaces between sentences', 'One. Two', 'One.  Two'],
  ['what Word leaves behind', 'one two three', 'o\u00adne\u200b two\u202fthree\u2028'],
])('%s make no difference', (_, one, other) => {
  expect(withoutLayout(one)).toBe(withoutLayout(other));
});

test.each([
  ['a paragraph that ends', 'one\ntwo', 'one\n\ntwo'],
  ['a point', 'one\n- two', 'one - two'],
  ['a numbered point', 'one\n2. two', 'one 2. two'],
  ['a point below another', '- one\n  - two', '- one\n- two'],
  ['a heading', '## one\ntwo', '## one two'],
  ['a row', '| a | b |\n|---|---|\n| 1 | 2 |', '| a | b |\n|---|---|\n| 1 | 3 |'],
  ['which way a column is set', '| a |\n|---|\n| 1 |', '| a |\n|--:|\n| 1 |'],
  ['a line that is broken on purpose', 'one  \ntwo', 'one\ntwo'],
  ['a line that is broken with a backslash', 'one\\\ntwo', 'one\ntwo'],
  ['lines of code', '```\none\ntwo\n```', '```\none two\n```'],
  ['spaces in code', '```\none\n  two\n```', '```\none\ntwo\n```'],
  ['a note', 'one[^1]\n\n[^1]: two', 'one[^1]\n\n[^1]: three'],
])('%s does', (_, one, other) => {
  expect(withoutLayout(one)).not.toBe(withoutLayout(other));
});
