import { isFunctionWord } from '../../../mending/function-words.ts';
import { isCommonForm } from '../../../mending/lexicon.ts';
import type { Names } from '../../../mending/naming.ts';
import { beginsProse } from '../../../mending/starters.ts';
import { roleOf } from '../roles.ts';

/** A sentence with the heading that ran into it. */
export interface Titled {
  /** What stands before the heading: the words under a picture. */
  readonly before: string;
  readonly title: string;
  readonly rest: string;
}

/** Words in a title that are small. */
const small = new Set('and or of the a an for to in on at by with from against including & into our your'.split(' '));

/** Titles of one word, wherever they stand before the beginning of a sentence. */
const heading = /^(?:Aims?|Vision|Mission|Background|Introduction|Foreword|Conclusions?|Summary)$/;

/** How many words a title may have. */
const longest = 12;

/** A title as it is compared: small letters, no punctuation. */
export const titleKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Titles that stand as points of a list in a document: they head its sections further on. */
export class KnownTitles {
  private readonly keys = new Map<string, number>();
  private readonly openings = new Map<string, number>();

  /** Takes in a point of a list, with the level of headings of its sort. */
  add(text: string, level: number): void {
    const key = titleKey(text);
    if (key === '' || this.keys.has(key)) return;
    this.keys.set(key, level);
    const opening = openingOf(key);
    if (opening && !this.openings.has(opening)) this.openings.set(opening, level);
  }

  /** True for a title as it stands in the list, or with its first three words. */
  has(key: string): boolean {
    const opening = openingOf(key);
    return this.keys.has(key) || (opening !== undefined && this.openings.has(opening));
  }

  /** True for a title as it stands in the list. */
  hasExactly(key: string): boolean {
    return this.keys.has(key);
  }

  /** The level of a heading. */
  levelOf(text: string): number {
    const key = titleKey(text);
    return this.keys.get(key) ?? this.openings.get(openingOf(key) ?? '') ?? 2;
  }
}

const openingOf = (key: string): string | undefined =>
  key.length > 24 && key.split(' ').length > 3 ? key.split(' ').slice(0, 3).join(' ') : undefined;

/**
 * The heading that a sentence begins with: one that stands in a list elsewhere, or words with capitals before the beginning of a
 * sentence: “Strategic Policing Requirement The Home Secretary has …”.
 */
export function titleIn(sentence: string, known: KnownTitles, names: Names): Titled | undefined {
  const words = sentence.split(/\s+/);
  const whole = titleKey(sentence);
  if (/:$/.test(sentence) && words.length <= longest && known.has(whole))
    return { before: '', title: sentence, rest: '' };
  const tail = /:$/.test(sentence)
    ? words.findIndex(
        (_, from) => from > 0 && words.length - from <= longest && known.has(titleKey(words.slice(from).join(' '))),
      )
    : -1;
  if (tail > 0 && /^\p{Lu}/u.test(words[tail] as string)) {
    return { before: words.slice(0, tail).join(' '), title: words.slice(tail).join(' '), rest: '' };
  }
  const starts = words.flatMap((word, index) =>
    index > 0 && index <= 90 && /^["“‘]?\p{Lu}/u.test(word) ? [index] : [],
  );
  const cut = (from: number, until: number): Titled => ({
    before: words.slice(0, from).join(' '),
    title: words.slice(from, until).join(' '),
    rest: words.slice(until).join(' '),
  });
  const inList = starts.findLast(
    (until) => until <= longest && known.has(titleKey(words.slice(0, until).join(' '))) && startsSentence(words, until),
  );
  if (inList !== undefined) return cut(0, inList);
  for (const until of starts) {
    const isProse = startsSentence(words, until) && beginsProse(bare(words[until] as string));
    for (let from = Math.max(1, until - longest); from < until; from++) {
      if (!/^\p{Lu}/u.test(words[from] as string)) continue;
      const title = words.slice(from, until).join(' ');
      const isSaidAgain = until - from > 1 && words.slice(until, until + until - from).join(' ') === title;
      const isInside = isFunctionWord((words[from - 1] as string).toLowerCase(), true);
      if ((isProse || isSaidAgain) && !isInside && known.hasExactly(titleKey(title))) return cut(from, until);
      if (isProse && until - from === 1 && heading.test(title)) return cut(from, until);
    }
  }
  const until = starts.find(
    (start) =>
      start <= longest && startsSentence(words, start) && isTitle(words.slice(0, start), words[start] as string, names),
  );
  return until === undefined ? undefined : cut(0, until);
}

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}]+/gu, '');

/** A sentence goes on with a small letter behind its first word, or is “I”. */
const startsSentence = (words: readonly string[], at: number): boolean => {
  const next = words[at + 1];
  return (
    words[at] === 'I' ||
    next === undefined ||
    /^["“‘(]?[\p{Ll}\d]/u.test(next) ||
    /,$/.test(words[at] as string) ||
    beginsProse(bare(words[at] as string))
  );
};

/** Headings of one word that stand in any plan. */
const oneWord =
  /^(?:foreword|introduction|background|conclusion|context|summary|aims?|vision|mission|performance|resources|governance|finance)$/i;

/** True for words with capitals, or those of a heading that plans have, before the beginning of a sentence. */
function isTitle(words: readonly string[], next: string, names: Names): boolean {
  const text = words.join(' ');
  const [first = ''] = words;
  const last = words.at(-1) as string;
  if (!beginsProse(bare(next)) || /[.,;!?”"]/.test(text) || small.has(last.toLowerCase())) return false;
  if (words.length === 1) return oneWord.test(text);
  if (roleOf(text) === 'foreword') return true;
  if (beginsProse(bare(last)) || !/^[(“‘]?\p{Lu}/u.test(first)) return false;
  const content = words.filter((word) => !small.has(word.toLowerCase()));
  if (!content.every((word) => /^[(“‘]?\p{Lu}/u.test(word))) return words.length <= 4 && roleOf(text) !== undefined;
  // A name is not a title: of a title, most words stand elsewhere in small letters.
  const plain = content.map((word) => word.replace(/[^\p{L}’'-]/gu, ''));
  const opensPlain = names.hasSmall(plain[0] ?? '') || isCommonForm((plain[0] ?? '').toLowerCase());
  const known = plain.filter((word) => names.hasSmall(word)).length;
  return opensPlain && known >= plain.length * 0.5 && !beginsProse(bare(first));
}
