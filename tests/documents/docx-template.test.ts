import { Document, ExternalHyperlink, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentDocx } from '../../server/src/documents/docx/docx.ts';
import { readTemplate } from '../../server/src/documents/docx/template.ts';
import { FormatFault } from '../../server/src/documents/format-fault.ts';
import { editionOf } from './editions.ts';
import { readDocx } from './read-docx.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64',
);

/** A template whose styles have German ids, as Word gives them there, on other paper than A4. */
const house = await Packer.pack(
  new Document({
    styles: {
      default: { document: { run: { font: 'Georgia', size: 22, language: { value: 'de-DE' } } } },
      paragraphStyles: [
        { id: 'Titel', name: 'Title', run: { font: 'Verdana', size: 56, color: '7A1F5C' } },
        {
          id: 'berschrift1',
          name: 'heading 1',
          next: 'BodyText',
          run: { font: 'Verdana', size: 40, bold: true, color: '7A1F5C' },
          paragraph: { numbering: { reference: 'x', level: 0 }, spacing: { before: 600 } },
        },
        { id: 'Statistic', name: 'Something else', run: { size: 12 } },
      ],
    },
    numbering: { config: [{ reference: 'x', levels: [] }] },
    sections: [
      {
        properties: { page: { size: { width: 12_240, height: 15_840 }, margin: { left: 2_000, right: 2_000 } } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                style: 'Titel',
                children: [
                  new TextRun('Ashmere Council'),
                  new ImageRun({ type: 'png', data: picture, transformation: { width: 40, height: 20 } }),
                  new ExternalHyperlink({ link: 'https://example.org/', children: [new TextRun('example.org')] }),
                ],
              }),
            ],
          }),
        },
        children: [new Paragraph('House')],
      },
    ],
  }),
  'uint8array',
);

/** The template with another part, or without one. */
function withPart(path: string, text: string | Uint8Array | undefined): Uint8Array {
  const { [path]: _, ...others } = unzipSync(house);
  if (text === undefined) return zipSync(others);
  return zipSync({ ...others, [path]: typeof text === 'string' ? strToU8(text) : text });
}

const plan = `plan p: The plan
  organisation: The council

section s: Prose
  text:
    Words.

statistic n: Homes
  value: 300
`;

test('the styles of a template are those of the document, whatever their ids; those that it lacks stay', async () => {
  const read = readDocx(await documentDocx(editionOf(plan, { template: house })));
  const styles = read.parts['word/styles.xml'] ?? '';
  const ids = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('BodyText');
  expect(read.paragraphs.find(({ words }) => words === 'The plan')?.style).toBe('Titel');
  expect(read.paragraphs.find(({ words }) => words === 'Prose')?.style).toBe('berschrift1');
  expect(styles.match(/<w:name w:val="heading 1"\/>/g)).toHaveLength(1);
  // A style of another meaning keeps its id; that of the document gets another.
  expect(ids).toContain('GoldthreadStatistic');
  expect(styles).toContain('<w:lang w:val="en-GB"/>');
  expect(styles).not.toMatch(/de-DE|<w:numPr>/);
  const used = ['document', 'footnotes', 'footer1'].flatMap((name) =>
    [...(read.parts[`word/${name}.xml`] ?? '').matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]*)"/g)].map(([, id]) => id),
  );
  expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  const based = [...styles.matchAll(/<w:(?:basedOn|next|link) w:val="([^"]*)"/g)].map(([, id]) => id);
  expect(based.filter((id) => !ids.includes(id))).toEqual([]);
});

test('its paper, its letters and its colour are those of the document', async () => {
  const read = readDocx(await documentDocx(editionOf(plan, { template: house })));
  expect(read.parts['word/document.xml']).toMatch(/<w:pgSz w:w="12240" w:h="15840"/);
  expect(read.parts['word/document.xml']).toMatch(/w:right="2000"/);
  expect(readTemplate(house).styles).toMatchObject({ text: 'Georgia', headings: 'Verdana', accent: '7A1F5C' });
  const kicker = /<w:style [^>]*w:styleId="Kicker".*?<\/w:style>/.exec(read.parts['word/styles.xml'] ?? '')?.[0];
  expect(kicker).toContain('<w:color w:val="7A1F5C"/>');
});

test('its header stands on every page, with its logo and its links; the footer, which it has none of, is as without it', async () => {
  const bytes = await documentDocx(editionOf(plan, { template: house }));
  const { parts } = readDocx(bytes);
  const sections = parts['word/document.xml']?.match(/<w:sectPr\b.*?<\/w:sectPr>/g) ?? [];
  expect(sections.length).toBeGreaterThan(0);
  for (const section of sections) {
    expect(section).toMatch(/<w:headerReference w:type="default" r:id="house-header-1"\/>.*<w:footerReference/);
    expect(section).not.toContain('titlePg');
  }
  expect(parts['word/house-header-1.xml']).toMatch(/<w:pStyle w:val="Titel"\/>.*Ashmere Council/);
  expect(parts['word/_rels/house-header-1.xml.rels']).toMatch(/Target="media\/house-header-1-\d\.png"/);
  expect(parts['word/_rels/house-header-1.xml.rels']).toContain('Target="https://example.org/" TargetMode="External"');
  expect(parts['[Content_Types].xml']).toMatch(/Extension="png".*PartName="\/word\/house-header-1\.xml"/);
  expect(Object.keys(unzipSync(bytes)).filter((path) => path.includes('media/house'))).toHaveLength(1);
});

test('the same template gives the same bytes', async () => {
  const [one, other] = [editionOf(plan, { template: house }), editionOf(plan, { template: house })];
  expect(Buffer.compare(await documentDocx(one), await documentDocx(other))).toBe(0);
});

const styles = 'word/styles.xml';

/** Files that are no templates, and what is said of each. */
const faults: readonly (readonly [what: string, bytes: () => Uint8Array, said: RegExp])[] = [
  ['a text', () => strToU8('Dear Sir or Madam'), /no document of Word/],
  ['half a file', () => house.slice(0, house.length / 2), /no document of Word, or is damaged/],
  [
    'an older document',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0),
    /Word 97–2003 \(\.doc\), or has a password/,
  ],
  ['a zip file', () => zipSync({ 'a.txt': strToU8('a') }), /no document of Word/],
  ['one with macros', () => withPart('word/vbaProject.bin', 'Sub'), /has macros/],
  ['one without styles', () => withPart(styles, undefined), /has no styles/],
  [
    'one that unpacks without end',
    () => withPart(styles, new Uint8Array(60 * 1024 * 1024)),
    /much larger than it looks/,
  ],
  [
    'one with definitions',
    () => withPart(styles, '<!DOCTYPE x [<!ENTITY a "b">]><w:styles>&a;</w:styles>'),
    /holds definitions/,
  ],
  [
    'one of the strict sort',
    () => withPart(styles, '<w:styles xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
    /Strict Open XML/,
  ],
  ['one of 30 MB', () => new Uint8Array(30 * 1024 * 1024), /larger than 20 MB/],
];

describe.each(faults)('%s', (_, bytes, said) => {
  test('is no template, and the sentence says why', async () => {
    const building = (): Promise<Uint8Array> => documentDocx(editionOf(plan, { template: bytes() }));
    await expect(building()).rejects.toThrow(FormatFault);
    await expect(building()).rejects.toThrow(said);
  });
});
