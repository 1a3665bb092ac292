import { expect, test } from 'vitest';
import { hasCapitals, hasFigureBehind, signsOf } from '../../server/src/checks/signs.ts';

test('four capitals in a row are found wherever they stand', () => {
  for (const capitals of ['ABCD', 'ÉŴÂÔ'])
    for (let before = 0; before < 9; before++)
      for (let after = 0; after < 9; after++) {
        const text = 'a'.repeat(before) + capitals + 'a'.repeat(after);
        expect(hasCapitals(text, 4)).toBe(true);
        expect(hasCapitals(text.replace(capitals, capitals.slice(1)), 4)).toBe(false);
      }
});

test('words with a capital and figures that stand alone are found in one pass', () => {
  expect(signsOf('Priority 12: the North-East in CO2, see Éire')).toEqual({
    capitals: [0, 17, 23, 31, 40],
    figures: [9],
    mayLink: false,
    mayAbbreviate: true,
  });
  expect(signsOf('in Ashmere and Bryn Glas').mayAbbreviate).toBe(false);
});

test('signs of links, of code and of addresses are seen', () => {
  const mayLink = (text: string): boolean => signsOf(text).mayLink;
  for (const text of ['see [[homes]]', '`code`', 'a@example.org', 'http://example.org', 'go to www.example.org'])
    expect(mayLink(text)).toBe(true);
  for (const text of ['', 'www', 'see: homes // parks', 'ww.example.org', '.']) expect(mayLink(text)).toBe(false);
});

test('a word right before figures is one of those that are looked for', () => {
  const has = (text: string): boolean => hasFigureBehind(text, signsOf(text), new Set(['priority', 'no']));
  for (const text of ['Priority 3', 'see priority: 3', 'priority no. 3', 'In 2026 PRIORITY 3'])
    expect(has(text)).toBe(true);
  for (const text of ['3 priority', 'priority3', 'priority of 3', 'minority 3']) expect(has(text)).toBe(false);
});
