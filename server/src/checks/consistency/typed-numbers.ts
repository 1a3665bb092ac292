import { kindOf, kinds } from '@goldthread/grammar';

/** Kinds that plans number more often than not: “Priority 3” means one of them whether or not this plan says so. */
const usuallyNumbered = ['theme', 'priority', 'outcome', 'kpq'];

/** Kinds that a typed number may mean, if the plan numbers them. */
const mayBeNumbered = ['measure', 'action', 'milestone', 'aim', 'principle', 'value', 'duty', 'goal', 'requirement', 'section', 'figure', 'table', 'chart'];

/** Each word for such a kind, in small letters: singular and plural, English and Welsh. */
const kindByWord: ReadonlyMap<string, string> = new Map(
  [...usuallyNumbered, ...mayBeNumbered].flatMap((key) => {
    const kind = kindOf(key);
    if (!kind) return [];
    const { plural, cy, pluralCy, noun, nouns } = kind;
    return [key, plural, cy, pluralCy, noun, nouns].map((word) => [word.toLowerCase(), key] as const);
  }),
);

const either = [...kindByWord.keys()].sort((a, b) => b.length - a.length).join('|');
const figures = '\\d{1,2}(?:\\.\\d{1,2}){0,3}';

const namedNumber = new RegExp(
  `(?<![\\p{L}\\p{N}-])(${either})\\s+(?:no\\.?\\s*|number\\s+|rhif\\s+)?(${figures})(?![\\p{L}\\p{N}%]|[.,]\\d)`,
  'dgiu',
);
const seenNumber = /(?<![\p{L}\p{N}])(see|see\s+also|gweler|gweler\s+hefyd)\s+(\d{1,2}(?:\.\d{1,2}){1,3})(?=\s*(?:$|[).,;:!?]+(?:\s|$)|(?:above|below|and|for|on|uchod|isod)(?!\p{L})))/dgiu;
const leadingNumber = /^(\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=\p{Lu})/u;

/** After a kind in small letters and a number: the number belongs to these words if they are not such as go on with the sentence. */
const goesOn =
  /^(?:\s*(?:$|[^\s\p{L}\p{N}])|\s+(?:and|or|is|are|was|in|on|to|with|above|below|which|that|by|at|has|will|says|sets|as|a|neu|yn|sydd)(?!\p{L}))/u;
/** After a kind with a capital and a number: another body's list, the Act that a section is of, or a grade of calls. */
const isOthers = /^\s+(?:of|o|calls?|incidents?|respon[sd]\p{L}*|schools?|species|habitats?|patients?|areas?)(?!\p{L})|^\(/u;

/** A number that was typed where the document could print it. Offsets are those of the text that was read. */
export interface TypedNumber {
  /** The kind that it is a number of; undefined where the text does not say. */
  readonly kind: string | undefined;
  /** The number as typed, without what stands around it. */
  readonly number: string;
  /** All that is at fault, and the number in it. */
  readonly start: number;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly end: number;
}

/** The typed numbers of a text: “Priority 3”, “see 2.1”. */
export function* typedNumbers(text: string): Generator<TypedNumber> {
  if (!/\d/.test(text)) return;
  for (const match of text.matchAll(namedNumber)) {
    const [all, noun, figures] = match.indices as RegExpIndicesArray;
    if (!all || !noun || !figures) continue;
    const after = text.slice(figures[1], figures[1] + 40);
    const word = text.slice(...noun);
    if (isOthers.test(after) || (!/^\p{Lu}/u.test(word) && !goesOn.test(after))) continue;
    yield {
      kind: kindByWord.get(word.toLowerCase()),
      number: text.slice(...figures),
      start: all[0],
      numberStart: figures[0],
      numberEnd: figures[1],
      end: figures[1],
    };
  }
  for (const match of text.matchAll(seenNumber)) {
    const figures = match.indices?.[2];
    if (figures)
      yield {
        kind: undefined,
        number: text.slice(...figures),
        start: match.index,
        numberStart: figures[0],
        numberEnd: figures[1],
        end: figures[1],
      };
  }
}

/** The number that a title of its own begins with: “2.1 Safer streets”, “3. Homes”; `end` takes in the space behind it. */
export function numberBefore(title: string): TypedNumber | undefined {
  const match = leadingNumber.exec(title);
  if (!match) return undefined;
  const typed = match[1] as string;
  const number = typed.replace(/[.)]$/, '');
  return { kind: undefined, number, start: 0, numberStart: 0, numberEnd: number.length, end: match[0].length };
}

/** The number that an item's own title begins with behind the name of its kind: “Priority 2: Safer streets”. */
export function numberOfItself(title: string, typed: TypedNumber): TypedNumber | undefined {
  if (typed.start !== 0) return undefined;
  const between = /^\s*(?:[:–—-]|\.)?\s*/u.exec(title.slice(typed.end))?.[0] ?? '';
  return typed.end + between.length < title.length ? { ...typed, end: typed.end + between.length } : undefined;
}

/** True for a kind whose typed numbers are noticed even where the plan numbers nothing. */
export const isUsuallyNumbered = (kind: string): boolean => usuallyNumbered.includes(kind);

/** All kinds whose numbers may be typed. */
export const numberedKinds: ReadonlySet<string> = new Set(kinds.map(({ key }) => key).filter((key) => [...kindByWord.values()].includes(key)));
