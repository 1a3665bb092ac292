import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

const parser = new MarkdownIt('default', { html: true, linkify: false }).use(footnotes);

/** What Markdown shows, as a reader other than the one of the program sees it. */
export interface ReadMarkdown {
  /** Its words, with single spaces. */
  readonly words: string;
  /** Where its links and pictures lead. */
  readonly addresses: readonly string[];
  readonly anchors: readonly string[];
  /** The tags in it, without what the anchors are called. */
  readonly tags: readonly string[];
  /** The types of its blocks and marks. */
  readonly types: readonly string[];
}

export function readMarkdown(text: string): ReadMarkdown {
  const words: string[] = [];
  const addresses: string[] = [];
  const anchors: string[] = [];
  const tags: string[] = [];
  const types: string[] = [];
  const waiting: Token[] = parser.parse(text, {}).reverse();
  for (let token = waiting.pop(); token; token = waiting.pop()) {
    const { type, content } = token;
    if (type !== 'inline') types.push(type);
    for (const name of ['href', 'src']) {
      const address = token.attrGet(name);
      if (address !== null) addresses.push(String(address));
    }
    if (token.children) waiting.push(...token.children.toReversed());
    else if (type === 'text' || type === 'code_inline' || type === 'fence') words.push(content);
    else if (type === 'html_inline') {
      const anchor = /^<a id="([^"]*)">$/.exec(content)?.[1];
      if (anchor !== undefined) anchors.push(unescaped(anchor));
      else tags.push(content);
      if (content === '<br>') words.push(' ');
    } else if (/^(?:softbreak|hardbreak)$|_close$/.test(type) && !/^(?:strong|em|s|link)_close$/.test(type))
      words.push(' ');
  }
  return { words: spaced(words.join('')), addresses, anchors, tags, types };
}

/** Words with single spaces and without what nobody sees. */
export const spaced = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
