import { isFunctionWord } from './function-words.ts';
import { isCommon, isCommonForm, isInflected, type Lexicon } from './lexicon.ts';

/**
 * Words that a tool ran together, parted again: “waselected” is “was elected” where the document or everyday language has both and
 * nothing else fits. Only spaces are put in.
 */

/** What stands where a line ended: a space that a tool left out. Spaces of a text that is mended are told from it. */
export const lineEnd = '\u2028';

/** A word that was not parted, because it is not sure how. */
export interface Unsure {
  readonly word: string;
  readonly parts: readonly string[];
}

/** Letters longer than this in a row are no words that were run together. */
const longest = 120;
/** The longest word that a part may be. */
const longestPart = 22;

/** So many tokens are remembered. */
const mostSeen = 200_000;

/** Names that have a capital in them. */
const named = /^(?:Mc|Mac|O['’]|D['’]|Fitz|Van|De)\p{Lu}/u;

/** Addresses, which are never parted. */
const address = /@|:\/\/|www\.|\.(?:com|org|uk|gov|net|wales|cymru|pdf|docx?|html?|xlsx?)\b/i;

const token = /\S+/g;
const letters = /[\p{L}\p{M}]+/gu;

/** Parts the words of texts of one document. */
export class Parting {
  private readonly lexicon: Lexicon;
  private readonly isDamaged: boolean;
  private readonly isWelsh: boolean;
  private readonly known = new Map<string, readonly string[]>();
  private readonly seen = new Map<string, string>();
  /** Words that may be two, by how they are written. */
  readonly unsure = new Map<string, Unsure>();
  /** The words that were parted, as they were, with what they are now and how often. */
  readonly mends = new Map<string, { readonly now: string; readonly times: number }>();
  /** Some of the words that were parted, as they were. */
  readonly examples: string[] = [];
  /** How many spaces were put in. */
  mended = 0;

  /** `isDamaged`: the document has lost spaces for sure, so that a word that nobody knows is likely two. */
  constructor(lexicon: Lexicon, isDamaged: boolean) {
    this.lexicon = lexicon;
    this.isDamaged = isDamaged;
    this.isWelsh = lexicon.isWelsh;
  }

  /** A text with the spaces that are missing; those of lost line ends as `lineEnd`. */
  parted(text: string): string {
    return text.replace(token, (found) => {
      if (found.length < 3 || address.test(found.slice(0, 2000))) return found;
      const before = this.seen.get(found);
      if (before !== undefined && before === found) return found;
      const parted = this.partedToken(found);
      if (parted !== found && found.length < 200 && this.mends.size < mostSeen)
        this.mends.set(found, {
          now: parted.replaceAll(lineEnd, ' '),
          times: (this.mends.get(found)?.times ?? 0) + 1,
        });
      if (this.seen.size < mostSeen && found.length < 200) this.seen.set(found, parted);
      return parted;
    });
  }

  private partedToken(found: string): string {
    const apart = this.isDamaged ? atMarks(atSentences(found)) : atSentences(found);
    return this.counted(
      found,
      apart.replace(letters, (run, at: number) => this.partedLetters(run, apart.slice(0, at))),
    );
  }

  private counted(before: string, after: string): string {
    const spaces = after.length - before.length;
    this.mended += spaces;
    if (spaces > 0 && this.examples.length < 3 && before.length < 40) this.examples.push(before);
    return this.isDamaged ? after : after.replaceAll(lineEnd, ' ');
  }

  private partedLetters(run: string, before: string): string {
    if (run.length < 3 || run.length > longest || named.test(run) || /[#_\d]$/.test(before)) return run;
    const i = this.isDamaged ? /^I(?=(?:am|have|will|want|believe|was|can|know|do)$)/.exec(run) : null;
    if (i) return `I${lineEnd}${run.slice(1)}`;
    const cased = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(run) ? this.atCase(run) : [run];
    return cased.map((part) => this.partsOf(part).join(lineEnd)).join(lineEnd);
  }

  /** Parts where a capital stands within letters: “areaFair”, “PlanOUTCOMES”, “PCCMy”, “andI”. */
  private atCase(run: string): string[] {
    const parts = run.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})/u);
    const small = parts.map((part) => part.toLowerCase());
    const isSure = small.every(
      (part, index) => this.isPart(part, parts[index] as string) || this.partsOf(parts[index] as string).length > 1,
    );
    const isOnce = this.lexicon.times(run.toLowerCase()) <= 2;
    const isBeside = small.slice(1).some((part, index) => this.lexicon.timesBeside(small[index] as string, part) > 0);
    // Capitals that follow small letters are a heading, whatever stands before them.
    if (
      this.isDamaged &&
      parts.length === 2 &&
      /^\p{Lu}{3,}$/u.test(parts[1] as string) &&
      isCommonForm(small[1] as string)
    )
      return parts;
    const isThenCapitals = parts.slice(1).every((part) => /^\p{Lu}{3}/u.test(part));
    if (isSure && ((this.isDamaged && (isOnce || isThenCapitals)) || isBeside)) return parts;
    // “ofAutomatic”: no name begins with “of”, so that the rest need not be known.
    const isLed =
      parts.length === 2 && isFunctionWord(parts[0] as string, this.isWelsh) && (small[1] as string).length > 4;
    if (this.isDamaged && isLed && isOnce) return parts;
    if (this.isDamaged && isOnce && small.every((part) => part.length > 3)) this.unsure.set(run, { word: run, parts });
    return [run];
  }

  /** True for what may stand between capitals: a word of more than two letters, a common one, or letters that stand for something. */
  private isPart(small: string, printed: string): boolean {
    if (small === 'i') return true;
    if (small.length < 2) return false;
    return (
      isCommonForm(small) ||
      (small.length > 2 && this.lexicon.times(small) > 0) ||
      (/^\p{Lu}{2,6}$/u.test(printed) && this.lexicon.times(small) > 0)
    );
  }

  /** The words of letters in one case. */
  private partsOf(run: string): readonly string[] {
    const small = run.toLowerCase();
    const isUpper = run.length > 3 && run === run.toUpperCase();
    if (run.length < 4 && !isUpper && !this.isDamaged) return [run];
    if (isCommonForm(small)) return [run];
    let lengths = this.known.get(small);
    if (!lengths) {
      lengths = this.split(small);
      this.known.set(small, lengths);
    }
    let end = 0;
    return lengths.map((part) => {
      end += part.length;
      return run.slice(end - part.length, end);
    });
  }

  /** The one way to part a word that fits far better than it does as it is; the word itself where there is none. */
  private split(small: string): readonly string[] {
    const [best, second] = this.ways(small);
    if (!best || best.parts.length < 2) return [small];
    const isRepeated = this.lexicon.times(small) > 2;
    const pairs = best.parts.slice(1).map((part, index) => this.lexicon.timesBeside(best.parts[index] as string, part));
    const isBeside = pairs.some((times) => times > 0);
    const isClear = !second || second.cost - best.cost > 1.5 || isBeside;
    const isBetter = best.cost < this.wholeCost(small);
    const isSure =
      isClear &&
      isBetter &&
      (!isRepeated || isBeside) &&
      best.parts.every((part, index) => this.isWordIn(part, best.parts, index));
    if (isSure && (this.isDamaged || this.isSureWithoutDamage(best.parts, isBeside, small))) return best.parts;
    if (isBetter && this.isDamaged && best.parts.every((part) => part.length > 2))
      this.unsure.set(small, { word: small, parts: best.parts });
    return [small];
  }

  /** In a sound document only what can't be anything else: “thepeople”, where “the people” stands elsewhere. */
  private isSureWithoutDamage(parts: readonly string[], isBeside: boolean, small: string): boolean {
    const [one = '', other = ''] = parts;
    const isShort = [one, other].some((part) => part.length >= 3 && isFunctionWord(part, this.isWelsh));
    return (
      parts.length === 2 &&
      isBeside &&
      isShort &&
      this.lexicon.times(small) === 1 &&
      Math.max(one.length, other.length) >= 5
    );
  }

  /** A word of one letter or a rare one of three stands only where it does so elsewhere. */
  private isWordIn(part: string, parts: readonly string[], index: number): boolean {
    const isBeside =
      (index > 0 && this.lexicon.timesBeside(parts[index - 1] as string, part) > 0) ||
      (index < parts.length - 1 && this.lexicon.timesBeside(part, parts[index + 1] as string) > 0);
    if (part.length === 1) {
      const other = parts.length === 2 ? (parts[1 - index] as string) : '';
      return isBeside || (part === 'a' && this.isDamaged && other.length > 3 && isCommon(other, this.isWelsh));
    }
    if (part.length === 2) return isFunctionWord(part, this.isWelsh) || isBeside;
    if (part.length === 3) return isCommon(part, this.isWelsh) || isBeside || this.lexicon.times(part) > 1;
    return true;
  }

  /** What it costs a word that nobody knows to be one: the more letters, the less likely. */
  private wholeCost(small: string): number {
    return 13 + small.length * (this.isDamaged ? 0.9 : 1.1) + 4 * Math.log(Math.max(1, this.lexicon.times(small)));
  }

  private cost(part: string): number {
    const times = Math.min(this.lexicon.times(part), 400);
    if (part.length < 3 && !isFunctionWord(part, this.isWelsh)) return Number.POSITIVE_INFINITY;
    const base = isFunctionWord(part, this.isWelsh)
      ? 40
      : isCommon(part, this.isWelsh)
        ? 4
        : isInflected(part)
          ? 2
          : times > 1 || part.length > 4
            ? 0.5
            : 0;
    if (base === 0 || (times === 0 && base < 2)) return Number.POSITIVE_INFINITY;
    return Math.log(8000) - Math.log(times + base);
  }

  /** The two cheapest ways to cut letters into words. */
  private ways(small: string): Way[] {
    const best: Way[][] = [[{ parts: [], cost: 0 }]];
    for (let end = 1; end <= small.length; end++) {
      const here: Way[] = [];
      for (let start = Math.max(0, end - longestPart); start < end; start++) {
        const before = best[start] as Way[];
        if (before.length === 0 || (start === 0 && end === small.length)) continue;
        const part = small.slice(start, end);
        const cost = this.cost(part);
        if (cost === Number.POSITIVE_INFINITY) continue;
        for (const way of before) here.push({ parts: [...way.parts, part], cost: way.cost + cost });
      }
      best.push(here.sort((one, other) => one.cost - other.cost).slice(0, 2));
    }
    return best[small.length] as Way[];
  }
}

interface Way {
  readonly parts: readonly string[];
  readonly cost: number;
}

/** A space where a sentence ends within a token: “crime.I”, “priority?During”. Initials and short forms have no small letter before. */
const atSentences = (found: string): string =>
  found
    .replace(/(?<=\p{Ll}{2}[.?!])(?=["“‘]?\p{Lu}(?:\p{Ll}|[’']|$|\s|\p{Lu}))/gu, lineEnd)
    .replace(/(?<=\p{Ll}[?!]|\p{L}{2}\?)(?=\p{L})/gu, lineEnd)
    .replace(/(?<=[\p{Ll})][,;])(?=\p{L}{2})/gu, lineEnd)
    .replace(/(?<=\p{Ll}[?!.])(?=\d{1,2}\.(?:$|\p{Lu}))/gu, lineEnd)
    .replace(/(?<=(?:^|\u2028)\d{1,2}\.)(?=\p{Lu}\p{Ll})/gu, lineEnd)
    .replace(/(?<=\p{Ll}:)(?=\p{Lu}\p{Ll})/gu, lineEnd);

/** In a text that lost its line ends also after brackets and apostrophes: “(COPS)approach”, “victims’rights”. */
const atMarks = (found: string): string =>
  found
    .replace(/(?<=\p{L}{2}\))(?=\p{L}{2})|(?<=\p{L}{3})(?=\(\p{Lu}{2})/gu, lineEnd)
    .replace(/(?<=[\p{Ll}\d]\)?[.?!]["”’]?)(?=\p{Lu})/gu, lineEnd)
    .replace(/(?<=\p{Ll}{3}[’'])(?=\p{Lu}\p{Ll}|\p{Ll}{3})/gu, lineEnd)
    .replace(/(?<=(?:19|20)\d\d)(?=\p{Lu}\p{Ll})/gu, lineEnd)
    .replace(/(?<=[–—])(?=\p{L})|(?<=\p{Ll}{2}%)(?=\p{Ll})/gu, lineEnd);

/** Signs of lost spaces: so many of them, and so many in a thousand words, and the document has lost them throughout. */
const least = { signs: 8, inThousand: 2.5 };

/** True for a text in which spaces were lost at the ends of lines. */
export function isRunTogether(text: string, lexicon: Lexicon): boolean {
  let signs = 0;
  for (const [found] of text.matchAll(
    /\p{Ll}{2}[.?!]\p{Lu}\p{Ll}|\p{Ll}{3}\p{Lu}\p{Ll}{2}|\p{Ll}{2},\p{Ll}{2}|\p{Lu}{3}\?\p{Lu}/gu,
  )) {
    if (found) signs++;
  }
  return signs >= least.signs && signs >= (least.inThousand * lexicon.size) / 1000;
}
