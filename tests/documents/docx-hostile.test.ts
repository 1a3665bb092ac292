import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentDocx, writeDocx } from '../../server/src/documents/docx/docx.ts';
import { lookOf } from '../../server/src/documents/docx/styles.ts';
import { BookmarkNames, languageTag, linkAddress } from '../../server/src/documents/docx/text.ts';
import { wholeDocument } from '../../server/src/documents/edition/annex.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import { anyFlow } from './any-tree.ts';
import { hostileEditions } from './editions.ts';
import { packed, readDocx } from './read-docx.ts';

/** The texts in a piece of a document. */
function textsIn(piece: unknown): string[] {
  const texts: string[] = [];
  JSON.stringify(piece, (key, value) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value as unknown;
  });
  return texts;
}

describe.each(hostileEditions)('%s', (_, edition) => {
  test('is XML throughout, has all its words, and links lead where they may', async () => {
    const read = readDocx(await documentDocx(edition));
    const { blocks, annex } = wholeDocument(edition);
    const there = packed(read.words);
    // The contents are made from the headings.
    const told = [...blocks, ...annex].filter(({ key }) => key !== '_contents');
    const pieces = told.flatMap(({ flow }) => textsIn(flow)).map(packed);
    expect(pieces.filter((piece) => !there.includes(piece))).toEqual([]);
    const names = new Set(read.bookmarks);
    expect(new Set(read.bookmarks.map((name) => name.toLowerCase())).size).toBe(read.bookmarks.length);
    expect(read.leads.filter((name) => !names.has(name))).toEqual([]);
    expect(read.addresses.filter((address) => !/^(?:https?:\/\/|mailto:|tel:)/.test(address))).toEqual([]);
    expect([...read.marks].sort()).toEqual(Object.keys(read.notes).sort());
  }, 60_000);
});

const metadata = {
  title: 'A\u0000 & <b>',
  description: undefined,
  language: 'en',
  publisher: undefined,
  creator: '"&\'',
  date: undefined,
  version: undefined,
  status: undefined,
  area: undefined,
  period: undefined,
  identifier: undefined,
};

test('whatever a tree holds becomes a document that is whole', async () => {
  const options = {
    language: 'en',
    picture: () => undefined,
    anchorOf: () => undefined,
    look: lookOf(undefined, undefined),
  };
  await fc.assert(
    fc.asyncProperty(anyFlow, async (document) => {
      const block = { key: 'k', role: 'x', depth: 0, flow: document };
      const whole = { title: metadata.title, blocks: [block], annex: [block] };
      const read = readDocx(await writeDocx(whole, metadata, options));
      const names = new Set(read.bookmarks);
      expect(new Set(read.bookmarks.map((name) => name.toLowerCase())).size).toBe(read.bookmarks.length);
      expect(new Set(read.bookmarkIds).size).toBe(read.bookmarkIds.length);
      expect(read.leads.filter((name) => !names.has(name))).toEqual([]);
      expect([...read.marks].sort()).toEqual(Object.keys(read.notes).sort());
      const body = read.parts['word/document.xml'] ?? '';
      // A cell ends with a paragraph, and so does the body: Word refuses what doesn't.
      expect(body).not.toMatch(/<\/w:tbl><\/w:tc>|<\/w:tbl><w:tbl>|<\/w:tbl><w:sectPr/);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('a thousand levels are no matter', async () => {
  let deep: Flow[] = [{ type: 'paragraph', children: [{ type: 'text', text: 'Deep down' }] }];
  for (let level = 0; level < 1000; level++)
    deep =
      level % 2
        ? [{ type: 'list', ordered: level % 4 === 1, points: [{ flow: deep }] }]
        : [{ type: 'quote', flow: deep }];
  const block = { key: 'k', role: 'x', depth: 0, flow: deep };
  const options = {
    language: 'en',
    picture: () => undefined,
    anchorOf: () => undefined,
    look: lookOf(undefined, undefined),
  };
  const read = readDocx(await writeDocx({ title: 'T', blocks: [block], annex: [] }, metadata, options));
  expect(read.words).toContain('Deep down');
});

test('names of bookmarks are those that Word takes', () => {
  const names = new BookmarkNames();
  const long = 'a'.repeat(60);
  expect(['safe-streets', 'Safe-Streets', '2026', '_Toc1', 'ŵyl', long, long].map((one) => names.of(one))).toEqual([
    'safe_streets',
    'Safe_Streets_2',
    '_2026',
    '__Toc1',
    'ŵyl',
    long.slice(0, 40),
    `${long.slice(0, 38)}_2`,
  ]);
});

test('addresses that Word would refuse are none', () => {
  expect(linkAddress('https://example.org/a b"<>')).toBe('https://example.org/a%20b%22%3C%3E');
  expect(linkAddress('https://[bad')).toBeUndefined();
  expect(linkAddress(`https://example.org/${'a'.repeat(3000)}`)).toBeUndefined();
  expect(linkAddress('mailto:plan@example.org')).toBe('mailto:plan@example.org');
});

test('languages are said as Word says them', () => {
  expect(['cy', 'en', 'pl', 'de-AT', 'no language'].map(languageTag)).toEqual([
    'cy-GB',
    'en-GB',
    'pl',
    'de-AT',
    undefined,
  ]);
});
