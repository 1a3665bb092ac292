import { fieldOn } from '@goldthread/grammar';
import { counted } from '../reporters/words.ts';
import type {
  Change,
  ComeOrGone,
  Face,
  FileChanged,
  LinkChanged,
  Moved,
  ProseChanged,
  Reordered,
  TitleChanged,
  ValueChanged,
  Words,
} from './change.ts';
import { isSetOtherwise, wordsOfBoth } from './words.ts';
import {
  capital,
  countedKind,
  countedKinds,
  deedOf,
  fieldWords,
  kindWord,
  kindWords,
  verbsOf,
  withArticle,
} from './words-of-change.ts';

/** A piece of a sentence about a change: plain words, or what is shown in a way of its own. */
export type Piece =
  | string
  /** An item by what it is called. */
  | { readonly item: Face }
  /** What somebody wrote: words; or a figure, a day, of which it is clear where it ends. */
  | { readonly value: string; readonly isFigure: boolean }
  /** A text with what went out of it and what came in. */
  | { readonly words: readonly Words[] };

/** More items than this are not listed by what they are called. */
const MOST = 8;

/** Items in a row: ‘A’, ‘B’ and ‘C’. */
function listed(items: readonly Face[]): Piece[] {
  const shown = items.length > MOST + 1 ? items.slice(0, MOST) : items;
  const others = items.length - shown.length;
  return shown
    .flatMap((item, index): Piece[] => {
      const isLast = others === 0 && index === shown.length - 1;
      const before = index === 0 ? '' : isLast ? ' and ' : ', ';
      return [before, { item }];
    })
    .concat(others > 0 ? [` and ${others} others`] : []);
}

/** Items of a kind, as a sentence goes on with them: action ‘A’, or actions ‘A’ and ‘B’. */
const named = (kind: string, items: readonly Face[]): Piece[] => [
  `${items.length === 1 ? kindWord(kind) : kindWords(kind)} `,
  ...listed(items),
];

/** One item, as a sentence begins with it: Action ‘A’. */
const begin = (item: Face): Piece[] => [`${capital(kindWord(item.kind))} `, { item }];

/** An item that something stands in or is moved to; the plan itself where there is none. */
const place = (item: Face | null): Piece[] => (item ? [`${kindWord(item.kind)} `, { item }] : ['the plan itself']);

/** Items of one kind to which the same happened in one place: one by what it is called, several by how many they are. */
function same(items: readonly Face[], one: string, several: string, to: readonly Piece[] = []): Piece[] {
  const [first] = items;
  if (!first) return [];
  if (items.length === 1) return [...begin(first), ` ${one}`, ...to];
  return [`${countedKind(items.length, first.kind)} ${several}`, ...to, ': ', ...listed(items)];
}

/** Items that came or went, alone, where nothing more is to be said of them. */
export const tellComeOrGone = (type: ComeOrGone['type'], items: readonly Face[]): Piece[] =>
  type === 'added' ? same(items, 'is new', 'are new') : same(items, 'was dropped', 'were dropped');

/** An item that is new, with what stands in it and what it is linked to. */
export function tellNew({ item, with: inside }: ComeOrGone, links: readonly LinkChanged[]): Piece[] {
  const said = fold(links, ({ relation, other }) => `${relation} ${other.kind}`).flatMap(
    (group, index, all): Piece[] => {
      const [{ relation, other }] = group;
      const before = index === 0 ? '; it ' : index === all.length - 1 ? ' and ' : ', ';
      return [`${before}${deedOf(item.kind, relation)} `, ...named(other.kind, others(group))];
    },
  );
  return [...begin(item), ' is new', withWords(inside), ...said];
}

/** An item that is gone, with what stood in it and what no longer has it. */
export function tellGone({ item, with: inside }: ComeOrGone, links: readonly LinkChanged[]): Piece[] {
  const said = fold(links, (link) => `${link.relation} ${link.item.kind}`).flatMap((group): Piece[] => {
    const [{ relation, item: one }] = group;
    const items = group.map((link) => link.item);
    return ['; ', ...named(one.kind, items), ` no longer ${deedOf(one.kind, relation, items.length === 1)} it`];
  });
  return [...begin(item), ' was dropped', withWords(inside), ...said];
}

function withWords(inside: Readonly<Record<string, number>>): string {
  const words = countedKinds(inside);
  return words && `, with ${words}`;
}

/** Items that were moved between the same places. */
export function tellMoved([move, ...more]: readonly [Moved, ...Moved[]]): Piece[] {
  const { from, to, in: at } = move;
  const items = [move, ...more].map(({ item }) => item);
  const isHere = at?.ref === to?.ref;
  const hasLeft = at?.ref === from?.ref || from === null;
  const way: Piece[] = isHere
    ? ['here from ', ...place(from)]
    : [
        ...(hasLeft ? [] : ['from ', ...place(from), ' ']),
        ...(to ? ['to ', ...place(to)] : ['out of it, into the plan itself']),
      ];
  return same(items, 'moved ', 'moved ', way);
}

/** Items that stand elsewhere among the same ones. */
export function tellReordered([first, ...more]: readonly [Reordered, ...Reordered[]]): Piece[] {
  const { item, behind } = first;
  const items = [first, ...more].map((one) => one.item);
  if (items.length > 1) return same(items, '', 'stand in another order');
  return [...begin(item), ...(behind ? [' stands behind ', ...place(behind), ' now'] : [' stands first now'])];
}

/** What an item is linked to by one field and was not, or is no longer. */
export function tellLinks(links: readonly [LinkChanged, ...LinkChanged[]]): Piece[] {
  const [{ item, relation, other, isMade }] = links;
  const deed = deedOf(item.kind, relation);
  const to = named(other.kind, others(links));
  return isMade ? [`${deed} `, ...to, ' now'] : [`no longer ${deed} `, ...to];
}

const others = (links: readonly LinkChanged[]): Face[] => links.map(({ other }) => other);

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

function tellTitle({ item, language, from, to, words }: TitleChanged): Piece[] {
  const what = fieldWords(item.kind, 'title', language);
  if (from === '') return [`${what} is new: `, quoted(to)];
  if (to === '') return [`${what} was taken out; it was `, quoted(from)];
  if (isSetOtherwise(from, to)) return setOtherwise(what);
  return isRewritten(words)
    ? [`${what} changed from `, quoted(from), ' to ', quoted(to)]
    : [`${what} changed: `, { words }];
}

function tellProse({ item, field, name, words }: ProseChanged): Piece[] {
  const what = fieldWords(item.kind, field, name);
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

function tellValue({ item, field, name, from, to, isSame, list }: ValueChanged): Piece[] {
  const what = fieldWords(item.kind, field, name);
  const hasFigures = figures.has(fieldOn(item.kind, field)?.type ?? '');
  const shown = (value: string): Piece => ({ value, isFigure: hasFigures && isInFigures(value) });
  const { be, was, itWas } = verbsOf(field);
  if (from === null) return [`${what} ${be} new: `, shown(to ?? '')];
  if (to === null) return [`${what} ${was} taken out; ${itWas} `, shown(from)];
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

/** Things with the same key together, each group where its first one stands. */
export function fold<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): [Thing, ...Thing[]][] {
  const groups = new Map<string, [Thing, ...Thing[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}
