/** What stands in a paragraph of an OpenDocument text: words, links, notes, frames, changes. */
import { childOf, elementsOf, textOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { inFont, merged, type RunProperties } from '../office/formats.ts';
import { formulaMessage } from '../office/gathering.ts';
import type { Item, Span } from '../office/lines.ts';
import { inOnePiece } from '../office/markdown.ts';
import { objectOf } from './objects.ts';
import { Story, wordsIn } from './story.ts';
import type { Style } from './styles.ts';

/** Spaces that a paragraph may have in a row. */
const mostSpaces = 100;

/** Reads a paragraph. */
export class Inlines {
  readonly spans: Span[] = [];
  readonly anchors: string[] = [];
  /** What stands behind the paragraph because it can't stand in it. */
  readonly after: Item[] = [];
  readonly #story: Story;
  readonly #style: Style;

  constructor(story: Story, style: Style) {
    this.#story = story;
    this.#style = style;
  }

  /** Reads what stands in an element; `near` is how its words look beyond their paragraph. */
  read(element: XmlElement, near: readonly RunProperties[] = [], href?: string): void {
    for (const node of element.children) {
      if (typeof node === 'string') this.#say(node.replace(/[\t\n\r ]+/g, ' '), near, href);
      else this.#element(node, near, href);
    }
  }

  #element(element: XmlElement, near: readonly RunProperties[], href: string | undefined): void {
    const { attributes } = element;
    switch (element.name) {
      case 'text:span': {
        const style = this.#story.document.styles.style('text', attributes['text:style-name']);
        this.read(element, [style.run, ...near], href);
        return;
      }
      case 'text:a':
        this.read(element, near, addressOf(attributes['xlink:href']) ?? href);
        return;
      case 'text:s':
        this.#say(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, mostSpaces)), near, href);
        return;
      case 'text:tab':
        this.#say('\t', near, href);
        return;
      case 'text:line-break':
        this.#say('\n', near, href);
        return;
      case 'text:soft-page-break':
        this.#story.page++;
        return;
      case 'text:page-number':
      case 'text:page-count':
        this.#say(textOf(element), near, href, true);
        return;
      case 'text:bookmark':
      case 'text:bookmark-start':
      case 'text:reference-mark':
      case 'text:reference-mark-start':
        if (attributes['text:name']) this.anchors.push(attributes['text:name']);
        return;
      case 'text:bookmark-ref':
      case 'text:reference-ref':
        this.read(element, near, attributes['text:ref-name'] ? `#${attributes['text:ref-name']}` : href);
        return;
      case 'text:note':
        this.#note(element, near);
        return;
      case 'office:annotation':
        this.#remark(element);
        return;
      case 'text:change-start':
      case 'text:change-end':
      case 'text:change':
        this.#change(element, near, href);
        return;
      case 'text:hidden-text':
      case 'text:placeholder':
        this.#story.document.removals.add('furniture', textOf(element), this.#story.spot);
        return;
      case 'text:list':
      case 'table:table':
        this.after.push(...this.#story.item(element));
        return;
      case 'text:p':
      case 'text:h':
        this.after.push(...this.#story.item(element));
        return;
      case 'draw:frame':
        this.#frame(element);
        return;
      case 'draw:text-box':
        this.after.push(...this.#story.items(element));
        return;
      case 'office:annotation-end':
      case 'office:event-listeners':
      case 'svg:title':
      case 'svg:desc':
      case 'text:alphabetical-index-mark':
      case 'text:toc-mark':
        return;
      default:
        // Fields and whatever newer programs write: their words are those that were printed last.
        this.read(element, near, href);
    }
  }

  #say(text: string, near: readonly RunProperties[], href: string | undefined, isPage = false): void {
    if (text === '') return;
    const { document, refused, spot } = this.#story;
    const own = merged(near);
    const { run, named } = this.#style;
    const all = merged([own, run]);
    if (refused !== undefined) document.removals.add('deleted', text, spot);
    else if (all.isHidden) document.removals.add('furniture', text, spot);
    else this.spans.push({ text: inFont(text, all), format: document.formats.of(named, own, run), href, isPage });
  }

  #note(note: XmlElement, near: readonly RunProperties[]): void {
    const { document, spot } = this.#story;
    if (this.#story.refused !== undefined) {
      document.removals.add('deleted', wordsIn(note), spot);
      return;
    }
    const kind = note.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
    const label = document.labels.of(kind, note.attributes['text:id'] ?? `${document.labels.count}`).text;
    const body = childOf(note, 'text:note-body');
    const { text, rest } = inOnePiece(body ? new Story(document, spot).items(body) : []);
    this.spans.push({ text: '', format: document.formats.of(this.#style.run, ...near), note: label });
    this.after.push({ type: 'ready', block: { type: 'footnote', spot, text, label } }, ...rest);
  }

  #remark(annotation: XmlElement): void {
    const { document, spot } = this.#story;
    const { text, rest } = inOnePiece(new Story(document, spot).items(annotation));
    const by = textOf(childOf(annotation, 'dc:creator')).trim() || undefined;
    if (text !== '') this.after.push({ type: 'ready', block: { type: 'remark', spot, text, by } });
    this.after.push(...rest);
  }

  #change({ name, attributes }: XmlElement, near: readonly RunProperties[], href: string | undefined): void {
    const { document, spot } = this.#story;
    const id = attributes['text:change-id'] ?? '';
    const change = document.tracked.get(id);
    if (!change) return;
    if (change.sort === 'added') {
      if (document.changes === 'refused') this.#story.refused = name === 'text:change-start' ? id : undefined;
      return;
    }
    if (name !== 'text:change' || !change.content) return;
    if (document.changes === 'taken') {
      document.removals.add('deleted', wordsIn(change.content), spot);
      return;
    }
    const paragraphs = elementsOf(change.content).filter(({ name }) => name !== 'office:change-info');
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) this.#say('\n', near, href);
      if (paragraph.name === 'text:p' || paragraph.name === 'text:h') this.read(paragraph, near, href);
      else this.after.push(...this.#story.item(paragraph));
    }
  }

  /** A chart is brought in as the table of its figures, a formula as its words; other objects are not. */
  #object(object: XmlElement): boolean {
    const { document, spot } = this.#story;
    const read = objectOf(document.archive, object.attributes['xlink:href']);
    if (read === undefined) return false;
    if (typeof read === 'string') {
      this.#say(read, [], undefined);
      document.doubts.push({ kind: 'wording', message: formulaMessage(read), spot });
      return true;
    }
    document.lost(
      'A chart here was brought in as the table of its figures. Goldthread draws charts of measures.',
      spot,
    );
    this.after.push(...read.flatMap((element) => this.#story.item(element)));
    return true;
  }

  #frame(frame: XmlElement): void {
    const { document, spot } = this.#story;
    const alt = textOf(childOf(frame, 'svg:desc')).trim() || textOf(childOf(frame, 'svg:title')).trim();
    const image = childOf(frame, 'draw:image');
    const href = image?.attributes['xlink:href']?.replace(/^\.\//, '') ?? '';
    const object = childOf(frame, 'draw:object');
    if (object && this.#object(object)) return;
    if (object ?? childOf(frame, 'draw:object-ole'))
      document.lost(
        'A file of another program is built in here (a spreadsheet, say). Only its picture is brought in.',
        spot,
      );
    if (/^[a-z][a-z\d+.-]*:/i.test(href)) {
      document.lost(
        'A picture here stands outside the document, and is not fetched. Put it into the document, or add it to the plan.',
        spot,
      );
      this.after.push({ type: 'ready', block: { type: 'picture', spot, text: alt } });
    } else if (href !== '') this.after.push({ type: 'ready', block: document.pictures.block(href, alt, spot) });
    const box = childOf(frame, 'draw:text-box');
    if (box) this.after.push(...this.#story.items(box));
  }
}

/** An address, or the place that a link within the document leads to: `#Title|outline` leads to a heading by its words. */
function addressOf(href: string | undefined): string | undefined {
  if (href === undefined || href === '') return undefined;
  return href.startsWith('#')
    ? href.replace(/\|(?:outline|region|table|frame|graphic)$/, '').replaceAll(' ', '%20')
    : href;
}
