import { isFunctionWord } from './function-words.ts';

/** Which words of a document are names, by where they have capitals. */
export class Names {
  private readonly large = new Map<string, number>();
  private readonly small = new Map<string, number>();

  /** Learns from a text: a capital counts in the middle of a sentence, behind a word that holds it together (“of Crime”). */
  learn(text: string): void {
    for (const [, before = '', word = ''] of text.matchAll(
      /(?<=(?:^|\s)(\p{Ll}{1,20}),?[ \u2028])(\p{L}[\p{L}’'-]{1,40})/gu,
    )) {
      const isLarge = /^\p{Lu}/u.test(word);
      if (isLarge && !isFunctionWord(before, true)) continue;
      const counts = isLarge ? this.large : this.small;
      if (counts.size < 200_000) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    }
  }

  /** True for a word that has a capital as a name has it: more often than not, in the middle of sentences. */
  isName(word: string): boolean {
    const small = word.toLowerCase();
    const large = this.large.get(small) ?? 0;
    return large > 1 && large > (this.small.get(small) ?? 0);
  }

  /** True for a word that the document has in small letters. */
  hasSmall(word: string): boolean {
    return this.small.has(word.toLowerCase());
  }
}
