import { type ProseReference, readProseReferences, textOf } from '@goldthread/grammar';
import type { Item, Link } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import { numbers } from '../model/number.ts';

/** Control characters, and those that turn the direction of what follows: nobody sees them. */
const unseen = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

let segmenter: Intl.Segmenter | undefined;

/** What readers take for one letter each. Made when it is first needed, since making it takes ten milliseconds. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** A text in one line of at most so many UTF-16 units, with an ellipsis where it is cut; where it can be, between words. */
export function shortened(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(unseen, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= most && text.length <= most * 4) return line;
  let cut = '';
  for (const { segment } of graphemes(line)) {
    if (cut.length + segment.length >= most) break;
    cut += segment;
  }
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:–—-]+$/, '')}…`;
}

/** A reference in double brackets: where it stands with them, and what is between them. */
export interface Bracketed {
  readonly start: number;
  readonly end: number;
  readonly inside: string;
  readonly reference: ProseReference;
}

/** The references in double brackets in a text. */
export const bracketed = (text: string): Bracketed[] =>
  readProseReferences(text, 0, text.length).map((reference) => {
    const start = text.lastIndexOf('[[', reference.start);
    const close = text.indexOf(']]', reference.end);
    return { start, end: close + 2, inside: text.slice(start + 2, close), reference };
  });

/** A text as the document prints it: what stands in double brackets is the title, the words, the number or the value. */
export function printed(model: Model, item: Item, text: string): string {
  if (!text.includes('[[')) return text;
  let shown = '';
  let from = 0;
  for (const one of bracketed(text)) {
    shown += text.slice(from, one.start) + printedFor(model, item, one);
    from = one.end;
  }
  return shown + text.slice(from);
}

function printedFor(model: Model, item: Item, { inside, reference: { library, id, prints } }: Bracketed): string {
  const words = prints === 'words' ? inside.slice(inside.indexOf('|') + 1).trim() : '';
  if (words) return words;
  const target = model.target(linkInProse(item, library, id));
  const name = library === undefined ? id : `${library}.${id}`;
  if (!target) return name;
  if (prints === 'number') return numberOf(model, target) ?? (target.title || name);
  return (prints === 'value' && target.value('value')) || target.title || name;
}

/** A link as if an item named something in its prose. */
export const linkInProse = (from: Item, library: string | undefined, id: string): Link => ({
  from,
  relation: 'prose',
  entry: from.entry,
  library,
  id,
  start: 0,
  end: 0,
});

/** The title of an item in one line, as the document prints it; empty where it has none. */
export const titleShown = (model: Model, item: Item, most = 500): string =>
  shortened(printed(model, item, textOf(item.placed.block, item.entry)), most);

/** What an item is called: its title, else its id; empty where it has neither. */
export const callOf = (model: Model, item: Item, most = 500): string =>
  titleShown(model, item, most) || shortened(item.id ?? '', most);

/** The number that the document prints with an item; undefined where its kind is not numbered. */
export function numberOf(model: Model, item: Item): string | undefined {
  const { plan } = item;
  const root = plan && model.root(plan);
  if (!plan || !root?.has('numbering')) return undefined;
  return model.remembered('numbers', root, () => numbers(model, plan)).get(item);
}

/** Markdown as plain words in one line: no marks, links by their words, tables left out. */
export function wordsOfProse(model: Model, item: Item, markdown: string, most: number): string {
  const plain = printed(model, item, markdown.slice(0, most * 6))
    .replace(/^\s*\|.*$/gm, ' ')
    .replace(/^\s*(?:#{1,6}\s+|>\s?|-{3,}\s*$)/gm, '')
    .replace(/^\s*[-*+]\s+/gm, '• ')
    .replace(/\[\^[^\]\s]{1,40}\]:?/g, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(\*\*|__|`)(?=\S)([^\r\n]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])([*_])(?=\S)([^*_\r\n]*?\S)\1(?![\p{L}\p{N}])/gu, '$2');
  return shortened(plain, most);
}

/** Words as Markdown that shows them as they are: nothing in them is a mark, a tag or a link. */
export const escaped = (text: string): string =>
  text
    .replace(unseen, ' ')
    .replace(/[\\`*_{}[\]<>()#+.!|~&@:/=^$-]/g, (sign, at: number) =>
      isHarmless(sign, text.charAt(at - 1), text.charAt(at + 1)) ? sign : `\\${sign}`,
    );

/** True for a sign that is punctuation where it stands: escapes that are not needed make a text hard to read as it is. */
const isHarmless = (sign: string, before: string, after: string): boolean =>
  (sign === '.' && /[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after) && !/\d/.test(before)) ||
  (sign === '-' && /\p{L}/u.test(before) && /\p{L}/u.test(after)) ||
  (sign === ':' && after !== '/' && /\p{L}/u.test(before) && after === ' ') ||
  ('()'.includes(sign) && !/[\]\d]/.test(before));

/** Words as code in Markdown, whatever ticks there are in them. */
export function coded(text: string): string {
  const ticks = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${text}${space}${ticks}`;
}

/** Lines of a plan as a block of code in Markdown. */
export function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `${fence}goldthread\n${text.trimEnd()}\n${fence}`;
}
