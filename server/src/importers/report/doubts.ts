import { type DoubtWords, doubtWords } from '../../checks/import/doubts.ts';
import type { DoubtKind } from '../source.ts';

/** What is said of each kind of doubt. The rule about notes in plans has the same table. */
const byKind: Readonly<Record<(typeof doubtWords)[number]['key'], DoubtWords>> = Object.fromEntries(
  doubtWords.map((words) => [words.key, words]),
) as Record<(typeof doubtWords)[number]['key'], DoubtWords>;

/** The title of a kind of doubt, what it means, and how much it weighs. */
export const wordsOfDoubt = (kind: DoubtKind): DoubtWords => byKind[kind];
