import { expect, test } from 'vitest';
import { pdfReaderApart } from '../../../server/src/disk/pdf-reader/pdf-reader.ts';
import type { Source } from '../../../server/src/importers/source.ts';
import { shown } from './blocks.ts';
import { lines, makePdf } from './make-pdf.ts';

const words = lines(60, 300, ['The plan is for everybody who lives here.']);
const options = { name: 'plan.pdf', changes: 'taken' } as const;
const limits = { page: 20, whole: 60, memory: 1024 ** 3 };

test('a PDF is read in a process of its own', async () => {
  const told: number[] = [];
  const progress = (done: number): void => void told.push(done);
  const source = await pdfReaderApart(limits).read(makePdf({ pages: [words, words] }), { ...options, progress });
  expect((source as Source).blocks.map(shown)).toEqual(Array(2).fill('The plan is for everybody who lives here.'));
  expect(told).toEqual([1, 2]);
});

test('faults come back as they are', async () => {
  await expect(pdfReaderApart(limits).read(new Uint8Array([1]), options)).rejects.toThrow(
    /^This PDF is broken: its beginning/,
  );
});

test('what takes too long, or too much, or is not wanted any more, is ended', async () => {
  const pdf = makePdf({ pages: [words] });
  await Promise.all([
    expect(pdfReaderApart({ ...limits, page: 0.001 }).read(pdf, options)).rejects.toThrow(/takes too long/),
    expect(pdfReaderApart({ ...limits, memory: 64 * 1024 ** 2 }).read(pdf, options)).rejects.toThrow(/64 MB of memory/),
    expect(pdfReaderApart(limits).read(pdf, { ...options, signal: AbortSignal.timeout(1) })).rejects.toThrow(
      /timeout/i,
    ),
  ]);
});
