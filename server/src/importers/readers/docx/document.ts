/** What all stories of a Word document share: the body, notes, remarks, running heads. */
import { elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { Formats } from '../office/formats.ts';
import { Gathering } from '../office/gathering.ts';
import type { ReadOptions } from '../reader.ts';
import { Numbering } from './numbering.ts';
import type { Package } from './package.ts';
import { Styles } from './styles.ts';

/** A Word document as it is read. */
export class WordDocument extends Gathering {
  readonly pack: Package;
  readonly styles: Styles;
  readonly formats: Formats;
  readonly numbering: Numbering;
  readonly comments: ReadonlyMap<string, XmlElement>;
  readonly footnotes: ReadonlyMap<string, XmlElement>;
  readonly endnotes: ReadonlyMap<string, XmlElement>;

  constructor(pack: Package, changes: ReadOptions['changes']) {
    super(pack.archive, changes);
    this.pack = pack;
    this.styles = new Styles(this.#part('styles'));
    this.formats = new Formats(this.styles.base);
    this.numbering = new Numbering(this.#part('numbering'), this.styles);
    this.comments = byId(this.#part('comments'), 'w:comment');
    this.footnotes = byId(this.#part('footnotes'), 'w:footnote');
    this.endnotes = byId(this.#part('endnotes'), 'w:endnote');
  }

  /** The name of a part that the main part names by its type. */
  nameOf(type: string): string {
    return this.pack.partOf(this.pack.main, type) ?? '';
  }

  #part(type: string): XmlElement | undefined {
    return this.pack.xml(this.pack.partOf(this.pack.main, type));
  }
}

/** Lines between notes and what stands above them are no notes: they have a type. */
const byId = (root: XmlElement | undefined, name: string): Map<string, XmlElement> =>
  new Map(
    elementsOf(root, name)
      .filter(({ attributes }) => ['normal', undefined].includes(attributes['w:type']))
      .map((element) => [element.attributes['w:id'] ?? '', element]),
  );
