import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeDocument } from '../../server/src/documents/edition/annex.ts';
import type { Edition } from '../../server/src/documents/edition/edition.ts';
import { metadataOf } from '../../server/src/documents/edition/metadata.ts';
import { FormatFault } from '../../server/src/documents/format-fault.ts';
import { sheetOf } from '../../server/src/documents/pdf/document.ts';
import { pdfFiles } from '../../server/src/documents/pdf/files.ts';
import type { Sheet } from '../../server/src/documents/pdf/sheet.ts';
import { printedLine, spoken } from '../../server/src/documents/pdf/text.ts';
import type { Theme } from '../../server/src/documents/theme/theme.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import { anyFlow } from './any-tree.ts';
import { editionOf, hostileEditions, sampleEditions } from './editions.ts';
import { noMetadata, packed, type ReadSheet, readSheet } from './read-sheet.ts';

const options = { language: 'en', picture: () => undefined, anchorOf: () => undefined };

/** The sheet of a document of some pieces. */
const sheetIn = (flow: readonly Flow[], theme?: Theme): Sheet =>
  sheetOf(
    { title: 'A plan', blocks: [{ key: 'k', role: 'x', depth: 0, flow }], annex: [] },
    noMetadata,
    options,
    theme,
  );

const readIn = (flow: readonly Flow[]): ReadSheet => readSheet(sheetIn(flow).data);

function readEdition(edition: Edition): ReadSheet {
  const whole = wholeDocument(edition);
  const given = { ...options, language: edition.language, anchorOf: whole.anchorOf };
  return readSheet(sheetOf(whole, metadataOf(edition, whole), given, undefined).data);
}

/** What the typesetter refuses: a way to nowhere, a name twice, a heading that is left out, a picture without words. */
function expectSound({ pieces, ids, ways, depth }: ReadSheet): void {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ways.filter((way) => !ids.includes(way))).toEqual([]);
  const levels = pieces.flatMap(({ t, level }) => (t === 'heading' ? [Number(level)] : []));
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1 || level > 6)).toEqual([]);
  const pictures = pieces.filter(({ t }) => t === 'figure' || t === 'image');
  expect(pictures.filter(({ alt }) => !String(alt).trim())).toEqual([]);
  expect(depth).toBeLessThan(16);
}

/** The texts in a piece of a document. */
function textsIn(piece: unknown): string[] {
  const texts: string[] = [];
  JSON.stringify(piece, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}

describe.each([...sampleEditions, ...hostileEditions])('%s', (_, edition) => {
  test('is a sheet that can be set, with all its words', () => {
    const read = readEdition(edition);
    expectSound(read);
    const { blocks, annex } = wholeDocument(edition);
    // The list of contents is made from the headings.
    const told = [...blocks, ...annex].filter(({ key }) => key !== '_contents');
    const pieces = told.flatMap(({ flow }) => textsIn(flow)).map(packed);
    expect(pieces.filter((piece) => !read.words.includes(piece))).toEqual([]);
  });
});

test('whatever a tree holds becomes a sheet that can be set', () => {
  fc.assert(
    fc.property(anyFlow, (flow) => expectSound(readIn(flow))),
    { numRuns: 300 },
  );
});

test('a thousand levels are no matter', () => {
  let deep: Flow[] = [{ type: 'paragraph', children: [{ type: 'text', text: 'Deep down' }] }];
  for (let level = 0; level < 1000; level++)
    deep = level % 2 ? [{ type: 'list', ordered: true, points: [{ flow: deep }] }] : [{ type: 'quote', flow: deep }];
  const read = readIn(deep);
  expectSound(read);
  expect(read.words).toContain('Deepdown');
});

test('a footnote stands at its first mark; the others lead there', () => {
  const read = readEdition(
    editionOf(`plan p: Plan
section one: One
  text:
    Words[^a] and more[^a].

    | Head[^b] |
    |---|
    | Cell[^b] |

    [^a]: The first note
    [^b]: The second note
`),
  );
  const notes = read.pieces.filter(({ t }) => t === 'note' || t === 'mark');
  // What is in the head of a table comes back on the next page: its footnote waits for another mark, and nothing leads from there.
  expect(notes.map(({ t }) => t)).toEqual(['note', 'mark', 'mark', 'note']);
  expect(notes[1]?.to).toBe(notes[0]?.id);
  expect(notes[2]?.to).toBeUndefined();
});

test('headings follow one another without gaps', () => {
  const heading = (level: number, text: string, anchor: string): Flow => ({
    type: 'heading',
    level,
    anchor,
    children: [{ type: 'text', text }],
  });
  const { pieces } = readIn([
    heading(1, 'Title', 'a'),
    heading(4, 'Deep', 'b'),
    heading(2, 'Two', 'c'),
    heading(1, 'Again', 'd'),
  ]);
  const headings = pieces.filter(({ t }) => t === 'heading' || t === 'title');
  expect(headings.map(({ t, level, isListed }) => [t, level, isListed])).toEqual([
    ['title', undefined, undefined],
    ['heading', 1, false],
    ['heading', 1, false],
    ['heading', 1, false],
  ]);
});

test.each(sampleEditions)('%s: all chapters of the contents are headings that are listed', (_, edition) => {
  const contents = edition.document.blocks.filter(({ key }) => key === '_contents');
  const anchors: string[] = [];
  JSON.stringify(contents, (key, value: unknown) => {
    if (key === 'anchor' && typeof value === 'string' && value !== '_contents') anchors.push(value);
    return value;
  });
  const listed = readEdition(edition).pieces.filter(({ t, isListed }) => t === 'heading' && isListed === true);
  expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(anchors));
});

test('pieces say their language, with the country that plans are written in', () => {
  expect(['cy', 'en', 'en-IE', 'pl', 'zh-Hant-TW', 'no language', undefined].map(spoken)).toEqual([
    { lang: 'cy', region: 'GB' },
    { lang: 'en', region: 'GB' },
    { lang: 'en', region: 'IE' },
    { lang: 'pl' },
    { lang: 'zh', region: 'TW' },
    {},
    {},
  ]);
});

test('words are what may be printed; long ones may be broken', () => {
  expect(printedLine('a\tb\r\nc\u2028d')).toBe('a b c d');
  expect(printedLine('a\u0000\ud800\u009b\u202eb')).toBe('a\ufffd\ufffd\ufffdb');
  expect(printedLine('ŵ ŷ – “Tŷ”')).toBe('ŵ ŷ – “Tŷ”');
  const long = 'x'.repeat(100);
  const address = 'https://example.org/plans/2026/our-borough-plan/warm-homes';
  expect(printedLine(address)).toBe(address);
  expect(printedLine(long).split('\u200b')).toEqual(Array.from({ length: 5 }, () => 'x'.repeat(20)));
});

test('a date is a day that there is; years and months begin with their first', () => {
  const dateOf = (date: string) => {
    const whole = { title: 'A', blocks: [], annex: [] };
    return readSheet(sheetOf(whole, { ...noMetadata, date }, options, undefined).data).data.date;
  };
  expect(['2026', '2026-03', '2026-03-09', '2024-02-29', '2026-02-29', '2026-13-01'].map(dateOf)).toEqual([
    [2026, 1, 1],
    [2026, 3, 1],
    [2026, 3, 9],
    [2024, 2, 29],
    undefined,
    undefined,
  ]);
});

test('a theme gives colours, letters, and what is on the cover', () => {
  const bytes = new Uint8Array([1]);
  const picture = { bytes, type: 'image/png', ending: 'png' };
  const sheet = sheetIn([], {
    colours: { accent: '#7a1f5c' },
    fonts: { headings: { family: 'House', files: [bytes] } },
    logo: { picture, alt: 'Our arms' },
    cover: { look: 'plain' },
  });
  const { theme } = readSheet(sheet.data).data;
  expect(theme).toMatchObject({
    headings: ['House', 'Source Sans 3'],
    text: ['Source Sans 3'],
    look: 'plain',
    logo: { file: '1-picture', format: 'png', alt: 'Our arms' },
  });
  expect(theme.colours.accent).toBe('#7a1f5c');
  expect(sheet.fonts).toEqual([bytes]);
  expect([...sheet.files]).toEqual([['1-picture', bytes]]);
});

test('a table that no page holds is told row by row', () => {
  const row = Array.from({ length: 60 }, (_, index) => ({ children: [{ type: 'text' as const, text: `c${index}` }] }));
  const { pieces, words } = readIn([{ type: 'table', head: [], rows: [row] }]);
  expect(pieces.map(({ t }) => t)).not.toContain('table');
  expect(words).toContain('c58·c59');
});

test('a picture of a sort that PDF does not have is told, and so is where nothing can make PDF', async () => {
  const avif = { bytes: new Uint8Array([0]), type: 'image/avif', ending: 'avif' };
  const plan = 'plan p: Plan\nfigure: Map\n  image: map.avif\n  alt: The map\n';
  const typeset = async () => ({ bytes: new Uint8Array([1]), remarks: ['So.'] });
  const [file] = await pdfFiles(editionOf(plan, { picture: () => avif, typeset }));
  expect(file).toMatchObject({ name: 'p.pdf', content: new Uint8Array([1]) });
  expect(file?.remarks).toEqual([
    'So.',
    'The picture map.avif is of a sort that PDF does not have, and is told in words. Save it as PNG or JPEG.',
  ]);
  await expect(pdfFiles(editionOf(plan))).rejects.toThrow(FormatFault);
});
