import { kindOf } from '@goldthread/grammar';
import { once } from '../once.ts';
import { hasFigureBehind, type Signs } from '../signs.ts';

/** Kinds that plans number more often than not: “Priority 3” means one of them whether or not this plan says so. */
const usuallyNumbered = ['theme', 'priority', 'outcome', 'kpq'];

/** Kinds that a typed number may mean, if the plan numbers them. */
const seldomNumbered =
  'measure action milestone aim principle value duty goal requirement section figure table chart'.split(' ');

/** Each word for such a kind, in small letters: one and several, in English and in Welsh. */
const kindByWord: ReadonlyMap<string, string> = new Map(
  [...usuallyNumbered, ...seldomNumbered].flatMap((key) => {
    const { plural, cy, pluralCy, noun, nouns } = kindOf(key) ?? {};
    return [key, plural, cy, pluralCy, noun, nouns].flatMap((word) =>
      word ? [[word.toLowerCase(), key] as const] : [],
    );
  }),
);

/** True for a kind whose typed numbers are noticed even where the plan numbers nothing. */
export const isUsuallyNumbered = (kind: string): boolean => usuallyNumbered.includes(kind);

/** True for a kind that a typed number may mean. */
export const mayBeNumbered = (kind: string): boolean => kindByWord.get(kind) === kind;

const either = [...kindByWord.keys()].sort((a, b) => b.length - a.length).join('|');

/** “Priority 3”, “priorities 1 and 2”, “Blaenoriaeth 3”. */
const afterKind = once(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}-])(${either})\\s+(?:no\\.?\\s*|number\\s+|rhif\\s+)?(\\d{1,2}(?:\\.\\d{1,2}){0,3})(?![\\p{L}\\p{N}%]|[.,]\\d|-\\p{L})`,
      'dgiu',
    ),
);

/** “see 2.1”, where the sentence ends or goes on: “see 2.5 million” is no reference. */
const afterSee = once(
  () =>
    /(?<![\p{L}\p{N}])(see|see\s+also|gweler|gweler\s+hefyd)\s+(\d{1,2}(?:\.\d{1,2}){1,3})(?=\s*(?:$|[).,;:!?]+(?:\s|$)|(?:above|below|and|for|on|uchod|isod)(?!\p{L})))/dgiu,
);

/** What shows, behind a kind in small letters and a number, that the number is not that of the words behind it: “take action 3 times”. */
const goesOn =
  /^(?:\s*(?:$|[^\s\p{L}\p{N}])|\s+(?:and|or|is|are|was|in|on|to|with|above|below|which|that|by|at|has|will|says|sets|as|a|neu|yn|sydd)(?!\p{L}))/u;

/** What shows that it is the number of somebody else’s list, of a section of an Act or of a grade of calls. */
const isOthers =
  /^(?:\s+(?:of|o|calls?|incidents?|respon[sd]\p{L}*|schools?|species|habitats?|patients?|areas?)(?!\p{L})|\()/u;

/** A number that was typed where the document could print it. Offsets are those of the text that was read. */
export interface TypedNumber {
  /** The kind that it is a number of; undefined where the text does not say. */
  readonly kind: string | undefined;
  readonly number: string;
  /** All that is at fault; the number stands at `numberStart`. */
  readonly start: number;
  readonly numberStart: number;
  readonly end: number;
}

/** The words that a pointing number follows; of several words the last. */
const pointing: ReadonlySet<string> = new Set(
  [...kindByWord.keys(), 'no', 'number', 'rhif', 'see', 'also', 'gweler', 'hefyd'].map(
    (words) => words.split(' ').at(-1) ?? '',
  ),
);

/** The typed numbers in a text that point to something: “Priority 3”, “see 2.1”. */
export function typedNumbers(text: string, signs: Signs): readonly TypedNumber[] {
  if (!hasFigureBehind(text, signs, pointing)) return none;
  const found: TypedNumber[] = [];
  for (const { indices } of text.matchAll(afterKind())) {
    const [, [start, wordEnd] = [0, 0], [numberStart, end] = [0, 0]] = indices as RegExpIndicesArray;
    const word = text.slice(start, wordEnd);
    const after = text.slice(end, end + 40);
    if (isOthers.test(after) || (!/^\p{Lu}/u.test(word) && !goesOn.test(after))) continue;
    const kind = kindByWord.get(word.toLowerCase());
    found.push({ kind, number: text.slice(numberStart, end), start, numberStart, end });
  }
  for (const { index: start, indices } of text.matchAll(afterSee())) {
    const [, , [numberStart, end] = [0, 0]] = indices as RegExpIndicesArray;
    found.push({ kind: undefined, number: text.slice(numberStart, end), start, numberStart, end });
  }
  return found;
}

const none: readonly TypedNumber[] = [];

/** “Priority 2: ”, “2.1 ” or “3) ” at the beginning of a title. */
const beforeTitle = new RegExp(
  `^(?:(${either})\\s+(\\d{1,2}(?:\\.\\d{1,2}){0,3})\\s*[:.–—-]?\\s+|(\\d{1,2}(?:\\.\\d{1,2}){0,3})[.)]\\s+|(\\d{1,2}(?:\\.\\d{1,2}){1,3})\\s+)(?=\\p{Lu})`,
  'iu',
);

/** The number that the title of an item of a kind begins with, with all that is to go: “Priority 2: Safer streets”, “2.1 Homes”. */
export function ownNumber(title: string, { figures }: Signs, kind: string): TypedNumber | undefined {
  const before = title.slice(0, figures[0]).trim();
  const match = before === '' || kindByWord.has(before.toLowerCase()) ? beforeTitle.exec(title) : undefined;
  if (!match) return undefined;
  const [all, word, ...numbers] = match;
  const number = numbers.find(Boolean) ?? '';
  if (word !== undefined && kindByWord.get(word.toLowerCase()) !== kind) return undefined;
  if (!/^\p{Lu}/u.test(title.slice(all.length))) return undefined;
  return { kind, number, start: 0, numberStart: all.indexOf(number), end: all.length };
}
