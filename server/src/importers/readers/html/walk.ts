import type { Removal, Spot } from '../../source.ts';
import type { Removals } from '../office/removals.ts';
import {
  hasHeading,
  isQuotation,
  type Reading,
  readDefinitions,
  readDrawing,
  readFigure,
  readPicture,
  readQuotation,
  readSpeaker,
  readTable,
} from './blocks.ts';
import { blocks, headings, unread } from './elements.ts';
import { Furniture, isMostlyLinks } from './furniture.ts';
import { Lines, type NoteRole, noteBlock, type PointRole, type Role, type Setting } from './lines.ts';
import { hrefOf, isSelfLink, isWayBack, nameIn } from './links.ts';
import { Counter, depthByClass, isLayout, isWordMark, wordPoint } from './lists.ts';
import { type Notes, notesOf } from './notes.ts';
import { Pictures } from './pictures.ts';
import { type Place, plainSetting, unknownLanguage } from './place.ts';
import { languageTag } from './properties.ts';
import { Styles, styleName } from './styles.ts';
import { attributeOf, elementsIn, type HtmlElement, type HtmlNode, textIn } from './tree.ts';

/** Elements whose words are bold, in italics, or set off. */
const bold = new Set(['b', 'strong']);
const italic = new Set(['i', 'em', 'dfn', 'var']);

/** How a page is read. */
export interface WalkOptions {
  readonly removals: Removals;
  /** What becomes of words that a page marks as put in or taken out. */
  readonly changes: 'taken' | 'refused';
}

/** Reads a page from first to last. */
export class Walk implements Reading {
  readonly lines: Lines;
  readonly pictures = new Pictures();
  readonly #page: HtmlElement;
  readonly #options: WalkOptions;
  readonly #styles: Styles;
  readonly #furniture: Furniture;
  readonly #notes: Notes;
  /** Names that links lead to. */
  readonly #reached = new Set<string>();
  #lists = 0;
  #paragraphs = 0;
  #line: number | undefined;
  /** Where the element that is read stands: among which, and at which place. */
  #siblings: readonly HtmlNode[] = [];
  #at = 0;
  /** True below the title of a table of contents. */
  #isInContents = false;

  constructor(page: HtmlElement, options: WalkOptions) {
    this.#page = page;
    this.#options = options;
    this.#styles = new Styles(page);
    this.#furniture = new Furniture(page, this.#styles);
    this.#notes = notesOf(page);
    for (const element of elementsIn(page)) {
      const href = element.name === 'a' ? attributeOf(element, 'href') : '';
      if (href.startsWith('#')) this.#reached.add(nameIn(href));
    }
    this.lines = new Lines(() => this.spot());
  }

  /** Reads all. What it finds is in `lines`. */
  read(): void {
    this.flow(this.#page, {
      setting: { ...plainSetting, lang: unknownLanguage },
      depth: 0,
      role: { type: 'paragraph' },
    });
    this.lines.finish();
  }

  spot(): Spot {
    this.#paragraphs++;
    return this.#line === undefined ? { paragraph: this.#paragraphs } : { line: this.#line };
  }

  flow(element: HtmlElement, place: Place): void {
    for (const [index, child] of element.children.entries())
      if (typeof child !== 'string') {
        this.#siblings = element.children;
        this.#at = index;
        this.element(child, place);
      } else if (!this.#furniture.holdsMain(element) || /^(?:body|#page|html)$/.test(element.name))
        this.lines.words(child, place.setting);
      else this.remove('furniture', child);
  }

  element(element: HtmlElement, place: Place): void {
    const { name } = element;
    if (name === 'template') this.remove('furniture', element);
    if (unread.has(name)) return;
    if (element.line !== undefined) this.#line = element.line;
    if (this.#notes.back.has(element)) return;
    const why = this.#furniture.why(element);
    if (why && !this.#holdsNote(element)) {
      this.remove(why, element);
      return;
    }
    const inside = this.inside(element, place);
    const label = this.#notes.marks.get(element) ?? (name === 'x-noteref' ? attributeOf(element, 'label') : undefined);
    const held =
      this.#notes.holders.get(element) ?? (name === 'x-footnote' ? attributeOf(element, 'label') : undefined);
    if (label !== undefined) this.lines.mark(label, place.setting);
    else if (held !== undefined) this.#note(element, inside, held);
    else {
      this.#name(element);
      if (blocks.has(name) && name !== '#page') this.#block(element, inside);
      else this.#inline(element, inside);
    }
  }

  /** Names that links reach it by. Those of boxes that only lay out a page count where a link leads there. */
  #name(element: HtmlElement): void {
    const names = [attributeOf(element, 'id'), element.name === 'a' ? attributeOf(element, 'name') : ''].filter(
      Boolean,
    );
    if (names.length === 0) return;
    const isReached = names.some((name) => this.#reached.has(name));
    if (
      !isReached &&
      /^(?:html|body|main|div|span|section|article|header|footer|form|table|ul|ol|dl|button|svg|img|tr|td|th|label|details|summary)$/.test(
        element.name,
      )
    )
      return;
    // What begins a block belongs to it, and not to what stands before.
    if (blocks.has(element.name)) this.lines.end();
    for (const name of names) this.lines.anchor(name);
  }

  inside(element: HtmlElement, place: Place): Place {
    const { name } = element;
    const looks = element.attributes.size === 0 ? {} : this.#styles.looksOf(element);
    const lang = languageTag(attributeOf(element, 'lang') || attributeOf(element, 'xml:lang'));
    const href = name === 'a' ? hrefOf(element) : undefined;
    const { setting } = place;
    const raised = name === 'sup' ? 'up' : name === 'sub' ? 'down' : looks.raised;
    const next: Setting = {
      bold: looks.bold ?? (bold.has(name) || setting.bold),
      italic: looks.italic ?? (italic.has(name) || setting.italic),
      lang: lang ?? setting.lang,
      href: href ?? setting.href,
      raised: raised ?? setting.raised,
      isKept: name === 'pre' || name === 'textarea' || setting.isKept,
    };
    return { ...place, setting: next };
  }

  #inline(element: HtmlElement, place: Place): void {
    const { name } = element;
    switch (name) {
      case 'br':
        this.lines.lineBreak(place.setting);
        return;
      case 'img':
        readPicture(this, element, attributeOf(element, 'alt'));
        return;
      case 'svg':
        readDrawing(this, element);
        return;
      case 'wbr':
        return;
      case 'cite':
        // Alone on its line below a quotation it says who spoke.
        if (isQuotation(place.role) && this.lines.isBlank) readSpeaker(this, element, place);
        else this.flow(element, place);
        return;
      case 'q':
        this.lines.words('“', place.setting);
        this.flow(element, place);
        this.lines.words('”', place.setting);
        return;
      case 'del':
      case 'ins':
        if ((name === 'del') === (this.#options.changes === 'taken')) this.remove('deleted', element);
        else this.flow(element, place);
        return;
      case 'a':
        if (isSelfLink(element)) return;
        if (isWayBack(element)) this.remove('furniture', element);
        else this.flow(element, place);
        return;
      case 'video':
      case 'audio':
      case 'iframe':
      case 'object':
      case 'canvas':
        readPicture(this, element, attributeOf(element, 'title') || attributeOf(element, 'aria-label'));
        this.flow(element, place);
        return;
      default:
        if (isWordMark(element)) return;
        this.flow(element, place);
    }
  }

  #block(element: HtmlElement, place: Place): void {
    const before = this.lines.role;
    this.#blockItself(element, place);
    this.lines.begin(before);
  }

  #blockItself(element: HtmlElement, place: Place): void {
    const { name } = element;
    const role = attributeOf(element, 'role');
    const level =
      headings.get(name) ?? (role === 'heading' ? Number(attributeOf(element, 'aria-level')) || 2 : undefined);
    if (level !== undefined) {
      this.#heading(element, level, place);
      return;
    }
    switch (name) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        if (this.#isInContents && isMostlyLinks(element)) this.remove('contents', element);
        else this.#list(element, place);
        return;
      case 'li':
        this.#point(element, place);
        return;
      case 'table':
        readTable(this, element, place);
        return;
      case 'dl':
        readDefinitions(this, element, place);
        return;
      case 'blockquote':
        readQuotation(this, element, place);
        return;
      case 'figure':
        readFigure(this, element, place);
        return;
      case 'footer':
        if (isQuotation(place.role)) readSpeaker(this, element, place);
        else this.as(place.role, element, place);
        return;
      case 'figcaption':
      case 'caption':
        this.as({ type: 'paragraph', part: 'caption' }, element, place);
        return;
      case 'summary':
        if (hasHeading(element)) this.as(place.role, element, place);
        else this.bold(element, place);
        return;
      case 'p':
      case 'div':
        this.#paragraph(element, place);
        return;
      default:
        this.as(place.role, element, place);
    }
  }

  /** Reads what stands in an element as lines of a role. */
  as(role: Role, element: HtmlElement, place: Place): void {
    this.lines.begin(role);
    this.flow(element, { ...place, role });
    this.lines.end();
  }

  bold(element: HtmlElement, place: Place): void {
    this.as({ type: 'paragraph' }, element, { ...place, setting: { ...place.setting, bold: true } });
  }

  #heading(element: HtmlElement, level: number, place: Place): void {
    const text = textIn(element);
    this.#isInContents = Furniture.isContentsTitle(text) && this.#leadsToLinks();
    if (this.#isInContents) this.remove('contents', text);
    else this.as({ type: 'heading', level: Math.max(1, Math.min(9, level)), isTitle: false }, element, place);
  }

  /** True where a list of links within the page follows. */
  #leadsToLinks(): boolean {
    const next = this.#siblings.slice(this.#at + 1, this.#at + 3).find((node) => typeof node !== 'string');
    if (typeof next !== 'object') return false;
    for (const one of elementsIn(next)) if (one.name === 'a' && !attributeOf(one, 'href').includes('#')) return false;
    return isMostlyLinks(next);
  }

  #paragraph(element: HtmlElement, place: Place): void {
    const point = wordPoint(element);
    const classes = attributeOf(element, 'class');
    if (point?.mark !== undefined) {
      const listed = { list: 'word', level: point.depth, mark: point.mark };
      this.as({ type: 'point', listed }, element, place);
    } else if (
      element.name === 'p' &&
      /(?:^|\s)(?:MsoTitle|title)(?:\s|$)/i.test(classes) &&
      !/^(?:li|blockquote)$/.test(element.parent?.name ?? '')
    )
      this.as({ type: 'heading', level: 1, isTitle: true, style: 'Title' }, element, place);
    else if (/\bMso(?:Intense)?Quote/.test(classes)) this.as({ type: 'paragraph', part: 'quotation' }, element, place);
    else if (/\bMsoCaption/.test(classes)) this.as({ type: 'paragraph', part: 'caption' }, element, place);
    else {
      const style = element.name === 'p' && this.#page.name === '#page' ? styleName(classes) : undefined;
      this.as(style && place.role.type === 'paragraph' ? { ...place.role, style } : place.role, element, place);
    }
    if (element.name === 'p' || point) this.#isInContents = false;
  }

  #list(element: HtmlElement, place: Place): void {
    const depth = (depthByClass(element) ?? place.depth) + (attributeOf(element, 'data-inset') ? 1 : 0);
    this.lines.begin(place.role);
    const list = place.list ?? (depthByClass(element) === undefined ? this.#listBehind() : 'docs');
    this.flow(element, { ...place, depth: depth + 1, list, counter: new Counter(element, this.#styles) });
    this.lines.end();
  }

  /** The name of a list: lists with nothing between them are one as far as depth goes. */
  #listBehind(): string {
    const last = this.lines.items.at(-1);
    return (last?.type === 'line' ? last.listed?.list : undefined) ?? `list ${this.#lists++}`;
  }

  #point(element: HtmlElement, place: Place): void {
    const mark = (place.counter ?? new Counter(element, this.#styles)).mark(element);
    if (isLayout(element)) {
      this.as({ type: 'paragraph' }, element, { ...place, depth: 0, list: undefined, counter: undefined });
      return;
    }
    const listed = { list: place.list ?? 'list', level: Math.max(0, place.depth - 1), mark };
    const role: PointRole = { type: 'point', listed };
    this.as(role, element, place);
  }

  #note(element: HtmlElement, place: Place, label: string): void {
    const before = this.lines.role;
    const role: NoteRole = { type: 'note', label, isRemark: this.#notes.remarks.has(element), spans: [] };
    this.lines.begin(role);
    this.flow(element, { ...place, role });
    this.lines.end();
    this.lines.forgetAnchors();
    const block = noteBlock(role, this.spot());
    if (block) this.lines.push({ type: 'ready', block });
    this.lines.begin(before);
  }

  remove(why: Removal['why'], what: HtmlNode): void {
    this.#options.removals.add(
      why,
      textIn(what),
      this.#line === undefined ? { paragraph: this.#paragraphs + 1 } : { line: this.#line },
    );
  }

  #holdsNote(element: HtmlElement): boolean {
    if (this.#notes.holders.size === 0) return false;
    for (const one of elementsIn(element)) if (this.#notes.holders.has(one)) return true;
    return false;
  }
}
