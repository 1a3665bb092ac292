import { kindOf, wordFor } from '@goldthread/grammar';
import { lineEndOf } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';

/** A file does not say what it is. */
export const noRoot: ProblemRule = {
  id: 'syntax/no-root',
  severity: 'error',
  says: 'A file does not say what it is: a plan, a part of one, or a library.',
  why: 'Without that nobody can name the plan, and what is on its cover is missing.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'outcome active: More people are active\n',
  clean: 'plan health: Our Health Plan\n\noutcome active: More people are active\n',
  problem: 'no-root',
  describe(problem, { placed }) {
    const { block, file } = placed;
    const kind = kindOf('plan');
    const word = kind ? wordFor(kind, file.tree.language) : 'plan';
    const eol = lineEndOf(file.tree.text);
    const start = block.lines[block.lineAt(problem.start)] ?? 0;
    return {
      message: `The first line of a file says what it is: “${word} our-plan: Our Plan” for a plan, “part …” for a further file of one, “library …” for items that plans share. Put that above this line.`,
      fixes: [
        {
          title: `Begin with “${word} our-plan: Our Plan”`,
          edits: [{ placed, start, end: start, text: `${word} our-plan: Our Plan${eol}${eol}` }],
        },
      ],
    };
  },
};
