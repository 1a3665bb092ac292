import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';
import { exampleOf } from './examples.ts';

/** A value can't be read. */
export const wrongValue: ProblemRule = {
  id: 'syntax/wrong-value',
  severity: 'error',
  says: 'A value is not written in a way that can be read.',
  why: 'Dates, figures and money are compared, added up and printed; what cannot be read is left out of that.',
  source: 'Language reference, “Values”',
  breaks: 'plan p: Roads Plan\n\nmeasure potholes: Potholes mended within a week\n  target: 90% by Spring 2028\n',
  clean: 'plan p: Roads Plan\n\nmeasure potholes: Potholes mended within a week\n  target: 90% by 2028-05\n',
  problem: 'wrong-value',
  describe(problem, { placed }) {
    const { found, meant, why, definition } = problem;
    const example = definition
      ? ` It is written like this: “${exampleOf(definition, placed.file.tree.language)}”.`
      : '';
    return {
      message: why ?? `‘${found}’ cannot be read.${example}`,
      messageCy: () =>
        why ??
        `Ni ellir darllen ‘${found}’.${definition ? ` Mae’n cael ei ysgrifennu fel hyn: “${exampleOf(definition, 'cy')}”.` : ''}`,
      fixes: meant ? [replacing(titlesFor(placed).changeTo(`“${meant}”`), placed, problem, meant)] : [],
    };
  },
};
