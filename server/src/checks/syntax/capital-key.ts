import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';

/** A key is written with capitals. */
export const capitalKey: ProblemRule = {
  id: 'syntax/capital-key',
  severity: 'warning',
  says: 'The word that begins a line is written with a capital.',
  why: 'It is understood all the same, but one spelling makes a plan easier to read and to search.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Health Plan\n\nOutcome active: More people are active\n',
  clean: 'plan p: Health Plan\n\noutcome active: More people are active\n',
  problem: 'capital-key',
  describe(problem, { placed }) {
    const { found, meant = found.toLowerCase() } = problem;
    return {
      message: `The words that begin a line are written in small letters: ‘${meant}’, not ‘${found}’.`,
      messageCy: () => `Mewn llythrennau bach y mae’r geiriau sy’n dechrau llinell: ‘${meant}’, nid ‘${found}’.`,
      fixes: [replacing(titlesFor(placed).changeTo(`‘${meant}’`), placed, problem, meant)],
    };
  },
};
