import { titlesFor } from '../fix-titles.ts';
import { deletingLines } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';
import { exampleOf } from './examples.ts';

/** A field says nothing. */
export const emptyField: ProblemRule = {
  id: 'syntax/empty-field',
  severity: 'error',
  says: 'A field is empty.',
  why: 'An empty field prints nothing, and looks as if something had been lost.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'plan p: Parks Plan\n\npriority parks: Better parks\n  lead:\n',
  clean: 'plan p: Parks Plan\n\npriority parks: Better parks\n  lead: head-of-parks\n',
  problem: 'empty-field',
  describe(problem, { placed }) {
    const { found, definition } = problem;
    const example = definition ? `, as in “${exampleOf(definition, placed.file.tree.language)}”` : '';
    return {
      message: `Nothing stands behind ‘${found}’. Write what it says${example}, or delete the line.`,
      messageCy: () => {
        const exampleWords = definition ? `, fel yn “${exampleOf(definition, 'cy')}”` : '';
        return `Nid oes dim ar ôl ‘${found}’. Ysgrifennwch yr hyn y mae’n ei ddweud${exampleWords}, neu dilëwch y llinell.`;
      },
      fixes: [deletingLines(titlesFor(placed).deleteTheLine, placed, problem)],
    };
  },
};
