import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';

/** A line is indented with a tab. */
export const tab: ProblemRule = {
  id: 'syntax/tab',
  severity: 'warning',
  says: 'A line is indented with a tab.',
  why: 'Every program shows a tab in a width of its own, so what a line belongs to would look different from one to the next.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Tourism Plan\n\tperiod: 2026 to 2030\n',
  clean: 'plan p: Tourism Plan\n  period: 2026 to 2030\n',
  problem: 'tab',
  describe(problem, { placed }) {
    return {
      message:
        'This line is indented with a tab, which is wider in some programs than in others. Use two spaces for each step.',
      messageCy: () =>
        'Mae’r llinell hon wedi’i mewnoli â thab, sy’n lletach mewn rhai rhaglenni nag mewn eraill. Defnyddiwch ddau fwlch ar gyfer pob cam.',
      fixes: [replacing(titlesFor(placed).spaces, placed, problem, problem.meant ?? '')],
    };
  },
};
