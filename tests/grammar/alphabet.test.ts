import { byAlphabet } from '@goldthread/grammar';
import { expect, test } from 'vitest';

const plain = /plain/;
const any = /any/;

test('in a text that counts as plain, the letters and figures are those of ASCII', () => {
  const read = byAlphabet(plain, () => any);
  const wrong: string[] = [];
  for (let code = 0; code < 0x3000; code++) {
    const character = String.fromCharCode(code);
    const isWordSign = /[\p{L}\p{N}\p{M}]/u.test(character);
    if (read(character) === plain && isWordSign !== /[A-Za-z\d]/.test(character)) wrong.push(character);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['Priority 3 – “Safer streets”, the council’s £2m plan …', plain],
  ['', plain],
  ['Ŵyr y môr', any],
  ['the 2² rule', any],
  ['🙂', any],
])('%s', (text, expected) => {
  expect(byAlphabet(plain, () => any)(text)).toBe(expected);
});

test('the expression for any alphabet is made when a text needs it, and once', () => {
  let made = 0;
  const read = byAlphabet(plain, () => {
    made++;
    return any;
  });
  read('plain');
  expect(made).toBe(0);
  read('é');
  read('ê');
  expect(made).toBe(1);
});
