import type { AllowanceRule } from '../allow.ts';
import { titlesFor } from '../fix-titles.ts';
import { deletingLines } from '../fixes.ts';

/** An allowance allows nothing. */
export const unusedAllow: AllowanceRule = {
  id: 'syntax/unused-allow',
  severity: 'warning',
  says: 'A comment allows something that is not there.',
  why: 'What was allowed has been put right or has moved; the comment would hide the next mistake.',
  source: 'Language reference, “Suppressing a check”',
  breaks:
    'plan p: Housing Plan\n\n# allow thread/outcome-without-priority: priorities are agreed in May\noutcome warm: Homes are warm\n\npriority insulation: Insulate council homes\n  outcomes: warm\n',
  clean:
    'plan p: Housing Plan\n\n# allow thread/outcome-without-priority: priorities are agreed in May\noutcome warm: Homes are warm\n',
  problem: 'unused-allow',
  describe(problem, { placed }) {
    const { found, place } = problem;
    return {
      message:
        place === undefined
          ? `This comment stands over nothing, so it allows nothing. Put it on the line right above what ‘${found}’ is about, or delete it.`
          : `‘${found}’ finds nothing here, so there is nothing to allow. Delete the comment.`,
      messageCy: () =>
        place === undefined
          ? `Nid oes dim o dan y sylw hwn, felly nid yw’n caniatáu dim. Rhowch ef ar y llinell yn union uwchben yr hyn y mae ‘${found}’ yn ymwneud ag ef, neu dilëwch ef.`
          : `Nid yw ‘${found}’ yn canfod dim yma, felly nid oes dim i’w ganiatáu. Dilëwch y sylw.`,
      fixes: [deletingLines(titlesFor(placed).deleteComment, placed, problem)],
    };
  },
};
