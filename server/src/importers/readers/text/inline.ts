import { escaped } from '../../words.ts';

/** Tags of HTML that converters leave in text. Anything else between angle brackets is words. */
const tag =
  /<(\/?)(b|strong|i|em|u|sup|sub|span|font|small|mark|br|p|div|center|a|img|del|ins|s|hr)(?:\s[^<>]{0,500})?\/?>/iy;

const emphasis = /(\*{1,3}|_{1,3})(?=[^\s*_])([^*]{1,4000}?)\1(?![\p{L}\p{N}_*])/uy;
const link = /(!?)\[([^[\]]{0,1000})\]\(([^()\s]{0,2000})(?:\s"[^"]{0,500}")?\)/y;
const address = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy;
const entity = /&(?:amp|lt|gt|quot|apos|nbsp|#39|#160);/y;
const backslashed = /\\([!-/:-@[-`{-~])/y;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '&#160;': ' ',
};

/** How a text is written: with marks of Markdown, or as words alone. */
export interface Writing {
  readonly isMarkdown: boolean;
}

/**
 * The words of a text as Markdown in a line. In Markdown, emphasis and links that lead somewhere stay; in any text the tags and entities
 * that converters leave are understood. What is meant for a sign of Markdown by nobody is escaped. A line feed is a line break.
 */
export function inlineOf(text: string, writing: Writing): string {
  return tidied(written(withMarks(joinedOrdinals(text)), writing, 0));
}

/** The words of a text alone, as Markdown without emphasis: for headings. */
export function plainInlineOf(text: string, writing: Writing): string {
  const bare = text.replace(/<\/?(?:b|strong|i|em|u)>/giu, '');
  return inlineOf(writing.isMarkdown ? bare.replace(/(?<!\\)\*{1,3}/g, '') : bare, writing);
}

/** `3 <sup>rd</sup>` is “3rd”. */
const joinedOrdinals = (text: string): string =>
  text.includes('<sup>') ? text.replace(/(\d)\s?<sup>\s?(st|nd|rd|th|eg|il|ydd|fed|ain)\s?<\/sup>/giu, '$1$2') : text;

/** Tags of emphasis as its marks, where they stand around words. */
const withMarks = (text: string): string =>
  text.includes('<')
    ? text.replace(/<(b|strong|i|em)>([^<>]{1,2000})<\/\1>/giu, (_, name: string, words: string) => {
        const [, start = '', core = '', end = ''] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
        return start + around(/^[bs]/i.test(name) ? '**' : '*', core) + end;
      })
    : text;

/** How deep emphasis in emphasis is looked at. */
const deepest = 3;

function written(text: string, writing: Writing, depth: number): string {
  let found = '';
  let plain = 0;
  let at = 0;
  const take = (until: number, markdown: string): void => {
    found += linesEscaped(text.slice(plain, at)) + markdown;
    plain = until;
    at = until;
  };
  for (let next = special(text, 0); next >= 0; next = special(text, at)) {
    at = next;
    const piece = pieceAt(text, at, writing, depth);
    if (piece) take(at + piece.length, piece.markdown);
    else at++;
  }
  return found + linesEscaped(text.slice(plain));
}

const specials = /[<&\\*_![]/g;

function special(text: string, from: number): number {
  specials.lastIndex = from;
  return specials.exec(text)?.index ?? -1;
}

interface Found {
  readonly length: number;
  readonly markdown: string;
}

function pieceAt(text: string, at: number, writing: Writing, depth: number): Found | undefined {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const tagged = match(tag);
  if (tagged) {
    const name = (tagged[2] as string).toLowerCase();
    return { length: tagged[0].length, markdown: name === 'br' ? '\n' : '' };
  }
  const bare = match(address);
  if (bare) return { length: bare[0].length, markdown: escaped(bare[1] as string) };
  const named = match(entity);
  if (named) return { length: named[0].length, markdown: linesEscaped(entities[named[0]] ?? ' ') };
  if (!writing.isMarkdown) return undefined;
  const backslash = match(backslashed);
  if (backslash) return { length: 2, markdown: linesEscaped(backslash[1] as string) };
  const linked = match(link);
  if (linked) {
    const [whole, isPicture, words = '', address = ''] = linked;
    const inner = depth < deepest ? written(words, writing, depth + 1) : linesEscaped(words);
    const leads = isPicture === '' && inner !== '' && /^(?:https?:|mailto:|#.)/i.test(address);
    return { length: whole.length, markdown: leads ? `[${inner}](${address})` : inner };
  }
  const before = text[at - 1];
  const emphasised = before !== undefined && /[\p{L}\p{N}*_]/u.test(before) ? null : match(emphasis);
  if (!emphasised || depth >= deepest) return undefined;
  const [whole, mark = '', words = ''] = emphasised;
  if (/\s$/.test(words) || (mark.startsWith('_') && words.includes('_'))) return undefined;
  const inner = written(words, writing, depth + 1);
  return { length: whole.length, markdown: around('*'.repeat(mark.length), inner) };
}

const around = (mark: string, words: string): string => (words.trim() === '' ? words : `${mark}${words}${mark}`);

/** Words escaped line by line. */
const linesEscaped = (text: string): string => text.split('\n').map(escaped).join('\n');

const tidied = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\\\n');
