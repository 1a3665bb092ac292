import type { Item } from '../../model/item.ts';
import type { KeyRule } from '../rule.ts';
import { allOf, covered, isServed, markCoverage, reportNothing, reportUnserved, served } from './covered.ts';

/** The goals that are asked for one by one: the outermost ones. What has requirements in it is asked for by those. */
const asked = (framework: Item): Item[] =>
  framework.childrenOf('goal').filter((goal) => allOf(goal, 'requirement').length === 0);

/**
 * Nothing in a plan is marked as serving a goal of a framework that the plan says it covers. A priority, group, section,
 * action, outcome, measure or budget serves a goal by naming it, or one of the goals in it. There is one finding for each
 * goal, or one for the framework where any of them will do.
 */
export const goalNotServed: KeyRule = {
  id: 'coverage/goal-not-served',
  severity: 'warning',
  completeness: true,
  says: 'Nothing in a plan is marked as serving a goal of a framework that it covers.',
  why: 'The plan says that it covers the framework, but a reader can’t find what it does for this goal.',
  source: 'House rule; for public bodies in Wales, Well-being of Future Generations (Wales) Act 2015 s.3(2)(a)',
  breaks:
    'plan p: Plan\n  covers: county-vision\n\nframework county-vision: Our county in 2040\n  goal green: A green county\n  goal fair: A fair county\n\npriority parks: Bring parks closer to people\n  goals: green\n',
  clean:
    'plan p: Plan\n  covers: county-vision\n\nframework county-vision: Our county in 2040\n  goal green: A green county\n  goal fair: A fair county\n\npriority parks: Bring parks closer to people\n  goals: green\n  action: Begin in the wards that have fewest\n    goals: fair\n',
  readsOtherPlans: true,
  marks: markCoverage,
  key(_key, marks, plan, context) {
    const { model } = context;
    const frameworks = covered(model, plan);
    if (frameworks.length === 0) return;
    const by = served(model, marks);
    for (const one of frameworks) {
      const { framework } = one;
      if (!one.anyWillDo) {
        for (const goal of asked(framework))
          if (!isServed(goal, by)) reportUnserved(plan, one, goal, 'serving', context);
      } else if (allOf(framework, 'requirement').length === 0 && !isServed(framework, by))
        reportNothing(plan, one, allOf(framework, 'goal'), 'serving', context);
    }
  },
};
