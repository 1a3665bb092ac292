import { keyOf } from '@goldthread/grammar';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';
import { entryUpTo } from './lines.ts';

/** Something stands between a field's key and its colon. */
export const unexpectedName: ProblemRule = {
  id: 'syntax/unexpected-name',
  severity: 'error',
  says: 'A word stands between a field and its colon where none has a meaning.',
  why: 'It would be left out: what a field says stands behind its colon.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Youth Plan\n\npriority clubs: Keep youth clubs open\n  lead youth-service: head-of-youth-work\n',
  clean: 'plan p: Youth Plan\n\npriority clubs: Keep youth clubs open\n  lead: head-of-youth-work\n',
  problem: 'unexpected-name',
  describe(problem, { placed }) {
    const { found, start, end } = problem;
    const entry = entryUpTo(placed.block, start);
    const key = entry ? keyOf(placed.block, entry) : '';
    return {
      message: `Nothing can stand between ‘${key}’ and its colon, so ‘${found}’ would be left out. Put it behind the colon, or delete it.`,
      messageCy: () =>
        `Ni all dim sefyll rhwng ‘${key}’ a’i golon, felly byddai ‘${found}’ yn cael ei adael allan. Rhowch ef ar ôl y colon, neu dilëwch ef.`,
      fixes: [replacing(titlesFor(placed).delete(found), placed, { start: entry?.keyEnd ?? start, end }, '')],
    };
  },
};
