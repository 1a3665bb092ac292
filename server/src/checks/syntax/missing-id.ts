import { titlesFor } from '../fix-titles.ts';
import type { ProblemRule } from '../rule.ts';
import { exampleOf } from './examples.ts';

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
        messageCy: () =>
          `Mae rhan yn dweud o ba gynllun y mae’n rhan: ysgrifennwch id y cynllun o flaen y colon, fel yn “${example}”.`,
      };
    return {
      message: `A ${definition?.key ?? found} needs an id before the colon, so that others can name it, as in “${example}”.`,
      messageCy: () =>
        `Mae angen id rhwng ‘${definition?.cy ?? found}’ a’r colon, er mwyn i eraill allu ei enwi, fel yn “${example}”.`,
      fixes: meant
        ? [{ title: titlesFor(placed).addId(meant), edits: [{ placed, start: end, end, text: ` ${meant}` }] }]
        : [],
    };
  },
};
