import { escaped } from '../markup.ts';
import { wordsOf } from '../plain-words.ts';
import type { Inline } from '../tree.ts';
import { code, escapedAddress, escapedWords } from './escape.ts';
import type { MarkdownScribe } from './scribe.ts';

/** How deep marks may nest; deeper ones are left out, their words are not. */
const deepest = 40;

/** Where words stand. */
interface Place {
  readonly isInTable: boolean;
  /** True among the words of a link, which holds no other. */
  readonly isInLink: boolean;
  readonly depth: number;
}

/** The words of a line as Markdown, in one line but for line breaks, which are `\` and a line end. */
export const lineMarkdown = (line: readonly Inline[], scribe: MarkdownScribe): string =>
  trimmed(inlinesMarkdown(line, scribe, { isInTable: false, isInLink: false, depth: 0 }))[1];

/** The words of a cell of a table. */
export const cellMarkdown = (line: readonly Inline[], scribe: MarkdownScribe): string =>
  trimmed(inlinesMarkdown(line, scribe, { isInTable: true, isInLink: false, depth: 0 }))[1].replaceAll(BREAK, '<br>');

const BREAK = '\\\n';

/** A line with the spaces and line breaks before and behind it apart from it. */
function trimmed(line: string): [before: string, words: string, behind: string] {
  let start = 0;
  while (start < line.length) {
    if (line.startsWith(BREAK, start)) start += BREAK.length;
    else if (/\s/.test(line.charAt(start))) start++;
    else break;
  }
  let end = line.length;
  while (end > start) {
    if (line.endsWith(BREAK, end)) end -= BREAK.length;
    else if (/\s/.test(line.charAt(end - 1))) end--;
    else break;
  }
  return [line.slice(0, start), line.slice(start, end), line.slice(end)];
}

function inlinesMarkdown(line: readonly Inline[], scribe: MarkdownScribe, place: Place): string {
  if (place.depth > deepest) return escapedWords(wordsOf(line));
  // What stands around words in others is not known here: as if it were letters, beside which marks are least sure.
  const around = place.depth > 0 ? 'x' : '';
  const pieces = line.map((inline) => inlineMarkdown(inline, scribe, place));
  let written = '';
  for (const [index, piece] of pieces.entries()) {
    const { type } = line[index] as Inline;
    if (piece === '') continue;
    const behind = pieces.slice(index + 1).find((one) => one !== '') ?? around;
    const isMarked = type === 'strong' || type === 'emphasis' || type === 'deleted';
    const next = isMarked ? marked(type, piece, written || around, behind) : piece;
    written = `${written}${between(written, next)}${next}`;
  }
  return written;
}

/** What keeps two pieces apart that would be something else together: code and code, what makes a link a picture or a note. */
const between = (before: string, next: string): string =>
  (before.endsWith('`') && next.startsWith('`')) || (/[!^]$/.test(before) && next.startsWith('[')) ? '<!-- -->' : '';

const marks = {
  strong: { mark: '**', tag: 'strong' },
  emphasis: { mark: '*', tag: 'em' },
  deleted: { mark: '~~', tag: 'del' },
} as const;

/** Marked words: with marks where these are sure to be read as such, with tags elsewhere. */
function marked(type: keyof typeof marks, inside: string, before: string, behind: string): string {
  const { mark, tag } = marks[type];
  const [left, words, right] = trimmed(inside);
  if (words === '') return inside;
  const opens = /^[\p{L}\p{N}]/u.test(words) || !/[\p{L}\p{M}\p{N}]$/u.test(before + left);
  const closes = /[\p{L}\p{M}\p{N}]$/u.test(words) || !/^[\p{L}\p{N}]/u.test(right + behind);
  const isApart = !/^[*~]|[*~]$/.test(words) && !/[*~\\]$/.test(before + left) && !/^[*~]/.test(right + behind);
  const isAlone = !words.replace(/\\./gs, '').includes(mark.charAt(0));
  return opens && closes && isApart && isAlone
    ? `${left}${mark}${words}${mark}${right}`
    : `${left}<${tag}>${words}</${tag}>${right}`;
}

function inlineMarkdown(inline: Inline, scribe: MarkdownScribe, place: Place): string {
  const inside = (children: readonly Inline[], isInLink = place.isInLink): string =>
    inlinesMarkdown(children, scribe, { ...place, isInLink, depth: place.depth + 1 });
  switch (inline.type) {
    case 'text':
      return escapedWords(inline.text);
    case 'strong':
    case 'emphasis':
    case 'deleted':
      return inside(inline.children);
    case 'inserted':
    case 'removed': {
      const tag = inline.type === 'inserted' ? 'ins' : 'del';
      const [before, words, behind] = trimmed(inside(inline.children));
      return words === '' ? before + behind : `${before}<${tag}>${words}</${tag}>${behind}`;
    }
    case 'code':
      return code(inline.text, place.isInTable);
    case 'break':
      return BREAK;
    case 'link':
      return link(inside(inline.children, true), inline.href, place);
    case 'mention': {
      const anchor = inline.anchor ?? (inline.item === undefined ? undefined : scribe.options.anchorOf(inline.item));
      return anchor === undefined ? inside(inline.children) : link(inside(inline.children, true), `#${anchor}`, place);
    }
    case 'broken':
      return escapedWords(inline.text);
    case 'image':
      return picture(inline, scribe, place);
    case 'note':
      return scribe.noteMark(inline.note) ?? `<sup>${escapedWords(inline.label)}</sup>`;
  }
}

/** A link; its words alone where it would stand in another. */
function link(words: string, address: string, { isInLink }: Place): string {
  const [before, inside, behind] = trimmed(words);
  return isInLink || inside === ''
    ? words
    : `${before}[${inside.replace(/^\^/, '\\^')}](${escapedAddress(address)})${behind}`;
}

function picture({ path, href, alt }: Inline & { type: 'image' }, scribe: MarkdownScribe, place: Place): string {
  const { words } = scribe;
  const address = path === undefined ? undefined : scribe.options.picture(path);
  if (address !== undefined) return `![${escapedWords(alt)}](${escapedAddress(address)})`;
  if (path === undefined && href !== undefined)
    return link(escapedWords(`${words.remotePicture} ${alt || href}`), href, place);
  return escapedWords(alt ? `${words.picture} ${alt}` : words.noPicture);
}

/** The place that links to an anchor lead to. */
export const anchorMarkdown = (anchor: string): string => `<a id="${escaped(anchor)}"></a>`;
