import type { IXmlableObject } from 'docx';

/** A run of words in one look. */
export interface Words {
  readonly text: string;
  /** The name of the style of its letters. */
  readonly style: string | undefined;
  readonly isBold: boolean | undefined;
}

/** What stands in a line: words, or a picture of a height in twentieths of a point. */
type Piece = Words | { readonly picture: number };

/** A paragraph as it is written in a document. */
export interface BodyParagraph {
  readonly style: string | undefined;
  readonly pieces: readonly Piece[];
  readonly bookmarks: readonly string[];
  /** The ids of the footnotes that it marks. */
  readonly notes: readonly string[];
  readonly left: number | undefined;
  readonly hanging: number | undefined;
  readonly before: number | undefined;
  readonly breaksBefore: boolean;
  readonly keepsNext: boolean;
}

export interface BodyTable {
  /** The rows: their cells with the widths of these, and how many of them are repeated on each page. */
  readonly rows: readonly { readonly isHeader: boolean; readonly cells: readonly BodyCell[] }[];
}

export interface BodyCell {
  readonly width: number;
  readonly paragraphs: readonly BodyParagraph[];
}

/** What stands between two ends of a section, on pages of one size. */
export interface BodySection {
  readonly blocks: readonly (BodyParagraph | BodyTable)[];
  readonly width: number;
  readonly height: number;
}

type Node = Readonly<Record<string, unknown>>;

const children = (value: unknown): readonly Node[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is Node => typeof one === 'object' && one !== null);

/** The content of the first element of a name; undefined where there is none. */
const first = (nodes: readonly Node[], name: string): unknown => nodes.find((one) => name in one)?.[name];

/** An attribute of an element, from its content. */
const attribute = (content: unknown, name: string): unknown => {
  const all = children(content).find((one) => '_attr' in one)?._attr;
  return (all as Node | undefined)?.[name];
};

const number = (value: unknown): number | undefined => (value === undefined ? undefined : Number(value));

/** Twentieths of a point in an EMU, in which Word measures pictures. */
const EMU = 635;

/** Reads the body of a document as the library is about to write it: what its pages are filled with. */
export function readBody(body: IXmlableObject): readonly BodySection[] {
  const sections: BodySection[] = [];
  let blocks: (BodyParagraph | BodyTable)[] = [];
  const end = (properties: unknown): void => {
    sections.push({ blocks, ...sizeOf(children(properties)) });
    blocks = [];
  };
  for (const node of outer(children((body as Node)['w:body']))) {
    if ('w:p' in node) {
      blocks.push(readParagraph(children(node['w:p'])));
      const properties = first(children(first(children(node['w:p']), 'w:pPr')), 'w:sectPr');
      if (properties !== undefined) end(properties);
    } else if ('w:tbl' in node) blocks.push(readTable(children(node['w:tbl'])));
    else if ('w:sectPr' in node) end(node['w:sectPr']);
  }
  return sections;
}

/** Paragraphs and tables, those in a frame such as that of the contents among them. */
const outer = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => ('w:sdt' in node ? outer(children(first(children(node['w:sdt']), 'w:sdtContent'))) : [node]));

function sizeOf(properties: readonly Node[]): { readonly width: number; readonly height: number } {
  const size = first(properties, 'w:pgSz');
  const margin = first(properties, 'w:pgMar');
  const of = (content: unknown, name: string): number => number(attribute(content, name)) ?? 0;
  return {
    width: of(size, 'w:w') - of(margin, 'w:left') - of(margin, 'w:right'),
    height: of(size, 'w:h') - of(margin, 'w:top') - of(margin, 'w:bottom'),
  };
}

function readParagraph(nodes: readonly Node[]): BodyParagraph {
  const properties = children(first(nodes, 'w:pPr'));
  const pieces: Piece[] = [];
  const bookmarks: string[] = [];
  const notes: string[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('w:r' in node) readRun(children(node['w:r']), pieces, notes);
    else if ('w:hyperlink' in node) waiting.push(...[...children(node['w:hyperlink'])].reverse());
    else if ('w:fldSimple' in node) waiting.push(...[...children(node['w:fldSimple'])].reverse());
    else if ('w:bookmarkStart' in node) bookmarks.push(String(attribute(node['w:bookmarkStart'], 'w:name')));
  }
  const indent = first(properties, 'w:ind');
  return {
    style: attribute(first(properties, 'w:pStyle'), 'w:val') as string | undefined,
    pieces,
    bookmarks,
    notes,
    left: number(attribute(indent, 'w:left')),
    hanging: number(attribute(indent, 'w:hanging')),
    before: number(attribute(first(properties, 'w:spacing'), 'w:before')),
    breaksBefore: first(properties, 'w:pageBreakBefore') !== undefined,
    keepsNext: first(properties, 'w:keepNext') !== undefined,
  };
}

function readRun(nodes: readonly Node[], pieces: Piece[], notes: string[]): void {
  const properties = children(first(nodes, 'w:rPr'));
  const style = attribute(first(properties, 'w:rStyle'), 'w:val') as string | undefined;
  const look = { style, isBold: first(properties, 'w:b') === undefined ? undefined : true };
  for (const node of nodes) {
    if ('w:t' in node)
      pieces.push({ ...look, text: (node['w:t'] as unknown[]).filter((one) => typeof one === 'string').join('') });
    else if ('w:tab' in node) pieces.push({ ...look, text: '\t' });
    else if ('w:br' in node) pieces.push({ ...look, text: '\n' });
    else if ('w:footnoteReference' in node) notes.push(String(attribute(node['w:footnoteReference'], 'w:id')));
    else if ('w:drawing' in node) pieces.push({ picture: pictureHeight(node['w:drawing']) });
  }
}

function pictureHeight(drawing: unknown): number {
  const inline = children(first(children(drawing), 'wp:inline'));
  return (number(attribute(first(inline, 'wp:extent'), 'cy')) ?? 0) / EMU;
}

function readTable(nodes: readonly Node[]): BodyTable {
  const grid = children(first(nodes, 'w:tblGrid')).map((one) => number(attribute(one['w:gridCol'], 'w:w')) ?? 0);
  const rows = nodes.flatMap((node) => ('w:tr' in node ? [children(node['w:tr'])] : []));
  return {
    rows: rows.map((row) => ({
      isHeader: first(children(first(row, 'w:trPr')), 'w:tblHeader') !== undefined,
      cells: row
        .flatMap((node) => ('w:tc' in node ? [children(node['w:tc'])] : []))
        .map((cell, index) => ({
          width: grid[index] ?? 0,
          paragraphs: cell.flatMap((node) => ('w:p' in node ? [readParagraph(children(node['w:p']))] : [])),
        })),
    })),
  };
}
