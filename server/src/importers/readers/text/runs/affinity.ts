import { isFunctionWord } from '../../../mending/function-words.ts';

/** A word without most of its ending: “victims” and “victim’s”, “cybercrime” and “cyber”. */
const stemOf = (word: string): string => word.slice(0, 5);

const stems = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !isFunctionWord(word, true)).map(stemOf);

/** Knows which of two titles a text belongs to, by the words that it shares with them and with the texts that belong to them for sure. */
export class Affinity {
  private readonly weights: [Map<string, number>, Map<string, number>] = [new Map(), new Map()];

  /** `all`: the texts of the whole document, by which words are told that stand everywhere. */
  constructor(titles: readonly [string, string], texts: readonly string[], all: readonly string[]) {
    const counts = new Map<string, number>();
    for (const text of all) for (const stem of new Set(stems(text))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const weight = (stem: string, most: number): number => most / Math.sqrt(counts.get(stem) ?? 1);
    const [one, other] = titles.map((title) => new Set(stems(title))) as [Set<string>, Set<string>];
    for (const stem of one) if (!other.has(stem)) this.weights[0].set(stem, weight(stem, 6));
    for (const stem of other) if (!one.has(stem)) this.weights[1].set(stem, weight(stem, 6));
    // What stands with the words of one title alone is one of its own; its words speak for it as well, but not as loudly.
    const sides = texts.map((text) => ({ text, side: this.sideOf(text) }));
    for (const { text, side } of sides) {
      if (side === undefined) continue;
      for (const stem of new Set(stems(text))) {
        if ((this.weights[side].get(stem) ?? 0) < 1)
          this.weights[side].set(stem, (this.weights[side].get(stem) ?? 0) + 0.3);
      }
    }
  }

  /** 0 or 1; undefined where nothing speaks for either. */
  sideOf(text: string): 0 | 1 | undefined {
    const sums = [0, 0] as [number, number];
    for (const stem of stems(text)) {
      sums[0] += this.weights[0].get(stem) ?? 0;
      sums[1] += this.weights[1].get(stem) ?? 0;
    }
    if (sums[0] === sums[1]) return undefined;
    return sums[0] > sums[1] ? 0 : 1;
  }
}
