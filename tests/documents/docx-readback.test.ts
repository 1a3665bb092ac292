import { parseDocument } from 'htmlparser2';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { documentDocx } from '../../server/src/documents/docx/docx.ts';
import { wholeDocument } from '../../server/src/documents/edition/annex.ts';
import type { Edition } from '../../server/src/documents/edition/edition.ts';
import { wordsOf } from '../../server/src/documents/plain-words.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import { editionOf, sampleEditions } from './editions.ts';
import { piecesOn } from './page.ts';
import { packed } from './read-docx.ts';

/** An element of the page that mammoth makes, as far as the tests look at it. */
interface Element {
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Element[];
  readonly data?: string;
}

/** A document as a program of others reads it. */
async function readBack(edition: Edition): Promise<Element> {
  const buffer = Buffer.from(await documentDocx(edition));
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: ["p[style-name='Title'] => h1:fresh"] });
  return parseDocument(value) as unknown as Element;
}

function all(element: Element, ...names: readonly string[]): Element[] {
  const inside = (element.children ?? []).flatMap((one) => all(one, ...names));
  return element.name !== undefined && names.includes(element.name) ? [element, ...inside] : inside;
}

const words = (element: Element): string => element.data ?? (element.children ?? []).map(words).join('');

/** The pieces of one type in a whole document but for its list of contents, which is made anew. */
function piecesOf<Type extends Flow['type']>(edition: Edition, type: Type) {
  const { title, blocks, annex } = wholeDocument(edition);
  const told = [...blocks, ...annex].filter(({ key }) => key !== '_contents');
  return piecesOn({ title, blocks: told, controls: [] }, type);
}

describe.each(sampleEditions)(
  '%s, read by another program',
  async (_, edition) => {
    const page = await readBack(edition);

    test('has its headings, in order', () => {
      const headings = all(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((one) => packed(words(one)));
      const expected = piecesOf(edition, 'heading').map(({ number, children }) => {
        const said = wordsOf(children);
        return packed(number ? `${number}${said && !/[:.]$/.test(number) ? ':' : ''}${said}` : said);
      });
      expect(headings).toEqual(expected);
    });

    test('has its tables, with their heads', () => {
      const tables = all(page, 'table').map((table) => [all(table, 'tr').length, all(table, 'th').length]);
      const expected = piecesOf(edition, 'table').map(({ head, rows }) => {
        const columns = Math.max(...[...head, ...rows].map((row) => row.length));
        return [head.length + rows.length, head.length * columns];
      });
      expect(tables).toEqual(expected);
    });

    test('has what its drawings show, in words', () => {
      const drawings = piecesOf(edition, 'drawing');
      const told = all(page, 'img').map(({ attribs }) => attribs?.alt ?? '');
      expect(told).toHaveLength(drawings.length);
      expect(drawings.filter(({ title }, index) => !told[index]?.startsWith(title))).toEqual([]);
    });

    test('has links that lead somewhere', () => {
      const ids = new Set(all(page, 'a', 'li', 'p', 'sup').flatMap(({ attribs }) => attribs?.id ?? []));
      const leads = all(page, 'a').flatMap(({ attribs }) => attribs?.href?.match(/^#(.*)/)?.[1] ?? []);
      expect(leads.filter((id) => !ids.has(id))).toEqual([]);
    });
  },
  60_000,
);

test('lists, footnotes and captions are what they are to another program too', async () => {
  const page = await readBack(
    editionOf(`plan p: The plan

section s: Prose
  text:
    1. First
    2. Second
       - Below

    A claim[^a].

    [^a]: Where it comes from

measure m: Homes
  unit: homes
  target: 7 by 2030
  baseline: 5 in 2025
`),
  );
  const [list] = all(page, 'ol');
  expect(list?.children?.map((one) => words(one).slice(0, 6))).toEqual(['First', 'Second']);
  expect(all(list ?? {}, 'ul').map(words)).toEqual(['Below']);
  expect(all(page, 'sup').map(words)).toEqual(['[1]']);
  expect(words(page)).toContain('Where it comes from');
});
