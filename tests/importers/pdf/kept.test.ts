import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordSequence, wordsOfBlock } from '../../../server/src/importers/words.ts';
import { read } from './blocks.ts';
import { type Drawn, makePdf } from './make-pdf.ts';

const word = fc.stringMatching(/^[a-zA-Z]{2,7}$/);

/** Words at any places of a page, with no two over each other. */
const page = fc
  .uniqueArray(
    fc.record({ row: fc.nat(45), column: fc.nat(4), words: fc.array(word, { minLength: 1, maxLength: 2 }) }),
    {
      selector: ({ row, column }) => `${row} ${column}`,
      minLength: 1,
      maxLength: 60,
    },
  )
  .chain((places) =>
    fc.record({
      places: fc.constant(places),
      sizes: fc.array(fc.constantFrom(8, 10, 11), { minLength: places.length, maxLength: places.length }),
      bold: fc.array(fc.boolean(), { minLength: places.length, maxLength: places.length }),
      rules: fc.array(fc.tuple(fc.nat(560), fc.nat(800), fc.nat(300), fc.nat(300)), { maxLength: 12 }),
    }),
  )
  .map(({ places, sizes, bold, rules }): Drawn[] => [
    ...places.map(
      ({ row, column, words }, at): Drawn => ({
        text: words.join(' '),
        x: 25 + column * 112,
        y: 30 + row * 17,
        size: (sizes[at] ?? 11) * 0.9,
        bold: bold[at] === true,
      }),
    ),
    ...rules.map(([x, y, width, high]): Drawn => ({ box: [x, y, width, high] })),
  ]);

test('every word of a page is in the blocks or among what is taken out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), async (pages) => {
      const { blocks, removed } = await read(makePdf({ pages }));
      const found = [
        ...blocks.flatMap((block) => wordSequence(wordsOfBlock(block))),
        ...removed.flatMap(({ words, times }) => Array.from({ length: times }, () => wordSequence(words)).flat()),
      ];
      const wanted = pages.flatMap((drawn) => drawn.flatMap((one) => ('text' in one ? one.text.split(' ') : [])));
      expect(found.sort()).toEqual(wanted.sort());
    }),
    { numRuns: 60 },
  );
});
