import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentDocx } from '../../server/src/documents/docx/docx.ts';
import { wholeDocument } from '../../server/src/documents/edition/annex.ts';
import { Edition } from '../../server/src/documents/edition/edition.ts';
import { wordsOf } from '../../server/src/documents/plain-words.ts';
import type { Theme } from '../../server/src/documents/theme/theme.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import { editionOf, sampleEditions } from './editions.ts';
import { piecesOn } from './page.ts';
import { packed, type ReadDocx, readDocx, spaced } from './read-docx.ts';

/** The pieces of one type in a whole document but for its list of contents, which is made anew. */
function piecesOf<Type extends Flow['type']>(edition: Edition, type: Type) {
  const { title, blocks, annex } = wholeDocument(edition);
  const told = [...blocks, ...annex].filter(({ key }) => key !== '_contents');
  return piecesOn({ title, blocks: told, controls: [] }, type);
}

/** Nothing in a document leads nowhere, and nothing has the name of another. */
function sound(read: ReadDocx): void {
  const known = new Set(read.bookmarks.map((name) => name.toLowerCase()));
  expect(known.size).toBe(read.bookmarks.length);
  expect(new Set(read.bookmarkIds).size).toBe(read.bookmarkIds.length);
  expect(read.bookmarks.filter((name) => name.length > 40 || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))).toEqual([]);
  const names = new Set(read.bookmarks);
  expect(read.leads.filter((name) => !names.has(name))).toEqual([]);
  expect(read.addresses.filter((address) => !/^(?:https?|mailto|tel):/.test(address))).toEqual([]);
  expect([...read.marks].sort()).toEqual(Object.keys(read.notes).sort());
}

const styleOf = (level: number): string => (level <= 1 ? 'Title' : `Heading${Math.min(6, level - 1)}`);

describe.each(sampleEditions)(
  '%s',
  async (_, edition) => {
    const bytes = await documentDocx(edition);
    const read = readDocx(bytes);

    test('is whole: nothing leads nowhere', () => sound(read));

    test('has the same headings, by level', () => {
      const headings = read.paragraphs.filter(({ style }) => /^(?:Title|Heading\d)$/.test(style));
      const expected = piecesOf(edition, 'heading').map(({ level, number, children }) => {
        const words = wordsOf(children);
        return [
          styleOf(level),
          packed(number ? `${number}${words && !/[:.]$/.test(number) ? ':' : ''}${words}` : words),
        ];
      });
      expect(headings.map(({ style, words }) => [style, packed(words)])).toEqual(expected);
    });

    test('has its chapters in the contents, with their pages', () => {
      const entries = read.paragraphs.filter(({ style }) => /^TOC\d$/.test(style));
      const chapters = read.paragraphs.filter(({ style }) => /^Heading[12]$/.test(style));
      expect(entries.map(({ words }) => packed(words.replace(/ ?\d+$/, '')))).toEqual(
        chapters.map(({ words }) => packed(words)),
      );
      expect(entries.filter(({ words }) => !/ \d+$/.test(words))).toEqual([]);
      expect(read.parts['word/document.xml']).not.toContain('w:dirty="true"');
      expect(read.parts['word/settings.xml']).not.toContain('updateFields');
    });

    test('has the same points in its lists, each list with numbers of its own', () => {
      const lists = piecesOf(edition, 'list');
      const points = lists.flatMap((list) => list.points.filter(({ number }) => number === undefined));
      expect(read.paragraphs.filter(({ list }) => list !== undefined)).toHaveLength(points.length);
      const ordered = lists.filter(
        ({ ordered, points: all }) => ordered && all.some(({ number }) => number === undefined),
      );
      const numbered = read.paragraphs.filter(({ style, list }) => style === 'ListNumber' && list !== undefined);
      expect(new Set(numbered.map(({ list }) => list)).size).toBe(ordered.length);
    });

    test('has the same tables, with their header rows and cells', () => {
      const expected = piecesOf(edition, 'table').map(({ head, rows }) =>
        [...head, ...rows].map((row, index) => ({
          isHeader: index < head.length,
          cells: row.map((cell) => packed(wordsOf(cell.children) || (cell.toggle ? (cell.toggle.on ? '●' : '○') : ''))),
        })),
      );
      const tables = read.tables.map((rows) => rows.map((row) => ({ ...row, cells: row.cells.map(packed) })));
      expect(tables).toEqual(expected);
    });

    test('says of itself what the plan says, and nothing of when it was made', () => {
      const core = read.parts['docProps/core.xml'] ?? '';
      expect(core).toContain('<dc:title>');
      expect(core).toContain(`<dc:language>${edition.language}</dc:language>`);
      expect(JSON.stringify(read.parts)).not.toMatch(/20[23]\d-\d\d-\d\dT(?!00:00:00Z)/);
    });

    test('has the same bytes again', async () => {
      expect(Buffer.compare(bytes, await documentDocx(edition))).toBe(0);
    });
  },
  60_000,
);

/** A plan with everything that prose may hold. */
const rich = `plan p: The plan
  organisation: The council
  date: 2026-03

section s: Prose
  text:
    See [[parks]] and [the law](https://example.org/a?b=c&d=<e>)[^a], again[^a], and *quite* **sure** \`x < y\`.

    1. First
    2. Second
       - Below
         1. Deep

    Between.

    4. Fourth
    5. Fifth

    | Year | £m |
    | --- | ---: |
    | 2026 | 3 |

    > Well said

    \`\`\`
    as it is
      here
    \`\`\`

    [^a]: A note with [a link](https://example.org/note)

        > | a | b |
        > | --- | --- |
        > | 1 | 2 |

    [^c]: Nobody refers to this

priority parks: Parks for all
  title cy: Parciau i bawb
`;

test('prose is what it is: lists, tables, quotations, code, links and footnotes', async () => {
  const read = readDocx(await documentDocx(editionOf(rich)));
  sound(read);
  const of = (words: string) => read.paragraphs.find((one) => one.words === words);
  expect(of('First')).toMatchObject({ style: 'ListNumber', level: 0 });
  expect(of('Below')).toMatchObject({ style: 'ListBullet', level: 1 });
  expect(of('Deep')).toMatchObject({ style: 'ListNumber', level: 2 });
  expect(of('Second')?.list).toBe(of('First')?.list);
  expect(of('Fourth')?.list).not.toBe(of('First')?.list);
  const numbering = read.parts['word/numbering.xml'] ?? '';
  const fourth = new RegExp(`<w:num w:numId="${of('Fourth')?.list}".*?</w:num>`, 's').exec(numbering)?.[0];
  expect(fourth).toContain('<w:startOverride w:val="4"/>');
  expect(of('Well said')?.style).toBe('Quote');
  expect(of('as it is here')?.style).toBe('Code');
  expect(read.tables).toContainEqual([
    { isHeader: true, cells: ['Year', '£m'].map((words) => expect.stringContaining(words)) },
    { isHeader: false, cells: ['2026', '3'].map((words) => expect.stringContaining(words)) },
  ]);
  expect(read.addresses).toEqual(['https://example.org/a?b=c&d=%3Ce%3E', 'https://example.org/note']);
  expect(Object.values(read.notes).map(spaced)).toEqual(['A note with a link a · b 1 · 2']);
  expect(read.marks).toEqual(['1']);
  expect(read.words).toContain('Nobody refers to this');
  expect(read.leads.some((name) => name === 'parks')).toBe(true);
  expect(read.parts['word/document.xml']).toMatch(/NOTEREF \S+ \\f \\h/);
  const core = read.parts['docProps/core.xml'];
  expect(core).toContain('<dc:creator>The council</dc:creator>');
  expect(core).toContain('2026-03-01T00:00:00Z');
});

test('words of another language say so, and the rest are in that of the document', async () => {
  const plan = 'plan p: The plan\npriority a: Parks\n  title cy: Parciau\n';
  const welsh = readDocx(await documentDocx(editionOf(plan, { language: 'cy' })));
  expect(welsh.parts['word/styles.xml']).toContain('<w:lang w:val="cy-GB"/>');
  expect(welsh.paragraphs.find(({ words }) => words.includes('The plan'))?.languages).toContain('en-GB');
  expect(welsh.paragraphs.find(({ words }) => words.endsWith('Parciau'))?.languages).toEqual([]);
});

/** A picture of 4 by 2 pixels, as far as its head says so. */
const picture = {
  bytes: Uint8Array.of(
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    0,
    0,
    0,
    13,
    0x49,
    0x48,
    0x44,
    0x52,
    0,
    0,
    0,
    4,
    0,
    0,
    0,
    2,
  ),
  type: 'image/png',
  ending: 'png',
};

test('pictures have their alternative text; those that Word does not show are told', async () => {
  const plan =
    'plan p: Plan\nfigure f: The park\n  image: park.png\n  alt: Trees & "shade"\nfigure g: Gone\n  image: gone.png\n  alt: Nothing\nfigure h: Drawn\n  image: drawn.svg\n  alt: Lines\n';
  const edition = editionOf(plan, {
    picture: (path) =>
      path === 'park.png' ? picture : path === 'drawn.svg' ? { ...picture, type: 'image/svg+xml' } : undefined,
  });
  const bytes = await documentDocx(edition);
  const read = readDocx(bytes);
  expect(read.alternatives).toEqual(['Trees & "shade"']);
  expect(read.words).toContain('Picture: Nothing');
  expect(read.words).toContain('Picture: Lines');
  expect(read.parts['word/document.xml']).toMatch(/<wp:extent cx="38100" cy="19050"\/>/);
  expect(Buffer.compare(bytes, await documentDocx(edition))).toBe(0);
});

test('tables and drawings have captions that Word numbers; what the plan numbers itself stays as it is', async () => {
  const plan = `plan p: The plan

section s: Prose
  text:
    | Year | £m |
    | --- | ---: |
    | 2026 | 3 |

table t: Spending
  data:
    | Year | £m |
    | --- | ---: |
    | 2026 | 3 |

measure m: Homes
  unit: homes
  baseline: 5 in 2025
  target: 7 by 2030
  actual: 6 in 2026
`;
  const english = readDocx(await documentDocx(editionOf(plan)));
  const captions = ({ paragraphs }: ReadDocx): string[] =>
    paragraphs.flatMap(({ style, words }) => (style === 'Caption' ? [words] : []));
  const numbers = captions(english).map((words) => /^(?:Table|Figure) (\d+):/.exec(words)?.[0]);
  expect(numbers).toContain('Figure 1:');
  expect(numbers).toContain('Table 1:');
  expect(numbers).not.toContain(undefined);
  expect(english.parts['word/document.xml']).toContain('SEQ Figure \\* ARABIC');
  const welsh = readDocx(await documentDocx(editionOf(plan, { language: 'cy' })));
  expect(captions(welsh)).toContainEqual(expect.stringMatching(/^Ffigur 1:/));
});

test('drawings are pictures with their words, sharp and for programs that do not draw', async () => {
  const [, edition] = sampleEditions.find(([name]) => name === 'first-plan') ?? [];
  if (!edition) throw new Error('There is no first plan.');
  const drawn: string[] = [];
  const rasteriser = async () => (svg: string) => {
    drawn.push(svg);
    return picture.bytes;
  };
  const bytes = await documentDocx(new Edition({ ...edition.source, rasteriser }));
  const parts = Object.keys(unzipSync(bytes));
  const drawings = piecesOf(edition, 'drawing');
  expect(drawn).toHaveLength(drawings.length);
  expect(parts.filter((path) => path.endsWith('.svg'))).toHaveLength(drawings.length);
  expect(drawn.join('')).not.toMatch(/<style|class=|currentColor/);
  expect(readDocx(bytes).alternatives).toEqual(drawings.map(({ title }) => expect.stringContaining(title)));
});

test('a theme gives its colours, letters, logo and cover', async () => {
  const theme: Theme = {
    colours: { accent: '#7a1f5c' },
    fonts: { text: { family: 'Verdana', files: [] } },
    logo: { picture, alt: 'The council' },
    cover: { look: 'filled', picture },
  };
  const read = readDocx(await documentDocx(editionOf(rich, { theme })));
  const styles = read.parts['word/styles.xml'] ?? '';
  const title = /<w:style [^>]*w:styleId="Title".*?<\/w:style>/.exec(styles)?.[0];
  expect(title).toMatch(/w:fill="7A1F5C"/);
  expect(title).toContain('<w:color w:val="FFFFFF"/>');
  expect(styles).toMatch(/w:styleId="Heading1".*?w:ascii="Verdana".*?w:val="7A1F5C"/);
  expect(styles).not.toMatch(/0F4C5C|Calibri|Cambria/);
  // The picture of the cover says nothing by itself.
  expect(read.alternatives).toEqual(['The council', '', expect.stringMatching(/^The golden thread: 1 priority/)]);
  expect(read.parts['word/document.xml']).toMatch(/<adec:decorative [^>]*val="1"\/>/);
  expect(read.paragraphs[0]?.style).toBe('Logo');
});

test.each(sampleEditions)('%s makes no room with empty paragraphs', async (_, edition) => {
  const { paragraphs, parts } = readDocx(await documentDocx(edition));
  const empty = paragraphs.filter(({ words, style, isInTable }) => !words && !isInTable && style !== 'Figure');
  expect(empty.filter(({ style }) => style !== 'Gap' && style !== '')).toEqual([]);
  const sections = parts['word/document.xml']?.match(/<w:sectPr\b/g) ?? [];
  expect(empty.length).toBeLessThanOrEqual(sections.length + 1);
});
