import { Parser } from 'htmlparser2';
import { atLineStart, escaped } from '../../words.ts';
import type { XmlElement } from '../../xml/xml.ts';

/** Elements that stand on lines of their own, in the HTML that people put into descriptions. */
const onItsOwn: ReadonlySet<string> = new Set(
  'address article blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr ol p pre section table tr ul'.split(' '),
);

/** Where a paragraph, a line and a point begin, until lines are made of them: characters that no text is to hold (Unicode: noncharacters). */
const PARAGRAPH = '\uFDD0';
const LINE = '\uFDD1';
const POINT = '\uFDD2';

/** A sign that begins a point of a list in plain words. */
const sign = /^(?:[•·◦▪●‣⁃∙]|[-–—*](?=\s))\s*/u;

/** The words of an element in one line: plain, without marks. */
export const lineOf = (element: XmlElement | undefined): string =>
  element
    ? breaksOf(element)
        .replace(/[\s\uFDD0-\uFDD2]+/g, ' ')
        .trim()
    : '';

/** The words of an element as Markdown: paragraphs and lists, with nothing in them that means anything but itself. */
export const proseOf = (element: XmlElement | undefined, hasLines = false): string =>
  element ? proseFrom(breaksOf(element), hasLines) : '';

/**
 * Plain words as Markdown, as they stand in a document: an empty line between paragraphs, points behind signs. A line that ends goes on in the
 * next, but where `hasLines` says that the ends of lines are meant.
 */
export function proseFrom(words: string, hasLines = false): string {
  const paragraphs: string[] = [];
  const lines = words.replace(/\r\n?/g, '\n');
  for (const piece of (hasLines ? lines.replace(/(?<!\n)\n(?!\s)/g, `\n${LINE}`) : lines).split(/\uFDD0|\n[ \t]*\n/)) {
    let open: { readonly isPoint: boolean; words: string } | undefined;
    const pieces: { readonly isPoint: boolean; words: string }[] = [];
    for (const part of piece.split(/(?=[\uFDD1\uFDD2])|\n/)) {
      const bare = part.replace(/[\uFDD1\uFDD2]/g, '').trim();
      const isPoint = part.startsWith(POINT) || sign.test(bare);
      const said = bare.replace(sign, '');
      if (!said) continue;
      if (!open || isPoint || part.startsWith(LINE)) {
        open = { isPoint, words: said };
        pieces.push(open);
      } else open.words += ` ${said}`;
    }
    let wasPoint = false;
    for (const { isPoint, words: said } of pieces) {
      const line = atLineStart(escaped(said).trim());
      if (isPoint && wasPoint) paragraphs.push(`${paragraphs.pop()}\n* ${line}`);
      else if (isPoint) paragraphs.push(`* ${line}`);
      else paragraphs.push(line);
      wasPoint = isPoint;
    }
  }
  return paragraphs.filter(Boolean).join('\n\n');
}

/** The words of an element with its breaks: of elements in it, or of HTML that is written out in it. */
function breaksOf(element: XmlElement): string {
  const pieces: string[] = [];
  const waiting: (XmlElement | string)[] = element.children.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      pieces.push(next);
      continue;
    }
    const name = next.name.toLowerCase();
    const mark = breakOf(name);
    const { href } = next.attributes;
    pieces.push(mark);
    waiting.push(
      mark === LINE ? '' : mark === POINT ? PARAGRAPH : mark,
      ...(href ? [` (${href})`] : []),
      ...next.children.toReversed(),
    );
  }
  const text = pieces.join('');
  return /<\/?[a-z][a-z0-9]{0,11}(?=[\s/>])/i.test(text) ? withoutTags(text) : text;
}

const breakOf = (name: string): string =>
  name === 'br'
    ? LINE
    : name === 'li'
      ? POINT
      : onItsOwn.has(name)
        ? PARAGRAPH
        : name === 'td' || name === 'th'
          ? ' '
          : '';

/** Words in which HTML is written out: `<p>Words</p>`. A mark that is none stays. */
function withoutTags(text: string): string {
  const pieces: string[] = [];
  const addresses: string[] = [];
  const parser = new Parser({
    onopentag(name, { href }) {
      pieces.push(breakOf(name));
      if (name === 'a') addresses.push(href ? ` (${href})` : '');
    },
    ontext: (words) => pieces.push(words),
    onclosetag(name) {
      if (name === 'a') pieces.push(addresses.pop() ?? '');
      const mark = breakOf(name);
      if (mark === PARAGRAPH || mark === ' ') pieces.push(mark);
    },
  });
  parser.write(text);
  parser.end();
  return pieces.join('');
}

/** Markdown in a line as plain words: what was put before signs is taken out. */
export const plain = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
