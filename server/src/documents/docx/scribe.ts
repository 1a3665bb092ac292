import {
  BookmarkEnd,
  BookmarkStart,
  bookmarkUniqueNumericId,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  type XmlComponent,
} from 'docx';
import type { Picture } from '../edition/picture.ts';
import type { HtmlWords } from '../html/words.ts';
import type { Rasterise } from '../svg/rasterise.ts';
import type { Theme } from '../theme/theme.ts';
import type { FootNote } from '../tree.ts';
import type { Look } from './styles.ts';
import type { Template } from './template.ts';
import { languageTag } from './text.ts';

/** How a document for Word is written. */
export interface DocxOptions {
  /** The language of the document (BCP 47); what the writer says itself is in it. */
  readonly language: string;
  /** A picture, by its path in the workspace; undefined where it can’t be shown. */
  picture(path: string): Picture | undefined;
  /** Makes pictures of drawings, for programs that don’t draw themselves; undefined where nothing here can. */
  readonly rasterise?: Rasterise | undefined;
  readonly look: Look;
  /** A document of Word whose styles are taken. */
  readonly template?: Template | undefined;
  /** What stands above the title. */
  readonly logo?: Theme['logo'];
  /** What stands below it, for its looks. */
  readonly coverPicture?: Picture | undefined;
  /** Where an item stands in the document that is named by its ref; undefined where it doesn’t. */
  anchorOf(ref: string): string | undefined;
}

/** Where something stands. Widths in twentieths of a point. */
export interface Place {
  /** The language of the words there (BCP 47). */
  readonly lang: string;
  /** The width of the text there. */
  readonly width: number;
  /** The most that a picture may take of the page. */
  readonly height: number;
  /** In how many points of lists it stands. */
  readonly inLists: number;
  /** In how many pieces it stands; what stands too deep is written without these. */
  readonly depth: number;
  /** The style of paragraphs that have none of their own. */
  readonly style?: string | undefined;
  /** True in a footnote, which holds no other. */
  readonly isInNote?: true;
}

/** So deep pieces may nest. */
export const deepest = 60;

/** So far a list in another is set in, in twentieths of a point. */
export const step = 397;

/** The room between a table and the words below it, in twentieths of a point. */
const AFTER_TABLE = 200;

/** The styles of paragraphs that have as much room above them anyway. */
const spaced = /^(?:Title|Heading\d|TOCHeading|Gap)$/;

/** The name of a bookmark and the footnote that stands there, of the first mark of a footnote. */
interface Mark {
  readonly note: FootNote;
  /** Its number, in the order of marks in the document. */
  readonly number: number;
  readonly bookmark: string;
}

/** What all parts of the writer share: what bookmarks and footnotes there are, and those that are still to be written. */
export class Scribe {
  readonly options: DocxOptions;
  readonly words: HtmlWords;
  private readonly bookmarks: ReadonlyMap<string, string>;
  private readonly notes: ReadonlyMap<string, FootNote>;
  private readonly marks = new Map<string, Mark>();
  private readonly begun = new Set<string>();
  private waiting: string[] = [];
  /** True where the last thing written is a table, which has no room below it. */
  isBehindTable = false;
  /** What the next paragraph has besides: where it stands on its page. */
  private placing: Pick<IParagraphOptions, 'pageBreakBefore' | 'spacing'> = {};
  private lists = 0;
  private drawn = 0;

  /** `bookmarks` are the names of bookmarks by the anchor that stands there, `notes` the footnotes that marks refer to. */
  constructor(
    options: DocxOptions,
    words: HtmlWords,
    bookmarks: ReadonlyMap<string, string>,
    notes: ReadonlyMap<string, FootNote>,
  ) {
    this.options = options;
    this.words = words;
    this.bookmarks = bookmarks;
    this.notes = notes;
  }

  /** The name of the bookmark where an anchor stands; undefined where there is none. */
  bookmark(anchor: string): string | undefined {
    return this.bookmarks.get(anchor);
  }

  /** The next paragraph begins at an anchor; an anchor stands once. */
  begin(anchor: string | undefined): void {
    const name = anchor === undefined ? undefined : this.bookmarks.get(anchor);
    if (name === undefined || this.begun.has(name)) return;
    this.begun.add(name);
    this.waiting.push(name);
  }

  /** A paragraph, with the bookmarks that begin there. */
  paragraph(options: IParagraphOptions & { readonly children: readonly ParagraphChild[] }, place: Place): Paragraph {
    const { children } = options;
    const opened = this.waiting;
    this.waiting = [];
    const isAfterTable = this.isBehindTable;
    this.isBehindTable = false;
    const { placing } = this;
    this.placing = {};
    const inside = opened.reduce<readonly ParagraphChild[]>((held, name) => this.marked(name, held), children);
    const style = options.style ?? place.style;
    return new Paragraph({
      ...(isAfterTable && !spaced.test(style ?? '') ? { spacing: { before: AFTER_TABLE } } : {}),
      ...options,
      ...placing,
      ...(style ? { style } : {}),
      children: inside,
    });
  }

  /** Words with a bookmark around them. */
  marked(name: string, children: readonly ParagraphChild[]): readonly ParagraphChild[] {
    const id = bookmarkUniqueNumericId();
    return [child(new BookmarkStart(name, id)), ...children, child(new BookmarkEnd(id))];
  }

  /** The next paragraph stands on a new page, or as far down on its own. */
  place(placing: Pick<IParagraphOptions, 'pageBreakBefore' | 'spacing'>): void {
    this.placing = placing;
  }

  /** True while bookmarks wait for a paragraph. */
  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** A list of its own: its number. */
  nextList(): number {
    return ++this.lists;
  }

  /** A picture of its own: its number. */
  nextPicture(): number {
    return ++this.drawn;
  }

  /** What Word calls a picture in its lists. */
  pictureName(number: number): string {
    return `${this.words.picture.replace(/:$/, '')} ${number}`;
  }

  /** True for a footnote that stands below the text, not where the plan has it. */
  isBelow(anchor: string): boolean {
    return this.notes.has(anchor);
  }

  /** The first mark of a footnote, at an anchor; undefined where there is no such footnote. */
  mark(note: string, anchor: string): Mark | undefined {
    const found = this.notes.get(note);
    const bookmark = this.bookmarks.get(anchor);
    if (!found || bookmark === undefined) return undefined;
    const mark = { note: found, number: this.marks.size + 1, bookmark };
    this.marks.set(note, mark);
    return mark;
  }

  /** The mark of a footnote that has one already. */
  known(note: string): Mark | undefined {
    return this.marks.get(note);
  }

  /** The footnotes that were marked, in the order of their numbers. */
  get footnotes(): readonly Mark[] {
    return [...this.marks.values()];
  }

  /** The language to say at words, where it is not that of the document. */
  language(lang: string): { readonly language?: { readonly value: string } } {
    const tag = languageTag(lang);
    return tag === undefined || tag === languageTag(this.options.language) ? {} : { language: { value: tag } };
  }
}

/** Something that a paragraph may hold, which the types of the library do not say of it. */
export const child = (component: XmlComponent): ParagraphChild => component as unknown as ParagraphChild;
