import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';

/** A line is indented with spaces of another sort. */
export const oddSpace: ProblemRule = {
  id: 'syntax/odd-space',
  severity: 'warning',
  says: 'A line is indented with spaces that are not ordinary ones.',
  why: 'They look like spaces, but other programs do not count them as such.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Tourism Plan\n\u00a0 period: 2026 to 2030\n',
  clean: 'plan p: Tourism Plan\n  period: 2026 to 2030\n',
  problem: 'odd-space',
  describe(problem, { placed }) {
    return {
      message:
        'This line is indented with spaces of another sort, as they come with text copied from Word or the web. Use ordinary spaces.',
      messageCy: () =>
        'Mae’r llinell hon wedi’i mewnoli â bylchau o fath arall, fel y rhai sy’n dod gyda thestun wedi’i gopïo o Word neu o’r we. Defnyddiwch fylchau cyffredin.',
      fixes: [replacing(titlesFor(placed).ordinarySpaces, placed, problem, problem.meant ?? '')],
    };
  },
};
