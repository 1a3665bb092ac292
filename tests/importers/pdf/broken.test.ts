import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { pdfReader } from '../../../server/src/importers/readers/pdf/pdf.ts';
import { blocks, read } from './blocks.ts';
import { type Drawn, lines, type MadePdf, makePdf } from './make-pdf.ts';

const words = lines(60, 100, ['The plan is for everybody who lives here, and for those who come', 'to see it.']);
const wordsRead = 'The plan is for everybody who lives here, and for those who come to see it.';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** What can't be read, and what is said. */
const faults: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['an empty file', new Uint8Array(), /is broken/],
  ['another format', bytesOf('PK\x03\x04 and so on'), /is broken/],
  ['the first bytes of one', makePdf({ pages: [words] }).slice(0, 40), /is broken/],
  ['no words', makePdf({ pages: [[{ box: [10, 10, 500, 700] }]] }), /is a picture of pages.*OCR/],
  ['no pages', makePdf({ pages: [] }), /is broken|is a picture/],
  [
    'a password',
    makePdf({
      pages: [words],
      objects: {
        100: `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
      },
      catalogue: '',
    }),
    /opens with a password/,
  ],
];

test.each(faults)('%s', async (name, bytes, fault) => {
  const given =
    name === 'a password'
      ? bytesOf(textOf(bytes).replace('/Info 5 0 R', '/Info 5 0 R /Encrypt 100 0 R /ID [<00> <00>]'))
      : bytes;
  await expect(read(given)).rejects.toThrow(fault);
  await expect(read(given)).rejects.toHaveProperty('name', 'ImportFault');
});

/** What is damaged or made to do harm, and is read all the same. */
const harmless: readonly (readonly [string, Uint8Array])[] = [
  ['no table of objects', withoutTable()],
  ['bytes before it', bytesOf(`a line of a mail\n${textOf(makePdf({ pages: [words] }))}`)],
  ['a tree of pages that holds itself', cyclic()],
  [
    'a number of pages that is not so',
    bytesOf(textOf(makePdf({ pages: [words] })).replace('/Count 1 ', '/Count 999999 ')),
  ],
  [
    'a tree of tags that holds itself',
    makePdf({
      pages: [words],
      catalogue: '/MarkInfo << /Marked true >> /StructTreeRoot 100 0 R',
      objects: { 100: '<< /Type /StructTreeRoot /K 101 0 R >>', 101: '<< /S /Sect /P 101 0 R /K [101 0 R] >>' },
    }),
  ],
  [
    'bookmarks that go round',
    makePdf({
      pages: [words],
      catalogue: '/Outlines 100 0 R',
      objects: { 100: '<< /First 101 0 R >>', 101: '<< /Title (One) /Next 101 0 R /First 101 0 R >>' },
    }),
  ],
  ['a script', makePdf({ pages: [words], catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })],
  [
    'a font with a program in it',
    makePdf({
      pages: [words],
      font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontMatrix [1 2 3 4 5 \\(0\\); process.exit(1)] >>',
    }),
  ],
  ['states that are never given back', padded('q '.repeat(1_500))],
  ['ends of what never began', padded('Q EMC ET '.repeat(500))],
];

function withoutTable(): Uint8Array {
  const made = textOf(makePdf({ pages: [words] }));
  return bytesOf(made.slice(0, made.indexOf('xref\n')) + made.slice(made.indexOf('trailer')));
}

function cyclic(): Uint8Array {
  const made = textOf(makePdf({ pages: [words] }));
  return bytesOf(made.replace('/Kids [10 0 R]', '/Kids [10 0 R 2 0 R]').replace('/Count 1', '/Count 3'));
}

/** A page with something painted before its words. */
function padded(before: string): Uint8Array {
  const made = textOf(makePdf({ pages: [words] }));
  return bytesOf(
    made.replace(
      /<< \/Length (\d+) >>\nstream\n/,
      (_, length) => `<< /Length ${Number(length) + before.length} >>\nstream\n${before}`,
    ),
  );
}

test.each(harmless)('%s is read', async (_, bytes) => {
  expect(await blocks(bytes)).toEqual([wordsRead]);
});

test('is known by its first bytes', () => {
  expect(pdfReader.recognises(makePdf({ pages: [] }))).toBe(true);
  expect(pdfReader.recognises(bytesOf('A plan about %PDF'))).toBe(false);
  expect(pdfReader.recognises(new Uint8Array())).toBe(false);
});

/** Things that are read and of which something is said. */
const doubtful: readonly (readonly [string, MadePdf, readonly string[], RegExp])[] = [
  [
    'words that are not painted',
    { pages: [[...words, { text: 'nobody sees this', x: 60, y: 200, mode: 3 }]] },
    [wordsRead, 'nobody sees this'],
    /^wording: Words on page 1 can’t be seen there, and are kept: “nobody sees this”/,
  ],
  [
    'words beside the page',
    { pages: [[...words, { text: 'outside', x: 800, y: 200 }]] },
    [wordsRead, 'outside'],
    /^wording: .*“outside”/,
  ],
  [
    'words that a machine recognised',
    { pages: [words.map((one): Drawn => ({ ...one, mode: 3 }))] },
    [wordsRead],
    /^wording: .*recognised by a machine/,
  ],
  [
    'letters without names',
    {
      pages: [
        [
          { text: 'abcdef', x: 60, y: 100 },
          { text: 'And words.', x: 60, y: 300, bold: true },
        ],
      ],
      font: '<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FirstChar 97 /LastChar 102 /Widths [500 500 500 500 500 500] /Encoding << /Type /Encoding /Differences [97 /g1 /g2 /g3 /g4 /g5 /g6] >> /ToUnicode 100 0 R >>',
      objects: { 100: toUnicode() },
    },
    ['\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 'And words.'],
    /^lost: The letters of page 1 can’t all be read/,
  ],
  [
    'a page with no words',
    { pages: [words, []] },
    [wordsRead],
    /^lost: There are no words that can be read on page 2: blank, or a picture/,
  ],
];

/** Names for letters that lead to places of nobody. */
function toUnicode(): string {
  const map =
    'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <61> <66> <e000> endbfrange endcmap';
  return `<< /Length ${map.length} >>\nstream\n${map}\nendstream`;
}

test.each(doubtful)('%s', async (_, made, expected, doubt) => {
  const { doubts } = await read(makePdf(made));
  expect(await blocks(makePdf(made))).toEqual(expected);
  expect(doubts.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([expect.stringMatching(doubt)]);
});

test('properties, bookmarks, links, remarks and what is filled in in a form', async () => {
  const drawn: Drawn[] = [
    { text: 'Our priorities', x: 60, y: 80, bold: true },
    ...words,
    { text: 'Name:', x: 60, y: 200 },
  ];
  const made = makePdf({
    pages: [drawn],
    info: { Title: 'Fire Plan', Author: 'Policy team', Subject: 'What we do', ModDate: "D:20270305120000+00'00'" },
    catalogue: '/Lang (cy) /Outlines 100 0 R /AcroForm << /Fields [104 0 R] >>',
    page: '/Annots [102 0 R 103 0 R 104 0 R]',
    objects: {
      100: '<< /First 101 0 R /Last 101 0 R /Count 1 >>',
      101: '<< /Title (Our priorities) /Parent 100 0 R /Dest [10 0 R /Fit] >>',
      102: '<< /Type /Annot /Subtype /Link /Rect [60 738 100 755] /A << /S /URI /URI (https://fire.example/a_(b)) >> >>',
      103: '<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /Contents (Is this so?) /T (Ann Other) >>',
      104: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Siân Rees) /Rect [120 636 300 652] /AP << /N 105 0 R >> >>',
      105: '<< /Type /XObject /Subtype /Form /BBox [0 0 180 16] /Resources << /Font << /F1 3 0 R >> >> /Length 46 >>\nstream\nBT /F1 11 Tf 0 g 2 4 Td (Sian Rees the Chair) Tj ET\nendstream',
    },
  });
  const { properties } = await read(made);
  expect(properties).toEqual({
    title: 'Fire Plan',
    author: 'Policy team',
    subject: 'What we do',
    language: 'cy',
    modified: '2027-03-05',
  });
  expect(await blocks(made)).toEqual([
    '# Our priorities',
    '[The plan](https://fire.example/a_%28b%29) is for everybody who lives here, and for those who come to see it.',
    'Name: Sian Rees the Chair',
    '(Ann Other: Is this so?)',
  ]);
});

test('reading stops when it is asked to', async () => {
  const stop = new AbortController();
  const options = { name: 'plan.pdf', changes: 'taken', signal: stop.signal, progress: () => stop.abort() } as const;
  await expect(pdfReader.read(makePdf({ pages: [words, words] }), options)).rejects.toThrow(/abort/i);
});

test('a page that unpacks to very much ends, and is said', async () => {
  const packed = Buffer.from(deflateSync(new Uint8Array(3_000_000).fill(32))).toString('latin1');
  const made = makePdf({
    pages: [words],
    objects: { 100: `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream` },
  });
  expect(await blocks(bytesOf(textOf(made).replace('/Contents 11 0 R', '/Contents [100 0 R 11 0 R]')))).toEqual([
    wordsRead,
  ]);
});
