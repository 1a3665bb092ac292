import type { Token } from 'markdown-it';
import type { HtmlElement, HtmlTree } from '../html/tree.ts';
import { blocksOf, type Knowledge, wordsOf } from './parser.ts';

/** Elements of a page by the marks of Markdown that are the same thing. */
const elements: ReadonlySet<string> = new Set(
  'h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td strong em s'.split(' '),
);

/** A name and classes behind a heading or a paragraph: `{#id .class}`, `{: #id}`. */
const attributesBehind =
  /\s*\{:?\s*(?:[#.][\w:.-]{1,200}\s*|[\w-]{1,40}=(?:"[^"{}]{0,200}"|[\w-]{1,200})\s*){1,10}\}\s*$/;

/** Writes Markdown into a tree of a page, with the lines that it stands on, from `firstLine`. */
export function writeMarkdown(markdown: string, tree: HtmlTree, firstLine: number): void {
  new Writing(markdown, tree, firstLine).all();
}

/** A definition of a link, with where it stands as a line of words unless something uses it. */
interface Definition {
  readonly href: string;
  readonly element: HtmlElement;
}

class Writing {
  readonly #tree: HtmlTree;
  readonly #lines: readonly string[];
  readonly #tokens: readonly Token[];
  readonly #firstLine: number;
  readonly #knowledge: Knowledge = {};
  readonly #definitions: Definition[] = [];
  /** Addresses that links have: definitions of others are words. */
  readonly #used = new Set<string>();
  /** The first numbers of the lists that are open. */
  readonly #starts: string[] = [];
  #line: number | undefined;

  constructor(markdown: string, tree: HtmlTree, firstLine: number) {
    this.#tree = tree;
    this.#firstLine = firstLine;
    this.#lines = markdown.split('\n');
    this.#tokens = blocksOf(markdown, this.#knowledge);
  }

  all(): void {
    for (const [index, token] of this.#tokens.entries()) {
      if (token.map) this.#line = token.map[0] + this.#firstLine;
      switch (token.type) {
        case 'inline':
          this.#inline(token);
          break;
        case 'paragraph_open':
          // Tight points have no paragraphs of their own, but their words stand on lines all the same.
          if (token.hidden) this.#open('span');
          else this.#open('p');
          this.#nameOf(index);
          break;
        case 'paragraph_close':
          this.#tree.close(token.hidden ? 'span' : 'p');
          break;
        case 'bullet_list_close':
        case 'ordered_list_close':
          this.#starts.pop();
          this.#tree.close(token.tag);
          break;
        case 'bullet_list_open':
        case 'ordered_list_open':
          this.#list(index, token);
          break;
        case 'list_item_open':
          this.#point(token);
          break;
        case 'fence':
        case 'code_block':
          this.#open('pre');
          this.#tree.text(codeOf(token));
          this.#tree.close('pre');
          break;
        case 'html_block':
          this.#tree.markup(token.content, this.#line);
          break;
        case 'footnote_reference_open':
          this.#open('x-footnote', [['label', String(token.meta?.label)]]);
          break;
        case 'footnote_reference_close':
          this.#tree.close('x-footnote');
          break;
        case 'reference_definition':
          this.#definition(token);
          break;
        case 'hr':
          this.#open('hr');
          break;
        default:
          this.#mark(index, token);
      }
    }
    for (const { href, element } of this.#definitions) if (this.#used.has(href)) element.children.length = 0;
  }

  #open(name: string, attributes: readonly (readonly [string, string])[] = []): void {
    this.#tree.open(name, new Map(attributes), this.#line);
  }

  #mark(index: number, token: Token): void {
    if (elements.has(token.tag)) {
      if (token.nesting === 1) {
        this.#open(token.tag);
        if (token.type === 'heading_open') this.#nameOf(index);
      } else if (token.nesting === -1) this.#tree.close(token.tag);
    } else if (token.content) this.#tree.text(token.content);
  }

  /** The name that stands behind a heading or paragraph: `{#id}`. */
  #nameOf(index: number): void {
    const inline = this.#tokens[index + 1];
    const behind = attributesBehind.exec(inline?.content.slice(-500) ?? '')?.[0];
    const id = behind && /#([\w:.-]{1,200})/.exec(behind)?.[1];
    if (id) {
      this.#open('a', [['id', id]]);
      this.#tree.close('a');
    }
  }

  /** A list. One that is set in below a point of another stands in it, even where Markdown wants one space more. */
  #list(index: number, token: Token): void {
    const start = token.type === 'ordered_list_open' ? attribute(token, 'start') || '1' : '';
    const name = start ? 'ol' : 'ul';
    const attributes: [string, string][] = start
      ? [
          ['start', start],
          ['data-sign', token.markup],
        ]
      : [];
    const before = this.#tokens[index - 1];
    if (
      before?.type === 'ordered_list_close' &&
      this.#indentOf(token) > 0 &&
      this.#indentOf(token) > this.#indentOf(this.#opening(index - 1))
    )
      attributes.push(['data-inset', '1']);
    this.#starts.push(start);
    this.#open(name, attributes);
  }

  /** The token that begins what ends at a place. */
  #opening(end: number): Token | undefined {
    const level = this.#tokens[end]?.level;
    for (let at = end - 1; at >= 0; at--)
      if (this.#tokens[at]?.level === level && this.#tokens[at]?.nesting === 1) return this.#tokens[at];
    return undefined;
  }

  #indentOf(token: Token | undefined): number {
    const line = this.#lines[token?.map?.[0] ?? -1] ?? '';
    return line.length - line.trimStart().length;
  }

  /** A point. Numbers that were written count, unless all are that of the first: such lists count by themselves. */
  #point(token: Token): void {
    const isCounted = /^\d{1,9}$/.test(token.info) && token.info !== this.#starts.at(-1);
    this.#open('li', isCounted ? [['value', token.info]] : []);
  }

  /** A definition of a link: a line of words, unless it turns out that something uses it. */
  #definition(token: Token): void {
    const [start, end] = token.map ?? [0, 0];
    const text = this.#lines.slice(start, end).join(' ').trim();
    this.#open('p');
    this.#definitions.push({ href: /\]:\s*<?([^\s>]+)/.exec(text)?.[1] ?? '', element: this.#tree.top });
    this.#tree.text(text);
    this.#tree.close('p');
  }

  #inline(block: Token): void {
    // The place of a table of contents, in wikis.
    if (/^(?:\[\[_TOC_\]\]|\[toc\]|\$\{toc\}|\{:toc\})$/i.test(block.content)) {
      this.#open('nav');
      this.#tree.text(block.content);
      this.#tree.close('nav');
      return;
    }
    const behind = attributesBehind.exec(block.content.slice(-500))?.[0].trim();
    for (const piece of wordsOf(block, this.#knowledge)) {
      const tokens = piece.filter(({ type, content }) => type !== 'text' || content !== '');
      const last = behind ? tokens.findLastIndex(({ type }) => type === 'text') : -1;
      for (const [index, token] of tokens.entries()) {
        const isCut = index === last && behind !== undefined && token.content.endsWith(behind);
        this.#child(
          isCut ? token.content.slice(0, -behind.length) : undefined,
          token,
          tokens[index + 1],
          tokens[index + 2],
        );
      }
    }
  }

  #child(cut: string | undefined, token: Token, next: Token | undefined, second: Token | undefined): void {
    switch (token.type) {
      case 'text':
        this.#tree.text(cut ?? token.content);
        break;
      case 'softbreak':
        if (this.#line !== undefined) this.#line++;
        // Lines that each begin with a label are lines: “Owner: …”.
        if (isLabel(next, second)) this.#open('br');
        else this.#tree.text('\n');
        break;
      case 'hardbreak':
        if (this.#line !== undefined) this.#line++;
        this.#open('br');
        break;
      case 'html_inline':
        this.#tree.markup(token.content, this.#line);
        break;
      case 'link_open':
        this.#used.add(attribute(token, 'href'));
        this.#open('a', [['href', attribute(token, 'href')]]);
        break;
      case 'link_close':
        this.#tree.close('a');
        break;
      case 'image':
        this.#used.add(attribute(token, 'src'));
        this.#open('img', [
          ['src', attribute(token, 'src')],
          ['alt', altOf(token.children ?? [])],
        ]);
        break;
      case 'footnote_ref':
        this.#open('x-noteref', [['label', String(token.meta?.label)]]);
        this.#tree.close('x-noteref');
        break;
      default:
        if (token.nesting === 1) this.#open(token.tag);
        else if (token.nesting === -1) this.#tree.close(token.tag);
        else this.#tree.text(token.content);
    }
  }
}

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '');

/** True where words in bold with a colon begin. */
const isLabel = (token: Token | undefined, words: Token | undefined): boolean =>
  (token?.type === 'strong_open' || (token?.type === 'html_inline' && /^<(?:b|strong)>$/i.test(token.content))) &&
  words?.type === 'text' &&
  words.content.trimEnd().endsWith(':');

const altOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) =>
      type === 'image' ? altOf(children ?? []) : /break$/.test(type) ? ' ' : content,
    )
    .join('');

/** The text of a block of code. Words behind the marks that begin it belong to it, unless they are the name of its language: one word behind backticks. */
function codeOf({ content, info, markup }: Token): string {
  const words = info.trim();
  const isLanguage = markup.startsWith('`') && content.trim() !== '' && /^[\w+#.-]*$/.test(words);
  return (isLanguage || words === '' ? '' : `${words}\n`) + content.replace(/\n$/, '');
}
