import { fieldOn } from '@goldthread/grammar';
import type { ComeOrGone, Face, HandedChange, LinkChanged, Moved, Reordered, Words } from './change.ts';
import { makesLinks } from './links.ts';
import {
  capital,
  countedKind,
  countedKinds,
  deedOf,
  fieldWords,
  kindWord,
  kindWords,
  lower,
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

/** More items or rows than this are not listed by what they are called. */
export const MOST = 8;

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
  const { from, to, in: at, handed, item } = move;
  const items = [move, ...more].map(({ item }) => item);
  const isHere = at?.ref === to?.ref;
  const hasLeft = at?.ref === from?.ref || from === null;
  const way: Piece[] = isHere
    ? ['here from ', ...place(from)]
    : [
        ...(hasLeft ? [] : ['from ', ...place(from), ' ']),
        ...(to ? ['to ', ...place(to)] : ['out of it, into the plan itself']),
      ];
  return same(items, 'moved ', 'moved ', [...way, ...tellHanded(handed, item.kind, items.length === 1)]);
}

/** What items that were moved have from above now, and no longer: “, and so no longer has the lead ‘A’”. */
function tellHanded(handed: readonly HandedChange[], kind: string, isOne: boolean): Piece[] {
  const have = isOne ? 'has' : 'have';
  const what = (field: string, values: readonly string[]): Piece[] => [
    `the ${handedWord(kind, field, values.length)} `,
    ...inRow(values.map((value) => [{ value, isFigure: false }])),
  ];
  const lost = handed.filter(({ to }) => to.length === 0).map(({ field, from }) => what(field, from));
  const gained = handed.filter(({ to }) => to.length > 0);
  const deeds: Piece[][] = [
    ...(lost.length > 0 ? [[`no longer ${have} `, ...inRow(lost)]] : []),
    ...gained.map(({ field, from, to }): Piece[] => [
      `${have} `,
      ...what(field, to),
      ...(from.length > 0 ? [' in place of ', ...what(field, from).slice(1)] : [' now']),
    ]),
  ];
  return deeds.length > 0 ? [', and so ', ...inRow(deeds)] : [];
}

/** Some words in a row: a, b and c. */
const inRow = (all: readonly (readonly Piece[])[]): Piece[] =>
  all.flatMap((pieces, index) => [index === 0 ? '' : index === all.length - 1 ? ' and ' : ', ', ...pieces]);

/** What a field is called that items have from above: “lead”; by the kind of what it links to, “goals”. */
function handedWord(kind: string, key: string, count: number): string {
  const field = fieldOn(kind, key);
  const [to] = field && makesLinks(field) ? (field.to ?? []) : [];
  if (to === undefined) return lower(fieldWords(kind, key, null));
  return count === 1 ? kindWord(to) : kindWords(to);
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
