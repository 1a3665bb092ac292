import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';

/** The same figures read the American way: month and day in each other's place. */
const american = (date: string): string | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? `${match[1]}-${match[3]}-${match[2]}` : undefined;
};

/** A date can be read in two ways. */
export const ambiguousDate: ProblemRule = {
  id: 'dates/ambiguous-date',
  severity: 'error',
  says: 'A date can be read as two different days.',
  why: '03/04/19 is 3 April to one reader and 4 March to another, and the century is a guess.',
  source: 'ISO 8601-1:2019; GOV.UK style guide, “Dates”; found in published plans',
  breaks: 'plan p: Plan\n  date: 03/04/2019\n',
  clean: 'plan p: Plan\n  date: 2019-04-03\n',
  problem: 'ambiguous-date',
  describe(problem, { placed }) {
    const { why, meant, found } = problem;
    const other = meant === undefined ? undefined : american(meant);
    return {
      message:
        why ??
        `‘${found}’ can be read as two different days. Write the year, the month and the day, such as 2019-04-03.`,
      messageCy: () =>
        why ??
        `Gellir darllen ‘${found}’ fel dau ddiwrnod gwahanol. Ysgrifennwch y flwyddyn, y mis a’r diwrnod, er enghraifft 2019-04-03.`,
      fixes: [meant, other].flatMap((date) =>
        date ? [replacing(titlesFor(placed).changeTo(`‘${date}’`), placed, problem, date)] : [],
      ),
    };
  },
};
