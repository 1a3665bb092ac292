import type { ProblemRule } from '../rule.ts';
import { entryUpTo, movingToSiblings, those } from './lines.ts';

/** A line below a field is an entry of its own, indented too far. */
export const indentedTooFar: ProblemRule = {
  id: 'syntax/indented-too-far',
  severity: 'error',
  says: 'A line is indented further than what it belongs to.',
  why: 'Deeper lines go on with what the line above says, so it could be taken for more of the same.',
  source: 'Language reference, “One shape”',
  breaks:
    'plan p: Parks Plan\n\npriority parks: Better parks\n  action: Plant 500 trees\n    lead: head-of-parks\n      due: 2027-03\n',
  clean:
    'plan p: Parks Plan\n\npriority parks: Better parks\n  action: Plant 500 trees\n    lead: head-of-parks\n    due: 2027-03\n',
  problem: 'indented-too-far',
  describe(problem, { placed }) {
    const entry = entryUpTo(placed.block, problem.start);
    return {
      message: `‘${problem.found}’ is a line of its own, but it is indented as if the line above went on. Move it to the left, level with the lines that it stands beside.`,
      messageCy: () =>
        `Llinell ar wahân yw ‘${problem.found}’, ond mae wedi’i mewnoli fel pe bai’r llinell uwchben yn parhau. Symudwch hi i’r chwith, yn wastad â’r llinellau y mae’n perthyn iddynt.`,
      fixes: those(entry && movingToSiblings(placed, entry)),
    };
  },
};
