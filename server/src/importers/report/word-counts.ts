import { type Draft, itemsOf } from '../draft/draft.ts';
import type { Block, Removal } from '../source.ts';
import { plainWords, wordSequence, wordsOfBlock } from '../words.ts';
import type { MissingWords, Repeat, WordCounts } from './account.ts';

/** So many runs of missing words are named: beyond that a person compares the two from end to end. */
const MOST_MISSING = 200;

/**
 * Counts the words of a document, and finds each in the plan or in what is told of it, as often as it stands there. What is not found is
 * named. Capitals are no matter, as titles in capitals are written in small letters; nor are the numbers and letters of lists, which a plan
 * prints by itself.
 */
export function countWords(
  blocks: readonly Block[],
  draft: Draft,
  removed: readonly Removal[],
  repeats: readonly Repeat[],
): WordCounts {
  const inPlan = new Bag();
  for (const words of wordsOfDraft(draft)) inPlan.add(words, 1);
  const told = new Bag();
  for (const { words, times } of [...removed, ...repeats]) told.add(words, times);
  const missing: MissingWords[] = [];
  let [source, kept, accounted] = [0, 0, 0];
  for (const block of blocks) {
    let run: string[] = [];
    const end = (): void => {
      if (run.length > 0 && missing.length < MOST_MISSING) missing.push({ words: run.join(' '), spot: block.spot });
      run = [];
    };
    for (const word of wordSequence(block.type === 'point' ? plainWords(block.text) : wordsOfBlock(block))) {
      const key = word.toLowerCase();
      source += 1;
      const isKept = inPlan.take(key);
      if (isKept) kept += 1;
      if (isKept || told.take(key)) {
        accounted += 1;
        end();
      } else run.push(word);
    }
    end();
  }
  return { source, kept, accounted, missing };
}

/** All that a plan says: not the words of the language, the ids and the notes. */
function* wordsOfDraft({ plan, labels }: Draft): Generator<string> {
  yield* labels.values();
  for (const item of itemsOf(plan)) {
    yield item.title;
    for (const part of item.parts) if (part.type === 'field') yield part.value;
  }
}

/** Words with how often they are there. */
class Bag {
  private readonly counts = new Map<string, number>();

  add(text: string, times: number): void {
    for (const word of wordSequence(plainWords(text).toLowerCase()))
      this.counts.set(word, (this.counts.get(word) ?? 0) + times);
  }

  take(word: string): boolean {
    const count = this.counts.get(word) ?? 0;
    if (count > 0) this.counts.set(word, count - 1);
    return count > 0;
  }
}
