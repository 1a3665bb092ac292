import { attributeOf, elementsIn, type HtmlElement } from './tree.ts';

/** How words look, as far as it tells what they are; undefined where nothing is said. */
export interface Looks {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly isHidden?: boolean | undefined;
  readonly raised?: 'up' | 'down' | undefined;
  /** How points are counted: `lower-alpha`. */
  readonly counting?: string | undefined;
}

/** Characters of style sheets that are looked at, and of the `style` of one element. */
const mostOfSheet = 500_000;
const mostOfStyle = 2_000;

/** What style sheets say of classes: office programs write there what is bold, and how lists count. */
export class Styles {
  readonly #ofClass = new Map<string, Looks>();

  constructor(page: HtmlElement) {
    for (const element of elementsIn(page))
      if (element.name === 'style') this.#read(element.children.filter((child) => typeof child === 'string').join(''));
  }

  /** How the words in an element look, by its classes and its own style. */
  looksOf(element: HtmlElement): Looks {
    const classes = attributeOf(element, 'class');
    const style = attributeOf(element, 'style');
    let looks: Looks = {};
    if (classes !== '' && this.#ofClass.size > 0)
      for (const name of classes.slice(0, mostOfStyle).split(/\s+/)) looks = { ...looks, ...this.#ofClass.get(name) };
    return style === '' ? looks : { ...looks, ...looksIn(style) };
  }

  /** What is said of a class, or of the points in lists of it (`.name > li:before`). */
  #read(sheet: string): void {
    const text = sheet.slice(0, mostOfSheet);
    let from = 0;
    for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      const close = text.indexOf('}', open);
      if (close < 0) return;
      const selectors = text.slice(Math.max(from, open - mostOfStyle), open);
      const looks = looksIn(text.slice(open + 1, close));
      from = close + 1;
      if (Object.keys(looks).length === 0) continue;
      for (const selector of selectors.split(',')) {
        const [, name] = /^\s*(?:[a-z]+\d?)?\.([\w-]+)\s*(?:>\s*li:before\s*)?$/.exec(selector) ?? [];
        if (name) this.#ofClass.set(name, { ...this.#ofClass.get(name), ...looks });
      }
    }
  }
}

function looksIn(style: string): Looks {
  const looks: { -readonly [Key in keyof Looks]: Looks[Key] } = {};
  for (const declaration of style.slice(0, mostOfStyle).toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    switch (declaration.slice(0, colon).trim()) {
      case 'font-weight':
        looks.bold = value.startsWith('bold') || Number(value) >= 600;
        break;
      case 'font-style':
        looks.italic = value === 'italic' || value === 'oblique';
        break;
      case 'display':
        if (value === 'none') looks.isHidden = true;
        break;
      case 'visibility':
        if (value === 'hidden') looks.isHidden = true;
        break;
      case 'mso-hide':
        if (value === 'all') looks.isHidden = true;
        break;
      case 'vertical-align':
        if (value === 'super' || value === 'sub') looks.raised = value === 'super' ? 'up' : 'down';
        break;
      case 'list-style':
      case 'list-style-type':
        looks.counting = value.split(/\s/, 1)[0];
        break;
      case 'content': {
        const counter = /counter\([^(),]*,\s*([a-z-]+)\s*\)/.exec(value);
        if (counter) looks.counting = counter[1];
      }
    }
  }
  return looks;
}

/** What the `style` of an element says of one thing: `mso-list`. */
export function styleOf(element: HtmlElement, name: string): string {
  for (const declaration of attributeOf(element, 'style').slice(0, mostOfStyle).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon >= 0 && declaration.slice(0, colon).trim().toLowerCase() === name)
      return declaration.slice(colon + 1).trim();
  }
  return '';
}

/** A style that a person gave a paragraph in Word: a name of its own. */
export function styleName(classes: string): string | undefined {
  const [name = ''] = classes.split(/\s+/);
  return /^(?:Mso\w*|western|cjk|ctl|c\d+|\w*-.*|[a-z\d_]*)$/.test(name) ? undefined : name;
}
