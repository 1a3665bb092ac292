import { Tokenizer } from 'htmlparser2';
import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import {
  apartFromTables,
  barriers,
  blocks,
  closedBy,
  controls,
  inHead,
  inTables,
  ofTables,
  voids,
} from './elements.ts';

/** An element of a page. */
export interface HtmlElement {
  /** In small letters. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and words, in order. */
  readonly children: HtmlNode[];
  readonly parent: HtmlElement | undefined;
  /** The line where it begins, from 1; only where the page was made of a text whose lines people see. */
  readonly line: number | undefined;
}

/** An element, or words. */
export type HtmlNode = HtmlElement | string;

/** So deep elements may nest. What is deeper stands beside what it would stand in, so that no word is lost. */
const deepest = 200;

const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * Makes the tree of a page from marks and words in the order in which they come. Elements that begin close those that can't hold them,
 * and an end without a beginning is passed over, so that any text gives a tree; its cost grows with the length of the text alone.
 */
export class HtmlTree {
  readonly root: HtmlElement = elementOf('#page', noAttributes, undefined, undefined);
  /** What stands in `<!-- … -->`: programs for the office say there who wrote a page. */
  readonly comments: string[] = [];
  readonly #open: HtmlElement[] = [this.root];
  /** How many of the elements that are open are beyond the deepest. */
  #beyond = 0;
  #elements = 0;
  #characters = 0;

  /** Adds HTML as somebody wrote it. */
  markup(text: string, line?: number): void {
    new Reading(this, text, line).read();
  }

  /** Begins an element. */
  open(name: string, attributes: ReadonlyMap<string, string> = noAttributes, line?: number): void {
    this.#count(16);
    this.#elements++;
    if (this.top.name === 'head' && !inHead.has(name)) this.#open.pop();
    this.#closeFor(name);
    if (inTables.has(this.top.name)) this.#makePlace(name);
    const parent = this.top;
    const isBeyond = this.#open.length > deepest;
    const element = elementOf(name, attributes, parent, line);
    parent.children.push(element);
    for (const value of attributes.values()) this.#count(value.length);
    if (voids.has(name) || (name === 'form' && inTables.has(parent.name))) return;
    if (isBeyond) this.#beyond++;
    else this.#open.push(element);
  }

  /** Adds words. */
  text(words: string): void {
    this.#count(words.length);
    if (this.top.name === 'head' && /\S/.test(words)) this.#open.pop();
    if (inTables.has(this.top.name) && /\S/.test(words)) this.#makePlace('#text');
    const { children } = this.top;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + words;
    else children.push(words);
  }

  /** Ends the innermost element of a name. */
  close(name: string): void {
    if (name === 'br' || name === 'p') {
      if (name === 'br' || this.#placeOf(name) < 0) this.open(name);
      if (name === 'br') return;
    } else if (voids.has(name)) return;
    if (this.#beyond > 0) {
      this.#beyond--;
      // What stood in it and what follows are not one.
      if (blocks.has(name)) this.top.children.push(elementOf(name, noAttributes, this.top, undefined));
      return;
    }
    const place = this.#placeOf(name);
    if (place < 0) return;
    // Marks of words that end within a paragraph that began in them leave the paragraph whole.
    const isAcross = !blocks.has(name) && this.#open.slice(place + 1).some((element) => blocks.has(element.name));
    if (isAcross) this.#open.splice(place, 1);
    else this.#open.length = place;
  }

  /** The innermost element that is open. */
  get top(): HtmlElement {
    return this.#open.at(-1) as HtmlElement;
  }

  /** What stands in a table but in no cell of it gets one, so that it stays where it is. */
  #makePlace(name: string): void {
    if (apartFromTables.has(name)) return;
    const isCell = name === 'td' || name === 'th';
    if (this.top.name !== 'tr') {
      if (ofTables.has(name)) return;
      this.#push('tr');
    }
    if (!isCell) this.#push('td');
  }

  #push(name: string): void {
    const element = elementOf(name, noAttributes, this.top, undefined);
    this.top.children.push(element);
    this.#open.push(element);
  }

  #placeOf(name: string): number {
    const ends = barriers.get(name) ?? barriers.get('*')!;
    for (let place = this.#open.length - 1; place > 0; place--) {
      const open = (this.#open[place] as HtmlElement).name;
      if (open === name) return place;
      if (ends.has(open)) return -1;
    }
    return -1;
  }

  #closeFor(name: string): void {
    for (const closed of closedBy.get(name) ?? []) {
      const place = this.#placeOf(closed);
      if (place > 0) this.#open.length = place;
    }
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (this.#elements > limits.xmlElements || this.#characters > limits.xmlCharacters)
      throw new ImportFault(
        'This page is too large to be read: it has the length of many thousands of pages. Divide it, and import the parts.',
      );
  }
}

const elementOf = (
  name: string,
  attributes: ReadonlyMap<string, string>,
  parent: HtmlElement | undefined,
  line: number | undefined,
): HtmlElement => ({ name, attributes, children: [], parent, line });

/** Takes HTML apart and hands its pieces to a tree. */
class Reading {
  readonly #tree: HtmlTree;
  readonly #text: string;
  readonly #line: number | undefined;
  #name = '';
  #attributes: Map<string, string> | undefined;
  #attribute = '';
  #value = '';
  #lines = 0;
  #linesUpTo = 0;

  constructor(tree: HtmlTree, text: string, line: number | undefined) {
    this.#tree = tree;
    this.#text = text;
    this.#line = line;
  }

  read(): void {
    const tokenizer = new Tokenizer(
      {},
      {
        ontext: (start, end) => this.#tree.text(this.#text.slice(start, end)),
        ontextentity: (code) => this.#tree.text(String.fromCodePoint(code)),
        onopentagname: (start, end) => {
          this.#name = this.#text.slice(start, end).toLowerCase();
          this.#attributes = undefined;
          this.#toLine(start);
        },
        onattribname: (start, end) => {
          this.#attribute = this.#text.slice(start, end).toLowerCase();
          this.#value = '';
        },
        onattribdata: (start, end) => {
          this.#value += this.#text.slice(start, end);
        },
        onattribentity: (code) => {
          this.#value += String.fromCodePoint(code);
        },
        onattribend: () => {
          this.#attributes ??= new Map();
          if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
        },
        onopentagend: () => this.#open(),
        onselfclosingtag: () => {
          this.#open();
          if (this.#isInDrawing()) this.#tree.close(this.#name);
        },
        onclosetag: (start, end) => this.#tree.close(this.#text.slice(start, end).toLowerCase()),
        oncomment: (start, end, offset) => {
          this.#tree.comments.push(this.#text.slice(start, end - offset));
        },
        oncdata: (start, end, offset) => {
          if (this.#isInDrawing()) this.#tree.text(this.#text.slice(start, end - offset));
        },
        ondeclaration: () => undefined,
        onprocessinginstruction: () => undefined,
        onend: () => undefined,
        isInForeignContext: () => this.#isInDrawing(),
      },
    );
    tokenizer.write(this.#text);
    tokenizer.end();
  }

  #open(): void {
    this.#tree.open(
      this.#name,
      this.#attributes ?? noAttributes,
      this.#line === undefined ? undefined : this.#line + this.#lines,
    );
  }

  #isInDrawing(): boolean {
    for (let element: HtmlElement | undefined = this.#tree.top; element; element = element.parent)
      if (element.name === 'svg' || element.name === 'math') return true;
    return false;
  }

  /** Counts the lines up to a place; only where lines are wanted. */
  #toLine(end: number): void {
    if (this.#line === undefined) return;
    for (
      let at = this.#text.indexOf('\n', this.#linesUpTo);
      at >= 0 && at < end;
      at = this.#text.indexOf('\n', at + 1)
    ) {
      this.#lines++;
      this.#linesUpTo = at + 1;
    }
  }
}

/** What an attribute of an element says; empty where it does not have it. */
export const attributeOf = (element: HtmlElement, name: string): string => element.attributes.get(name)?.trim() ?? '';

/** An element and all elements in it, in order. */
export function* elementsIn(element: HtmlElement): Generator<HtmlElement> {
  const waiting: HtmlElement[] = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index] as HtmlNode;
      if (typeof child !== 'string') waiting.push(child);
    }
  }
}

/** All words in an element as they stand, with a space where one block of them ends. Programs and styles have none. */
export function textIn(element: HtmlNode): string {
  const words: string[] = [];
  const waiting: HtmlNode[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') words.push(next);
    else if (next.name !== 'script' && next.name !== 'style') {
      if (blocks.has(next.name) || controls.has(next.name) || next.name === 'br') {
        words.push(' ');
        waiting.push(' ');
      }
      for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index] as HtmlNode);
    }
  }
  return words.join('');
}
