import type { Item } from '../../model/item.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingField } from '../fixes.ts';
import { type Edit, type Fix, type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { type Direction, directionWords } from './direction.ts';

/** A wish at the beginning of a title, and the direction that it means. */
interface Wish {
  readonly words: RegExp;
  /** Undefined for a word that says better and not which way. */
  readonly direction: Direction | undefined;
}

/** “Increase”, and “Increase in”: a verb, or the noun with its preposition. Words that also begin names of things, such as “Improvement notices”, are left out. */
const english: readonly Wish[] = [
  {
    words: /^(?:(?:a\s)?(?:reduction|decrease)\s(?:in|of)|reduc(?:e|ing)|decreas(?:e|ing))(?=\s)/i,
    direction: 'decrease',
  },
  // More of something bad can be counted too: “Increase in rent arrears”.
  { words: /^(?:an\s)?increase\s(?:in|of)(?=\s)/i, direction: undefined },
  { words: /^(?:increas(?:e|ing)|rais(?:e|ing))(?=\s)/i, direction: 'increase' },
  { words: /^(?:improv(?:e|ing)|(?:an\s)?improvement\s(?:in|of|to))(?=\s)/i, direction: undefined },
];

const welsh: readonly Wish[] = [
  { words: /^(?:lleihau|gostwng|gostyngiad\s(?:yn|mewn))(?=\s)/i, direction: 'decrease' },
  { words: /^(?:cynyddu|cynnydd\s(?:yn|mewn))(?=\s)/i, direction: 'increase' },
  { words: /^(?:gwella|gwelliant\s(?:yn|mewn|i))(?=\s)/i, direction: undefined },
];

/** A measure is called after a wish. */
export const directionInTitle: ItemRule = {
  id: 'measure/direction-in-title',
  severity: 'hint',
  says: 'The title of a measure is a wish, such as “Reduce …”.',
  why: 'A measure is what is counted; the wish belongs in target and direction. Titles in English and in Welsh are looked at.',
  source: 'S. Barr, PuMP: goals and initiatives are not measures',
  breaks: 'plan warm-homes: Warm Homes\n\nmeasure damp: Reduce the number of damp homes\n',
  clean: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  direction: decrease\n',
  kinds: ['measure'],
  reads: 'itself',
  item(measure, context) {
    const { title } = measure;
    const code = context.facts(measure.plan).language.slice(0, 2).toLowerCase();
    const wishes = code === 'en' ? english : code === 'cy' ? welsh : [];
    for (const { words, direction } of wishes) {
      const length = words.exec(title)?.[0].length ?? 0;
      if (length === 0) continue;
      const start = measure.entry.valueStart;
      context.report(
        measure.placed,
        { start, end: start + length },
        {
          item: measure,
          message: `${named(measure)} names a wish; a measure is what is counted. Say what is counted here, and the wish in “direction” and “target”.`,
          messageCy: () =>
            `${joinCy('Mae', namedCy(measure))} yn enwi dymuniad; yr hyn sy’n cael ei gyfrif yw mesur. Dywedwch yma beth sy’n cael ei gyfrif, a rhowch y dymuniad yn “cyfeiriad” a “targed”.`,
          fixes: direction ? renaming(measure, length, direction) : [],
        },
      );
      return;
    }
  },
};

const leadingWords = /^\s+(?:the\s|y\s|yr\s)?\s*/i;
/** Words after which a title with its first word gone would make no sense. */
const senseless = /^(?:and|or|by|to|from|a|ac|neu|i|o)\s|^[^\p{L}\p{N}]/iu;

/** A mend that takes the wish out of the title and says the direction in its field. */
function renaming(measure: Item, length: number, direction: Direction): Fix[] {
  const { title, placed, entry } = measure;
  const skipped = length + (leadingWords.exec(title.slice(length))?.[0].length ?? 0);
  const rest = title.slice(skipped);
  if (rest === '' || senseless.test(rest)) return [];
  const first = String.fromCodePoint(rest.codePointAt(0) as number);
  const rename: Edit = {
    placed,
    start: entry.valueStart,
    end: entry.valueStart + skipped + first.length,
    text: first.toUpperCase(),
  };
  const titles = titlesFor(placed);
  const renamed = `${first.toUpperCase()}${rest.slice(first.length)}`;
  if (measure.field('direction')) return [{ title: titles.call(renamed), edits: [rename] }];
  const { key, word } = directionWords(measure, direction);
  const line = `${key}: ${word}`;
  return [{ title: titles.callWith(renamed, line), edits: [rename, ...addingField('', measure, line).edits] }];
}
