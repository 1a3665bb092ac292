import {
  type Context,
  contextOf,
  type Definition,
  type Entry,
  type Field,
  hasColon,
  hasValue,
  trimStart,
  type ValueType,
} from '@goldthread/grammar';
import type { Span } from '../../checks/rule.ts';
import { type Spot, wordsEnd } from './spot.ts';

/** The first word of a line. */
export interface KeySite {
  readonly at: 'key';
  readonly context: Context;
  readonly span: Span;
  readonly hasColon: boolean;
}

/** What stands between the key and the colon. */
export interface NameSite {
  readonly at: 'name';
  readonly definition: Definition;
  readonly span: Span;
  readonly hasColon: boolean;
}

/** The value of a field, or the title of an item. */
export interface ValueSite {
  readonly at: 'value';
  /** Undefined for a title. */
  readonly field: Field | undefined;
  readonly entry: Entry | undefined;
  /** Where the words of the value begin on the line. */
  readonly start: number;
  /** Where a colon is to be written first; undefined where one stands. */
  readonly colonAt: number | undefined;
}

/** What may be written at a place: by where on the line it is. */
export type Site = KeySite | NameSite | ValueSite | { readonly at: 'comment' };

/** Longer heads are text. */
const LONGEST_HEAD = 200;
/** A colon after more words than this stands in a sentence. */
const WORDS_IN_A_NAME = 3;
const key = /[\p{L}\p{M}\p{N}-]*/uy;
const word = /[^\s:]*/y;

/** Values that are often written over several lines: words, and lists. */
const long: ReadonlySet<ValueType> = new Set(['prose', 'text', 'reference', 'languages', 'kinds', 'words']);

/** What may be written at a place; undefined where it is nothing that can be chosen. */
export function siteAt(spot: Spot): Site | undefined {
  const { text, offset, at, lineEnd, own, holder } = spot;
  const isBlank = at >= lineEnd;
  const field = !own && holder?.definition?.item === false ? holder.definition : undefined;
  if (field && holder && !isCommentBelow(spot, holder, field)) {
    if (offset < at || (!long.has(field.type) && hasValue(holder) && isBlank)) return undefined;
    return { at: 'value', field, entry: holder, start: isBlank ? offset : at, colonAt: undefined };
  }
  if (!isBlank && text.charAt(at) === '#') return offset > at ? { at: 'comment' } : undefined;
  if (isBlank) return { at: 'key', context: contextBelow(spot), span: { start: offset, end: offset }, hasColon: false };
  return offset < at ? undefined : onLine(spot);
}

/** Whether a line below a field is a comment rather than more of its value. */
const isCommentBelow = ({ text, at, column }: Spot, { proseIndent, indent }: Entry, { type }: Field): boolean =>
  text.charAt(at) === '#' && !(type === 'prose' && column >= (proseIndent || indent + 1));

/** On a line with words on it: its key, its name or its value. */
function onLine(spot: Spot): Site | undefined {
  const { text, offset, at, own: entry } = spot;
  key.lastIndex = at;
  key.test(text);
  const keyEnd = entry ? entry.keyEnd : key.lastIndex;
  const colon = colonOf(spot, keyEnd);
  const context = contextBelow(spot);
  if (offset <= keyEnd) return { at: 'key', context, span: { start: at, end: keyEnd }, hasColon: colon >= 0 };
  const definition = entry?.definition ?? context.words.get(text.slice(at, keyEnd));
  if (!definition) return undefined;
  const field = definition.item ? undefined : definition;
  if (colon >= 0 && offset > colon) {
    const start = Math.min(offset, trimStart(text, colon + 1, offset));
    return { at: 'value', field, entry, start, colonAt: undefined };
  }
  const first = trimStart(text, keyEnd, offset);
  if (colon < 0 && field && !field.name) return { at: 'value', field, entry, start: first, colonAt: keyEnd };
  let start = offset;
  while (start > first && !/\s/.test(text.charAt(start - 1))) start--;
  if (text.slice(first, start).trim() !== '') return undefined;
  word.lastIndex = offset;
  word.test(text);
  const end = Math.min(word.lastIndex, wordsEnd(spot));
  return { at: 'name', definition, span: { start, end }, hasColon: colon >= 0 };
}

/** Where the colon of the line stands; -1 where it has none. */
function colonOf({ text, lineEnd, own, placed }: Spot, keyEnd: number): number {
  if (own && placed) {
    const end = Math.max(own.keyEnd, own.nameEnd);
    return hasColon(placed.block, own) ? text.indexOf(':', end) : -1;
  }
  const rest = text.slice(keyEnd, Math.min(lineEnd, keyEnd + LONGEST_HEAD));
  const colon = rest.indexOf(':');
  if (colon < 0 || rest.slice(0, colon).trim().split(/\s+/).length > WORDS_IN_A_NAME) return -1;
  return keyEnd + colon;
}

/** The words that may begin this line. */
function contextBelow({ holder, file, language }: Spot): Context {
  for (let entry = holder; entry; entry = entry.parent)
    if (entry.definition?.item) return contextOf(entry.definition.key, language);
  return file.tree.content;
}
