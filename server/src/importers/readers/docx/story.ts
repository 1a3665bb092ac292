/** A story of a Word document: paragraphs and tables one after the other, in the body, a note, a cell or a text box. */
import type { Spot } from '../../source.ts';
import { childOf, descendantsOf, elementsOf, textOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { bounded } from '../office/grids.ts';
import type { Cell, Grid, Item, Line, Listed, Span } from '../office/lines.ts';
import { textOfLine } from '../office/lines.ts';
import { Narrative, whole } from '../office/narrative.ts';
import type { WordDocument } from './document.ts';
import { Fields } from './fields.ts';
import { Inlines } from './inlines.ts';
import { type ParagraphProperties, paragraphProperties, type Style } from './styles.ts';
import { settingOf, wholeNumber } from './values.ts';

/** The bit of `w:tblLook` that asks for a first row that is set apart (ISO/IEC 29500-1, 17.7.6.7). */
const firstRow = 0x20;

/** Reads a part, or a piece of one. */
export class Story extends Narrative<WordDocument> {
  /** The part that it stands in, whose relations it uses. */
  readonly part: string;
  readonly fields = new Fields();
  /** Words of a paragraph whose end was deleted, or not inserted: they go on in the next. */
  #pending: Span[] = [];

  /** `spot` where all of it stands at one place: a note stands where its mark does. */
  constructor(document: WordDocument, part: string, spot?: Spot) {
    super(document, spot);
    this.part = part;
  }

  /** What a paragraph or a table, or something around them, is made of. */
  override item(element: XmlElement): Item[] {
    switch (element.name) {
      case 'w:p':
        return this.#line(element);
      case 'w:tbl':
        return [...this.rest(), this.#grid(element)];
      case 'w:sdt':
        return this.#control(element);
      case 'mc:AlternateContent':
        return this.items(alternative(element));
      case 'w:altChunk':
        this.document.lost(
          'Another document is built in here. Its words are not brought in: save this document again in Word first.',
          this.spot,
        );
        return [];
      case 'w:bookmarkStart':
        return this.#place(element);
      case 'm:oMathPara':
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        return this.#line({ ...element, name: 'w:p', children: [element] });
      case 'w:customXml':
      case 'w:smartTag':
        return this.items(element);
      default:
        return [];
    }
  }

  /** Words that were to go on in a next paragraph where there is none. */
  rest(): Item[] {
    const spans = this.#pending;
    this.#pending = [];
    return spans.length > 0 ? [{ type: 'line', spot: this.spot, spans, indent: 0, anchors: [] }] : [];
  }

  #control(element: XmlElement): Item[] {
    const content = childOf(element, 'w:sdtContent');
    if (!content) return [];
    const properties = childOf(element, 'w:sdtPr');
    const gallery = settingOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery');
    if (childOf(properties, 'w:showingPlcHdr')) {
      this.document.removals.add('furniture', [...descendantsOf(content, 'w:t')].map(textOf).join(''), this.spot);
      return [];
    }
    return gallery === 'Table of Contents' ? this.itemsOfContents(content) : this.items(content);
  }

  /** A name of a place between paragraphs belongs to what comes next; here it is a line without words. */
  #place(element: XmlElement): Item[] {
    const name = element.attributes['w:name'];
    return name && name !== '_GoBack' ? [{ type: 'line', spot: this.spot, spans: [], indent: 0, anchors: [name] }] : [];
  }

  #line(element: XmlElement): Item[] {
    this.nextParagraph();
    const { styles, changes } = this.document;
    const properties = childOf(element, 'w:pPr');
    const style = styles.style(settingOf(properties, 'w:pStyle') ?? styles.normal);
    const inlines = new Inlines(this, style?.run ?? {});
    const { spot } = this;
    const inContents = this.contents ?? this.fields.contents;
    inlines.read(element);
    const contents = inContents ?? inlines.contents ?? (style?.part === 'contents' ? whole : undefined);
    const spans = this.#pending;
    for (const span of inlines.spans) spans.push(span);
    this.#pending = [];
    const mark = childOf(properties, 'w:rPr');
    const [gone, away] = changes === 'taken' ? (['w:del', 'w:moveFrom'] as const) : (['w:ins', 'w:moveTo'] as const);
    if (childOf(mark, gone) ?? childOf(mark, away)) {
      this.#pending = spans;
      return inlines.after;
    }
    const own = paragraphProperties(properties);
    const numbered = this.#numbered(own, style, spans);
    const outline = own.outline ?? (style?.headingLevel === undefined ? undefined : style.headingLevel - 1);
    const isHeading = (style?.part === undefined || style.part === 'heading') && outline !== undefined && outline < 9;
    const part = isHeading ? 'heading' : style?.part === 'heading' ? undefined : style?.part;
    const line: Line = {
      type: 'line',
      spot,
      spans,
      part,
      level: isHeading ? outline + 1 : undefined,
      number: part === 'heading' || part === 'title' ? numbered?.listed?.mark : undefined,
      style: style && style.id !== styles.normal ? style.name : undefined,
      listed: part === 'heading' || part === 'title' ? undefined : numbered?.listed,
      indent: own.indent ?? numbered?.indent ?? style?.paragraph.indent ?? 0,
      anchors: inlines.anchors,
      contents,
    };
    return [line, ...inlines.after];
  }

  /** The place in a list that a paragraph has by itself or by its style. An empty one that is blank counts as Word counts it. */
  #numbered(
    own: ParagraphProperties,
    style: Style | undefined,
    spans: readonly Span[],
  ): { listed: Listed | undefined; indent: number | undefined } | undefined {
    const { numbering } = this.document;
    const num = own.numbering ?? style?.paragraph.numbering;
    if (!numbering.has(num)) return undefined;
    const ofStyle = own.numbering === undefined ? numbering.levelOfStyle(num, style?.numberedBy) : undefined;
    const level = own.level ?? ofStyle ?? style?.paragraph.level ?? 0;
    if (textOfLine({ spans }).trim() === '' && spans.every(({ note }) => note === undefined)) {
      numbering.next(num, level);
      return undefined;
    }
    const { mark, indent } = numbering.next(num, level);
    return { listed: mark === '' ? undefined : { list: num, level, mark }, indent };
  }

  #grid(element: XmlElement): Grid {
    const { spot } = this;
    const rows: Cell[][] = [];
    let head = 0;
    for (const row of inside(element, 'w:tr')) {
      const properties = childOf(row, 'w:trPr');
      if (this.#isRowGone(row, properties)) continue;
      if (childOf(properties, 'w:tblHeader') && head === rows.length) head++;
      rows.push(this.#row(row, properties));
    }
    const properties = childOf(element, 'w:tblPr');
    const caption = settingOf(properties, 'w:tblCaption');
    return {
      type: 'grid',
      spot,
      rows: bounded(rows),
      head: head === 0 && this.#hasHeadRow(properties, rows) ? 1 : head,
      caption,
    };
  }

  /** Whether the style of a table shows its first row as headings. Tables of two columns have labels at the left, whatever their style. */
  #hasHeadRow(properties: XmlElement | undefined, rows: readonly (readonly Cell[])[]): boolean {
    const look = childOf(properties, 'w:tblLook')?.attributes;
    const isAsked = look?.['w:firstRow'] === '1' || (Number.parseInt(look?.['w:val'] ?? '0', 16) & firstRow) !== 0;
    const style = settingOf(properties, 'w:tblStyle');
    return (
      isAsked &&
      style !== undefined &&
      rows.length > 1 &&
      (rows[0]?.length ?? 0) > 2 &&
      this.document.styles.hasHeadRow(style)
    );
  }

  #isRowGone(row: XmlElement, properties: XmlElement | undefined): boolean {
    const { changes, edits, removals } = this.document;
    const added = childOf(properties, 'w:ins');
    const deleted = childOf(properties, 'w:del');
    if (added) edits.add('added', added.attributes['w:author']);
    if (deleted) edits.add('deleted', deleted.attributes['w:author']);
    if (!(changes === 'taken' ? deleted : added)) return false;
    removals.add('deleted', wordsIn(row), this.spot);
    return true;
  }

  #row(row: XmlElement, properties: XmlElement | undefined): Cell[] {
    const empty = (columns: number | undefined): Cell[] =>
      columns ? [{ items: [], columns: Math.min(columns, 100) }] : [];
    const cells = inside(row, 'w:tc').map((cell): Cell => {
      const own = childOf(cell, 'w:tcPr');
      const columns = Math.min(Math.max(wholeNumber(settingOf(own, 'w:gridSpan')) ?? 1, 1), 100);
      return { items: this.items(cell), columns };
    });
    return [
      ...empty(wholeNumber(settingOf(properties, 'w:gridBefore'))),
      ...cells,
      ...empty(wholeNumber(settingOf(properties, 'w:gridAfter'))),
    ];
  }
}

/** Rows or cells of a table, with those in what Word puts around them. */
function inside(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (element.name === name) return [element];
    if (element.name === 'w:sdt') return inside(childOf(element, 'w:sdtContent') ?? element, name);
    return element.name === 'w:customXml' || element.name === 'w:ins' || element.name === 'w:del'
      ? inside(element, name)
      : [];
  });
}

/** What of several ways to show the same is read: the newest; the older where the newest is empty. */
export const alternative = (element: XmlElement): XmlElement => {
  const [choice] = elementsOf(element, 'mc:Choice');
  return choice && choice.children.length > 0 ? choice : (childOf(element, 'mc:Fallback') ?? element);
};

/** All words in an element, deleted ones too, with a space where a paragraph ends. */
export function wordsIn(element: XmlElement): string {
  if (element.name === 'w:t' || element.name === 'w:delText') return textOf(element);
  const words = elementsOf(element).map(wordsIn).join('');
  return element.name === 'w:p' ? `${words} ` : words;
}
