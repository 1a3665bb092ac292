import { byAlphabet } from '../alphabet.ts';
import { isSpace } from '../lines.ts';
import type { Field } from '../vocabulary/index.ts';

/** An id that is named somewhere: `id` or `library.id`. Offsets are those of the text that was read. */
export interface Reference {
  /** The plan or library before the dot, if there is one. In NFC, as ids are compared. */
  readonly library: string | undefined;
  /** The id, in NFC. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const HASH = 35;
const COMMA = 44;
const shapeWith = (letters: string): string =>
  `^(?:[${letters}]+(?:-[${letters}]+)*\\.)?[${letters}]+(?:-[${letters}]+)*$`;
const referenceShape = byAlphabet(
  new RegExp(shapeWith('a-z\\d')),
  () => new RegExp(shapeWith('\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}\\p{M}'), 'u'),
);

/** True for text that could name an item: `id` or `library.id`. */
export const isReferenceShaped = (text: string): boolean => referenceShape(text).test(text);

/** One reference from its text. */
export function referenceFrom(text: string, start: number): Reference {
  const dot = text.indexOf('.');
  return {
    library: dot > 0 ? text.slice(0, dot).normalize('NFC') : undefined,
    id: text.slice(dot > 0 ? dot + 1 : 0).normalize('NFC'),
    start,
    end: start + text.length,
  };
}

/**
 * The references in the value of a field, which stands in `text` from `start` to `end` and may go over several lines
 * with comments between. A field that also takes words gives nothing where a piece is not shaped like an id.
 */
export function readReferences(text: string, start: number, end: number, field: Field): readonly Reference[] {
  const found: Reference[] = [];
  let at = start;
  while (at < end) {
    while (at < end && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === COMMA)) at++;
    if (at < end && text.charCodeAt(at) === HASH) {
      while (at < end && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
      continue;
    }
    const from = at;
    while (at < end && text.charCodeAt(at) !== COMMA) at++;
    let to = at;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to === from) continue;
    const piece = text.slice(from, to);
    if (field.orWords && !isReferenceShaped(piece)) return [];
    found.push(referenceFrom(piece, from));
  }
  return found;
}

/** A reference in a title or in prose: `[[id]]`, `[[id|words]]`, `[[id:number]]`, `[[id:value]]`. The words may go on on the next line of a paragraph. */
export interface ProseReference extends Reference {
  /** What is printed: the title, given words, the number or the value. */
  readonly prints: 'title' | 'words' | 'number' | 'value';
}

const proseReference =
  /\[\[([^[\]|\r\n]*?)(?:\|((?:[^[\]\r\n]|\r?\n(?![^\S\r\n]*\r?\n))*)|:(number|value))?\]\](?!\()/g;

const codeSpan = /(`+)[^`\r\n]+\1(?!`)/g;

/** Where code stands in a text, which is printed as it is. */
const codesIn = (text: string, start: number, end: number): { readonly start: number; readonly end: number }[] =>
  [...text.slice(start, end).matchAll(codeSpan)].map(({ 0: code, index }) => ({
    start: start + index,
    end: start + index + code.length,
  }));

/** The references between double brackets in `text` from `start` to `end`; `start` and `end` of each take in the id alone. */
export function readProseReferences(text: string, start: number, end: number): readonly ProseReference[] {
  const first = text.indexOf('[[', start);
  if (first < 0 || first >= end) return [];
  const found: ProseReference[] = [];
  const codes = codesIn(text, start, end);
  for (const match of text.slice(first, end).matchAll(proseReference)) {
    const open = first + match.index;
    if (codes.some((code) => code.start < open && open < code.end)) continue;
    const written = match[1] as string;
    const trimmed = written.trim();
    const at = open + 2 + (written.length - written.trimStart().length);
    const prints = match[2] !== undefined ? 'words' : ((match[3] as 'number' | 'value' | undefined) ?? 'title');
    if (trimmed) found.push({ ...referenceFrom(trimmed, at), prints });
  }
  return found;
}
