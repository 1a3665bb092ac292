import type { Spot } from '../../source.ts';
import { elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import type { Gathering } from './gathering.ts';
import type { Contents, Item } from './lines.ts';

/** Paragraphs and tables one after the other, in the body, a note, a cell or a text box; and where in them the reading is. */
export abstract class Narrative<Document extends Gathering> {
  readonly document: Document;
  /** Pages as they were divided when the document was saved; 0 where no division is stored. */
  page = 0;
  /** The table of contents that the reading is in. */
  protected contents: Contents | undefined;
  #paragraph = 0;
  readonly #fixed: Spot | undefined;

  /** `spot` where all of it stands at one place: a note stands where its mark does. */
  constructor(document: Document, spot?: Spot) {
    this.document = document;
    this.#fixed = spot;
  }

  /** Where the reading is. */
  get spot(): Spot {
    return this.#fixed ?? { page: this.page + 1, paragraph: this.#paragraph };
  }

  /** What an element holds. */
  items(parent: XmlElement): Item[] {
    return elementsOf(parent).flatMap((element) => this.item(element));
  }

  /** What a paragraph, a table, or something around them is made of. */
  abstract item(element: XmlElement): Item[];

  /** A paragraph begins. */
  protected nextParagraph(): void {
    this.document.countParagraph();
    this.#paragraph++;
  }

  /** What an element holds, all of it a table of contents. */
  protected itemsOfContents(parent: XmlElement): Item[] {
    const before = this.contents;
    this.contents = whole;
    const items = this.items(parent);
    this.contents = before;
    return items;
  }
}

/** A table of contents that has an end of its own. */
export const whole: Contents = { hasEnd: true };
