import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../../../server/src/importers/readers/text/read-text.ts';
import { wordsOfBlock } from '../../../server/src/importers/words.ts';

/** Letters and figures alone: mends put in and take out nothing but spaces and hyphens. */
const lettersOf = (text: string): string => (text.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? []).join('');

/** Every letter of a source, sorted: blocks of columns that ran together stand in another order. */
const sorted = (text: string): string => [...lettersOf(text)].sort().join('');

function keptBy(text: string): string {
  const { blocks, removed } = readText(text);
  const words = blocks.map((block) =>
    wordsOfBlock(block.type === 'point' && block.mark === '•' ? { ...block, mark: '' } : block),
  );
  return sorted([...words, ...removed.flatMap(({ words, times }) => Array<string>(times).fill(words))].join('\n'));
}

const line = fc.oneof(
  fc.constantFrom(
    '# Plan',
    '**Aims**',
    'PRIORITY 1',
    'SAFER ROADS FOR ALL',
    'WHAT WILL WE DO?',
    'How we will do it:',
    '- A point of',
    '1. First',
    'a) Then',
    'iv. Four',
    '12,730',
    'VISITS MADE',
    'Contents',
    'Our aims ...... 3',
    'Page 4',
    '17',
    'EGRATION',
    'INTEGRATION',
    'DRAFT',
    'A\tB\tC',
    '\tB',
    '| a | b |',
    '|---|---|',
    'Name      2024     2028',
    'and more of the same',
    'We waselected by thepeople of the town.And then we met.',
    'More information',
    '\f',
    '',
    '   ',
    '> said',
    'The 3 <sup>rd</sup> of *all* and __none__ [here](#)',
    'well-',
    'being for all,',
    'Town Plan 2021-2024',
    'Town Plan 2021-20249',
  ),
  fc.lorem({ maxCount: 12 }),
  fc.string({ maxLength: 40 }).map((text) => text.replace(/[<&\\]/g, '')),
);

/** What tags and attributes say is not words. */
const withoutTags = (text: string): string => text.replace(/<\/?[a-z]{1,4}>/g, '');

test('no letter is lost, and none is new', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const text = lines.join('\n');
      expect(keptBy(text)).toBe(sorted(withoutTags(text)));
    }),
    { numRuns: 150 },
  );
});

test('no letter is lost of pages that are one line', () => {
  const piece = fc.constantFrom(
    'WHAT WILL WE DO?',
    'WHY IS THIS A PRIORITY?',
    'SAFER ROADS',
    'KEY PERFORMANCE QUESTIONS',
    ' Support people who',
    'of the town',
    'to mend the roads.',
    'We waselected',
    'How safe are you? ',
    '3',
    'Town Plan 2021-2024',
    ' Communities are safe',
    'thecouncil and itspartners.',
    'My aim is to:',
    'Work with all. ',
    'i. One thing. ',
    'ii. Another. ',
    'Value for Money',
    'The council',
  );
  const page = fc.array(piece, { minLength: 30, maxLength: 80 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 5 }), (pages) => {
      const text = pages.join('\n\n');
      expect(keptBy(text)).toBe(sorted(text));
    }),
    { numRuns: 40 },
  );
});

/** One thing over and over. */
const hostile = [
  'a',
  'thepeople ',
  '**a ',
  '[a](',
  '<b>',
  '&',
  'a\t',
  '- a\n',
  '1. ',
  '\f',
  'x. A ',
  'i. a ii. b ',
  'A AND B? ',
  'How are we? ',
  '[^a] ',
  'a b c: The Way ',
  'T ..... 5\n',
  '(',
  '“a” ',
  'aB',
];

test.each(hostile)('bounded: %j over and over', (piece) => {
  const begun = performance.now();
  readText(piece.repeat(Math.ceil(60_000 / piece.length)));
  expect(performance.now() - begun).toBeLessThan(3000);
});
