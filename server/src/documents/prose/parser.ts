import MarkdownIt, { type MarkdownIt as Parser, type StateBlock, type StateInline } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { table } from './table-rule.ts';

/** How deep lists and quotes may nest. What is deeper is one paragraph: no plan goes there, and no reader could follow. */
const deepest = 40;

let made: Parser | undefined;

/**
 * The parser of prose: CommonMark with tables, struck-out words, footnotes and references to items. Tags are words. Addresses
 * are not judged here, but by whoever reads the tokens: what is refused there is printed. Made when it is first needed.
 */
export function parser(): Parser {
  made ??= make();
  return made;
}

function make(): Parser {
  const made = new MarkdownIt('default', { html: false, linkify: true, typographer: false }).use(footnotes);
  made.validateLink = () => true;
  // Only what begins with a scheme, and addresses of mail: “next.it” in a sentence is no link.
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  made.linkify.add('ftp:', null).add('//', null);
  // The reader of the tokens puts footnotes at the end itself, so that those that nothing refers to are kept; and it prints
  // definitions of links that nothing uses. Footnotes within a line nest without bound.
  made.core.ruler.disable(['footnote_tail', 'strip_references']);
  made.inline.ruler.disable('footnote_inline');
  made.block.ruler.at('table', table, { alt: ['paragraph', 'reference'] });
  made.block.ruler.before('table', 'too_deep', tooDeep);
  made.inline.ruler.before('link', 'mention', mention);
  return made;
}

/** The rule for what is deeper than lists and quotes may nest: one paragraph. */
export function tooDeep(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.level < deepest || silent) return false;
  let line = startLine + 1;
  while (line < endLine && (state.isEmpty(line) || (state.sCount[line] as number) >= state.blkIndent)) line++;
  const map: [number, number] = [startLine, line];
  state.push('paragraph_open', 'p', 1).map = map;
  const words = state.push('inline', '', 0);
  words.content = state.getLines(startLine, line, state.blkIndent, false).trim();
  words.map = map;
  words.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = line;
  return true;
}

/** The words of a reference may go on on the next line, its id may not. */
const reference = /\[\[([^[\]|\r\n]*(?:\|[^[\]]*)?)\]\](?!\()/y;

/** A reference to an item, with what stands between the brackets as its content. */
function mention(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos + 1) !== 91) return false;
  reference.lastIndex = state.pos;
  const match = reference.exec(state.src);
  const inside = match?.[1] ?? '';
  if (!match || !/^\s*[^\s|]/.test(inside)) return false;
  if (!silent) state.push('mention', '', 0).content = inside.replace(/\s*\n\s*/g, ' ');
  state.pos += match[0].length;
  return true;
}
