import MarkdownIt, { type MarkdownIt as Parser, type StateInline, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { tooDeep } from '../../../documents/prose/parser.ts';
import { table } from '../../../documents/prose/table-rule.ts';

/** Brackets that may be open at once in a paragraph whose links are looked for: people open two or three. */
const mostBrackets = 40;
/** Characters of a paragraph that are read at once. */
const mostAtOnce = 20_000;
/** Characters that a tag may have. */
const longestTag = 4_000;

/** How Markdown is read: with links, and for what has far too many brackets without them. */
interface Parsers {
  readonly whole: Parser;
  readonly plain: Parser;
}

let made: Parsers | undefined;

/** What the parser knows of a whole text: the definitions of its links and footnotes. */
export type Knowledge = Record<string, unknown>;

/** The blocks of Markdown as people write it: CommonMark with tables, footnotes and HTML. Their words are not read yet. */
export function blocksOf(markdown: string, knowledge: Knowledge): Token[] {
  made ??= { whole: parser(), plain: parser({ hasLinks: false }) };
  return made.whole.parse(markdown, knowledge);
}

/** The words of a block with their marks, in pieces: one of many words takes time that grows with its length alone. */
export function* wordsOf(block: Token, knowledge: Knowledge): Generator<Token[]> {
  if (!made) return;
  for (const piece of pieces(block.content)) {
    const parser = mostOpen(piece) > mostBrackets ? made.plain : made.whole;
    const tokens: Token[] = [];
    parser.inline.parse(piece, parser, knowledge, tokens);
    yield tokens;
  }
}

function parser({ hasLinks = true } = {}): Parser {
  const made = new MarkdownIt('default', { html: true, linkify: false, typographer: false }).use(footnotes);
  made.validateLink = () => true;
  // Footnotes stay where they are, and definitions of links are printed where nothing uses them.
  made.core.ruler.disable(['inline', 'footnote_tail', 'strip_references']);
  made.inline.ruler.disable('footnote_inline');
  made.block.ruler.at('table', table, { alt: ['paragraph', 'reference'] });
  made.block.ruler.before('table', 'too_deep', tooDeep);
  made.inline.ruler.at('html_inline', tag);
  if (!hasLinks) made.inline.ruler.disable(['link', 'image', 'footnote_ref']);
  return made;
}

/** A line in pieces of a length that can be read at once, parted where there are spaces. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > mostAtOnce) {
    const space = text.lastIndexOf(' ', from + mostAtOnce);
    const end = space > from ? space + 1 : from + mostAtOnce;
    found.push(text.slice(from, end));
    from = end;
  }
  found.push(text.slice(from));
  return found;
}

function mostOpen(text: string): number {
  let open = 0;
  let most = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x5b) most = Math.max(most, ++open);
    else if (sign === 0x5d && open > 0) open--;
  }
  return most;
}

/** A tag, a comment, or what else stands in angle brackets and begins as HTML does. Its end is looked for once. */
function tag(state: StateInline, silent: boolean): boolean {
  const { src: text, pos } = state;
  if (text.charCodeAt(pos) !== 0x3c || !/[a-z/!?]/i.test(text.charAt(pos + 1))) return false;
  const isComment = text.startsWith('<!--', pos);
  const end = isComment ? endOf(text, '-->', pos + 4) : tagEnd(text, pos);
  if (end === undefined) return false;
  if (!silent) state.push('html_inline', '', 0).content = text.slice(pos, end);
  state.pos = end;
  return true;
}

function endOf(text: string, sign: string, from: number): number | undefined {
  const at = text.slice(from, from + longestTag).indexOf(sign);
  return at < 0 ? undefined : from + at + sign.length;
}

const wholeTag = /<(?:\/?[a-z][a-z\d:-]{0,60}(?:\s[^<>]*|\/)?|![a-z][^<>]*|\?[^<>]*)>/iy;

function tagEnd(text: string, from: number): number | undefined {
  wholeTag.lastIndex = from;
  const [found] = wholeTag.exec(text) ?? [];
  return found === undefined ? undefined : from + found.length;
}
