import { inRoman } from '../office/numbers.ts';
import { bullet } from '../office/symbols.ts';
import { type Styles, styleOf } from './styles.ts';
import { attributeOf, elementsIn, type HtmlElement, type HtmlNode, textIn } from './tree.ts';

/** How numbers are written, by the names that HTML and style sheets have for it. */
const writings: Readonly<Record<string, (value: number) => string>> = {
  '1': String,
  decimal: String,
  'decimal-leading-zero': (value) => String(value).padStart(2, '0'),
  a: letters,
  'lower-alpha': letters,
  'lower-latin': letters,
  A: (value) => letters(value).toUpperCase(),
  'upper-alpha': (value) => letters(value).toUpperCase(),
  'upper-latin': (value) => letters(value).toUpperCase(),
  i: inRoman,
  'lower-roman': inRoman,
  I: (value) => inRoman(value).toUpperCase(),
  'upper-roman': (value) => inRoman(value).toUpperCase(),
};

/** 1 is a, 27 is aa. */
function letters(value: number): string {
  let written = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    written = String.fromCharCode(97 + ((rest - 1) % 26)) + written;
  return written || String(value);
}

/** Counts the points of a list, each with what a browser prints before it. */
export class Counter {
  readonly #write: ((value: number) => string) | undefined;
  readonly #step: number;
  readonly #sign: string;
  #next: number;

  constructor(list: HtmlElement, styles: Styles) {
    const isOrdered = list.name === 'ol';
    const counting = attributeOf(list, 'type') || styles.looksOf(list).counting || '';
    this.#write = writings[counting] ?? (isOrdered ? String : undefined);
    this.#sign = attributeOf(list, 'data-sign') || '.';
    const isReversed = isOrdered && list.attributes.has('reversed');
    this.#step = isReversed ? -1 : 1;
    const count = list.children.filter((child) => typeof child !== 'string' && child.name === 'li').length;
    this.#next = numberOf(attributeOf(list, 'start')) ?? (isReversed ? count : 1);
  }

  /** What stands before a point. */
  mark(point: HtmlElement): string {
    const value = numberOf(attributeOf(point, 'value')) ?? this.#next;
    this.#next = value + this.#step;
    return attributeOf(point, 'data-mark') || (this.#write ? `${this.#write(value)}${this.#sign}` : '•');
  }
}

const numberOf = (text: string): number | undefined => (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined);

/** A paragraph that Word and Google mean as a point of a list. */
export interface WordPoint {
  readonly depth: number;
  /** Undefined where it is a heading of a numbered outline, or has no sign. */
  readonly mark: string | undefined;
  /** What holds the mark, which is no words of the point. */
  readonly holder: HtmlElement | undefined;
}

/** The place in a list of a paragraph from Word, which says it in its style: `mso-list:l0 level2 lfo1`. */
export function wordPoint(paragraph: HtmlElement): WordPoint | undefined {
  const list = /\blevel(\d)\b/.exec(styleOf(paragraph, 'mso-list'));
  const isNamed = /\bMsoListParagraph|\bMsoListBullet|\bMsoListNumber/.test(attributeOf(paragraph, 'class'));
  if (!list && !isNamed) return undefined;
  const holder = holderOf(paragraph);
  if (!list && !holder) return undefined;
  const margin = /^([\d.]+)pt$/.exec(styleOf(paragraph, 'margin-left'))?.[1];
  const depth = list ? Number(list[1]) - 1 : margin === undefined ? 0 : Math.round(Number(margin) / 36) - 1;
  const mark = holder && bullet(textIn(holder).replace(/[\s\u00a0]+/g, ' '), fontIn(holder));
  return { depth: Math.max(0, Math.min(8, depth)), mark: mark === 'o' || mark === '·' ? '•' : mark, holder };
}

/** The span of a mark: Word says that it is to be ignored, and sets the space behind it in letters of 7 points. */
function holderOf(paragraph: HtmlElement): HtmlElement | undefined {
  let looked = 0;
  for (const element of elementsIn(paragraph)) {
    if (looked++ > 20) return undefined;
    if (/^ignore$/i.test(styleOf(element, 'mso-list'))) return element;
    const isGap = element !== paragraph && /^7\.0pt\b/.test(styleOf(element, 'font'));
    if (isGap && element.parent && element.parent !== paragraph && textIn(element).trim() === '') return element.parent;
  }
  return undefined;
}

function fontIn(holder: HtmlElement): string | undefined {
  for (let element: HtmlElement | undefined = holder; element && element.name === 'span'; element = element.parent) {
    const font = styleOf(element, 'font-family').split(',', 1)[0]?.replace(/["']/g, '').trim();
    if (font) return font;
  }
  return undefined;
}

/** How deep a list of Google Docs stands: it writes lists in lists one behind the other, with the depth at the end of a class. */
export function depthByClass(list: HtmlElement): number | undefined {
  const depth = /(?:^|\s)lst-kix_\w{1,80}-(\d)(?:\s|$)/.exec(attributeOf(list, 'class'))?.[1];
  return depth === undefined ? undefined : Number(depth);
}

/** True for a point that lays out a page rather than says something: with headings or tables in it. */
export function isLayout(point: HtmlElement): boolean {
  const waiting: HtmlNode[] = [...point.children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') continue;
    if (/^(?:h[1-6]|table|summary)$/.test(node.name)) return true;
    if (node.name !== 'li') for (const child of node.children) waiting.push(child);
  }
  return false;
}

/** The sign of a point from Word, which its paragraph knows already. */
export function isWordMark(element: HtmlElement): boolean {
  if (element.name !== 'span') return false;
  let paragraph = element.parent;
  for (let steps = 0; steps < 6 && paragraph && paragraph.name !== 'p'; steps++) paragraph = paragraph.parent;
  if (paragraph?.name !== 'p') return false;
  return /mso-list\s*:\s*ignore|7\.0pt/i.test(spanStyles(element)) && wordPoint(paragraph)?.holder === element;
}

/** The styles of a span and of what stands in it: a mark says what it is by one of them. */
const spanStyles = (element: HtmlElement): string =>
  [element, ...element.children.filter((child) => typeof child !== 'string')]
    .map((one) => attributeOf(one, 'style').slice(0, 300))
    .join(' ');
