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

/** The words of a line as Markdown, in one line but for line breaks, which are `\n`. */
export const lineMarkdown = (line: readonly Inline[], scribe: MarkdownScribe): string =>
  inlinesMarkdown(line, scribe, { isInTable: false, isInLink: false, depth: 0 }).trim();

/** The words of a cell of a table. */
export const cellMarkdown = (line: readonly Inline[], scribe: MarkdownScribe): string =>
  inlinesMarkdown(line, scribe, { isInTable: true, isInLink: false, depth: 0 }).trim().replaceAll('\\\n', '<br>');

function inlinesMarkdown(line: readonly Inline[], scribe: MarkdownScribe, place: Place): string {
  if (place.depth > deepest) return escapedWords(wordsOf(line));
  const pieces = line.map((inline) => inlineMarkdown(inline, scribe, place));
  let written = '';
  for (const [index, piece] of pieces.entries()) {
    const inline = line[index] as Inline;
    const isMarked = inline.type === 'strong' || inline.type === 'emphasis' || inline.type === 'deleted';
    written += isMarked ? marked(inline.type, piece, written, pieces[index + 1] ?? '') : piece;
  }
  return written;
}

const marks = {
  strong: { mark: '**', tag: 'strong' },
  emphasis: { mark: '*', tag: 'em' },
  deleted: { mark: '~~', tag: 'del' },
} as const;

/** Marked words: with marks where these are sure to be read as such, with tags elsewhere. */
function marked(type: keyof typeof marks, inside: string, before: string, behind: string): string {
  const { mark, tag } = marks[type];
  const words = inside.trim();
  if (words === '') return inside;
  const start = inside.indexOf(words);
  const [left, right] = [inside.slice(0, start), inside.slice(start + words.length)];
  const opens = /^[\p{L}\p{N}]/u.test(words) || !/[\p{L}\p{M}\p{N}]$/u.test(before + left);
  const closes = /[\p{L}\p{M}\p{N}]$/u.test(words) || !/^[\p{L}\p{N}]/u.test(right + behind);
  const isApart = !/^[*~]|[*~]$/.test(words) && !/[*~\\]$/.test(before + left) && !/^[*~]/.test(right + behind);
  return opens && closes && isApart
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
    case 'code':
      return code(inline.text, place.isInTable);
    case 'break':
      return '\\\n';
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
  if (isInLink || words.trim() === '') return words;
  return `[${words}](${escapedAddress(address)})`;
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
