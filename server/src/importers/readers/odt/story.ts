/** Paragraphs, lists and tables of an OpenDocument text, in the body, a note, a cell or a frame. */
import { childOf, elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { bounded } from '../office/grids.ts';
import type { Cell, Grid, Item, Line, Listed } from '../office/lines.ts';
import { Narrative, whole } from '../office/narrative.ts';
import type { OpenText } from './document.ts';
import { Inlines } from './inlines.ts';
import type { OpenList } from './lists.ts';

/** Cells that a row repeats are read no more often than that: spreadsheets fill a row with them. */
const mostRepeats = 64;

interface InList {
  readonly list: OpenList;
  readonly level: number;
  /** The style of an inner list that has one of its own. */
  readonly style: string | undefined;
}

/** Reads a part. */
export class Story extends Narrative<OpenText> {
  /** A change that goes over what is read: added words that are refused. */
  refused: string | undefined;

  /** What a paragraph, a list, a table, or something around them is made of. */
  override item(element: XmlElement): Item[] {
    switch (element.name) {
      case 'text:h':
      case 'text:p':
        return this.#line(element, undefined);
      case 'text:list':
        return this.#list(element, undefined);
      case 'text:numbered-paragraph':
        return this.items(element);
      case 'table:table':
        return [this.#grid(element)];
      case 'text:tracked-changes':
        this.document.addChanges(element);
        return [];
      case 'text:table-of-content':
      case 'text:illustration-index':
      case 'text:table-index':
        return this.itemsOfContents(childOf(element, 'text:index-body') ?? element);
      case 'text:section':
        return element.attributes['text:display'] === 'none' ? this.#hidden(element) : this.items(element);
      case 'text:index-title':
      case 'text:index-body':
      case 'text:alphabetical-index':
      case 'text:bibliography':
      case 'text:user-index':
      case 'text:object-index':
        return this.items(element);
      case 'text:soft-page-break':
        this.page++;
        return [];
      case 'text:change-start':
      case 'text:change-end':
      case 'text:change':
      case 'draw:frame':
      case 'draw:g':
      case 'draw:custom-shape':
      case 'draw:rect':
        return this.#line({ name: 'text:p', attributes: {}, children: [element], line: element.line }, undefined);
      default:
        return [];
    }
  }

  #hidden(element: XmlElement): Item[] {
    this.document.removals.add('furniture', wordsIn(element), this.spot);
    return [];
  }

  #list(element: XmlElement, around: InList | undefined): Item[] {
    const style = element.attributes['text:style-name'];
    const list = around?.list ?? this.document.lists.open(element, undefined);
    const inside: InList = { list, level: around ? around.level + 1 : 0, style: style ?? around?.style };
    return elementsOf(element).flatMap((item) => {
      const isHeader = item.name === 'text:list-header';
      const start = item.attributes['text:start-value'];
      let isFirst = !isHeader;
      return elementsOf(item).flatMap((child) => {
        if (child.name === 'text:list') return this.#list(child, inside);
        if (child.name !== 'text:p' && child.name !== 'text:h') return this.item(child);
        const point = isFirst ? { ...inside, start: start === undefined ? undefined : Number(start) } : undefined;
        isFirst = false;
        return this.#line(child, point, inside);
      });
    });
  }

  #line(element: XmlElement, point: (InList & { start: number | undefined }) | undefined, around?: InList): Item[] {
    this.nextParagraph();
    const { styles, lists } = this.document;
    const style = styles.style('paragraph', element.attributes['text:style-name']);
    const { spot } = this;
    const inlines = new Inlines(this, style);
    inlines.read(element);
    const isHeading = element.name === 'text:h' || (style.part === 'heading' && style.headingLevel !== undefined);
    const level = Number(element.attributes['text:outline-level'] ?? style.headingLevel ?? 1) || 1;
    const isTitle = style.part === 'title' || style.part === 'contents';
    const part = isTitle ? style.part : isHeading ? 'heading' : style.part;
    const printed = point && lists.next(point.list, point.level, point.style, point.start);
    const isCounted = part === 'heading' || part === 'title';
    const listed: Listed | undefined =
      point && printed && printed.mark !== ''
        ? { list: point.list.id, level: point.level, mark: printed.mark }
        : undefined;
    const isLabelled = element.attributes['text:is-list-header'] !== 'true';
    const line: Line = {
      type: 'line',
      spot,
      spans: inlines.spans,
      part,
      level: part === 'heading' ? level : undefined,
      number: isCounted
        ? (listed?.mark ?? (part === 'heading' && isLabelled && !around ? lists.nextHeading(level) : undefined))
        : undefined,
      style: style.name === '' || style.name === 'Standard' ? undefined : style.name,
      listed: isCounted ? undefined : listed,
      indent: printed?.indent ?? style.indent ?? 0,
      anchors: inlines.anchors,
      contents: this.contents ?? (part === 'contents' ? whole : undefined),
    };
    return [line, ...inlines.after];
  }

  #grid(element: XmlElement): Grid {
    const { spot } = this;
    const rows: Cell[][] = [];
    let head = 0;
    const take = (parent: XmlElement, isHead: boolean): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'table:table-row') {
          rows.push(this.#row(child));
          if (isHead && head === rows.length - 1) head++;
        } else if (child.name === 'table:table-header-rows') take(child, true);
        else if (child.name === 'table:table-rows' || child.name === 'table:table-row-group') take(child, isHead);
      }
    };
    take(element, false);
    return { type: 'grid', spot, rows: bounded(rows), head };
  }

  /** A cell that another spans has nothing to say. */
  #row(row: XmlElement): Cell[] {
    return elementsOf(row).flatMap((cell): Cell[] => {
      if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') return [];
      const repeats = Math.min(
        Math.max(Number(cell.attributes['table:number-columns-repeated'] ?? 1) || 1, 1),
        mostRepeats,
      );
      return [{ items: this.items(cell), columns: repeats }];
    });
  }
}

/** All words in an element, with a space where a paragraph ends; notes and remarks among them. */
export function wordsIn(element: XmlElement): string {
  const words = element.children.map((node) => (typeof node === 'string' ? node : wordsIn(node))).join('');
  return element.name === 'text:p' || element.name === 'text:h'
    ? `${words} `
    : element.name === 'office:change-info'
      ? ''
      : words;
}
