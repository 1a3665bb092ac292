/**
 * XML as a tree, read within bounds. Nothing outside the bytes is ever looked at: there are no entities but the five of XML and numbers,
 * and a document type with definitions in it is refused. Marks that do not fit (an end without a beginning) are read as well as may be.
 */
import { Parser } from 'htmlparser2';
import { ImportFault } from '../fault.ts';
import { limits } from '../limits.ts';
import { decoded } from './decoded.ts';
import { isNamespace, Names } from './names.ts';

/** An element of a document. */
export interface XmlElement {
  /** `w:p`: the prefix that `ReadXml.namespaces` has for its namespace, whatever the document writes; without one where it has none. */
  readonly name: string;
  /** By their names, prefixed as elements are; `xml:lang` as it stands. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Elements and words, in order. */
  readonly children: readonly XmlNode[];
  /** The line where it begins, from 1. */
  readonly line: number;
}

/** An element, or words. */
export type XmlNode = XmlElement | string;

/** How a document is read. */
export interface ReadXml {
  /** The prefixes that names get, by namespace: `{ 'http://www.w3.org/1999/xhtml': 'h' }`. */
  readonly namespaces?: Readonly<Record<string, string>> | undefined;
  /** What is read piece by piece: the elements in any element of this name are given to `each` when they end, and not kept. */
  readonly piecesOf?: string | undefined;
  /** A piece, and the root as far as it was read. */
  readonly each?: ((piece: XmlElement, root: XmlElement) => void) | undefined;
}

interface Open extends XmlElement {
  readonly children: XmlNode[];
}

const noAttributes: XmlElement['attributes'] = Object.freeze({});

/**
 * Reads a document: its bytes, or its bytes in pieces as they are unpacked. Gives its root element.
 *
 * @throws {ImportFault} where it is not XML, ends too soon, has definitions of its own, or is beyond the limits.
 */
export function readXml(source: Uint8Array | Iterable<Uint8Array>, options: ReadXml = {}): XmlElement {
  const tree = new Tree(options);
  for (const text of decoded(source)) tree.write(text);
  return tree.end();
}

/** Builds the tree of what the parser meets. */
class Tree {
  readonly #parser: Parser;
  readonly #options: ReadXml;
  readonly #names: Names;
  readonly #open: Open[] = [];
  #root: Open | undefined;
  #elements = 0;
  #characters = 0;
  #isAtEnd = false;
  #isCut = false;
  #text = '';
  #textStart = 0;
  #line = 1;
  #nextLine = Number.POSITIVE_INFINITY;

  constructor(options: ReadXml) {
    this.#options = options;
    this.#names = new Names(options.namespaces ?? {});
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#begin(name, attributes),
        onclosetag: () => this.#finish(),
        ontext: (text) => this.#words(text),
        onprocessinginstruction: (name, data) => refuseDefinitions(name, data),
      },
      { xmlMode: true },
    );
  }

  write(text: string): void {
    this.#toLine(this.#textStart + this.#text.length);
    this.#textStart += this.#text.length;
    this.#text = text;
    this.#nextLine = this.#lineEnd(this.#textStart);
    this.#parser.write(text);
  }

  end(): XmlElement {
    this.#isAtEnd = true;
    this.#parser.end();
    if (!this.#root) throw new ImportFault('This is not XML: it has no elements.');
    if (this.#isCut)
      throw new ImportFault(
        `This document ends too soon: the end of “${this.#root.name}” is missing. It may not have been copied whole.`,
      );
    return this.#root;
  }

  #begin(tag: string, written: Record<string, string>): void {
    if (this.#open.length >= limits.xmlDepth)
      throw new ImportFault(`This document has more than ${limits.xmlDepth} elements inside one another.`);
    this.#toLine(this.#parser.startIndex);
    this.#names.enter(written);
    const element: Open = {
      name: this.#names.ofElement(tag),
      attributes: this.#attributes(written),
      children: [],
      line: this.#line,
    };
    this.#elements++;
    this.#count(16);
    const parent = this.#open.at(-1);
    if (parent) {
      if (!this.#isPieces(parent)) parent.children.push(element);
    } else if (this.#root) throw new ImportFault('This is not XML: it has two roots.');
    else this.#root = element;
    this.#open.push(element);
  }

  #attributes(written: Record<string, string>): XmlElement['attributes'] {
    let attributes: Record<string, string> | undefined;
    for (const name of Object.keys(written)) {
      if (isNamespace(name)) continue;
      attributes ??= {};
      const value = written[name]!;
      attributes[this.#names.ofAttribute(name)] = value;
      this.#count(value.length);
    }
    return attributes ?? noAttributes;
  }

  #finish(): void {
    const element = this.#open.pop()!;
    this.#names.leave();
    if (this.#isAtEnd) {
      this.#isCut = true;
      return;
    }
    const parent = this.#open.at(-1);
    if (!parent || !this.#isPieces(parent)) return;
    this.#options.each?.(element, this.#root!);
    this.#elements = 0;
    this.#characters = 0;
  }

  #words(text: string): void {
    const parent = this.#open.at(-1);
    if (!parent) return;
    this.#count(text.length);
    const last = parent.children.length - 1;
    const before = parent.children[last];
    if (typeof before === 'string') parent.children[last] = before + text;
    else parent.children.push(text);
  }

  #isPieces(element: Open): boolean {
    return this.#options.piecesOf !== undefined && element.name === this.#options.piecesOf;
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (this.#elements > limits.xmlElements || this.#characters > limits.xmlCharacters)
      throw new ImportFault(
        'This document has a piece that is too large to be read: a table or paragraph of thousands of pages. Divide it, and import the parts.',
      );
  }

  /** Counts the lines up to an index of the whole text. */
  #toLine(index: number): void {
    while (this.#nextLine < index) {
      this.#line++;
      this.#nextLine = this.#lineEnd(this.#nextLine + 1);
    }
  }

  /** The next end of a line in the text at hand, from an index of the whole text. */
  #lineEnd(index: number): number {
    const found = this.#text.indexOf('\n', index - this.#textStart);
    return found < 0 ? Number.POSITIVE_INFINITY : this.#textStart + found;
  }
}

/** `<!DOCTYPE x>` says nothing; with definitions in it, words could stand for other words without end, or for files. */
function refuseDefinitions(name: string, data: string): void {
  if (name.toLowerCase() === '!doctype' && !data.includes('[')) return;
  if (name.startsWith('!'))
    throw new ImportFault(
      'This document defines words of its own (a DTD), which could bring in other files or grow without end. It is not read: save it again without them.',
    );
}
