import type { Removal } from '../../source.ts';
import { tidy } from '../../words.ts';
import { controls, headings } from './elements.ts';
import type { Styles } from './styles.ts';
import { attributeOf, elementsIn, type HtmlElement, textIn } from './tree.ts';

/** Why an element is left out. */
type Why = Removal['why'];

/** Names that pages give, in their classes and ids, to what is about the page; where links are most of it. */
const ofLinks =
  /(?:^|[\s_-])(?:breadcrumbs?|share|sharing|social|pagination|pager|related|menu|toolbar|navbar|site-?map)(?:[\s_-]|$)/i;
/** Such names of what asks readers something; where it is short. */
const ofQuestions =
  /(?:^|[\s_-])(?:cookies?|consent|feedback|survey|skip-?link|skip-?to|back-?to-?top|phase-banner|search-?form)(?:[\s_-]|$)/i;
/** Names of tables of contents. */
const ofContents = /(?:^|[\s_-])(?:toc|contents|table-of-contents|msotoc\w*)(?:[\s_-]|$)/i;

/** What stands above a table of contents, in English and Welsh. */
const contentsTitle =
  /^(?:table of )?contents$|^(?:on|in) this (?:page|document|plan)$|^cynnwys$|^ar y (?:dudalen|tudalen) hon$/i;

/** Words that something short has at most, and that anything has that is left out because of its name. */
const short = 400;

/** Says of each element of a page whether it is about the page, rather than of the document. */
export class Furniture {
  readonly #styles: Styles;
  /** The piece of the page that is the document, where it has one. */
  readonly #main: HtmlElement | undefined;
  /** What the main piece stands in. */
  readonly #above = new Set<HtmlElement>();
  /** Ids of what is shown when somebody asks for it. */
  readonly #shownBy = new Set<string>();
  readonly #mainHasTitle: boolean;

  constructor(page: HtmlElement, styles: Styles) {
    this.#styles = styles;
    for (const element of elementsIn(page)) {
      for (const name of ['aria-controls', 'data-target', 'data-bs-target'])
        for (const id of attributeOf(element, name).split(/\s+/)) if (id) this.#shownBy.add(id.replace(/^#/, ''));
      const href = attributeOf(element, 'href');
      if (href.startsWith('#') && href.length > 1) this.#shownBy.add(href.slice(1));
    }
    this.#main = mainOf(page);
    for (let element = this.#main?.parent; element; element = element.parent) this.#above.add(element);
    this.#mainHasTitle = this.#main !== undefined && hasTitle(this.#main);
  }

  /** True for an element outside of which, within the same parent, everything is about the page. */
  holdsMain(element: HtmlElement): boolean {
    return this.#above.has(element);
  }

  /** Why an element is left out; undefined where it is not. */
  why(element: HtmlElement): Why | undefined {
    const { name, attributes, parent } = element;
    if (this.#above.has(element) || element === this.#main) return undefined;
    if (parent && this.#above.has(parent) && name !== 'body' && name !== 'head')
      return !this.#mainHasTitle && hasTitle(element) && name !== 'nav' ? undefined : whyOutside(element);
    if (attributes.size === 0 && !special.has(name)) return undefined;
    if (this.#isHidden(element)) return 'furniture';
    const role = attributeOf(element, 'role');
    if (name === 'nav' || role === 'navigation' || role === 'doc-toc')
      return isContents(element) ? 'contents' : 'furniture';
    if (controls.has(name)) return isTitle(element) ? undefined : 'furniture';
    if (role === 'search' || name === 'search') return 'furniture';
    if ((name === 'footer' || name === 'header') && parent?.name === 'body')
      return hasTitle(element) ? undefined : 'furniture';
    if (name === 'form') return isShort(element, 60) && !hasTitle(element) ? 'furniture' : undefined;
    return this.#whyByName(element);
  }

  /** True for a heading of a table of contents, by its words. */
  static isContentsTitle(text: string): boolean {
    return text.length < 40 && contentsTitle.test(tidy(text).trim().replace(/:$/, ''));
  }

  #whyByName(element: HtmlElement): Why | undefined {
    const { name } = element;
    if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return undefined;
    const names = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`;
    if (names === ' ') return undefined;
    if (/\bMso(?:Header|Footer)\b/.test(names)) return 'running head';
    if (/\bMsoToc/.test(names)) return 'contents';
    if (ofQuestions.test(names) && isShort(element, short) && !hasTitle(element)) return 'furniture';
    if (ofContents.test(names) && isMostlyLinks(element) && isUntitled(element)) return 'contents';
    return ofLinks.test(names) && isShort(element, short) && isMostlyLinks(element) ? 'furniture' : undefined;
  }

  /** True for what nobody sees, unless somebody can have it shown: a panel of an accordion, a tab. */
  #isHidden(element: HtmlElement): boolean {
    const { attributes } = element;
    const isOut =
      (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') ||
      this.#styles.looksOf(element).isHidden === true;
    if (isOut) return !(attributeOf(element, 'role') === 'tabpanel' || this.#shownBy.has(attributeOf(element, 'id')));
    return attributeOf(element, 'aria-hidden') === 'true' && !this.#shownBy.has(attributeOf(element, 'id'));
  }
}

/** Elements that are looked at even without attributes. */
const special = new Set([...controls, 'nav', 'footer', 'header', 'form', 'search']);

const whyOutside = (element: HtmlElement): Why => (isContents(element) ? 'contents' : 'furniture');

const hasTitle = (element: HtmlElement): boolean => {
  for (const one of elementsIn(element)) if (one.name === 'h1') return true;
  return false;
};

/** True for what has no heading, or only that of a table of contents: “Our priorities” above links is a piece of the document. */
function isUntitled(element: HtmlElement): boolean {
  for (const one of elementsIn(element)) if (headings.has(one.name)) return Furniture.isContentsTitle(textIn(one));
  return true;
}

/** True for a button that is the title of what it opens. */
function isTitle(element: HtmlElement): boolean {
  if (element.name !== 'button') return false;
  if (element.attributes.has('aria-expanded') && element.attributes.has('aria-controls')) return true;
  for (let above = element.parent; above; above = above.parent)
    if (headings.has(above.name) || above.name === 'summary') return true;
  return false;
}

/** The piece of a page that its author says is the document: unless nearly all words stand elsewhere. */
function mainOf(page: HtmlElement): HtmlElement | undefined {
  const articles: HtmlElement[] = [];
  let main: HtmlElement | undefined;
  for (const element of elementsIn(page)) {
    if (element.name === 'main' || attributeOf(element, 'role') === 'main') main ??= element;
    if (element.name === 'article' && articles.length < 2) articles.push(element);
  }
  const found = main ?? (articles.length === 1 ? articles[0] : undefined);
  return found && lettersIn(found) * (main ? 8 : 2) >= lettersIn(page) ? found : undefined;
}

/** True where links within the page are all the words there are, but for a title. */
function isContents(element: HtmlElement): boolean {
  let links = 0;
  for (const one of elementsIn(element)) {
    if (one.name !== 'a') continue;
    if (!attributeOf(one, 'href').includes('#')) return false;
    links++;
  }
  return links > 1 && isMostlyLinks(element);
}

/** True where most words are those of links. */
export function isMostlyLinks(element: HtmlElement): boolean {
  let linked = 0;
  for (const one of elementsIn(element)) if (one.name === 'a' && one.attributes.has('href')) linked += lettersIn(one);
  return linked > 0 && linked * 2 >= lettersIn(element);
}

/** How many characters the words in an element have, spaces at their ends apart; so many at most are counted. */
function lettersIn(element: HtmlElement, enough = Number.POSITIVE_INFINITY): number {
  let letters = 0;
  for (const one of elementsIn(element)) {
    if (one.name === 'script' || one.name === 'style') continue;
    for (const child of one.children) if (typeof child === 'string') letters += child.trim().length;
    if (letters > enough) break;
  }
  return letters;
}

/** True for what has no more than so many words of the usual length. */
const isShort = (element: HtmlElement, words: number): boolean => lettersIn(element, words * 6) <= words * 6;
