import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { XmlDocument } from 'libxml2-wasm';

/** An element of XML, as far as the tests look at it. */
interface Element {
  readonly type: string;
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly data?: string;
}

/** A paragraph of a document for Word. */
export interface ReadParagraph {
  readonly style: string;
  readonly words: string;
  /** The list that it is a point of, and in how many others that stands. */
  readonly list: string | undefined;
  readonly level: number;
  readonly isInTable: boolean;
  readonly languages: readonly string[];
}

/** What stands in a document for Word, as a reader sees it that knows nothing of the program. */
export interface ReadDocx {
  readonly parts: Readonly<Record<string, string>>;
  readonly paragraphs: readonly ReadParagraph[];
  /** The rows of each table: whether it is a header, and the words of its cells. */
  readonly tables: readonly (readonly { readonly isHeader: boolean; readonly cells: readonly string[] }[])[];
  readonly bookmarks: readonly string[];
  readonly bookmarkIds: readonly string[];
  /** The bookmarks that links and fields lead to. */
  readonly leads: readonly string[];
  /** The addresses that links lead to. */
  readonly addresses: readonly string[];
  readonly alternatives: readonly string[];
  /** The words of each footnote, by its id, and the ids that marks name. */
  readonly notes: Readonly<Record<string, string>>;
  readonly marks: readonly string[];
  /** All words, with single spaces, notes at the end. */
  readonly words: string;
}

/** Reads a document. Every part is read by a strict parser too, which throws where it is no XML. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts: Record<string, string> = {};
  for (const [path, part] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    const text = strFromU8(part);
    XmlDocument.fromString(text).dispose();
    parts[path] = text;
  }
  const body = parsed(parts['word/document.xml'] ?? '');
  const notes = parsed(parts['word/footnotes.xml'] ?? '');
  const inTables = new Set(all(body, 'w:tbl').flatMap((table) => all(table, 'w:p')));
  const relations = new Map(
    ['document', 'footnotes'].flatMap((name) =>
      all(parsed(parts[`word/_rels/${name}.xml.rels`] ?? ''), 'Relationship').map(
        ({ attribs }) => [`${name} ${attribs.Id}`, attribs.Target] as const,
      ),
    ),
  );
  const links = [body, notes].flatMap((one, index) =>
    all(one, 'w:hyperlink').map((link) => ({ link, part: index === 0 ? 'document' : 'footnotes' })),
  );
  const fields = all(body, 'w:instrText').map((field) => wordsOf(field));
  const own = all(notes, 'w:footnote').filter(({ attribs }) => attribs['w:type'] === undefined);
  return {
    parts,
    paragraphs: all(body, 'w:p').map((paragraph) => readParagraph(paragraph, inTables.has(paragraph))),
    tables: all(body, 'w:tbl').map((table) =>
      all(table, 'w:tr').map((row) => ({
        isHeader: all(row, 'w:tblHeader').length > 0,
        cells: all(row, 'w:tc').map(wordsOf),
      })),
    ),
    bookmarks: all(body, 'w:bookmarkStart').map(({ attribs }) => attribs['w:name'] ?? ''),
    bookmarkIds: all(body, 'w:bookmarkStart').map(({ attribs }) => attribs['w:id'] ?? ''),
    leads: [
      ...links.flatMap(({ link }) => (link.attribs['r:id'] ? [] : (link.attribs['w:anchor'] ?? []))),
      ...fields.flatMap((field) => /^PAGEREF (\S+)/.exec(field)?.[1] ?? []),
      ...[body, notes].flatMap((one) =>
        all(one, 'w:fldSimple').flatMap(({ attribs }) => /NOTEREF (\S+)/.exec(attribs['w:instr'] ?? '')?.[1] ?? []),
      ),
    ],
    addresses: links.flatMap(({ link, part }) => {
      const id = link.attribs['r:id'];
      return id === undefined ? [] : [relations.get(`${part} ${id}`) ?? `nowhere: ${id}`];
    }),
    alternatives: [body, notes].flatMap((one) => all(one, 'wp:docPr').map(({ attribs }) => attribs.descr ?? '')),
    notes: Object.fromEntries(own.map((note) => [note.attribs['w:id'] ?? '', wordsOf(note)])),
    marks: all(body, 'w:footnoteReference').map(({ attribs }) => attribs['w:id'] ?? ''),
    words: spaced([body, ...own].map(wordsOf).join(' ')),
  };
}

function readParagraph(paragraph: Element, isInTable: boolean): ReadParagraph {
  const value = (name: string): string | undefined => all(paragraph, name)[0]?.attribs['w:val'];
  return {
    style: value('w:pStyle') ?? '',
    words: spaced(wordsOf(paragraph)),
    list: value('w:numId'),
    level: Number(value('w:ilvl') ?? 0),
    isInTable,
    languages: all(paragraph, 'w:lang').flatMap(({ attribs }) => attribs['w:val'] ?? []),
  };
}

const parsed = (xml: string): Element => parseDocument(xml, { xmlMode: true }) as unknown as Element;

/** All elements of a name in another, in the order of the text. */
function all(element: Element, name: string): Element[] {
  const found: Element[] = [];
  const waiting = [...element.children].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    if (next.children) waiting.push(...next.children.toReversed());
  }
  return found;
}

/** The words in an element: a tab, a line break and the end of a paragraph are spaces. What a field is told to do is no words, unless asked for alone. */
function wordsOf(element: Element): string {
  const words: string[] = [];
  const waiting = [...element.children].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') words.push(next.data ?? '');
    else if (['w:tab', 'w:br'].includes(next.name)) words.push(' ');
    else if (next.name !== 'w:instrText' && next.children) {
      if (next.name === 'w:p') waiting.push({ type: 'text', name: '', attribs: {}, children: [], data: ' ' });
      waiting.push(...next.children.toReversed());
    }
  }
  return words.join('');
}

/** Words with single spaces; what no XML can hold is a sign that says so. */
export const spaced = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();

/** A text as its letters and signs alone: where spaces stand is the business of the layout. */
export const packed = (text: string): string => spaced(text).replace(/\s/g, '');
