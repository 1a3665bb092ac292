import { describe, expect, test } from 'vitest';
import { divisionOf, divisions } from '../../../server/src/importers/reading/divisions.ts';
import { phrases } from '../../../server/src/importers/reading/phrases.ts';
import { roleOf } from '../../../server/src/importers/reading/role-of.ts';
import { stemOf } from '../../../server/src/importers/reading/stem-of.ts';
import { stems } from '../../../server/src/importers/reading/stems.ts';

describe('headings of plans', () => {
  for (const { role, language, examples, others = [] } of phrases) {
    test.each(examples)(`${role}, ${language}: %s`, (heading) => expect(roleOf(heading)).toBe(role));
    if (others.length > 0)
      test.each(others)(`not ${role}, ${language}: %s`, (heading) => expect(roleOf(heading)).not.toBe(role));
  }
});

describe('words that lead in a list', () => {
  for (const { role, examples, others = [] } of stems) {
    test.each(examples)(`${role}: %s`, (words) => expect(stemOf(words)).toBe(role));
    if (others.length > 0) test.each(others)(`not ${role}: %s`, (words) => expect(stemOf(words)).not.toBe(role));
  }
});

describe('divisions of plans', () => {
  for (const { kind, examples } of divisions)
    test.each(examples)(`${kind}: %s`, (heading, title) => expect(divisionOf(heading)).toMatchObject({ kind, title }));
  test.each([
    'Priority is given to schools',
    'Goal of the year',
    'Aim a little higher',
    'Theme park',
    'Objective evidence',
  ])('no division: %s', (heading) => expect(divisionOf(heading)).toBeUndefined());
});
