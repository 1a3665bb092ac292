/** What all stories of a Word document share: the body, notes, remarks, running heads. */
import type { Doubt, Spot } from '../../source.ts';
import { elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { Edits } from '../office/edits.ts';
import { Formats } from '../office/formats.ts';
import { Labels } from '../office/labels.ts';
import { Paragraphs } from '../office/paragraphs.ts';
import { Pictures } from '../office/pictures.ts';
import { Removals } from '../office/removals.ts';
import type { ReadOptions } from '../reader.ts';
import { Numbering } from './numbering.ts';
import type { Package } from './package.ts';
import { Styles } from './styles.ts';

/** A Word document as it is read. */
export class WordDocument {
  readonly pack: Package;
  readonly changes: ReadOptions['changes'];
  readonly styles: Styles;
  readonly formats: Formats;
  readonly numbering: Numbering;
  readonly removals = new Removals();
  readonly edits = new Edits();
  readonly labels = new Labels();
  readonly paragraphs = new Paragraphs();
  readonly pictures: Pictures;
  readonly doubts: Doubt[] = [];
  readonly comments: ReadonlyMap<string, XmlElement>;
  readonly footnotes: ReadonlyMap<string, XmlElement>;
  readonly endnotes: ReadonlyMap<string, XmlElement>;
  readonly #said = new Set<string>();

  constructor(pack: Package, changes: ReadOptions['changes']) {
    this.pack = pack;
    this.changes = changes;
    this.styles = new Styles(this.#part('styles'));
    this.formats = new Formats(this.styles.base);
    this.numbering = new Numbering(this.#part('numbering'), this.styles);
    this.comments = byId(this.#part('comments'), 'w:comment');
    this.footnotes = byId(this.#part('footnotes'), 'w:footnote');
    this.endnotes = byId(this.#part('endnotes'), 'w:endnote');
    this.pictures = new Pictures(pack.archive, (doubt) => this.doubts.push(doubt));
  }

  /** The name of a part that the main part names by its type. */
  nameOf(type: string): string {
    return this.pack.partOf(this.pack.main, type) ?? '';
  }

  /** Something that could not be brought in: said once, where it was met first. */
  lost(message: string, spot: Spot): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.doubts.push({ kind: 'lost', message, spot });
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
