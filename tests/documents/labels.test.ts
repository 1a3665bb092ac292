import { fields, kinds } from '@goldthread/grammar';
import { expect, test } from 'vitest';
import { headings, Labels, names } from '../../server/src/documents/labels.ts';

const labels = (own: readonly (readonly [string, string])[], language: 'en' | 'cy' = 'en', isOwn = true): Labels =>
  new Labels(own, language, isOwn);

test('every word of the tables is one of the vocabulary', () => {
  const known = new Set([...fields.map(({ key }) => key), ...kinds.flatMap(({ key, plural }) => [key, plural])]);
  for (const key of [...Object.keys(headings), ...Object.keys(names)])
    for (const word of key.split('.')) expect(known, key).toContain(word);
});

test('every field has a name and every list a heading, or none on purpose, in both languages', () => {
  for (const language of ['en', 'cy'] as const) {
    for (const field of fields) expect(labels([], language).name(field)).toMatch(/^\p{Lu}/u);
    for (const { plural } of kinds)
      if (headings[plural] !== null) expect(labels([], language).heading(plural)).toMatch(/^\p{Lu}/u);
  }
});

test('the plan’s words come first, the first of several counts', () => {
  const own = labels([
    ['why', 'Why now?'],
    ['why', 'Later'],
    ['actions', 'none'],
  ]);
  expect(own.heading('why')).toBe('Why now?');
  expect(own.heading('actions')).toBeUndefined();
  expect(own.heading('outcomes')).toBe('What outcomes do we want?');
  expect(own.heading('text')).toBeUndefined();
});

test('labels may be for Welsh words', () => {
  const own = labels([
    ['pam', 'Pam nawr?'],
    ['gweithredoedd', 'Beth'],
  ]);
  expect(own.heading('why')).toBe('Pam nawr?');
  expect(own.heading('actions')).toBe('Beth');
});

test('in another language only what prints nothing counts', () => {
  const other = labels(
    [
      ['why', 'Why now?'],
      ['actions', 'none'],
    ],
    'cy',
    false,
  );
  expect(other.heading('why')).toBe('Pam mae hon yn flaenoriaeth?');
  expect(other.heading('actions')).toBeUndefined();
});
