import { plainWords, wordSequence } from '../../server/src/importers/words.ts';

/** What an import tells of words that do not stand in the plan as often as in the document. */
export interface Told {
  readonly removed: readonly { readonly words: string; readonly times: number }[];
  readonly repeats: readonly { readonly words: string; readonly times: number }[];
}

/** What became of the words of a document. */
export interface Kept {
  readonly words: number;
  /** Words that are neither in the plan nor told of, with some words before and behind them. */
  readonly lost: readonly string[];
  /** How many words a plan says in its own way: numbers of lists and headings, which it counts for itself, and months of dates. */
  readonly marks: number;
}

/** So many words at most are one in the document, or one in the plan. */
const PARTS = 6;

/** A number of a list or a heading, or a letter of a list. */
const mark = /^(?:\d{1,2}|[ivx]{1,5}|[a-z])$/;

/**
 * Looks for every word of a document in the plan that was made of it, as often as it stands there. Words that the import parted or put
 * together are found again; case and marks are no matter.
 */
export function keptOf(document: string, name: string, plan: string, { removed, repeats }: Told): Kept {
  const source = lowerWords(name.endsWith('.html') ? textOfPage(document) : textOfFile(document));
  const left = new Words(lowerWords(plan.replace(/^\s*#.*$/gm, '')));
  for (const { words, times } of [...removed, ...repeats]) left.add(lowerWords(words), times);
  const gone = new Set([...source.keys()].filter((index) => !left.take([source[index] ?? ''])));
  for (const index of gone) {
    const parts = left.partsOf(source[index] ?? '');
    const joined = parts ? [index] : joinedAt(source, index, gone, left);
    for (const found of joined) gone.delete(found);
  }
  const lost = [...gone].filter((index) => !isWrittenOtherwise(source[index] ?? '', plan));
  const around = (from: number, to: number) => source.slice(Math.max(0, from), to).join(' ');
  return {
    words: source.length,
    lost: lost.map((at) => `${around(at - 3, at)} ‹${source[at]}› ${around(at + 1, at + 4)}`),
    marks: gone.size - lost.length,
  };
}

/** Words that are there to be found, each as often as it stands. */
class Words {
  private readonly counts = new Map<string, number>();

  constructor(words: readonly string[]) {
    this.add(words, 1);
  }

  add(words: readonly string[], times: number): void {
    for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) + times);
  }

  /** Takes words out, if all of them are there. */
  take(words: readonly string[]): boolean {
    if (!words.every((word) => (this.counts.get(word) ?? 0) > 0)) return false;
    for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) - 1);
    return true;
  }

  /** Takes out the fewest words of which a word is put together: “crimewhat” of “crime” and “what”. */
  partsOf(word: string): readonly string[] | undefined {
    const best: (readonly string[] | undefined)[] = [[]];
    for (let end = 1; end <= word.length; end++)
      for (let start = Math.max(0, end - LONGEST); start < end; start++) {
        const before = best[start];
        const part = word.slice(start, end);
        // A page number that is glued to a word is told of by itself, and lists have such numbers too.
        const isThere = (this.counts.get(part) ?? 0) > 0 || (isPageNumber.test(part) && part !== word);
        if (!before || before.length >= PARTS || !isThere) continue;
        if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, part];
      }
    const parts = best[word.length];
    const words = parts?.filter((part) => !isPageNumber.test(part) || parts.length === 1);
    return words && this.take(words) ? parts : undefined;
  }
}

const isPageNumber = /^\d{1,3}$/;

/** Longer words are none. */
const LONGEST = 40;

/** Where words from a place on, or the one before it, are one word that is there: “regio-” and “nal”, “3” and “rd”. */
function joinedAt(source: readonly string[], at: number, gone: ReadonlySet<number>, left: Words): number[] {
  for (let end = at + 1; end < at + PARTS && gone.has(end); end++)
    if (left.take([source.slice(at, end + 1).join('')]))
      return Array.from({ length: end + 1 - at }, (_, part) => at + part);
  const pairs = [source.slice(at - 1, at + 1), source.slice(at, at + 2)];
  return pairs.some((pair) => left.take([pair.join('')])) ? [at] : [];
}

/** Whether a plan says a word in its own way: numbers of lists, which it counts for itself, and months of dates. */
function isWrittenOtherwise(word: string, plan: string): boolean {
  const month = months.indexOf(word) % 12;
  return mark.test(word) || (month >= 0 && new RegExp(`\\b\\d{4}-${`${month + 1}`.padStart(2, '0')}`).test(plan));
}

const months = `january february march april may june july august september october november december
  ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr`.split(/\s+/);

/** The number of a heading in words: “Goal Two: …”. */
const numberInWords =
  /^(\W*\p{L}+ )(?:one|two|three|four|five|six|seven|eight|nine|ten|un|dau|tri|pedwar|pump)(?= *[—–:-])/gimu;

/** The words of a file of text: without tags and what a file says of itself before its text. */
const textOfFile = (text: string): string =>
  text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(numberInWords, '$1');

const lowerWords = (text: string): string[] =>
  text.split('\n').flatMap((line) => wordSequence(plainWords(line).normalize('NFKC').toLowerCase()));

/** The words that a page shows, roughly: without tags, styles and scripts. */
const textOfPage = (page: string): string =>
  page
    .replace(/<(head|script|style|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, ' ')
    .replace(/<\/?(?:b|i|em|strong|a|span|sup|sub|abbr|cite)\b[^<>]*>/gi, '')
    .replace(/<[^<>]*>/g, '\n')
    .replace(/&([a-z]+|#\d+);/gi, (_, name: string) => entities[name] ?? ' ');

const entities: Readonly<Record<string, string>> = { amp: '&', pound: '£', rsquo: '’', lsquo: '‘' };
