import { describe, expect, test } from 'vitest';
import { markOf, sentencesOf } from '../../../server/src/importers/mending/sentences.ts';
import { beginningOf, isFragment, isSentence } from '../../../server/src/importers/mending/starters.ts';

const texts: readonly (readonly [text: string, sentences: readonly string[]])[] = [
  ['One. Two? Three! Four', ['One.', 'Two?', 'Three!', 'Four']],
  ['My aim is to: Help all. Meet often.', ['My aim is to:', 'Help all.', 'Meet often.']],
  [
    'We met Sgt. Jones and Dr. Ali of St. Ives. They spoke.',
    ['We met Sgt. Jones and Dr. Ali of St. Ives.', 'They spoke.'],
  ],
  ['We do: i. This one. ii. That one. Then we rest.', ['We do:', 'i. This one.', 'ii. That one.', 'Then we rest.']],
  ['It is 4.5 per cent, e.g. of tax. “Good.” Bad.', ['It is 4.5 per cent, e.g. of tax.', '“Good.”', 'Bad.']],
];

test.each(texts)('%s', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test('marks within a text', () => {
  expect(markOf('iv. Four')).toEqual({ mark: 'iv.', rest: 'Four' });
  expect(markOf('(b) Two')).toEqual({ mark: '(b)', rest: 'Two' });
  expect(markOf('12. Twelve')).toEqual({ mark: '12.', rest: 'Twelve' });
  expect(markOf('We. Then')).toBeUndefined();
});

describe('how points begin', () => {
  test.each([
    ['Support people', 'verb'],
    ['Planning homes', 'doing'],
    ['Actively working with all', 'doing'],
    ['To help people', 'to'],
    ['How safe are you?', 'question'],
    ['Are good at it', 'being'],
    ['The plan', 'prose'],
    ['Better homes', 'noun'],
    ['Speed, drink and phones', 'noun'],
  ])('%s: %s', (text, beginning) => {
    expect(beginningOf(text)).toBe(beginning);
  });

  test.each([
    ['Tackling fraud is vital to us all.', true],
    ['Increasing confidence will help.', true],
    ['Working with those who are at risk of harm', false],
    ['Working with the court, ensure victims are heard', false],
    ['Research shows that it works.', true],
    ['To do so, we will meet.', true],
    ['To work with all', false],
  ])('%s: a sentence of prose: %s', (text, expected) => {
    expect(isSentence(text)).toBe(expected);
  });

  test('points of a few words', () => {
    expect(isFragment('With shared heritage.')).toBe(true);
    expect(isFragment('The plan is here.')).toBe(false);
  });
});
