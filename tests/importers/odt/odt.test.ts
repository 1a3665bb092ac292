import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ImportFault } from '../../../server/src/importers/fault.ts';
import { odtReader } from '../../../server/src/importers/readers/odt/odt.ts';
import type { Source } from '../../../server/src/importers/source.ts';
import { outline } from '../outline.ts';

const spaces = [
  ...Object.entries({
    office: 'office',
    text: 'text',
    table: 'table',
    style: 'style',
    draw: 'drawing',
    fo: 'xsl-fo-compatible',
    svg: 'svg-compatible',
    meta: 'meta',
  }).map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

interface Parts {
  readonly automatic?: string;
  readonly styles?: string;
  readonly masters?: string;
  readonly meta?: string;
  readonly manifest?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const root = (name: string, inner: string) =>
  strToU8(`<?xml version="1.0"?><office:${name} ${spaces}>${inner}</office:${name}>`);

function odt(
  body: string,
  { automatic = '', styles = '', masters = '', meta = '', manifest = '', files = {} }: Parts = {},
): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': root(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    'styles.xml': root(
      'document-styles',
      `<office:styles>${styles}</office:styles><office:master-styles>${masters}</office:master-styles>`,
    ),
    'meta.xml': root('document-meta', `<office:meta>${meta}</office:meta>`),
    'META-INF/manifest.xml': strToU8(`<manifest>${manifest}</manifest>`),
    ...files,
  });
}

const read = async (bytes: Uint8Array, changes: 'taken' | 'refused' = 'taken') =>
  (await odtReader.read(bytes, { name: 'plan.odt', changes })) as Source;

const p = (inner: string, style = 'Standard') => `<text:p text:style-name="${style}">${inner}</text:p>`;
const h = (level: number, inner: string) => `<text:h text:outline-level="${level}">${inner}</text:h>`;
const li = (inner: string, more = '') => `<text:list-item${more}>${inner}</text:list-item>`;
const list = (style: string, inner: string, more = '') =>
  `<text:list text:style-name="${style}"${more}>${inner}</text:list>`;
const numbers = (level: number, format: string, more = '') =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" style:num-suffix="." ${more}/>`;
const words = (name: string, properties: string, family = 'text') =>
  `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
const body = 'The council will work with everyone who lives here, and will say each year what has come of it.';

describe('OpenDocument', () => {
  const automatic =
    words('Bold', 'fo:font-weight="bold"') +
    words('Slanted', 'fo:font-style="italic"') +
    words('High', 'style:text-position="super 58%"') +
    words('Gone', 'text:display="none"') +
    words('Large', 'fo:font-weight="bold" fo:font-size="150%"', 'paragraph') +
    `<text:list-style style:name="L1">${numbers(1, '1')}${numbers(2, 'a')}${numbers(3, '1', 'text:display-levels="2"')}</text:list-style>` +
    `<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>`;
  test.each([
    [
      'headings and words',
      h(1, 'Homes') +
        p(
          `We <text:span text:style-name="Bold">will</text:span> <text:span text:style-name="Slanted">build</text:span>.`,
        ),
      ['# Homes', 'We **will** *build*.'],
    ],
    [
      'spaces, tabs, line breaks, soft hyphens',
      p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d\u00ade\n   f'),
      ['a b c\\\nde f'],
    ],
    ['raised figures', p('5 km<text:span text:style-name="High">2</text:span>'), ['5 km²']],
    [
      'links',
      p(
        '<text:a xlink:href="https://example.org/">site</text:a> <text:a xlink:href="#Our%20homes|outline">homes</text:a>',
      ),
      ['[site](https://example.org/) [homes](#Our%20homes)'],
    ],
    ['headings by their looks', p('Our homes', 'Large') + p(body), ['#? Our homes', body]],
    [
      'lists within lists',
      list('L1', li(p('A') + list('L1', li(p('a')) + li(p('b') + p('more')))) + li(p('B'))),
      ['1. A', '  a. a', '  b. b', 'more', '2. B'],
    ],
    [
      'lists that go on',
      list('L1', li(p('A'))) +
        p('x') +
        list('L1', li(p('B')), ' text:continue-numbering="true"') +
        list('L1', li(p('C'))),
      ['1. A', 'x', '2. B', '1. C'],
    ],
    ['lists that start elsewhere', list('L1', li(p('A'), ' text:start-value="4"') + li(p('B'))), ['4. A', '5. B']],
    ['signs of lists', list('L2', li(p('A'))), ['• A']],
    [
      'points without a number',
      list('L1', `<text:list-header>${p('Note')}</text:list-header>${li(p('A'))}`),
      ['Note', '1. A'],
    ],
    ['lists by hand', p('- A') + p('- B'), ['- A', '- B']],
    [
      'tables',
      `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p('Measure')}</table:table-cell><table:table-cell>${p('Now')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('Homes')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`,
      ['! Measure | Now', '| Homes | '],
    ],
    [
      'footnotes and endnotes',
      p(
        `Rents<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('Census')}</text:note-body></text:note> rose<text:note text:id="e" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>${p('Register')}</text:note-body></text:note>`,
      ),
      ['Rents[^1] rose[^e1]', '[^1]: Census', '[^e1]: Register'],
    ],
    [
      'remarks',
      p(
        `Rents<office:annotation><dc:creator>Nia</dc:creator><dc:date>2025-01-01</dc:date>${p('How much?')}</office:annotation> rose`,
      ),
      ['Rents rose', 'remark by Nia: How much?'],
    ],
    [
      'frames with words',
      p(`Beside<draw:frame><draw:text-box>${p('In a box')}</draw:text-box></draw:frame>`),
      ['Beside', 'In a box'],
    ],
    [
      'pictures',
      p(
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>A</svg:title><svg:desc>A lamp</svg:desc></draw:frame>',
      ),
      ['picture a.png: A lamp'],
    ],
    ['sections', `<text:section>${p('x')}</text:section>`, ['x']],
  ])('%s', async (_, inner, expected) => {
    const { blocks } = await read(odt(inner, { automatic, files: { 'Pictures/a.png': new Uint8Array([1]) } }));
    expect(outline(blocks)).toEqual(expected);
  });

  test('charts are tables, and formulas are words', async () => {
    const object = (name: string) =>
      p(`<draw:frame><draw:object xlink:href="./${name}"/><draw:image xlink:href="./x.png"/></draw:frame>`);
    const row = (...cells: string[]) =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join('')}</table:table-row>`;
    const chart = `<office:body><office:chart><c:chart xmlns:c="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"><c:title>${p('Homes built')}</c:title><table:table><table:table-header-rows>${row('', 'Social')}</table:table-header-rows><table:table-rows>${row('2024', '42')}</table:table-rows></table:table></c:chart></office:chart></office:body>`;
    const formula =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>x</mi><mo>+</mo><mn>2</mn></mrow><annotation>x + 2</annotation></semantics></math>';
    const files = { 'Chart/content.xml': root('document-content', chart), 'Formula/content.xml': strToU8(formula) };
    const { blocks, doubts } = await read(odt(object('Chart') + object('Formula'), { files }));
    expect(outline(blocks)).toEqual(['Homes built', '!  | Social', '| 2024 | 42', 'x + 2']);
    expect(doubts.map(({ kind }) => kind)).toEqual(['lost', 'wording']);
  });

  test('headings that are numbered, and a title', async () => {
    const styles = `<style:style style:name="Title" style:family="paragraph"/><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>`;
    const { blocks } = await read(odt(p('Plan', 'Title') + h(1, 'A') + h(2, 'B') + h(2, 'C') + h(1, 'D'), { styles }));
    expect(outline(blocks)).toEqual(['# Plan', '## 1 A', '### 1.1 B', '### 1.2 C', '## 2 D']);
  });

  test('contents, hidden words and running heads are left out and listed', async () => {
    const contents = `<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>${p('Contents')}</text:index-title>${p('Homes<text:tab/>4')}</text:index-body></text:table-of-content>`;
    const masters = `<style:master-page><style:header>${p('Council plan <text:page-number>7</text:page-number>')}</style:header><style:footer>${p('<text:page-number>7</text:page-number>')}</style:footer></style:master-page>`;
    const { blocks, removed } = await read(
      odt(`${contents}${p('Seen<text:span text:style-name="Gone"> unseen</text:span>')}`, { automatic, masters }),
    );
    expect(outline(blocks)).toEqual(['Seen']);
    expect(removed.map(({ why, words }) => `${why}: ${words}`)).toEqual([
      'furniture: unseen',
      'contents: Contents',
      'contents: Homes 4',
      'running head: Council plan',
      'page number: 7',
    ]);
  });

  test('changes that are tracked', async () => {
    const change = (sort: string, id: string, by: string, content = '') =>
      `<text:changed-region text:id="${id}"><text:${sort}><office:change-info><dc:creator>${by}</dc:creator><dc:date>2025-01-01</dc:date></office:change-info>${content}</text:${sort}></text:changed-region>`;
    const tracked = `<text:tracked-changes>${change('insertion', 'i', 'Nia')}${change('deletion', 'd', 'Tom', p('may'))}</text:tracked-changes>`;
    const bytes = odt(
      `${tracked}${p('We <text:change text:change-id="d"/><text:change-start text:change-id="i"/>will<text:change-end text:change-id="i"/> build.')}`,
    );
    const [yes, no] = [await read(bytes, 'taken'), await read(bytes, 'refused')];
    expect(outline(yes.blocks)).toEqual(['We will build.']);
    expect(yes.removed.map(({ why, words }) => `${why}: ${words}`)).toEqual(['deleted: may']);
    expect(yes.doubts.map(({ message }) => message.split('.')[0])).toEqual([
      'This document has changes that nobody has accepted yet, by Nia and Tom: 1 addition and 1 deletion',
    ]);
    expect(outline(no.blocks)).toEqual(['We may build.']);
    expect(no.removed.map(({ why, words }) => `${why}: ${words}`)).toEqual(['deleted: will']);
  });

  test('languages, names of places and properties', async () => {
    const { blocks, properties } = await read(
      odt(
        p('<text:bookmark text:name="homes"/>Homes for all of us') +
          p('<text:span text:style-name="Cy">Cartrefi</text:span>'),
        {
          automatic: words('Cy', 'fo:language="cy" fo:country="GB"'),
          styles: `<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>`,
          meta: '<dc:title>Plan</dc:title><meta:initial-creator>Nia</meta:initial-creator><dc:date>2025-03-12T09:30:00</dc:date>',
        },
      ),
    );
    expect(properties).toMatchObject({ title: 'Plan', author: 'Nia', modified: '2025-03-12', language: 'en-GB' });
    expect(blocks).toMatchObject([{ anchors: ['homes'] }, { lang: 'cy-GB' }]);
  });

  test.each([
    ['locked', odt('', { manifest: '<manifest:encryption-data/>' }), /locked with a password/],
    [
      'a spreadsheet',
      zipSync({ 'content.xml': root('document-content', '<office:body><office:spreadsheet/></office:body>') }),
      /not a text/,
    ],
    ['something else', zipSync({ a: strToU8('a') }), /part with its words is missing/],
    ['a PDF', strToU8('%PDF-1.7'), /it is a PDF/],
    ['empty', new Uint8Array(), /empty/],
  ])('that is %s is refused', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(ImportFault);
    await expect(read(bytes)).rejects.toThrow(message);
  });

  test('is known by what stands in it', () => {
    expect(odtReader.recognises(odt(''))).toBe(true);
    expect(odtReader.recognises(zipSync({ a: strToU8('a') }))).toBe(false);
  });
});
