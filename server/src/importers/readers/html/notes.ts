import { tidy } from '../../words.ts';
import { attributeOf, elementsIn, type HtmlElement, textIn } from './tree.ts';

/** Elements that hold a note as a whole. */
const holders = new Set(['li', 'p', 'div', 'aside', 'dd', 'tr', 'section']);

/** Characters that a mark has at most: “[footnote 12]”. */
const longestMark = 16;

/** The footnotes of a page: a mark that leads to a note which leads back to it. */
export interface Notes {
  /** The labels of the marks that stand in the text. */
  readonly marks: ReadonlyMap<HtmlElement, string>;
  /** The labels of the elements that hold a note. */
  readonly holders: ReadonlyMap<HtmlElement, string>;
  /** Links back, which are no words. */
  readonly back: ReadonlySet<HtmlElement>;
  /** Elements that hold what somebody said in the margin, as Google Docs writes it. */
  readonly remarks: ReadonlySet<HtmlElement>;
}

/** Finds the footnotes of a page, whatever program wrote it. */
export function notesOf(page: HtmlElement): Notes {
  const byName = new Map<string, HtmlElement>();
  const links: HtmlElement[] = [];
  for (const element of elementsIn(page)) {
    for (const name of [attributeOf(element, 'id'), element.name === 'a' ? attributeOf(element, 'name') : ''])
      if (name !== '' && !byName.has(name)) byName.set(name, element);
    if (element.name === 'a' && attributeOf(element, 'href').startsWith('#')) links.push(element);
  }
  const marks = new Map<HtmlElement, string>();
  const held = new Map<HtmlElement, string>();
  const back = new Set<HtmlElement>();
  const remarks = new Set<HtmlElement>();
  const labels = new Set<string>();
  for (const link of links) {
    if (back.has(link)) continue;
    const target = byName.get(attributeOf(link, 'href').slice(1));
    const words = tidy(textIn(link)).trim();
    if (!target || words.length > longestMark || words === '') continue;
    const holder = holderOf(target);
    if (!holder || isWithin(link, holder)) continue;
    const returns = returnsTo(holder, link, byName);
    if (returns.length === 0) continue;
    const label = held.get(holder) ?? unused(words, labels);
    labels.add(label);
    marks.set(link, label);
    held.set(holder, label);
    for (const one of returns) back.add(one);
    if (/^cmnt/.test(attributeOf(link, 'href').slice(1))) remarks.add(holder);
  }
  return { marks, holders: held, back, remarks };
}

/** The innermost element that holds a note whole; where it stands first in a box with a name, the box. */
function holderOf(target: HtmlElement): HtmlElement | undefined {
  let holder: HtmlElement | undefined = target;
  while (holder && !holders.has(holder.name)) holder = holder.parent;
  for (let above = holder?.parent; holder && above?.name === 'div'; above = above.parent) {
    const isBox = /^(?:ftn|edn|sdfootnote|sdendnote|footnote|endnote|fn|cmnt)[\w:.-]*\d/i.test(
      attributeOf(above, 'id'),
    );
    const isAlone = above.children.filter((child) => typeof child !== 'string').length === 1;
    if (!isBox && !(isAlone && /^cmnt/.test(attributeOf(target, 'id')))) break;
    holder = above;
  }
  return holder;
}

/** The links in a note that lead to its mark. */
function returnsTo(holder: HtmlElement, mark: HtmlElement, byName: ReadonlyMap<string, HtmlElement>): HtmlElement[] {
  const found: HtmlElement[] = [];
  let looked = 0;
  for (const element of elementsIn(holder)) {
    // A note is short: what is longer is a chapter that links back to where it is spoken of.
    if (looked++ > 200) return [];
    if (element.name !== 'a' || !attributeOf(element, 'href').startsWith('#')) continue;
    const target = byName.get(attributeOf(element, 'href').slice(1));
    const words = tidy(textIn(element)).trim();
    if (target && words.length <= longestMark && isNear(target, mark)) found.push(element);
  }
  return found;
}

/** True for the mark itself, and for what holds it or stands in it. */
function isNear(target: HtmlElement, mark: HtmlElement): boolean {
  if (isWithin(target, mark) || isWithin(mark, target)) return !holders.has(target.name);
  const sibling = mark.parent;
  return sibling !== undefined && target.parent === sibling && target.name === 'a' && textIn(target).trim() === '';
}

function isWithin(element: HtmlElement, outer: HtmlElement): boolean {
  for (let above: HtmlElement | undefined = element; above; above = above.parent) if (above === outer) return true;
  return false;
}

/** A label of the letters and figures of a mark, that no other note has. */
function unused(words: string, labels: ReadonlySet<string>): string {
  const label = words.replace(/^\W*(?:foot|end)?note\s*(?=\d)/i, '').replace(/[^\p{L}\p{N}-]/gu, '') || 'note';
  if (!labels.has(label)) return label;
  for (let count = 2; ; count++) if (!labels.has(`${label}-${count}`)) return `${label}-${count}`;
}
