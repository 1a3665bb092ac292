import type { Block, Spot } from '../../source.ts';
import { tidy } from '../../words.ts';
import { headings } from './elements.ts';
import type { Lines, Role } from './lines.ts';
import type { Pictures } from './pictures.ts';
import type { Place } from './place.ts';
import { gridOf, isFlow } from './tables.ts';
import { attributeOf, elementsIn, type HtmlElement, type HtmlNode, textIn } from './tree.ts';

/** What the readers of elements can ask of the reading of the page. */
export interface Reading {
  readonly lines: Lines;
  readonly pictures: Pictures;
  /** Reads what stands in an element. */
  flow(element: HtmlElement, place: Place): void;
  /** Reads an element. */
  element(element: HtmlElement, place: Place): void;
  /** Reads what stands in an element as lines of a role. */
  as(role: Role, element: HtmlElement, place: Place): void;
  /** Reads what stands in an element as words in bold, which may be a heading. */
  bold(element: HtmlElement, place: Place): void;
  /** The place of what stands in an element. */
  inside(element: HtmlElement, place: Place): Place;
  /** Where the next line stands. */
  spot(): Spot;
  /** Notes what is left out. */
  remove(why: 'furniture' | 'contents' | 'deleted', what: HtmlNode): void;
}

/** True for the words of a quotation. */
export const isQuotation = (role: Role): boolean => role.type === 'paragraph' && role.part === 'quotation';

/** Somebody’s own words; a box that looks like a quotation and has headings or tables in it is none. */
export function readQuotation(reading: Reading, element: HtmlElement, place: Place): void {
  const isBox = [...elementsIn(element)].some(({ name }) => headings.has(name) || name === 'table');
  reading.as(isBox ? place.role : { type: 'paragraph', part: 'quotation' }, element, place);
}

/** A figure: of a quotation, the words below it say who spoke. */
export function readFigure(reading: Reading, element: HtmlElement, place: Place): void {
  const quotation = element.children.find((node) => typeof node !== 'string' && node.name === 'blockquote');
  for (const child of element.children) {
    if (typeof child === 'string') reading.lines.words(child, place.setting);
    else if (quotation && child.name === 'figcaption') readSpeaker(reading, child, place);
    else reading.element(child, place);
  }
  reading.lines.end();
}

/** Who said a quotation, as a line of it that begins with a dash. */
export function readSpeaker(reading: Reading, element: HtmlElement, place: Place): void {
  reading.lines.begin({ type: 'paragraph', part: 'quotation' });
  const name = tidy(textIn(element)).trim();
  if (name !== '') reading.lines.words(/^[—–―-]/.test(name) ? name : `— ${name}`, place.setting);
  reading.lines.begin(place.role);
}

/** Terms and what they mean: a table where each is short, else titles with what belongs to them. */
export function readDefinitions(reading: Reading, element: HtmlElement, place: Place): void {
  if (!isFlow(element)) {
    pushGrid(reading, element, place);
    return;
  }
  reading.lines.begin(place.role);
  readTerms(reading, element, place);
}

function readTerms(reading: Reading, element: HtmlElement, place: Place): void {
  for (const child of element.children) {
    if (typeof child === 'string') reading.lines.words(child, place.setting);
    else if (child.name === 'dt') reading.bold(child, reading.inside(child, place));
    else if (child.name === 'dd') reading.as({ type: 'paragraph' }, child, reading.inside(child, place));
    else if (child.name === 'div') readTerms(reading, child, reading.inside(child, place));
    else reading.element(child, place);
    reading.lines.begin(place.role);
  }
}

/** A table: of rows, or one that lays out the page. */
export function readTable(reading: Reading, element: HtmlElement, place: Place): void {
  if (isFlow(element)) reading.as(place.role.type === 'point' ? { type: 'paragraph' } : place.role, element, place);
  else pushGrid(reading, element, place);
}

/** Adds a table of rows. What stands above one whose cells are all empty is a line of its own. */
function pushGrid(reading: Reading, element: HtmlElement, place: Place): void {
  const grid = gridOf(element, reading.spot(), (cell) => readCell(reading, cell, place));
  if (grid.rows.some((cells) => cells.some(({ items }) => items.length > 0))) reading.lines.push(grid);
  else reading.as({ type: 'paragraph' }, element, place);
}

/** Reads a cell by itself. */
function readCell(reading: Reading, cell: HtmlElement, place: Place): Lines['items'] {
  const saved = reading.lines.items;
  const role = reading.lines.role;
  reading.lines.end();
  reading.lines.items = [];
  const found = reading.lines.items;
  reading.as({ type: 'paragraph' }, cell, {
    ...reading.inside(cell, place),
    depth: 0,
    list: undefined,
    counter: undefined,
  });
  reading.lines.items = saved;
  reading.lines.begin(role);
  return found;
}

/** A picture with words for it, or with its bytes. */
export function readPicture(reading: Reading, element: HtmlElement, alt: string): void {
  const file = reading.pictures.fileOf(element);
  const text = tidy(alt).trim();
  if (text === '' && file === undefined) return;
  addPicture(reading, text, file);
}

function addPicture(reading: Reading, text: string, file: string | undefined): void {
  reading.lines.add((spot): Block => ({ type: 'picture', spot, text, ...(file === undefined ? {} : { file }) }));
}

/** A drawing: its title and description are what it shows; words in it are listed as left out. */
export function readDrawing(reading: Reading, element: HtmlElement): void {
  const told = [...elementsIn(element)].filter(
    ({ name, parent }) => (name === 'title' || name === 'desc') && parent === element,
  );
  const words = [attributeOf(element, 'aria-label'), ...told.map(textIn)]
    .map((text) => tidy(text).trim())
    .filter(Boolean);
  const isUnread = (node: HtmlNode): boolean => typeof node === 'string' || !told.includes(node);
  for (const node of element.children) if (isUnread(node)) reading.remove('furniture', node);
  if (words.length > 0) addPicture(reading, [...new Set(words)].join('. '), undefined);
}

/** True where a heading stands in an element. */
export const hasHeading = (element: HtmlElement): boolean =>
  [...elementsIn(element)].some(({ name }) => headings.has(name));
