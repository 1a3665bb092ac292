import { patchDocument } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { describe, expect, test } from 'vitest';
import { documentDocx } from '../../server/src/documents/docx/docx.ts';
import { editionOf, sampleEditions } from './editions.ts';
import { readDocx } from './read-docx.ts';

/** The numbers of the pages in the contents of a document. */
const pagesIn = (bytes: Uint8Array): number[] =>
  readDocx(bytes).paragraphs.flatMap(({ style, words }) =>
    /^TOC\d$/.test(style) ? [Number(/(\d+)$/.exec(words)?.[1] ?? Number.NaN)] : [],
  );

/** The same document, its pages counted by a program that lays it out as Word does. */
const laidOut = (data: Uint8Array): Promise<Uint8Array> =>
  patchDocument({
    outputType: 'uint8array',
    data,
    patches: {},
    pageNumbers: estimatePageNumbersWith({ guess: true }),
  });

describe.each(sampleEditions)(
  '%s',
  async (_, edition) => {
    const bytes = await documentDocx(edition);

    test('its contents name the pages on which chapters stand, as Word would', async () => {
      const [own, theirs] = [pagesIn(bytes), pagesIn(await laidOut(bytes))];
      expect(own).toHaveLength(theirs.length);
      expect(own).toEqual([...own].sort((a, b) => a - b));
      expect(theirs.filter((page, index) => Math.abs(page - (own[index] ?? 0)) > 1)).toEqual([]);
      const same = theirs.filter((page, index) => page === own[index]);
      expect(same.length / theirs.length).toBeGreaterThan(0.9);
    });
  },
  120_000,
);

test('a word of a thousand letters, and a thousand headings in a row, take no time', async () => {
  const long = `plan p: ${'a'.repeat(5_000)}\n`;
  const many = Array.from({ length: 1_000 }, (_, index) => `section s${index}: Heading ${index}\n`).join('\n');
  const began = process.cpuUsage();
  const bytes = await documentDocx(editionOf(`${long}\n${many}`));
  expect(readDocx(bytes).words).toContain('Heading 999');
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(5_000);
}, 60_000);

test('a cover of a title alone, and contents behind it, are pages of their own', async () => {
  const plan = 'plan p: The plan\n\nsection a: First\n\nsection b: Second\n\nsection c: Third\n\nsection d: Fourth\n';
  const bytes = await documentDocx(editionOf(plan));
  expect(pagesIn(bytes)).toEqual(pagesIn(await laidOut(bytes)));
});
