import { fieldOn } from '@goldthread/grammar';
import { counted } from '../reporters/words.ts';
import type {
  Change,
  ComeOrGone,
  FileChanged,
  LinkChanged,
  Moved,
  PrintedNames,
  ProseChanged,
  Reordered,
  TitleChanged,
  ValueChanged,
  Words,
} from './change.ts';
import { MOST, type Piece } from './tell.ts';
import { isSetOtherwise, wordsOfBoth } from './words.ts';
import { fieldWords, kindWord, verbsOf, withArticle } from './words-of-change.ts';

/** What changes in an item itself: not where it stands, nor what it is linked to. */
type InItself = Exclude<Change, ComeOrGone | Moved | Reordered | LinkChanged>;

/** True for a change of an item itself. */
export const isInItself = (change: Change): change is InItself => !('in' in change) && change.type !== 'link';

/** What changed in an item itself, to be read below what it is called. */
export function tellItself(change: InItself): Piece[] {
  switch (change.type) {
    case 'id':
      return tellId(change.from, change.to);
    case 'kind':
      return [`is ${withArticle(kindWord(change.to))} now; it was ${withArticle(kindWord(change.from))}`];
    case 'title':
      return tellTitle(change);
    case 'value':
      return tellValue(change);
    case 'prose':
      return tellProse(change);
    case 'file':
      return tellFile(change);
  }
}

const quoted = (value: string): Piece => ({ value, isFigure: false });

/** A text in which names in double brackets are what is printed for them. */
const printedIn = (text: string, names: PrintedNames): string =>
  text.includes('[[') ? text.replace(/\[\[[^[\]\n]*\]\]/g, (name) => names[name] ?? name) : text;

/** Words likewise. */
const printedWords = (words: readonly Words[], names: PrintedNames): Words[] =>
  words.map(({ text, is }) => ({ text: printedIn(text, names), is }));

function tellFile({ field, file, rows }: FileChanged): Piece[] {
  const what: Piece[] = [`${field === 'image' ? 'The picture' : 'The figures'} in `, quoted(file), ' changed'];
  if (!rows) return what;
  const figure = (value: string): Piece => ({ value, isFigure: isInFigures(value) });
  const shown = rows.slice(0, MOST).flatMap(({ row, from, to }, index): Piece[] => {
    const begin: Piece[] = [index === 0 ? ': ' : '; ', figure(row)];
    if (from === null) return [...begin, ' is new, with ', figure(to ?? '')];
    if (to === null) return [...begin, ' was taken out; it was ', figure(from)];
    return [...begin, ' from ', figure(from), ' to ', figure(to)];
  });
  return [...what, ...shown, ...(rows.length > MOST ? [`; and ${counted(rows.length - MOST, 'more row')}`] : [])];
}

function tellId(from: string | null, to: string | null): Piece[] {
  if (from === null) return ['Id is new: ', quoted(to ?? '')];
  if (to === null) return ['Id was taken out; it was ', quoted(from)];
  return ['Id changed from ', quoted(from), ' to ', quoted(to)];
}

function tellTitle({ item, language, names, ...title }: TitleChanged): Piece[] {
  const what = fieldWords(item.kind, 'title', language);
  const [from, to] = [printedIn(title.from, names), printedIn(title.to, names)];
  const words = printedWords(title.words, names);
  if (from === '') return [`${what} is new: `, quoted(to)];
  if (to === '') return [`${what} was taken out; it was `, quoted(from)];
  if (isSetOtherwise(from, to)) return setOtherwise(what);
  return isRewritten(words)
    ? [`${what} changed from `, quoted(from), ' to ', quoted(to)]
    : [`${what} changed: `, { words }];
}

function tellProse({ item, field, name, names, ...prose }: ProseChanged): Piece[] {
  const what = fieldWords(item.kind, field, name);
  const words = printedWords(prose.words, names);
  const [first] = words;
  const whole = (left: Words['is']): string => words.flatMap(({ text, is }) => (is === left ? [] : [text])).join('');
  if (words.length > 1 && isSetOtherwise(whole('added'), whole('removed'))) return setOtherwise(what);
  if (words.length > 1 || !first) return [`${what} ${isRewritten(words) ? 'was rewritten' : 'changed'}: `, { words }];
  return [`${what} ${first.is === 'added' ? 'is new' : 'was taken out'}: `, { words }];
}

/** What is said where nothing but signs such as quotation marks changed. */
const setOtherwise = (what: string): Piece[] => [
  `${what} has other quotation marks, dashes or dots; its words are the same`,
];

/** True where nothing of a text stayed. */
const isRewritten = (words: readonly Words[]): boolean => words.every(({ is }) => is !== 'same');

/** Types of fields that hold a figure or a day, of which it is clear where it ends. */
const figures: ReadonlySet<string> = new Set(['date', 'due', 'quantity', 'money', 'target', 'baseline']);

/** True for a value that does not begin with words: `2027-03`, `£1.24m`, but not `within two years`. */
const isInFigures = (value: string): boolean => !/^\p{L}/u.test(value);

/** Words that are longer than this are told apart word by word, in UTF-16 units. */
const LONG = 60;

function tellValue({ item, field, name, names, isSame, list, ...value }: ValueChanged): Piece[] {
  const [from, to] = [value.from, value.to].map((text) => text && printedIn(text, names));
  const what = fieldWords(item.kind, field, name);
  const hasFigures = figures.has(fieldOn(item.kind, field)?.type ?? '');
  const shown = (value: string): Piece => ({ value, isFigure: hasFigures && isInFigures(value) });
  const { be, was, itWas } = verbsOf(field);
  if (from == null) return [`${what} ${be} new: `, shown(to ?? '')];
  if (to == null) return [`${what} ${was} taken out; ${itWas} `, shown(from)];
  if (isSame) return [`${what} means the same, and is written `, shown(to), ' in place of ', shown(from)];
  if (list) return tellList(what, list);
  if (isSetOtherwise(from, to)) return setOtherwise(what);
  // What is written twice is no figure that moved.
  const isTwice = [from, to].some((value) => value.includes('; '));
  if (hasFigures && !isTwice && isInFigures(from) && isInFigures(to)) return tellFigure(what, from, to);
  if (from.length > LONG && to.length > LONG) {
    const words = wordsOfBoth(from, to);
    if (!isRewritten(words)) return [`${what} changed: `, { words }];
  }
  return [`${what} changed from `, shown(from), ' to ', shown(to)];
}

function tellList(what: string, { came, went }: NonNullable<ValueChanged['list']>): Piece[] {
  const row = (values: readonly string[]): Piece[] =>
    values.flatMap((value, index) => [index === 0 ? '' : index === values.length - 1 ? ' and ' : ', ', quoted(value)]);
  if (came.length + went.length === 0) return [`${what} stand in another order`];
  const now = came.length > 0 ? ['now with ', ...row(came)] : [];
  const noLonger = went.length > 0 ? ['no longer with ', ...row(went)] : [];
  return [`${what}: `, ...now, ...(came.length > 0 && went.length > 0 ? [', '] : []), ...noLonger];
}

/** A figure and the time that goes with it: `11,000 by 2024-03`. */
const timed = /^(.*?) ((?:by|in|erbyn|yn|mewn) .*)$/;

/** A figure or a day that moved; what stayed of it is said once. */
function tellFigure(what: string, from: string, to: string): Piece[] {
  const shown = (value: string): Piece => ({ value, isFigure: true });
  const [, oldFigure, oldTime] = timed.exec(from) ?? [];
  const [, figure, time] = timed.exec(to) ?? [];
  if (oldFigure && oldTime && figure && time) {
    if (oldTime === time) return [`${what} moved from `, shown(oldFigure), ' to ', shown(figure), ' ', shown(time)];
    if (oldFigure === figure)
      return [
        `${what} of `,
        shown(figure),
        ' moved from ',
        shown(withoutLink(oldTime)),
        ' to ',
        shown(withoutLink(time)),
      ];
  }
  return [`${what} moved from `, shown(from), ' to ', shown(to)];
}

const withoutLink = (time: string): string => time.slice(time.indexOf(' ') + 1);
