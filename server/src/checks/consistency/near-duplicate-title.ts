import type { Item } from '../../model/item.ts';
import { type KeyRule, type Mark, named, titleSpan } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { contentWords, foldedTitle, isTelling } from './title-words.ts';

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
      const made: Mark = { placed, start, end, note: words.join(' '), also: item.parent?.title, item };
      const group = groupOf(item);
      if (words.length < 2) mark(`${group} = ${foldedTitle(title)}`, made);
      else for (const word of prefixOf(words)) mark(`${group} ${word}`, made);
    }
  },
  key(key, marks, _plan, context) {
    const word = key.includes(' = ') ? undefined : key.slice(key.lastIndexOf(' ') + 1);
    const before = new Map<string, Compared>();
    for (const mark of marks.inOrder()) {
      const words = mark.note.split(' ');
      const title = { mark, words, all: new Set(words) };
      const same = before.get(mark.note);
      const first = word === undefined || (same && words[0] === word) ? same : firstLike(title, word, before);
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
 * The words under which a title is kept: so many of its first that any title alike enough has one of them among its own.
 * `words` are in the order of `contentWords`.
 */
const prefixOf = (words: readonly string[]): readonly string[] =>
  words.slice(0, words.length - Math.ceil(ALIKE * words.length) + 1);

/** A title as it is compared: its words in the order of `contentWords`, and the same to look them up. */
interface Compared {
  readonly mark: Mark;
  readonly words: readonly string[];
  readonly all: ReadonlySet<string>;
}

/** The first title before this one that is alike, and shares no word with it that comes before the word of the key. */
function firstLike(title: Compared, word: string, before: ReadonlyMap<string, Compared>): Compared | undefined {
  let compared = 0;
  for (const other of before.values()) {
    if (++compared > MOST_COMPARED) return undefined;
    if (other.words.find((one) => title.all.has(one)) !== word || !areAlike(title.all, other.all)) continue;
    if (other.words.length === title.words.length || !isAbove(other.mark.item, title.mark.item)) return other;
  }
  return undefined;
}

/**
 * True where one title has all the words of the other and few besides, none of which tells them apart. Where each has a
 * word that the other has not, they are about different things: “in the north”, “in the south”.
 */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  if (fewer.size < ALIKE * more.size) return false;
  for (const word of fewer) if (!more.has(word)) return false;
  for (const word of more) if (!fewer.has(word) && isTelling(word)) return false;
  return true;
}

/** True where one item stands inside the other. */
function isAbove(first: Item | undefined, second: Item | undefined): boolean {
  for (let item = second?.parent; item; item = item.parent) if (item === first) return true;
  return false;
}
