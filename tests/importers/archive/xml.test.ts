import { describe, expect, test } from 'vitest';
import { ImportFault } from '../../../server/src/importers/fault.ts';
import { textOf } from '../../../server/src/importers/xml/elements.ts';
import { readXml, type XmlElement } from '../../../server/src/importers/xml/xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readXml(bytes(text), { namespaces: { 'urn:plan': 'p' } });

/** A tree in short. */
const short = ({ name, attributes, children }: XmlElement): string => {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`);
  return `${name}${said.join('')}(${children.map((child) => (typeof child === 'string' ? child : short(child))).join('')})`;
};

describe('XML', () => {
  test.each([
    [
      'words, entities, numbers and sections of characters',
      '<a>x &amp; &lt;y&gt; &#233; <![CDATA[<z>]]><!-- no --></a>',
      'a(x & <y> é <z>)',
    ],
    ['entities that nobody defined, as they stand', '<a>&bomb;</a>', 'a(&bomb;)'],
    [
      'prefixes by namespace, whatever the document calls them',
      '<x:a xmlns:x="urn:plan" x:b="1" c="2"><d/></x:a>',
      'p:a p:b=1 c=2(d())',
    ],
    [
      'a namespace without a prefix, which attributes do not have',
      '<a xmlns="urn:plan" b="1"><c xmlns=""/></a>',
      'p:a b=1(c())',
    ],
    ['prefixes of no namespace that is known', '<y:a xmlns:y="urn:other" y:b="1"/>', 'a b=1()'],
    ['languages', '<a xml:lang="cy"/>', 'a xml:lang=cy()'],
    ['a document type without definitions', '<!DOCTYPE a SYSTEM "x.dtd"><a/>', 'a()'],
    ['ends that are missing or too many', '<a><b>x</a>', 'a(b(x))'],
    ['names that objects have of their own', '<constructor __proto__="x" toString="y"/>', 'constructor toString=y()'],
  ])('%s', (_, text, expected) => {
    expect(short(read(text))).toBe(expected);
  });

  test.each([
    ['nothing', '', /not XML/],
    ['plain text', 'Our plan', /not XML/],
    ['two roots', '<a/><b/>', /two roots/],
    ['a document that is cut off', '<a><b>words', /ends too soon/],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>', /defines words of its own/],
    [
      'a file of this computer',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      /defines words of its own/,
    ],
    ['elements without end', '<a>'.repeat(1000), /more than 256 elements/],
    ['an encoding that nobody knows', '<?xml version="1.0" encoding="klingon"?><a/>', /“klingon”/],
  ])('not %s', (_, text, message) => {
    expect(() => read(text)).toThrow(ImportFault);
    expect(() => read(text)).toThrow(message);
  });

  test.each([
    [
      'UTF-16',
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(new Uint16Array([...'<a>ŵ</a>'].map((sign) => sign.charCodeAt(0))).buffer),
      ]),
      'ŵ',
    ],
    [
      'Windows-1252',
      new Uint8Array([
        ...bytes('<?xml version="1.0" encoding="windows-1252"?><a>'),
        0x93,
        0xe9,
        0x94,
        ...bytes('</a>'),
      ]),
      '“é”',
    ],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('<a>ŷ</a>')]), 'ŷ'],
  ])('in %s', (_, source, expected) => {
    expect(textOf(readXml(source))).toBe(expected);
  });

  test('says on which line an element begins, however the bytes come', () => {
    const text = '<a>\n<b/>\n\n<c/>\n<d/></a>';
    for (const size of [1, 2, 5, 100]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        bytes(text.slice(at * size, (at + 1) * size)),
      );
      const root = readXml(pieces);
      expect(root.children.flatMap((child) => (typeof child === 'string' ? [] : [child.line]))).toEqual([2, 4, 5]);
    }
  });

  test('piece by piece', () => {
    const seen: string[] = [];
    const root = readXml(bytes('<r><head>x</head><body><p>1</p><p>2<q/></p></body></r>'), {
      piecesOf: 'body',
      each: (piece, root) => seen.push(`${short(piece)} ${root.children.length}`),
    });
    expect(seen).toEqual(['p(1) 2', 'p(2q()) 2']);
    expect(short(root)).toBe('r(head(x)body())');
  });

  test('with many ends that nothing began, and brackets without end, in time', () => {
    const started = performance.now();
    read(`<a>${'</b>'.repeat(200_000)}${'&'.repeat(200_000)}</a>`);
    expect(() => read('<'.repeat(1_000_000))).toThrow(ImportFault);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
