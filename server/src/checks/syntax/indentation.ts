import { titlesFor } from '../fix-titles.ts';
import type { ProblemRule } from '../rule.ts';
import { entryUpTo, movingRun, runFrom, those } from './lines.ts';

/** A line is not as deep as the lines beside it. */
export const indentation: ProblemRule = {
  id: 'syntax/indentation',
  severity: 'error',
  says: 'A line is not indented like the lines beside it.',
  why: 'The indentation says what a line belongs to; between two depths it could belong to either.',
  source: 'Language reference, “One shape”',
  breaks:
    'plan p: Parks Plan\n\npriority parks: Better parks\n  action: Plant 500 trees\n    lead: head-of-parks\n   due: 2027-03\n',
  clean:
    'plan p: Parks Plan\n\npriority parks: Better parks\n  action: Plant 500 trees\n    lead: head-of-parks\n    due: 2027-03\n',
  problem: 'indentation',
  describe(problem, { placed }) {
    const depth = problem.meant?.length ?? 0;
    const entry = entryUpTo(placed.block, problem.end);
    const moving = entry && movingRun(titlesFor(placed).mendIndentation, placed, runFrom(placed.block, entry), depth);
    return {
      message: `This line is not indented like the lines beside it, so it is not clear what it belongs to. ${depth === 0 ? 'Begin it at the left margin.' : `Put ${depth} spaces before it.`}`,
      messageCy: () =>
        `Nid yw’r llinell hon wedi’i mewnoli fel y llinellau wrth ei hochr, felly nid yw’n glir i beth y mae’n perthyn. ${depth === 0 ? 'Dechreuwch hi wrth yr ymyl chwith.' : `Nifer y bylchau sydd i fod o’i blaen: ${depth}.`}`,
      fixes: those(moving),
    };
  },
};
