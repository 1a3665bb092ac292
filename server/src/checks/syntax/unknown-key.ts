import { contextOf } from '@goldthread/grammar';
import type { ProblemRule } from '../rule.ts';
import { replacing } from '../fixes.ts';

/** A line begins with a word that is not in the vocabulary. */
export const unknownKey: ProblemRule = {
  id: 'syntax/unknown-key',
  severity: 'error',
  says: 'A line begins with a word that a plan does not know.',
  why: 'Only lines that begin with a known word can be checked, linked and printed at the right place.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'plan p: Plan\n\noutcom safe: Communities are safe\n',
  clean: 'plan p: Plan\n\noutcome safe: Communities are safe\n',
  problem: 'unknown-key',
  describe(problem, { placed }) {
    const { found, meant, place } = problem;
    const words = [...contextOf(place ?? 'plan-content', placed.file.tree.language).words.keys()];
    if (meant === undefined)
      return { message: `‘${found}’ is not a word that can begin a line here. Is this text? Then put it under “text:”. What can stand here: ${words.slice(0, 8).join(', ')} …` };
    return {
      message: `‘${found}’ is not a word that can begin a line. Did you mean ‘${meant}’?`,
      fixes: [replacing(`Change to ‘${meant}’`, placed, problem, meant)],
    };
  },
};
