import type { DraftField, DraftItem } from '../../draft/draft.ts';
import type { Doubt } from '../../source.ts';
import { plain } from './words.ts';

/** An item that a document says, at a line of it. */
export const itemOf = (kind: string, title: string, line: number): DraftItem => ({
  type: 'item',
  kind,
  title,
  parts: [],
  spot: { line },
  confidence: 1,
  doubts: [],
});

/** Puts a field behind those that an item has, before its text and what stands in it; none where there is no value. */
export function put(item: DraftItem, key: string, value: string, name?: string): void {
  if (!value) return;
  const field: DraftField = { type: 'field', key, ...(name === undefined ? {} : { name }), value };
  const first = item.parts.findIndex((part) => part.type === 'item' || (part.key === 'text' && key !== 'text'));
  if (first < 0) item.parts.push(field);
  else item.parts.splice(first, 0, field);
}

/** Puts words behind those that an item has: in its `text`. */
export function say(item: DraftItem, prose: string): void {
  if (!prose) return;
  const text = fieldOf(item, 'text');
  if (text) text.value += `\n\n${prose}`;
  else put(item, 'text', prose);
}

/** A field of an item; undefined where it has none. */
export const fieldOf = (item: DraftItem, key: string): DraftField | undefined =>
  item.parts.find((part): part is DraftField => part.type === 'field' && part.key === key);

/** Says that somebody should look at an item. */
export function doubt(item: DraftItem, kind: Doubt['kind'], message: string): void {
  item.doubts.push({ kind, message, spot: item.spot });
}

/** The name of an element in words: `OtherInformation` → “Other information”. */
export function inWords(name: string): string {
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The longest line that is a title; more words are a text. */
const LONGEST_TITLE = 300;

/** Makes the first paragraph of the text of an item its title, where it has none and that is no longer than titles are. */
export function titleFromText(item: DraftItem): void {
  const text = fieldOf(item, 'text');
  const [first = '', ...rest] = text?.value.split('\n\n') ?? [];
  if (!text || item.title || first.length > LONGEST_TITLE || first.includes('\n')) return;
  item.title = plain(first);
  if (rest.length > 0) text.value = rest.join('\n\n');
  else item.parts.splice(item.parts.indexOf(text), 1);
}
