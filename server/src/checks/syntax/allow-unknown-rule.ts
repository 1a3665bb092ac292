import type { AllowanceRule } from '../allow.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';

/** An allowance names a check that is not there. */
export const allowUnknownRule: AllowanceRule = {
  id: 'syntax/allow-unknown-rule',
  severity: 'error',
  says: 'A comment allows a check that is not there.',
  why: 'It allows nothing, and what it was meant to allow is still reported.',
  source: 'Language reference, “Suppressing a check”',
  breaks:
    'plan p: Housing Plan\n\n# allow thread/outcome-without-priorities: they are agreed in May\noutcome warm: Homes are warm\n',
  clean:
    'plan p: Housing Plan\n\n# allow thread/outcome-without-priority: they are agreed in May\noutcome warm: Homes are warm\n',
  problem: 'allow-unknown-rule',
  describe(problem, { placed }) {
    const { found, meant } = problem;
    if (meant === undefined)
      return {
        message: `There is no check called ‘${found}’, so this allows nothing. Copy the name from the problem that you want to allow.`,
        messageCy: () =>
          `Nid oes gwiriad o’r enw ‘${found}’, felly nid yw hyn yn caniatáu dim. Copïwch yr enw o’r broblem rydych am ei chaniatáu.`,
      };
    return {
      message: `There is no check called ‘${found}’, so this allows nothing. Did you mean ‘${meant}’?`,
      messageCy: () =>
        `Nid oes gwiriad o’r enw ‘${found}’, felly nid yw hyn yn caniatáu dim. Ai ‘${meant}’ oedd dan sylw?`,
      fixes: [replacing(titlesFor(placed).changeTo(`‘${meant}’`), placed, problem, meant)],
    };
  },
};
