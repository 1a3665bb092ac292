import { titlesFor } from '../fix-titles.ts';
import type { ProblemRule } from '../rule.ts';
import { keyCy } from '../welsh.ts';
import { oneOfKind } from './words.ts';

/** A line is a key, and perhaps an id, without a colon. */
export const missingColon: ProblemRule = {
  id: 'syntax/missing-colon',
  severity: 'error',
  says: 'The colon is missing.',
  why: 'The colon parts what a line is from what it says.',
  source: 'Language reference, “One shape”',
  breaks:
    'plan p: Health Plan\n\npriority walking: Help people to walk more\n  why\n    Half of all car journeys are under two miles.\n',
  clean:
    'plan p: Health Plan\n\npriority walking: Help people to walk more\n  why:\n    Half of all car journeys are under two miles.\n',
  problem: 'missing-colon',
  describe(problem, { placed }) {
    const { found, definition, end } = problem;
    const reading = definition?.item ? ` to be ${oneOfKind(definition.key)}` : '';
    return {
      message: `This line needs a colon${reading}: “${found}: …”. What it says stands behind the colon.`,
      messageCy: () =>
        `Mae angen colon ar y llinell hon${definition?.item ? ` i fod yn eitem o’r math ${keyCy(definition.key)}` : ''}: “${found}: …”. Ar ôl y colon y mae’r hyn y mae’n ei ddweud.`,
      fixes: [{ title: titlesFor(placed).addTheColon, edits: [{ placed, start: end, end, text: ':' }] }],
    };
  },
};
