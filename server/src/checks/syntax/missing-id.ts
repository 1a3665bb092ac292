import type { ProblemRule } from '../rule.ts';
import { exampleOf } from './words.ts';

/** A plan, part or library has no id. */
export const missingId: ProblemRule = {
  id: 'syntax/missing-id',
  severity: 'error',
  says: 'A plan or library has no id, or a part does not name its plan.',
  why: 'The id is how the parts of a plan and other plans name it.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'plan: Our Borough Plan\n',
  clean: 'plan our-borough: Our Borough Plan\n',
  problem: 'missing-id',
  describe({ found, meant, definition, end }, { placed }) {
    const example = definition
      ? exampleOf(definition, placed.file.tree.language)
      : `${found} our-borough: Our Borough Plan`;
    if (definition?.key === 'part')
      return {
        message: `A part says which plan it is a part of: write the plan’s id before the colon, as in “${example}”.`,
      };
    return {
      message: `A ${definition?.key ?? found} needs an id before the colon, so that others can name it, as in “${example}”.`,
      fixes: meant ? [{ title: `Add the id ‘${meant}’`, edits: [{ placed, start: end, end, text: ` ${meant}` }] }] : [],
    };
  },
};
