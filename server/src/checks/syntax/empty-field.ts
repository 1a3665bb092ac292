import { deletingLines } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';
import { exampleOf } from './words.ts';

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
      fixes: [deletingLines('Delete the line', placed, problem)],
    };
  },
};
