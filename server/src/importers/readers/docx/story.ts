/** A story of a Word document: paragraphs and tables one after the other, in the body, a note, a cell or a text box. */
import type { Spot } from '../../source.ts';
import { childOf, descendantsOf, elementsOf, textOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import type { Cell, Contents, Grid, Item, Line, Listed, Span } from '../office/lines.ts';
import { textOfLine } from '../office/lines.ts';
import type { WordDocument } from './document.ts';
import { Fields } from './fields.ts';
import { Inlines } from './inlines.ts';
import { type ParagraphProperties, paragraphProperties, type Style } from './styles.ts';
import { settingOf, wholeNumber } from './values.ts';

/** What stands in a table of contents that has an end of its own. */
const whole: Contents = { hasEnd: true };

/** Reads a part, or a piece of one. */
export class Story {
  readonly document: WordDocument;
  /** The part that it stands in, whose relations it uses. */
  readonly part: string;
  readonly fields = new Fields();
  /** Pages as Word divided them when the document was saved; 0 where no division is stored. */
  page = 0;
  #paragraph = 0;
  /** Words of a paragraph whose end was deleted, or not inserted: they go on in the next. */
  #pending: Span[] = [];
  #contents: Contents | undefined;
  readonly #fixed: Spot | undefined;

  /** `spot` where all of it stands at one place: a note stands where its mark does. */
  constructor(document: WordDocument, part: string, spot?: Spot) {
    this.document = document;
    this.part = part;
    this.#fixed = spot;
  }

  /** Where the reading is. */
  get spot(): Spot {
    return this.#fixed ?? { page: this.page + 1, paragraph: this.#paragraph };
  }

  /** What an element holds: paragraphs, tables, and what they stand in. */
  items(parent: XmlElement): Item[] {
    return elementsOf(parent).flatMap((element) => this.item(element));
  }

  /** What a paragraph or a table, or something around them, is made of. */
  item(element: XmlElement): Item[] {
    switch (element.name) {
      case 'w:p':
        return this.#line(element);
      case 'w:tbl':
        return [this.#grid(element)];
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
    const before = this.#contents;
    if (gallery === 'Table of Contents') this.#contents = whole;
    const items = this.items(content);
    this.#contents = before;
    return items;
  }

  /** A name of a place between paragraphs belongs to what comes next; here it is a line without words. */
  #place(element: XmlElement): Item[] {
    const name = element.attributes['w:name'];
    return name && name !== '_GoBack' ? [{ type: 'line', spot: this.spot, spans: [], indent: 0, anchors: [name] }] : [];
  }

  #line(element: XmlElement): Item[] {
    this.document.paragraphs.count();
    if (!this.#fixed) this.#paragraph++;
    const { styles, changes } = this.document;
    const properties = childOf(element, 'w:pPr');
    const style = styles.style(settingOf(properties, 'w:pStyle') ?? styles.normal);
    const inlines = new Inlines(this, style?.run ?? {});
    const { spot } = this;
    const inContents = this.#contents ?? this.fields.contents;
    inlines.read(element);
    const contents = inContents ?? inlines.contents ?? (style?.part === 'contents' ? whole : undefined);
    const spans = [...this.#pending, ...inlines.spans];
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
      number: part === 'heading' || part === 'title' ? numbered?.listed.mark || undefined : undefined,
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
  ): { listed: Listed; indent: number | undefined } | undefined {
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
    return mark === '' ? undefined : { listed: { list: num, level, mark }, indent };
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
    const caption = settingOf(childOf(element, 'w:tblPr'), 'w:tblCaption');
    return { type: 'grid', spot, rows, head, caption };
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
