import type { Item } from '../../model/item.ts';
import { type KeyRule, type Mark, named, titleSpan } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { type ContentWord, contentWords, foldedTitle, isTelling } from './title-words.ts';

const kinds = new Set(['theme', 'priority', 'outcome', 'kpq', 'measure', 'goal', 'duty', 'principle', 'value', 'aim']);

/** How much of the words of two titles must be in both: their number over that of all their words together. */
const ALIKE = 0.75;

/** With how many different titles before it under one key a title is compared. */
const MOST_COMPARED = 300;

/** Two items of a kind say nearly the same. */
export const nearDuplicateTitle: KeyRule = {
  id: 'consistency/near-duplicate-title',
  severity: 'warning',
  says: 'Two items of a kind say nearly the same.',
  why: 'The same promise made twice splits the work, and nobody knows under which of the two to look.',
  source: 'House rule. Found in published plans: one lists “Reduce Violent Crime” as 1.3 and again as 2.2',
  breaks:
    'plan p: Plan\n\npriority homes: Warmer homes for families\n  priority damp: Tackle damp and mould\n\npriority health: Better health\n  priority mould: Tackling damp and mould\n',
  clean:
    'plan p: Plan\n\npriority homes: Warmer homes for families\n  priority damp: Tackle damp and mould\n\npriority health: Better health\n  priority clinics: Open a clinic in Ward 1\n  priority more-clinics: Open a clinic in Ward 2\n',
  notesTellAll: true,
  comparesMarks: true,
  marks({ placed, items }, mark) {
    for (const item of items) {
      if (!kinds.has(item.key)) continue;
      const { title } = item;
      if (title === '') continue;
      const words = contentWords(title);
      const { start, end } = titleSpan(item);
      const made: Mark = {
        placed,
        start,
        end,
        note: words.map(({ word }) => word).join(' '),
        also: item.parent?.title,
        item,
      };
      const group = groupOf(item);
      if (words.length < 2) mark(`${group} = ${foldedTitle(title)}`, made);
      else for (const key of keysOf(words)) mark(`${group} ${key}`, made);
    }
  },
  key(key, marks, _plan, context) {
    const word = key.includes(' = ') ? undefined : key.slice(key.lastIndexOf(' ') + 1);
    const before = new Map<string, Compared>();
    for (const mark of marks.inOrder()) {
      const title = compared(mark);
      const same = before.get(mark.note);
      const isHere = word === undefined || firstShared(title, title) === word;
      const first = same && isHere ? same : word === undefined ? undefined : firstLike(title, word, before);
      const { item } = mark;
      const said = first?.mark.item;
      if (first && said && item)
        context.report(mark.placed, mark, {
          item,
          message: `${named(item)} says nearly the same as another ${item.kind.noun}, ${named(said)}. Make one of the two, or put into the titles what sets them apart.`,
          messageCy: () =>
            `${joinCy('Mae', namedCy(item))} yn dweud bron yr un peth ag eitem arall o’r un math, ${namedCy(said)}. Gwnewch un o’r ddwy, neu rhowch yn y teitlau yr hyn sy’n eu gwahaniaethu.`,
          related: [
            {
              ...first.mark,
              message: `${named(said)} says it first`,
              messageCy: () => `${namedCy(said)} sy’n ei ddweud gyntaf`,
            },
          ],
        });
      if (!same) before.set(mark.note, title);
    }
  },
};

/** What an item is compared with: its kind; a goal only with those of its own framework. */
function groupOf(item: Item): string {
  if (item.key !== 'goal') return item.key;
  const framework = item.above('framework');
  return `goal ${framework?.id ?? foldedTitle(framework?.title ?? '')}`;
}

/**
 * The keys under which a title is kept: its telling words, which are those of any title alike, and one of the others. So many of its
 * first are taken that a title alike enough has one of them among its own; where there are not so many, it may have none.
 * `words` are in the order of `contentWords`.
 */
function keysOf(words: readonly ContentWord[]): readonly string[] {
  const mayMiss = words.length - Math.ceil(ALIKE * words.length);
  const first: string[] = [];
  let telling = '';
  for (const content of words)
    if (content.isTelling) telling += `${content.word} `;
    else if (first.length <= mayMiss) first.push(content.word);
  if (first.length <= mayMiss) first.push('');
  return first.map((word) => telling + word);
}

/** A title as it is compared with others under its key, which have the same telling words. */
interface Compared {
  readonly mark: Mark;
  /** The number of all its words. */
  readonly length: number;
  /** Its other words in the order of `contentWords`. */
  readonly words: ReadonlySet<string>;
}

function compared(mark: Mark): Compared {
  const words = mark.note.split(' ');
  return { mark, length: words.length, words: new Set(words.filter((word) => !isTelling(word))) };
}

/** The first word of a title that another has too, telling words aside; empty where there is none. */
function firstShared(title: Compared, other: Compared): string {
  for (const word of title.words) if (other.words.has(word)) return word;
  return '';
}

/** The first title before this one that is alike, and whose first word that both have is the word of the key. */
function firstLike(title: Compared, word: string, before: ReadonlyMap<string, Compared>): Compared | undefined {
  let count = 0;
  for (const other of before.values()) {
    if (++count > MOST_COMPARED) return undefined;
    if (firstShared(other, title) !== word || !areAlike(title, other)) continue;
    if (other.length === title.length || !isAbove(other.mark.item, title.mark.item)) return other;
  }
  return undefined;
}

/**
 * True where one title has all the words of the other and few besides. Where each has a word that the other has not, they are about
 * different things: “in the north”, “in the south”.
 */
function areAlike(one: Compared, other: Compared): boolean {
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  if (fewer.length < ALIKE * more.length) return false;
  for (const word of fewer.words) if (!more.words.has(word)) return false;
  return true;
}

/** True where one item stands inside the other. */
function isAbove(first: Item | undefined, second: Item | undefined): boolean {
  for (let item = second?.parent; item; item = item.parent) if (item === first) return true;
  return false;
}
