import type { KeyLanguage } from '@goldthread/grammar';
import type { DraftField, DraftItem } from '../draft/draft.ts';
import type { Doubt, DoubtKind, ListPoint, Spot } from '../source.ts';
import { atLineStart, plainWords } from '../words.ts';
import { measuredIn } from './measured.ts';
import { settledValue } from './settled-value.ts';

/** An item with nothing in it yet. */
export const newItem = (kind: string, title: string, spot: Spot, confidence: number): DraftItem => ({
  type: 'item',
  kind,
  title,
  parts: [],
  spot,
  confidence,
  doubts: [],
});

/** A field of an item. */
export const newField = (key: string, value: string, name?: string, words?: string): DraftField => ({
  type: 'field',
  key,
  name,
  value,
  words,
});

/** The field of an item with a key, if it has one. */
export const fieldOf = (item: DraftItem, key: string): DraftField | undefined =>
  item.parts.find((part): part is DraftField => part.type === 'field' && part.key === key);

/** Says that a person should look at an item. */
export function doubt(item: DraftItem, kind: DoubtKind, message: string, spot: Spot = item.spot): Doubt {
  const found = { kind, message, spot };
  item.doubts.push(found);
  return found;
}

/** The longest title that is left whole though it has several sentences, in UTF-16 units. */
const longTitle = 120;

/** Where one sentence ends and the next begins: not behind an abbreviation or an initial. */
const between =
  /(?<![.\s(](?:[a-z]{1,2}|\p{Lu}|eg|ie|etc|no|st|mr|mrs|ms|dr|cllr|insp|sgt|approx))(?<=[.!?]["”’')]?)\s+(?=["“‘'(]?\p{Lu})/u;

/** Words as a title, in a line, and what is left of them as Markdown where they are several sentences. */
export function titled(markdown: string): { readonly title: string; readonly rest: string } {
  const words = plainWords(markdown);
  if (words.length <= longTitle && !/\\\n/.test(markdown)) return { title: words, rest: '' };
  const [lines, ...more] = markdown.split(/\\\n/);
  const cut = between.exec(lines ?? '');
  const first = cut ? (lines as string).slice(0, cut.index) : (lines ?? '');
  if (!isWhole(first)) return { title: words, rest: '' };
  const rest = [cut ? (lines as string).slice(cut.index + cut[0].length) : '', ...more].filter(
    (text) => text.trim() !== '',
  );
  return { title: plainWords(first), rest: rest.map((text) => atLineStart(text.trim())).join('\\\n') };
}

/** Whether no mark is open at the end of a text: it can be cut there. */
const isWhole = (markdown: string): boolean =>
  ((markdown.match(/(?<!\\)\*\*/g) ?? []).length & 1) === 0 &&
  ((markdown.match(/(?<!\\)(?<!\*)\*(?!\*)/g) ?? []).length & 1) === 0 &&
  (markdown.match(/(?<!\\)\[/g) ?? []).length === (markdown.match(/(?<!\\)\]/g) ?? []).length;

/** A date that stands before what will be done by then: “**2025/26:** Open a hub”, “By March 2027: …”. */
const dated = /^(?:\*\*|__)?(?:By |Erbyn )?(?<date>[^:*_]{4,24})(?::(?:\*\*|__)?|(?:\*\*|__):?)\s+(?<rest>\S.*)$/su;

/** A word and what it means: “**Local plan**: the document …”, “ANPR – automatic …”. */
const meant =
  /^(?:\*\*|__)?(?<word>[^:*_–=]{1,80}?)\s*(?:\*\*|__)?\s*(?::|–|—|=|\s-\s)\s*(?:\*\*|__)?\s*(?<means>\S.*)$/su;

/** A point of a list as an item of a kind, with what it says of itself in its fields. */
export function itemOfPoint(kind: string, { text, spot }: ListPoint, language: KeyLanguage): DraftItem {
  const { date, rest = text } = kind === 'action' || kind === 'milestone' ? (dated.exec(text)?.groups ?? {}) : {};
  const due = date !== undefined && /\d{4}/.test(date) ? settledValue('role', 'since', date, language) : undefined;
  const { word, means } = kind === 'term' ? (meant.exec(text)?.groups ?? {}) : {};
  const { title, rest: more } =
    word !== undefined ? { title: plainWords(word), rest: '' } : titled(due === undefined ? text : rest);
  const measured = kind === 'measure' && more === '' ? measuredIn(title, language) : undefined;
  const item = newItem(kind, measured?.title ?? title, spot, 0.9);
  for (const { key, value, words } of measured?.figures ?? []) item.parts.push(newField(key, value, undefined, words));
  if (means !== undefined) item.parts.push(newField('means', plainWords(means)));
  if (due !== undefined)
    item.parts.push(newField('due', due, undefined, plainWords(text.slice(0, text.length - rest.length))));
  if (more !== '') item.parts.push(newField('text', more));
  return item;
}
