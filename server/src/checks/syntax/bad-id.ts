import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';

/** An id has letters in it that an id can't have. */
export const badId: ProblemRule = {
  id: 'syntax/bad-id',
  severity: 'error',
  says: 'An id is not made of lower-case letters, digits and hyphens.',
  why: 'Links name an item by its id, so it has to be one plain word.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Town Plan\n\npriority Town Centre: A livelier town centre\n',
  clean: 'plan p: Town Plan\n\npriority town-centre: A livelier town centre\n',
  problem: 'bad-id',
  describe(problem, { placed }) {
    const { found, meant } = problem;
    return {
      message: `‘${found}’ cannot be an id: an id is made of small letters, digits and hyphens, such as “${meant || 'town-centre'}”. Links name the item by it; the title stands behind the colon.`,
      messageCy: () =>
        `Ni all ‘${found}’ fod yn id: llythrennau bach, rhifau a chysylltnodau sydd mewn id, er enghraifft “${meant || 'canol-y-dref'}”. Mae dolenni’n enwi’r eitem wrtho; ar ôl y colon y mae’r teitl.`,
      fixes: meant ? [replacing(titlesFor(placed).changeTo(`‘${meant}’`), placed, problem, meant)] : [],
    };
  },
};
